import { InputError } from '../../core/errors';
import { formatCount, plural, someOf } from '../../core/format';
import { checkList } from '../../core/options';
import type { Table, TableCell } from '../../core/table';
import type { ChangeRecord } from './record';

/**
 * Returns a table of what a chain of steps changed: one line per change, with the rows left after its step. A step
 * without changes has a line that says so.
 *
 * @param records in the order of the steps.
 * @throws InputError when there is no record.
 * Cost: O(changes).
 *
 * @example
 * const cleaned = dropMissing(frame);
 * const unique = dropDuplicates(cleaned.data, { ignore: ['ID'] });
 * show(recordTable([cleaned.record, unique.record]));
 */
export function recordTable(records: readonly ChangeRecord[]): Table {
  checkList('records', records);
  if (records.length === 0) throw new InputError('no-data', 'there are no records to show');
  const { rowsBefore } = records[0];
  const { rowsAfter } = records[records.length - 1];
  return {
    caption:
      rowsBefore === rowsAfter
        ? rowsBefore === 1
          ? 'The only row was kept'
          : `All ${formatCount(rowsBefore)} rows were kept`
        : `${someOf(rowsAfter, plural(rowsBefore, 'row'), 'was', 'were')} kept`,
    columns: [
      { name: 'Step' },
      { name: 'Column' },
      { name: 'What happened' },
      { name: 'Changed', format: 'integer' },
      { name: 'Rows left', format: 'integer' },
    ],
    rows: records.flatMap(linesOf),
  };
}

function linesOf({ step, rowsAfter, changes }: ChangeRecord): TableCell[][] {
  if (changes.length === 0) return [[step, null, 'no changes', 0, rowsAfter]];
  return changes.map(({ column = null, what, count }) => [step, column, what, count, rowsAfter]);
}
