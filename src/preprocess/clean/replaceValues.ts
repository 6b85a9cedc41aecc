import { InputError } from '../../core/errors';
import { display, isGiven } from '../../core/options';
import { columnOf } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import type { Cell } from '../../table/cell';
import { isNullish } from '../../table/missing';
import { replaceColumns } from '../scale/reshape';
import type { Change, Recorded } from './record';

/**
 * Replaces values of a column with others, for example, to merge rare categories.
 *
 * @param replacements old value → new value (`null` makes it missing). A `Map` distinguishes 1 from '1'; a plain
 * object does not.
 * @returns a new frame, and per replacement how often it applied, even if never.
 * @throws InputError for an unknown column or when there is nothing to replace.
 *
 * Cost: O(rows).
 *
 * @example
 * const { data } = replaceValues(frame, 'Marital_Status', { YOLO: 'Single', Alone: 'Single', Absurd: null });
 */
export function replaceValues(
  frame: DataFrame,
  column: string,
  replacements: ReadonlyMap<Cell, Cell> | Readonly<Record<string, Cell>>,
): Recorded<DataFrame> {
  if (typeof replacements !== 'object' || replacements === null || Array.isArray(replacements)) {
    throw new InputError('wrong-type', isGiven('replacements', replacements), {
      remedy: 'give an object or a Map of old → new',
    });
  }
  const exact = replacements instanceof Map;
  const wanted = new Map<Cell, Cell>(exact ? replacements : Object.entries(replacements));
  if (wanted.size === 0)
    throw new InputError('no-data', 'there is no value to replace', { remedy: 'give old → new' });
  const counts = new Map(Array.from(wanted.keys(), (key) => [key, 0]));
  const cells = columnOf(frame, column).map((cell) => {
    const key = exact || cell === null ? cell : String(cell);
    const found = wanted.get(key);
    if (found === undefined) return cell;
    counts.set(key, counts.get(key)! + 1);
    return found;
  });
  const changes = Array.from(wanted, ([from, to]): Change => {
    const outcome = isNullish(to) ? 'made missing' : `replaced with ${display(to)}`;
    return { column, what: `${display(from)} ${outcome}`, count: counts.get(from)! };
  });
  return replaceColumns(frame, `Replace values of ${column}`, new Map([[column, cells]]), changes);
}
