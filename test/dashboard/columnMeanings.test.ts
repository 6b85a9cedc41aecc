import { withMeanings } from '../../src/dashboard/engine/tables/columnMeanings';
import { typedColumn } from '../../src/table/typedColumn';

const stores = Array.from({ length: 30 }, (_, row) => 1 + (row % 5));

test('a column of codes is what the user says it is', () => {
  const store = typedColumn('Store', stores);
  expect(store).toMatchObject({ kind: 'category', reason: expect.any(String) });
  const said = (is: 'number' | 'category') => withMeanings([store], [{ name: 'Store', is }]).columns[0];
  for (const is of ['number', 'category'] as const) {
    expect(said(is)).toMatchObject({ kind: is, name: 'Store' });
    expect(said(is).reason).toBeUndefined();
  }
  expect(withMeanings([store], []).columns[0]).toBe(store);
});
