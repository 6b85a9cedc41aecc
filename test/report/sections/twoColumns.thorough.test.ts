import { twoColumns } from '../../../src/report/sections/twoColumns';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { farApartTable } from '../madeModels';

const table = farApartTable();

test('turns the projection of two standardized columns back into their values', () => {
  const model = new Segmentation({ k: 3 }).fit(table);
  const { x, y, values } = twoColumns(model)!;
  expect([x.column, y.column]).toEqual(['Visits', 'Income']);
  const rows = model.projection.rows!;
  for (const column of ['Visits', 'Income'])
    values[column].forEach((value, i) => {
      expect(Math.abs(value / table[column][rows[i]] - 1)).toBeLessThan(0.001);
    });
});

test('leaves all other projections as they are', () => {
  const third = table.Visits.map((visits, i) => (visits * (i % 7)) % 5);
  expect(twoColumns(new Segmentation({ k: 2 }).fit({ ...table, third }))).toBeUndefined();
  expect(twoColumns(new Segmentation({ k: 2, scale: 'minmax' }).fit(table))).toBeUndefined();
  expect(twoColumns(new Segmentation({ k: 2, log: ['Income'] }).fit(table))).toBeUndefined();
  expect(twoColumns(new Segmentation({ k: 2 }).fit({ Visits: table.Visits }))).toBeUndefined();
});
