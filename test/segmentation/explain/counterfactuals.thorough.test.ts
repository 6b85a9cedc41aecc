import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { customers } from '../customers';

/** Two segments around Visits 0.5 and 8.5: the border is at 4.5. Basket says nothing. */
const visits = new Segmentation({ k: 2, scale: 'none', columns: ['Visits', 'Basket'] }).fit({
  Visits: [0, 1, 8, 9],
  Basket: [0.5, 1.5, 0.5, 1.5],
});

test('the smallest whole number beyond the border, worked by hand', () => {
  const [{ effort, ...found }, ...others] = visits.counterfactuals({ Visits: 1, Basket: 1 });
  const [segment] = visits.predict({ Visits: [9], Basket: [1] }).labels;
  expect(found).toEqual({
    column: 'Visits',
    label: 'Visits',
    from: 1,
    to: 5,
    segment,
    name: visits.names[segment],
  });
  expect(effort).toBeCloseTo(4 / 8.7); // of the range from the 5th percentile, 0.15, to the 95th, 8.85
  expect(others).toEqual([]);
});

test('nothing where no single change is enough', () => {
  const one = new Segmentation({ k: 1 }).fit({ Visits: [0, 1, 8, 9] });
  expect(one.counterfactuals({ Visits: 1 })).toEqual([]);
});

test('a category, whose change is the whole effort', () => {
  const model = new Segmentation({ k: 2, columns: ['Kind'] }).fit({ Kind: ['a', 'a', 'a', 'b', 'b'] });
  expect(model.counterfactuals({ Kind: 'a' })).toMatchObject([{ from: 'a', to: 'b', effort: 1 }]);
});

test('from noise, the way into a segment', () => {
  const near = Array.from({ length: 20 }, (_, i) => i / 20);
  const model = new Segmentation({ algorithm: 'dbscan', eps: 0.5, minSamples: 3 }).fit({
    Income: [...near, ...near.map((value) => value + 10), 5],
  });
  expect(model.predict({ Income: [5] }).labels[0]).toBe(-1);
  const [found] = model.counterfactuals({ Income: 5 });
  expect(found.segment).toBeGreaterThanOrEqual(0);
});

test.each([
  ['kmeans', {}],
  ['kmeans on components', { pca: 2 }],
  ['agglomerative', { algorithm: 'agglomerative' }],
  ['kprototypes', { algorithm: 'kprototypes' }],
] as const)(
  '%s: each change leads where it says, hardly less does not, and they come by effort',
  (_, options) => {
    const model = new Segmentation({ k: 4, columns: ['Age', 'Income', 'Spending'], ...options }).fit(
      customers(80),
    );
    for (const customer of [
      { Age: 25, Income: 20_000, Spending: 500 },
      { Age: 44, Income: 61_000, Spending: 120 },
    ]) {
      const [label] = model.predict(oneRow(customer)).labels;
      const found = model.counterfactuals(customer);
      expect(found.map(({ effort }) => effort)).toEqual(
        found.map(({ effort }) => effort).sort((a, b) => a - b),
      );
      for (const { column, from, to, segment, name } of found) {
        const at = (value: number) => model.predict(oneRow({ ...customer, [column]: value })).labels[0];
        expect(at(Number(to))).toBe(segment);
        expect(name).toBe(model.names[segment]);
        if (Math.abs(Number(to) - Number(from)) > 40)
          expect(at(Number(from) + (Number(to) - Number(from)) * 0.96)).toBe(label);
      }
    }
  },
);

test('the same after loading, and from numbers written as text', () => {
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(visits)));
  expect(loaded.counterfactuals({ Visits: '1', Basket: '1' })).toEqual(
    visits.counterfactuals({ Visits: 1, Basket: 1 }),
  );
});

test('a customer who cannot be placed is refused', () => {
  expect(() => visits.counterfactuals({ Visits: null, Basket: 1 })).toThrow(/Visits is missing/);
  expect(() => visits.counterfactuals({ Visits: 3 })).toThrow(/needs the column 'Basket'/);
});

function oneRow(customer: Record<string, number>): Record<string, number[]> {
  return Object.fromEntries(Object.entries(customer).map(([name, value]) => [name, [value]]));
}
