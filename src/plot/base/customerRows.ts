import { areYears, decimalsFor, formatNumber } from '../../core/format';
import { mean, standardDeviation } from '../../core/statistics';
import type { NamedColumn } from './columns';
import type { FigureOptions } from './figureOptions';
import { axisTitle, nameOf } from './label';
import { known } from './numbers';
import type { ProfileRow } from './profileRows';
import type { SegmentGroup } from './segments';

/** A column of customers in every segment. Cost: O(n). */
export function rowOfCustomers(
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
