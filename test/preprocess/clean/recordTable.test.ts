import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { dropDuplicates } from '../../../src/preprocess/clean/duplicates';
import { dropMissing } from '../../../src/preprocess/clean/missing';
import { recordTable } from '../../../src/preprocess/clean/recordTable';

const frame = createFrame({ a: [1, null, 3], b: ['x', 'y', 'x'] });

test('one line per change, one for a step that changed nothing', () => {
  const complete = dropMissing(frame);
  const unique = dropDuplicates(complete.data);
  const table = recordTable([complete.record, unique.record]);
  expect(table.caption).toBe('2 of 3 rows were kept');
  expect(table.columns.map(({ name }) => name)).toEqual([
    'Step',
    'Column',
    'What happened',
    'Changed',
    'Rows left',
  ]);
  expect(table.rows).toEqual([
    ['Drop rows with missing values', 'a', 'missing, row dropped', 1, 2],
    ['Drop duplicate rows', null, 'no changes', 0, 2],
  ]);
});

test('the caption says when every row stayed; no record is refused', () => {
  expect(recordTable([dropDuplicates(frame).record]).caption).toBe('All 3 rows were kept');
  expect(() => recordTable([])).toThrow('no records');
});
