import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, names, object, optional } from '../../core/schema';
import { columnOf, positionOf } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { checkFrame } from '../../datasets/frame/dataFrame';
import { filterRows } from '../scale/reshape';
import type { Recorded } from './record';

/** What the options may be. @internal */
export const DROP_DUPLICATES_OPTIONS = object({
  /** Columns to compare; default every column. */
  columns: optional(names()),
  /** Columns not to compare, such as a row number that makes every row unique. */
  ignore: names({ default: [] }),
});

/** Options of `dropDuplicates`. */
export interface DropDuplicatesOptions extends Given<typeof DROP_DUPLICATES_OPTIONS> {}

/**
 * Drops rows that repeat an earlier row in every compared column; the first of them stays. Missing equals missing;
 * the number 1 and the text '1' differ.
 *
 * @throws InputError for an unknown column, or when nothing is left to compare.
 *
 * Cost: O(rows × columns).
 *
 * @example
 * const { data, record } = dropDuplicates(frame, { ignore: ['ID'] });
 */
export function dropDuplicates(frame: DataFrame, options: DropDuplicatesOptions = {}): Recorded<DataFrame> {
  const { columns = checkFrame(frame).columns, ignore } = resolveOptions(
    'dropDuplicates',
    DROP_DUPLICATES_OPTIONS,
    options,
  );
  for (const name of ignore) positionOf(frame, name);
  const compared = columns.filter((name) => !ignore.includes(name));
  if (compared.length === 0)
    throw new InputError(
      'no-data',
      phrase`${{ option: 'columns' }} and ${{ option: 'ignore' }} leave no column to compare`,
    );
  const first = firstOccurrences(compared.map((name) => columnOf(frame, name)));
  const count = first.filter((isFirst) => !isFirst).length;
  const what = `repeats an earlier row${exceptIn(columns, options)}, row dropped`;
  return filterRows(frame, 'Drop duplicate rows', (row) => first[row], count > 0 ? [{ what, count }] : []);
}

function firstOccurrences(columns: readonly (readonly unknown[])[]): boolean[] {
  const seen = new Set<string>();
  return columns[0].map((_, row) => {
    const key = JSON.stringify(columns.map((cells) => cells[row]));
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function exceptIn(columns: readonly string[], options: DropDuplicatesOptions): string {
  if (options.columns) {
    const compared = columns.filter((name) => !options.ignore?.includes(name));
    return ` in ${compared.join(', ')}`;
  }
  return options.ignore?.length ? ` in all but ${options.ignore.join(', ')}` : '';
}
