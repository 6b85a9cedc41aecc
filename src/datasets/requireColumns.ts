import { InputError } from '../core/errors';
import { checkList, display } from '../core/options';
import { phrase } from '../core/phrase';
import type { TableData } from '../table/tableData';
import { nearestName, suggestion } from './nearestName';

/**
 * Refuses a table that lacks a column.
 *
 * @param file what the table is called in the message.
 * @throws InputError naming every column that is not there, the nearest name that is, and all there are.
 *
 * @example
 * requireColumns({ Age: [34], Income: [42000] }, ['Age', 'Income']);
 */
export function requireColumns(table: TableData, names: readonly string[], file = 'the table'): void {
  checkColumnsExist(Object.keys(table), checkList('names', names), file);
}

/** As `requireColumns`, for names alone. */
export function checkColumnsExist(known: readonly string[], wanted: readonly string[], file: string): void {
  const there = new Set(known);
  const absent = wanted.filter((name) => !there.has(name));
  if (absent.length === 0) return;
  if (absent.length === 1) {
    throw new InputError('missing-column', phrase`${{ file }} has no column ${{ column: absent[0] }}`, {
      remedy: suggestion(String(absent[0]), known),
    });
  }
  const list = absent.map((name) => {
    const nearest = nearestName(String(name), known);
    return `${display(name)}${nearest === undefined ? '' : ` (did you mean '${nearest}'?)`}`;
  });
  throw new InputError('missing-column', phrase`${{ file }} has no columns ${list.join(', ')}`, {
    remedy: `there are: ${known.join(', ')}`,
  });
}
