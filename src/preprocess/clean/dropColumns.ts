import { InputError } from '../../core/errors';
import { checkList } from '../../core/options';
import { columnsOf, positionOf } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { createFrame } from '../../datasets/frame/dataFrame';
import { recorded } from '../scale/reshape';
import type { Recorded } from './record';

/**
 * Drops columns, for example, constants.
 *
 * @param reason for the record, e.g. 'the same for every customer'.
 * @throws InputError for an unknown column, or when no column would be left.
 *
 * Cost: O(rows × columns).
 *
 * @example
 * const { data } = dropColumns(frame, ['Z_CostContact', 'Z_Revenue'], 'the same for every customer');
 */
export function dropColumns(
  frame: DataFrame,
  columns: readonly string[],
  reason?: string,
): Recorded<DataFrame> {
  checkList('columns', columns);
  for (const name of columns) positionOf(frame, name);
  const kept = columnsOf(frame);
  for (const name of columns) kept.delete(name);
  if (kept.size === 0)
    throw new InputError('out-of-range', 'no column would be left', { remedy: 'keep at least one' });
  const what = `column dropped${reason ? ` (${reason})` : ''}`;
  const changes = columns.map((column) => ({ column, what, count: frame.shape[0] }));
  return recorded(frame, createFrame(kept), 'Drop columns', changes);
}
