import { binOf, type ColumnBins } from './binnedColumns';
import type { CenterSide } from './centerTree';

/**
 * On which side of a split of a column each center lies. Of numbers by the mean of its customers, on the scale that they
 * were clustered on; of a category by what most of them have.
 * @param values of the column, what stands in for missing ones included.
 */
export function centerSides(
  column: ColumnBins,
  values: Float64Array,
  labels: Int32Array,
  segments: number,
): CenterSide[] {
  return column.column.kind === 'category'
    ? sidesOfLevels(column, labels, segments)
    : sidesOfMeans(column, values, labels, segments);
}

function sidesOfMeans(
  binned: ColumnBins,
  values: Float64Array,
  labels: Int32Array,
  segments: number,
): CenterSide[] {
  const log = binned.column.kind === 'numeric' && binned.column.log;
  const sums = new Float64Array(segments);
  const counts = new Int32Array(segments);
  labels.forEach((label, i) => {
    if (label < 0) return;
    sums[label] += log ? Math.log1p(values[i]) : values[i];
    counts[label]++;
  });
  return Array.from(sums, (sum, c) => {
    const mean = sum / counts[c];
    const bin = binOf(binned, log ? Math.expm1(mean) : mean);
    return (left: Uint8Array) => left[bin] === 1;
  });
}

function sidesOfLevels({ filled, bins }: ColumnBins, labels: Int32Array, segments: number): CenterSide[] {
  const counts = Array.from({ length: segments }, () => new Int32Array(bins));
  labels.forEach((label, i) => {
    if (label >= 0) counts[label][filled[i]]++;
  });
  return counts.map((own) => {
    const size = own.reduce((sum, count) => sum + count, 0);
    return (left: Uint8Array) => own.reduce((sum, count, bin) => sum + count * left[bin], 0) > size / 2;
  });
}
