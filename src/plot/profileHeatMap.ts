import { areYears, decimalsFor, formatNumber } from '../core/format';
import { mean, standardDeviation } from '../core/statistics';
import { type Columns, type NamedColumn, readColumns } from './base/columns';
import type { Figure } from './base/figure';
import { axisTitle, nameOf } from './base/label';
import { known } from './base/numbers';
import { composeProfiles, type ProfileRow } from './base/profileRows';
import { groupBySegment, type SegmentGroup } from './base/segments';
import { checkOptions, type FigureOptions } from './base/theme';

/** Options of `profileHeatMap`. */
export interface ProfileHeatMapOptions extends FigureOptions {
  /** Features to draw, in order; default all columns. */
  columns?: readonly string[];
}

/**
 * What sets each segment apart: its mean of every feature, colored by how many standard deviations of all
 * customers it lies above (red) or below (blue) the mean of all customers. The text is in original units.
 *
 * @param table features of length n; missing values are left out.
 * @param segments segment of each row, length n; −1 (noise) is not drawn but counts in the mean of all.
 * @throws InputError for an empty table, an unknown column or option, labels that do not fit.
 * Cost: O(n·d).
 *
 * @example
 * profileHeatMap({ Income: [30, 52, 75], Age: [25, 61, 40] }, [0, 0, 1], { units: { Income: 'k€' } });
 */
export function profileHeatMap(
  table: Columns,
  segments: ArrayLike<number>,
  options: ProfileHeatMapOptions = {},
): Figure {
  checkOptions('profileHeatMap', options, ['columns']);
  const columns = readColumns(table, options.columns);
  const groups = groupBySegment(segments, columns[0].values.length, options.segmentNames);
  const segmentsOnly = groups.filter(({ index }) => index >= 0);
  const drawn = segmentsOnly.length > 0 ? segmentsOnly : groups;
  const rows = columns.map((column) => rowOf(column, drawn, options));
  return composeProfiles(
    rows,
    drawn.map(({ name }) => name),
    options,
  );
}

function rowOf(
  { name, values }: NamedColumn,
  groups: readonly SegmentGroup[],
  options: FigureOptions,
): ProfileRow {
  const means = groups.map(({ rows }) => mean(known(rows.map((row) => values[row]))));
  return {
    name: nameOf(name, options),
    axis: axisTitle(name, options),
    z: standardize(values, means),
    text: means.map((value) => said(value, values)),
  };
}

/** A constant column sets nobody apart: 0 throughout. */
function standardize(values: ArrayLike<number>, means: readonly number[]): number[] {
  const there = known(values);
  const center = mean(there);
  const spread = standardDeviation(there);
  return means.map((value) => (spread > 0 ? (value - center) / spread : value - center));
}

function said(value: number, values: ArrayLike<number>): string {
  if (Number.isNaN(value)) return 'none';
  if (areYears(values)) return String(Math.round(value));
  const decimals = decimalsFor(values) === 0 && Math.abs(value) < 100 ? 1 : decimalsFor(values);
  return formatNumber(value, { decimals });
}
