import { Random } from '../../../src/core/random';
import { Segmentation } from '../../../src/segmentation/segmentation';

const random = new Random(2);
const ROWS = 240;
const column = (value: (row: number) => number) => Array.from({ length: ROWS }, (_, row) => value(row));

/** Three groups in two columns, beside two that have nothing to do with them, one of them incomplete. */
const table = {
  Income: column((row) => [20, 60, 60][row % 3] + random.normal(0, 3)),
  Visits: column((row) => [5, 5, 40][row % 3] + random.normal(0, 2)),
  Height: column(() => random.normal(170, 10)),
  Shoe: column((row) => (row === 7 ? Number.NaN : random.normal(40, 2))),
};

test('columns that carry no groups take part unless they are to be left out; then they are named', () => {
  const all = new Segmentation({ k: 3 }).fit(table);
  expect(all.columns.map(({ name }) => name)).toEqual(['Income', 'Visits', 'Height', 'Shoe']);
  const without = new Segmentation({ leaveOutUngrouped: true, log: [] }).fit(table);
  expect(without.columns.map(({ name }) => name)).toEqual(['Income', 'Visits']);
  expect(without.ignoredColumns).toEqual([
    { name: 'Height', reason: 'carries no groups, while other columns do' },
    { name: 'Shoe', reason: 'carries no groups, while other columns do' },
  ]);
  expect(without.warnings[0]).toBe("'Height' and 'Shoe' carry no groups and took no part, as you asked.");
  expect([without.clustered, without.k, without.structure]).toEqual([ROWS, 3, 'clear']);
  expect(without.sizes).toEqual([80, 80, 80]);
});

test('where no column falls into groups, all stay', () => {
  const { Height, Shoe } = table;
  const model = new Segmentation({ k: 2, leaveOutUngrouped: true }).fit({ Height, Shoe });
  expect(model.columns).toHaveLength(2);
  expect(model.warnings[0]).toBe(
    'There was no column to leave out: none is without groups beside columns with groups.',
  );
});

/** Three groups, and a consent that has nothing to do with them. */
const consented = {
  Spend: column((row) => [20, 75, 240][row % 3] + random.normal(0, 6)),
  Visits: column((row) => [1, 4, 9][row % 3] + random.normal(0, 0.5)),
  Age: column((row) => [28, 47, 74][row % 3] + random.normal(0, 3)),
  Mailing: column((row) => Number(row % 6 < 3)),
};

test('a consent that nobody asked for does not divide the groups of the other columns', () => {
  const model = new Segmentation({ seed: 1 }).fit(consented);
  expect([model.sizes, model.structure]).toEqual([[80, 80, 80], 'clear']);
  expect(model.warnings[0]).toBe(
    "'Mailing' carries no groups and took no part, since the groups of the other columns are clear without it; name it in the columns option to group by it too.",
  );
  expect(model.ignoredColumns).toEqual([
    { name: 'Mailing', reason: 'carries no groups, while other columns do' },
  ]);
});

test('a column that was asked for stays; that it divides groups is said, and the option that is named gives them', () => {
  const columns = Object.keys(consented);
  const model = new Segmentation({ columns, seed: 1 }).fit(consented);
  expect([model.k, model.structure]).toEqual([3, 'weak']);
  expect(model.structureSummary).toContain('these segments divide some of them and join others');
  expect(model.structureSummary).toContain('set the leave-out-ungrouped option');
  const without = new Segmentation({ columns, seed: 1, leaveOutUngrouped: true }).fit(consented);
  expect([without.sizes, without.structure]).toEqual([[80, 80, 80], 'clear']);
});
