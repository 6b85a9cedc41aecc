import { resolveOptions } from '../../core/resolveOptions';
import { type Given, names, number, object, oneOf, optional, type Static } from '../../core/schema';
import { mean, quantile, standardDeviation } from '../../core/statistics';
import { numericColumn, numericColumns } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { filterRows, readable } from '../scale/reshape';
import type { Change, Recorded } from './record';

/** What the options may be. @internal */
export const OUTLIER_OPTIONS = object({
  /**
   * 'iqr' (default): further than `threshold` interquartile ranges outside the quartiles (Tukey's fences, 1977). Where the
   * quartiles of a column are equal, since most of its values are, it goes by 3 standard deviations instead.
   * 'z-score': further than `threshold` (population) standard deviations from the mean; a few extreme values widen
   * these bounds.
   */
  method: oneOf(['iqr', 'z-score'], { default: 'iqr' }),
  /** Default 1.5 for 'iqr', 3 for 'z-score'. */
  threshold: optional(number({ minimum: 0 })),
  /** Default every column of numbers. */
  columns: optional(names()),
});

/** Options of `detectOutliers` and `dropOutliers`. */
export interface OutlierOptions extends Given<typeof OUTLIER_OPTIONS> {}

/** The outliers of one column. */
export interface ColumnOutliers {
  column: string;
  /** The lower and upper bound: values outside are outliers. */
  lower: number;
  upper: number;
  /** What these bounds rest on; not always what was asked for (see `method`). */
  method: 'iqr' | 'z-score';
  /** The rows (0-based) whose value lies outside. */
  rows: number[];
}

/**
 * Finds outliers without changing anything. Missing values are not outliers; a constant column has none.
 *
 * @throws InputError for an unknown column, text, or an unknown method.
 * Cost: O(rows log rows) per column.
 *
 * @example
 * detectOutliers(createFrame({ Income: [30, 45, 50, 60, 9999] }));
 * // [{ column: 'Income', lower: 22.5, upper: 82.5, method: 'iqr', rows: [4] }]
 */
export function detectOutliers(frame: DataFrame, options: OutlierOptions = {}): ColumnOutliers[] {
  return outliersIn(frame, resolveOptions('detectOutliers', OUTLIER_OPTIONS, options));
}

function outliersIn(frame: DataFrame, options: Static<typeof OUTLIER_OPTIONS>): ColumnOutliers[] {
  const { method, threshold = THRESHOLDS[method], columns = numericColumns(frame) } = options;
  return columns.map((column) => {
    const values = numericColumn(frame, column);
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    const taken = method === 'iqr' && hasNoMiddle(sorted) ? 'z-score' : method;
    const [lower, upper] = BOUNDS[taken](sorted, taken === method ? threshold : THRESHOLDS[taken]);
    const rows = Array.from(values.keys()).filter((row) => values[row] < lower || values[row] > upper);
    return { column, lower, upper, method: taken, rows };
  });
}

/**
 * Drops every row that is an outlier in at least one column. The bounds of all columns come from the frame as
 * given, so the order of columns does not matter.
 *
 * @returns a new frame, and per column its bounds and how many values lay outside.
 * @throws InputError as `detectOutliers`.
 * Cost: O(rows log rows) per column.
 *
 * @example
 * const { data, record } = dropOutliers(frame, { method: 'z-score', columns: ['Income'] });
 */
export function dropOutliers(frame: DataFrame, options: OutlierOptions = {}): Recorded<DataFrame> {
  const given = resolveOptions('dropOutliers', OUTLIER_OPTIONS, options);
  const found = outliersIn(frame, given).filter(({ rows }) => rows.length > 0);
  const { method: asked, threshold = THRESHOLDS[asked] } = given;
  const dropped = new Set(found.flatMap(({ rows }) => rows));
  const changes = found.map(({ column, lower, upper, method, rows }): Change => {
    const reach =
      method === asked
        ? `${threshold} ${UNITS[method]}`
        : `${THRESHOLDS[method]} ${UNITS[method]}, since its quartiles are equal`;
    const bounds = `outside ${readable(lower)} to ${readable(upper)} (${reach})`;
    return { column, what: `${bounds}, row dropped`, count: rows.length };
  });
  return filterRows(frame, 'Drop outliers', (row) => !dropped.has(row), changes);
}

const THRESHOLDS = { iqr: 1.5, 'z-score': 3 } as const;

const UNITS = { iqr: 'interquartile ranges', 'z-score': 'standard deviations' } as const;

const BOUNDS = { iqr: tukeyFences, 'z-score': deviationBounds };

/** Whether fences would call every other value an outlier, since most are the same. */
function hasNoMiddle(sorted: Float64Array): boolean {
  return sorted[0] < sorted[sorted.length - 1] && quantile(sorted, 0.25) === quantile(sorted, 0.75);
}

function tukeyFences(sorted: Float64Array, threshold: number): [number, number] {
  const [q1, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  return [q1 - threshold * (q3 - q1), q3 + threshold * (q3 - q1)];
}

function deviationBounds(sorted: Float64Array, threshold: number): [number, number] {
  const [least, greatest] = [sorted[0], sorted[sorted.length - 1]];
  if (least === greatest) return [least, greatest];
  const center = mean(sorted);
  const reach = threshold * standardDeviation(sorted);
  return [center - reach, center + reach];
}
