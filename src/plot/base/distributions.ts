import { InputError } from '../../core/errors';
import { checkInteger, checkNumber } from '../../core/options';
import { phrase } from '../../core/phrase';
import { quantile, skewness } from '../../core/statistics';
import { type Bars, countBars, countMultiples } from './bars';
import { type Columns, readColumns } from './columns';
import { type LogarithmicOption, readLogarithmic } from './logarithmic';
import { known, sorted } from './numbers';

/** A column that is counted already: a summary that `histogram` takes instead of customers. */
export interface BinnedColumn {
  /** Where bins begin and end, rising; one more than counts. */
  edges: readonly number[];
  /** Customers in each bin. */
  counts: readonly number[];
  /** Customers without a value. Default 0. */
  missing?: number;
}

/** Counted columns, by name. */
export type BinnedColumns = Readonly<Record<string, BinnedColumn>>;

/** How the values of one column are distributed. */
export interface Distribution {
  name: string;
  bars: Bars;
  logarithmic: boolean;
  /** Lower quartile, median, upper quartile; NaN where there are no values. */
  quartiles: readonly number[];
  /** Whether the quartiles are estimates, as those of counted values are. */
  isEstimated: boolean;
  /** Of the values as the axis measures them. */
  skewness: number;
  missing: number;
  /** Ascending, from the least to the largest: what numbers of the column are written like. */
  values: ArrayLike<number>;
}

/** Which columns, and how. */
export interface DistributionOptions extends LogarithmicOption {
  columns?: readonly string[];
  bins?: number;
}

/** Of customers. @throws InputError as `readColumns` and `readLogarithmic`. Cost: O(n log n) a column. */
export function distributionsOf(table: Columns, options: DistributionOptions): Distribution[] {
  const columns = readColumns(table, options.columns);
  const log = readLogarithmic(columns, options);
  return columns.map(({ name, values }, i) => {
    const ascending = sorted(values);
    return {
      name,
      bars: log[i] ? countMultiples(ascending, options.bins) : countBars(ascending, options.bins),
      logarithmic: log[i],
      quartiles: [0.25, 0.5, 0.75].map((share) => quantile(ascending, share)),
      skewness: skewness(known(log[i] ? values.map(Math.log10) : values)),
      isEstimated: false,
      missing: values.length - ascending.length,
      values: ascending,
    };
  });
}

/**
 * Of counted columns; values are taken to lie evenly in their bin.
 * @throws InputError for an unknown column, edges that do not rise, counts that are none or do not fit the edges.
 */
export function distributionsOfBins(binned: BinnedColumns, options: DistributionOptions): Distribution[] {
  if (options.bins !== undefined) {
    throw new InputError(
      'duplicate',
      phrase`${{ option: 'bins' }} divides the values of customers, and the table is counted already`,
      { remedy: 'leave it out' },
    );
  }
  const { columns = Object.keys(binned) } = options;
  const unknown = columns.find((name) => !Object.hasOwn(binned, name));
  if (unknown !== undefined) {
    throw new InputError('missing-column', phrase`there is no column ${{ column: unknown }}`, {
      remedy: `the table has ${Object.keys(binned).join(', ')}`,
    });
  }
  for (const name of columns) checkBins(name, binned[name]);
  const ends = columns.map((name) => ({ name, values: Float64Array.from(binned[name].edges) }));
  const log = readLogarithmic(ends, options);
  columns.forEach((name, i) => {
    if (!log[i]) checkEqualWidths(name, binned[name]);
  });
  return columns.map((name, i) => distributionOfBins(name, binned[name], log[i]));
}

export function areBinned(data: Columns | BinnedColumns): data is BinnedColumns {
  const columns = Object.values(data ?? {});
  return (
    columns.length > 0 &&
    columns.every((column) => Array.isArray(column?.edges) && Array.isArray(column.counts))
  );
}

function checkBins(name: string, { edges, counts, missing = 0 }: BinnedColumn): void {
  if (counts.length === 0 || edges.length !== counts.length + 1) {
    throw new InputError(
      'out-of-range',
      phrase`column ${{ column: name }} has ${edges.length} edges and ${counts.length} counts`,
      { remedy: 'give at least one count, and one more edge than counts' },
    );
  }
  edges.forEach((edge, i) => {
    checkNumber('edges', edge);
    if (i > 0 && edge <= edges[i - 1]) {
      throw new InputError(
        'unreadable-value',
        phrase`the edges of column ${{ column: name }} do not rise: ${edge} follows ${edges[i - 1]}`,
      );
    }
  });
  for (const count of [...counts, missing]) checkInteger('counts', count, { min: 0 });
}

/** Of unequal bins the heights would mislead. */
function checkEqualWidths(name: string, { edges }: BinnedColumn): void {
  const widths = edges.slice(1).map((edge, i) => edge - edges[i]);
  const odd = widths.findIndex((width) => Math.abs(width - widths[0]) > 1e-6 * widths[0]);
  if (odd < 0) return;
  throw new InputError(
    'unreadable-value',
    phrase`the bins of column ${{ column: name }} are ${widths[0]} and ${widths[odd]} wide`,
    { remedy: 'give bins of one width, or draw them on a logarithmic axis' },
  );
}

function distributionOfBins(
  name: string,
  { edges, counts, missing = 0 }: BinnedColumn,
  logarithmic: boolean,
): Distribution {
  const [from, to] = [edges.slice(0, -1), edges.slice(1)];
  const widths = from.map((start, i) => (logarithmic ? to[i] / start : to[i] - start));
  return {
    name,
    bars: { from, to, counts: [...counts], width: Math.max(...widths), single: false },
    logarithmic,
    quartiles: [0.25, 0.5, 0.75].map((share) => quantileOfBins(edges, counts, share)),
    isEstimated: true,
    skewness: skewnessOfBins(
      edges.map((edge) => (logarithmic ? Math.log10(edge) : edge)),
      counts,
    ),
    missing,
    values: edges,
  };
}

function quantileOfBins(edges: readonly number[], counts: readonly number[], share: number): number {
  let left = share * counts.reduce((sum, count) => sum + count, 0);
  for (const [i, count] of counts.entries()) {
    if (count > 0 && left <= count) return edges[i] + (left / count) * (edges[i + 1] - edges[i]);
    left -= count;
  }
  return Number.NaN;
}

function skewnessOfBins(edges: readonly number[], counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const moment = (of: (middle: number) => number) =>
    counts.reduce((sum, count, i) => sum + count * of((edges[i] + edges[i + 1]) / 2), 0) / total;
  const center = moment((middle) => middle);
  return moment((middle) => (middle - center) ** 3) / moment((middle) => (middle - center) ** 2) ** 1.5;
}
