import { capitalized } from '../../../core/columnNames';
import { formatList, formatShare } from '../../../core/format';
import { Random } from '../../../core/random';
import type { SegmentationColumn } from '../../columns/segmentationColumn';
import { bestRule } from './bestRule';
import { binColumn, type ColumnBins } from './binnedColumns';
import type { AllowedBins } from './box';
import { type ConditionColumn, conditionOf, isTrueOf, type SegmentCondition } from './condition';
import { type Explained, surrogateTree } from './surrogateTree';

/** The shortest conditions that describe a segment, and how well they do. Every figure can be counted again. */
export interface SegmentRule {
  /** All of them together; none where there is nothing to tell the segment from. */
  conditions: SegmentCondition[];
  /** Customers who fit, in the segment or not; of all who were clustered, noise included. */
  fits: number;
  /** Customers of the segment who fit. */
  fitsInSegment: number;
  /** Share of the segment's customers who fit, 0 to 1. */
  coverage: number;
  /** Share of those who fit that is in the segment, 0 to 1. */
  precision: number;
  /** Whether coverage and precision are at least 60% and the rule tells the segment from the others. */
  describes: boolean;
  /** All of it in words: 'Income above 62,000 and no children: 91% of these customers, 84% of those it fits.' */
  sentence: string;
}

/** Customers, in any order, and their segments. */
export interface Described extends Omit<Explained, 'columns'> {
  columns: readonly SegmentationColumn[];
  /** As `values`, but NaN where the file has none. */
  given: readonly Float64Array[];
  meanings: readonly Omit<ConditionColumn, 'isWhole'>[];
  seed: number;
}

/** Cells that a search for conditions looks at, over all columns; more find no other words. */
const MAX_CELLS = 100_000;
const MIN_ROWS = 1000;
/** Of a rare segment so many customers take part in any case. */
const OF_EACH = 200;
/** Below this share a rule describes nothing. */
const ENOUGH = 0.6;
/** By so much more of the segment than of the others must fit: of a segment of nearly everyone any rule has precision. */
const APART = 0.3;

/**
 * A rule for each segment, found on a sample of a large table and counted on all customers.
 * Cost: O(customers · columns) and some tenths of a second.
 */
export function describeSegments(all: Described): SegmentRule[] {
  const { columns, values, given, space, labels, segments, meanings } = all;
  const rows = rowsToSearch(all);
  const take = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  const sampled = values.map(take);
  const binned = columns.map((column, j) => binColumn(column, sampled[j], take(given[j])));
  const own = Int32Array.from(rows, (row) => labels[row]);
  const tree =
    segments > 1 || own.some((label) => label < 0)
      ? surrogateTree({
          columns: binned,
          values: sampled,
          space: space.selectRows(rows),
          labels: own,
          segments,
        })
      : { nodes: [] };
  const boxes = tree.nodes.map(({ box }) => box).filter((box) => box.size > 0);
  const known = meanings.map((meaning, j) => ({ ...meaning, isWhole: values[j].every(Number.isInteger) }));
  return Array.from({ length: segments }, (_, segment) => {
    const box = bestRule(
      binned,
      Uint8Array.from(own, (label) => Number(label === segment)),
      boxes,
    );
    return counted(box, segment, binned, known, all);
  });
}

function rowsToSearch({ labels, columns, segments, seed }: Described): Int32Array {
  const { length } = labels;
  const most = Math.max(MIN_ROWS, Math.floor(MAX_CELLS / columns.length));
  if (length <= most) return Int32Array.from({ length }, (_, row) => row);
  const rows = new Set(new Random(seed).sample(length, most));
  const counts = new Int32Array(segments);
  for (const row of rows) if (labels[row] >= 0) counts[labels[row]]++;
  labels.forEach((label, row) => {
    if (label < 0 || counts[label] >= OF_EACH || rows.has(row)) return;
    rows.add(row);
    counts[label]++;
  });
  return Int32Array.from(rows).sort();
}

function counted(
  box: AllowedBins,
  segment: number,
  binned: readonly ColumnBins[],
  meanings: readonly ConditionColumn[],
  { given, labels }: Described,
): SegmentRule {
  const parts = Array.from(box).sort(([a], [b]) => a - b);
  const tests = parts.map(([j, allowed]) => ({ values: given[j], isTrue: isTrueOf(binned[j], allowed) }));
  const conditions = parts.map(([j, allowed]) => conditionOf(binned[j], allowed, meanings[j]));
  let [fits, fitsInSegment, size] = [0, 0, 0];
  labels.forEach((label, row) => {
    const isOwn = label === segment;
    if (isOwn) size++;
    if (!tests.every(({ values, isTrue }) => isTrue(values[row]))) return;
    fits++;
    if (isOwn) fitsInSegment++;
  });
  const coverage = fitsInSegment / size;
  const precision = fits === 0 ? 0 : fitsInSegment / fits;
  const others = (fits - fitsInSegment) / Math.max(1, labels.length - size);
  const describes =
    conditions.length > 0 && Math.min(coverage, precision) >= ENOUGH && coverage - others >= APART;
  const rule: Omit<SegmentRule, 'sentence'> = {
    conditions,
    fits,
    fitsInSegment,
    coverage,
    precision,
    describes,
  };
  return { ...rule, sentence: sentenceOf(rule) };
}

function sentenceOf({ conditions, coverage, precision, describes }: Omit<SegmentRule, 'sentence'>): string {
  if (conditions.length === 0)
    return precision === 1
      ? 'All customers are in this segment, so no condition tells it from others.'
      : 'No condition tells this segment from the others.';
  const words = formatList(conditions.map(({ text }) => text));
  const [covered, precise] = [formatShare(coverage), formatShare(precision)];
  return describes
    ? `${capitalized(words)}: ${covered} of these customers, ${precise} of those it fits.`
    : `No short rule describes this segment. The best one, ${words}, fits ${covered} of these customers, and they are ${precise} of those it fits.`;
}
