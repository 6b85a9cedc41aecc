import { InputError } from '../../core/errors';
import { display } from '../../core/options';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { boolean, either, type Given, names, number, object, oneOf, optional, text } from '../../core/schema';
import { mean, quantile } from '../../core/statistics';
import { columnOf, columnsOf, isNumeric } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { checkFrame } from '../../datasets/frame/dataFrame';
import type { Cell } from '../../table/cell';
import { filterRows, readable, replaceColumns } from '../scale/reshape';
import { mostFrequent } from './mostFrequent';
import type { Change, Recorded } from './record';

const DROP_MISSING_OPTIONS = object({ columns: optional(names()) });

/**
 * Drops every row in which one of the columns is missing.
 *
 * @param options.columns where to look; default every column.
 * @returns a new frame, and per column how many of its cells were missing. A row with several missing values counts
 * in each of these columns.
 * @throws InputError for an unknown column.
 *
 * Cost: O(rows × columns).
 *
 * @example
 * const { data, record } = dropMissing(frame, { columns: ['Income'] });
 */
export function dropMissing(
  frame: DataFrame,
  options: { columns?: readonly string[] } = {},
): Recorded<DataFrame> {
  const { columns = checkFrame(frame).columns } = resolveOptions(
    'dropMissing',
    DROP_MISSING_OPTIONS,
    options,
  );
  const cells = columns.map((name) => columnOf(frame, name));
  const changes = columns.flatMap((column, j): Change[] => {
    const count = countMissing(cells[j]);
    return count > 0 ? [{ column, what: 'missing, row dropped', count }] : [];
  });
  const complete = (row: number) => cells.every((values) => values[row] !== null);
  return filterRows(frame, 'Drop rows with missing values', complete, changes);
}

const STRATEGIES = ['median', 'mean', 'most-frequent', 'constant'] as const;

/** How `fillMissing` finds the value to fill in. */
export type FillStrategy = (typeof STRATEGIES)[number];

/** What the options may be. @internal */
export const FILL_MISSING_OPTIONS = object({
  /** Default 'median', which a few extreme values hardly affect. 'most-frequent' and 'constant' fill text too. */
  strategy: oneOf(STRATEGIES, { default: 'median' }),
  /** The value that 'constant' fills in. */
  value: optional(either([text(), number(), boolean()], { expects: 'a text, a number or a truth value' })),
  /**
   * Default: every column with missing values that the strategy can fill; for 'median' and 'mean' these are the
   * columns of numbers.
   */
  columns: optional(names()),
});

/** Options of `fillMissing`. */
export interface FillMissingOptions extends Given<typeof FILL_MISSING_OPTIONS> {}

/**
 * Fills missing values, column by column.
 *
 * @returns a new frame, and, per filled column, the value and how often it was filled in.
 * @throws InputError for an unknown column, for text if you asked for a median or mean, and for a column without
 * any value.
 *
 * Cost: O(rows × columns), with a sort per column for the median.
 *
 * @example
 * const { data } = fillMissing(frame, { strategy: 'most-frequent', columns: ['Education'] });
 */
export function fillMissing(frame: DataFrame, options: FillMissingOptions = {}): Recorded<DataFrame> {
  const given = resolveOptions('fillMissing', FILL_MISSING_OPTIONS, options);
  const { strategy, columns = fillable(frame, strategy) } = given;
  if ((strategy === 'constant') !== (given.value !== undefined)) {
    throw new InputError(
      'conflict',
      phrase`${{ option: 'value' }} is ${{ value: given.value }} and ${{ option: 'strategy' }} '${strategy}'`,
      { remedy: "'constant' needs a value and no other strategy takes one" },
    );
  }
  const changes: Change[] = [];
  const filled = new Map<string, Cell[]>();
  for (const column of columns) {
    const cells = columnOf(frame, column);
    const count = countMissing(cells);
    if (count === 0) continue;
    const value = strategy === 'constant' ? given.value! : fillValue(column, cells, strategy);
    filled.set(
      column,
      cells.map((cell) => cell ?? value),
    );
    changes.push({ column, what: `missing, filled with ${describeFill(strategy, value)}`, count });
  }
  return replaceColumns(frame, 'Fill missing values', filled, changes);
}

function fillable(frame: DataFrame, strategy: FillStrategy): string[] {
  const numbersOnly = strategy === 'median' || strategy === 'mean';
  return Array.from(columnsOf(frame))
    .filter(([, cells]) => !numbersOnly || isNumeric(cells))
    .map(([name]) => name);
}

function fillValue(
  column: string,
  cells: readonly Cell[],
  strategy: Exclude<FillStrategy, 'constant'>,
): Cell {
  const known = cells.filter((cell) => cell !== null);
  if (known.length === 0)
    throw new InputError('no-data', phrase`column ${{ column }} has no values`, {
      remedy: 'drop it instead',
    });
  if (strategy === 'most-frequent') return mostFrequent(known).value;
  if (!isNumeric(cells)) {
    throw new InputError('wrong-type', phrase`column ${{ column }} isn't numeric`, {
      remedy: "fill it with 'most-frequent' or 'constant'",
    });
  }
  const numbers = Float64Array.from(known as number[]);
  return strategy === 'mean' ? mean(numbers) : quantile(numbers.sort(), 0.5);
}

function describeFill(strategy: FillStrategy, value: Cell): string {
  const shown = typeof value === 'number' ? readable(value) : display(value);
  return strategy === 'constant'
    ? shown
    : `the ${strategy.replace('-', ' ')}${strategy === 'most-frequent' ? ' value' : ''} ${shown}`;
}

function countMissing(cells: readonly Cell[]): number {
  return cells.filter((cell) => cell === null).length;
}
