import { withMeanings } from '../../src/dashboard/engine/tables/columnMeanings';
import { typedColumn } from '../../src/table/typedColumn';

const stores = Array.from({ length: 30 }, (_, row) => 1 + (row % 5));

test('a column of codes is what the user says it is', () => {
  const store = typedColumn('Store', stores);
  expect(store).toMatchObject({ kind: 'category', reason: expect.any(String) });
  const said = (is: 'number' | 'category') => withMeanings([store], [{ name: 'Store', is }]).columns[0];
  expect(said('number')).toMatchObject({ kind: 'number', name: 'Store', reason: undefined });
  expect(said('category')).toMatchObject({ kind: 'category', name: 'Store', reason: undefined });
  expect(withMeanings([store], []).columns[0]).toBe(store);
});
