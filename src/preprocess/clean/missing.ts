import { InputError } from '../../core/errors';
import { checkKnown, checkList, checkOneOf, display } from '../../core/options';
import { phrase } from '../../core/phrase';
import { mean, quantile } from '../../core/statistics';
import { columnOf, columnsOf, isNumeric } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { checkFrame } from '../../datasets/frame/dataFrame';
import type { Cell } from '../../table/cell';
import { isNullish } from '../../table/missing';
import { keepRows, readable, replaceColumns } from '../scale/reshape';
import { mostFrequent } from './mostFrequent';
import type { Change, Recorded } from './record';

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
  checkKnown('dropMissing', options, ['columns']);
  const { columns = checkFrame(frame).columns } = options;
  checkList('columns', columns);
  const cells = columns.map((name) => columnOf(frame, name));
  const changes = columns.flatMap((column, j): Change[] => {
    const count = countMissing(cells[j]);
    return count > 0 ? [{ column, what: 'missing, row dropped', count }] : [];
  });
  const complete = (row: number) => cells.every((values) => values[row] !== null);
  return keepRows(frame, 'Drop rows with missing values', complete, changes);
}

/** How `fillMissing` finds the value to fill in. */
export type FillStrategy = 'median' | 'mean' | 'most-frequent' | 'constant';

/** Options of `fillMissing`. */
export interface FillMissingOptions {
  /** Default 'median', which a few extreme values hardly affect. 'most-frequent' and 'constant' fill text too. */
  strategy?: FillStrategy;
  /** The value that 'constant' fills in. */
  value?: string | number | boolean;
  /**
   * Default: every column with missing values that the strategy can fill; for 'median' and 'mean' these are the
   * columns of numbers.
   */
  columns?: readonly string[];
}

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
  checkKnown('fillMissing', options, ['strategy', 'value', 'columns']);
  const strategy = checkOneOf('strategy', options.strategy ?? 'median', STRATEGIES);
  if ((strategy === 'constant') !== !isNullish(options.value)) {
    throw new InputError(
      'conflict',
      phrase`${{ option: 'value' }} is ${{ value: options.value }} and ${{ option: 'strategy' }} '${strategy}'`,
      { remedy: "'constant' needs a value and no other strategy takes one" },
    );
  }
  const { columns = fillable(frame, strategy) } = options;
  checkList('columns', columns);
  const changes: Change[] = [];
  const filled = new Map<string, Cell[]>();
  for (const column of columns) {
    const cells = columnOf(frame, column);
    const count = countMissing(cells);
    if (count === 0) continue;
    const value = strategy === 'constant' ? options.value! : fillValue(column, cells, strategy);
    filled.set(
      column,
      cells.map((cell) => cell ?? value),
    );
    changes.push({ column, what: `missing, filled with ${describeFill(strategy, value)}`, count });
  }
  return replaceColumns(frame, 'Fill missing values', filled, changes);
}

const STRATEGIES: readonly FillStrategy[] = ['median', 'mean', 'most-frequent', 'constant'];

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
