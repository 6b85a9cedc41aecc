import { InputError } from '../core/errors';
import { display } from '../core/options';
import { phrase } from '../core/phrase';
import { nearestName, suggestion } from './nearestName';

/**
 * Refuses a table that lacks a column.
 *
 * @param file what the table is called in the message.
 * @throws InputError naming every column that is not there, the nearest name that is, and all there are.
 */
export function checkColumnsExist(known: readonly string[], wanted: readonly string[], file: string): void {
  const there = new Set(known);
  const absent = wanted.filter((name) => !there.has(name));
  if (absent.length === 0) return;
  if (absent.length === 1) {
    throw new InputError('missing-column', phrase`${{ file }} has no column ${{ column: absent[0] }}`, {
      remedy: suggestion(String(absent[0]), known),
      allowed: known,
    });
  }
  const list = absent.map((name) => {
    const nearest = nearestName(String(name), known);
    return `${display(name)}${nearest === undefined ? '' : ` (did you mean '${nearest}'?)`}`;
  });
  throw new InputError('missing-column', phrase`${{ file }} has no columns ${list.join(', ')}`, {
    remedy: `there are: ${known.join(', ')}`,
    allowed: known,
  });
}
