import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { customers } from '../customers';

const table = { Name: ['ann', 'bob', 'cem', 'dan', 'eve'], Income: [10, 20, null, 50, 60] };
const model = new Segmentation({ k: 2, id: 'Name', scale: 'none', columns: ['Income'] }).fit(table);

test('nearest first with identifier, row and distance, worked by hand', () => {
  const [high, low] = model.predict({ Income: [60, 10] }).labels;
  expect(model.nearestCustomers({ Income: 45 }, 3)).toEqual([
    { id: 'dan', row: 3, segment: high, distance: 5 },
    { id: 'eve', row: 4, segment: high, distance: 15 },
    { id: 'bob', row: 1, segment: low, distance: 25 },
  ]);
});

test('no more than there are; of equally near ones the earlier', () => {
  expect(model.nearestCustomers({ Income: 15 }).map(({ id }) => id)).toEqual(['ann', 'bob', 'dan', 'eve']);
});

test.each([
  ['kmeans', {}],
  ['kmeans on components', { pca: 2 }],
  ['kprototypes', { algorithm: 'kprototypes', columns: ['Age', 'Income', 'City'] }],
] as const)(
  '%s: a customer of the fit is the nearest to itself, and distances are those of the space',
  (_, options) => {
    const fitted = new Segmentation({ k: 4, ...options }).fit(customers(40));
    const { space, labels } = fitted;
    for (const place of [0, 7, 33]) {
      const names = fitted.columns.map(({ name }) => name);
      const own = Object.fromEntries(names.map((name) => [name, fitted.customers![name][place]]));
      const found = fitted.nearestCustomers(own, 5);
      const distances = Array.from({ length: space!.rows }, (_, row) =>
        Math.hypot(...space!.row(row).map((value, j) => value - space!.get(place, j))),
      );
      const sorted = [...distances].sort((a, b) => a - b).slice(0, 5);
      found.forEach(({ distance, row, segment }, i) => {
        expect(distance).toBeCloseTo(sorted[i], 9);
        expect(segment).toBe(labels![fitted.keptRows!.indexOf(row)]);
      });
    }
  },
);

test('refuses what cannot be answered', () => {
  expect(() => model.nearestCustomers({ Income: null })).toThrow(/Income is missing/);
  expect(() => model.nearestCustomers({ Income: 1 }, 0)).toThrow(/`n`/);
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(() => loaded.nearestCustomers({ Income: 1 })).toThrow(/does not hold its customers/);
});
