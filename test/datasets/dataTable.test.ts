import { dataTable } from '../../src/datasets/dataTable';

const data = { country: ['Malta', 'Italy'], revenue: [1234.5, null] };

test('columns become a table, in order, with the formats asked for', () => {
  expect(dataTable(data, { caption: 'Malta leads', formats: { revenue: 'currency' } })).toEqual({
    caption: 'Malta leads',
    columns: [{ name: 'country' }, { name: 'revenue', format: 'currency' }],
    rows: [
      ['Malta', 1234.5],
      ['Italy', null],
    ],
  });
});

test('a limit cuts rows off', () => {
  expect(dataTable(data, { limit: 1 }).rows).toEqual([['Malta', 1234.5]]);
  expect(dataTable(data, { limit: 9 }).rows).toHaveLength(2);
});

test('what does not fit is refused', () => {
  expect(() => dataTable(data, { formats: { revenu: 'integer' } })).toThrow("did you mean 'revenue'?");
  expect(() => dataTable(data, { limit: 0 })).toThrow('`limit`');
  expect(() => dataTable([] as never)).toThrow('columns by name');
});
