import { Segmentation } from '../../../src/segmentation/segmentation';

const DAYS = ['2024-01-01', '2024-01-03', '2024-03-01', '2024-03-03'];
const upTo = <T>(rows: number, value: (row: number) => T) =>
  Array.from({ length: rows }, (_, row) => value(row));

/** Two groups: old customers who ordered long ago and spent little, and young ones who ordered lately and spent much. */
const table = {
  Age: upTo(12, (row) => (row % 4 < 2 ? 60 : 30) + (row % 3)),
  'Last order': upTo(12, (row) => DAYS[row % 4]),
  Spent: upTo(12, (row) => (row % 4 < 2 ? 10 : 90) + row),
};
const options = { k: 2, columns: ['Age', 'Last order'], value: 'Spent', asOf: '2024-03-05' };
const model = new Segmentation(options).fit(table);

const others = {
  Age: [61, 31, 32],
  'Last order': ['2024-01-02', '2024-03-02', '2024-03-04'],
  Spent: [12, 95, 105],
};

test('other customers are profiled with the days up to the day of the fit, or to a later one', () => {
  const daysOf = (profiles: typeof model.profiles) =>
    profiles.map(({ features }) => features.find(({ column }) => column === 'Last order'));
  const [now, later] = [model.profile(others), model.profile(others, { asOf: '2024-03-15' })];
  expect(now.map(({ size }) => size).sort()).toEqual([1, 2]);
  const meanOf = (profiles: typeof model.profiles, size: number) =>
    (
      daysOf(profiles.filter((profile) => profile.size === size))[0] as unknown as {
        segment: { mean: number };
      }
    ).segment.mean;
  // From 2024-01-02 to 2024-03-05 are 63 days; from March 2 and 4 three and one, 2 on average.
  expect([meanOf(now, 1), meanOf(now, 2)]).toEqual([63, 2]);
  expect([meanOf(later, 1), meanOf(later, 2)]).toEqual([73, 12]);
});

test('where the column of spending is lacking, profiles do without it', () => {
  const { Spent: _, ...without } = others;
  expect(model.profile(without).map(({ size }) => size)).toEqual(
    model.profile(others).map(({ size }) => size),
  );
});

test('where nobody can be scored there is nothing to profile', () => {
  expect(() => model.profile({ ...others, Age: [null, null, null] })).toThrow(
    'no row of the table could be scored; `predict` says why (`notScored`)',
  );
});

test('a default day that is named as a code is a missing value', () => {
  const days = table['Last order'].map((day, row) => (row < 2 ? '1900-01-01' : day));
  const fitted = new Segmentation({
    ...options,
    missing: 'drop-row',
    missingCodes: ['Last order=1900-01-01'],
  });
  const { clustered, rows } = fitted.fit({ ...table, 'Last order': days });
  expect([clustered, rows]).toEqual([10, 12]);
});

test('a column whose role is value is that of spending', () => {
  const fitted = (more: object) =>
    new Segmentation({ k: 2, columns: ['Age', 'Last order'], asOf: '2024-03-05', ...more }).fit(table);
  const [byRole, byValue] = [fitted({ roles: { Spent: 'value' } }), fitted({ roles: { Spent: 'spending' } })];
  expect(byRole.profiles).toEqual(byValue.profiles);
});
