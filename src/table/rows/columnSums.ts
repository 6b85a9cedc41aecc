import { isMissingText } from '../missing';
import { numbersIn, recognizeNumbers } from '../recognize/numbers';
import { toNumber } from '../toNumber';
import type { GivenColumn } from './otherRow';
import type { LabelKind } from './totalLabels';

/** A column's numbers, and their sums up to every row. */
export interface SummedColumn {
  name: string;
  /** NaN where there is none. */
  values: Float64Array;
  /** Sums and counts over the rows that add up, before each row: length rows + 1. */
  sums: Float64Array;
  counts: Float64Array;
}

/** Texts are numbers where so many of the known ones are. */
const MOST = 0.9;

/**
 * The columns of numbers, with sums over the rows that are customers. Texts count as `recognizeNumbers` reads them.
 * @param isCustomer whether a row adds up.
 * Cost: O(n · columns).
 */
export function summedColumns(
  columns: readonly GivenColumn[],
  isCustomer: (row: number) => boolean,
): SummedColumn[] {
  return columns.flatMap(({ name, cells }) => {
    const values = numbersAmong(cells, isCustomer);
    if (values === undefined) return [];
    const sums = new Float64Array(cells.length + 1);
    const counts = new Float64Array(cells.length + 1);
    for (let row = 0; row < cells.length; row++) {
      const adds = isCustomer(row) && !Number.isNaN(values[row]);
      sums[row + 1] = sums[row] + (adds ? values[row] : 0);
      counts[row + 1] = counts[row] + (adds ? 1 : 0);
    }
    return [{ name, values, sums, counts }];
  });
}

function numbersAmong(
  cells: ArrayLike<unknown>,
  isCustomer: (row: number) => boolean,
): Float64Array | undefined {
  const values = new Float64Array(cells.length).fill(Number.NaN);
  let [known, plain] = [0, 0];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined || typeof cell === 'boolean') continue;
    if (typeof cell === 'string' && isMissingText(cell)) continue;
    values[row] = toNumber(cell) ?? Number.NaN;
    if (!isCustomer(row)) continue;
    known++;
    if (!Number.isNaN(values[row])) plain++;
  }
  if (known === 0) return undefined;
  if (plain >= MOST * known) return values;
  return writtenNumbers(cells, isCustomer, known);
}

/** Numbers with marks between thousands, decimal commas or signs of currency. */
function writtenNumbers(
  cells: ArrayLike<unknown>,
  isCustomer: (row: number) => boolean,
  known: number,
): Float64Array | undefined {
  const rows: number[] = [];
  const texts: string[] = [];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (typeof cell !== 'string' || isMissingText(cell)) continue;
    const isNumber = recognizeNumbers([cell.trim()], { measures: true }) !== undefined;
    if (!isNumber && isCustomer(row) && texts.length === 0) return undefined;
    if (!isNumber) continue;
    rows.push(row);
    texts.push(cell.trim());
  }
  if (texts.length < MOST * known) return undefined;
  const found = recognizeNumbers(texts, { measures: true });
  if (found === undefined) return undefined;
  const values = new Float64Array(cells.length).fill(Number.NaN);
  numbersIn(found, found.styles[0]).forEach((value, at) => {
    values[rows[at]] = value;
  });
  return values;
}

/** How the values of a row follow from those of others, as the end of a sentence. */
export interface Relation {
  what: string;
  /** Columns in which the row has a number that can be compared. */
  compared: number;
  /** Those in which it is the sum, or whatever its label says. */
  matched: number;
}

/**
 * Compares a row's numbers with the sums (or means, or other statistics) of the rows from `from` up to `to`.
 * @param kind what the label says; a sum without a label is undefined.
 */
export function relationTo(
  columns: readonly SummedColumn[],
  row: number,
  { from, to }: { from: number; to: number },
  kind: LabelKind | undefined,
): Relation {
  let [compared, sums, others] = [0, 0, 0];
  for (const column of columns) {
    const value = column.values[row];
    const count = column.counts[to] - column.counts[from];
    if (Number.isNaN(value) || count === 0) continue;
    const sum = column.sums[to] - column.sums[from];
    if (value === 0 && sum === 0) continue;
    compared++;
    if (isNear(value, sum, sum)) sums++;
    else if (
      kind !== undefined &&
      statisticsOf(column, from, to, kind).some((each) => isNear(value, each, each))
    )
      others++;
  }
  const isSum = kind === undefined || kind === 'sum';
  const what = isSum ? 'the sum' : kind === 'mean' ? 'the mean' : 'a statistic';
  return { what, compared, matched: isSum && sums === 0 ? 0 : sums + others }; // some totals have the mean age
}

/** Equal as far as its decimals tell: 38.5 is the mean 38.4583. */
function isNear(value: number, expected: number, size: number): boolean {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;
  const rounding = decimals === 0 && Number.isInteger(expected) ? 0 : 0.5 * 10 ** -decimals;
  return Math.abs(value - expected) <= rounding * 1.0001 + Math.abs(size) * 1e-9;
}

function statisticsOf(
  { values, sums, counts }: SummedColumn,
  from: number,
  to: number,
  kind: LabelKind,
): number[] {
  const count = counts[to] - counts[from];
  const mean = (sums[to] - sums[from]) / count;
  if (kind === 'sum') return [mean];
  const known = Array.from({ length: to - from }, (_, at) => from + at)
    .filter((row) => counts[row + 1] > counts[row])
    .map((row) => values[row])
    .sort((a, b) => a - b);
  const median = (known[(count - 1) >> 1] + known[count >> 1]) / 2;
  if (kind === 'mean') return [mean, median];
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviations = [Math.sqrt(squares / count), Math.sqrt(squares / Math.max(1, count - 1))];
  return [known[0], known[known.length - 1], count, mean, median, ...deviations];
}
