import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { dropDuplicates } from '../../../src/preprocess/clean/duplicates';
import { describePublished } from '../../datasets/catalog/published';
import { run } from '../steps';

const frame = createFrame({
  ID: [1, 2, 3, 4, 5],
  Age: [30, 30, 40, null, null],
  City: ['a', 'a', 'a', 'b', 'b'],
});

test('the first of repeated rows stays; missing equals missing', () => {
  const { data, record } = run(frame, (table) => dropDuplicates(table, { ignore: ['ID'] }));
  expect(data.values).toEqual([
    [1, 30, 'a'],
    [3, 40, 'a'],
    [4, null, 'b'],
  ]);
  expect(record.changes).toEqual([{ what: 'repeats an earlier row in all but ID, row dropped', count: 2 }]);
});

test('rows that differ somewhere all stay', () => {
  const { data, record } = run(frame, (table) => dropDuplicates(table));
  expect(data.shape[0]).toBe(5);
  expect(record.changes).toEqual([]);
});

test('only chosen columns are compared', () => {
  const { data, record } = run(frame, (table) => dropDuplicates(table, { columns: ['City'] }));
  expect(data.values).toHaveLength(2);
  expect(record.changes[0].what).toBe('repeats an earlier row in City, row dropped');
});

test('the number 1 and the text 1 differ', () => {
  const { data } = run(createFrame({ a: [1, '1'] }), (table) => dropDuplicates(table));
  expect(data.values).toHaveLength(2);
});

test('unknown columns and nothing to compare are refused', () => {
  expect(() => dropDuplicates(frame, { ignore: ['Id'] })).toThrow("did you mean 'ID'?");
  expect(() => dropDuplicates(frame, { columns: ['ID'], ignore: ['ID'] })).toThrow('no column to compare');
});

describePublished('marketing-campaign', () => {
  test('182 customers repeat another once ID is set aside', () => {
    const { record } = dropDuplicates(loadDataset('marketing-campaign').frame, { ignore: ['ID'] });
    expect(record.changes).toEqual([expect.objectContaining({ count: 182 })]);
    expect(record.rowsAfter).toBe(2240 - 182);
  });
});
