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

test('a fit that a consent divides says so, and the option that it names gives the groups', () => {
  const of = (value: (row: number) => number) => Array.from({ length: 240 }, (_, row) => value(row));
  const table = {
    Spend: of((row) => [20, 75, 240][row % 3] + random.normal(0, 6)),
    Visits: of((row) => [1, 4, 9][row % 3] + random.normal(0, 0.5)),
    Age: of((row) => [28, 47, 74][row % 3] + random.normal(0, 3)),
    Mailing: of((row) => Number(row % 6 < 3)),
  };
  const model = new Segmentation({ seed: 1 }).fit(table);
  expect([model.k, model.structure]).toEqual([3, 'weak']);
  expect(model.structureSummary).toContain('these segments divide some of them and join others');
  expect(model.structureSummary).toContain('set the leave-out-ungrouped option');
  const without = new Segmentation({ seed: 1, leaveOutUngrouped: true }).fit(table);
  expect([without.sizes, without.structure]).toEqual([[80, 80, 80], 'clear']);
});
