import { countBelow } from '../../../core/countBelow';
import type { SegmentationColumn } from '../../columns/segmentationColumn';
import { digitsOf, roundestFrom } from './roundNumbers';

/** A column in bins, between which conditions may divide. */
export interface ColumnBins {
  column: SegmentationColumn;
  /** Between bins of numbers, ascending: bin b holds values above `cuts[b - 1]` and at most `cuts[b]`; none for categories. */
  cuts: number[];
  /** Of each cut, the digits that it needs: the fewer, the rounder. */
  digits: number[];
  /** Ranges of numbers, or categories. */
  bins: number;
  /** The bin of each customer, with what stands in for a missing value. */
  filled: Int32Array;
  /** The same as the file has it: −1 where it says nothing. */
  known: Int32Array;
}

/** More places to divide a column change no condition that people would say. */
const MAX_BINS = 64;

/**
 * @param values of some customers, what stands in for a missing one included.
 * @param given the same, NaN where the file says nothing.
 */
export function binColumn(column: SegmentationColumn, values: Float64Array, given: Float64Array): ColumnBins {
  const isCategory = column.kind === 'category';
  const cuts = isCategory ? [] : cutsOf(values);
  const bin = (value: number) => (Number.isNaN(value) ? -1 : binOf({ column, cuts }, value));
  return {
    column,
    cuts,
    digits: cuts.map(digitsOf),
    bins: isCategory ? column.levels.length : cuts.length + 1,
    filled: Int32Array.from(values, bin),
    known: Int32Array.from(given, bin),
  };
}

/** The bin of a value: of numbers by how many cuts lie below, of categories the value itself. */
export function binOf({ column, cuts }: Pick<ColumnBins, 'column' | 'cuts'>, value: number): number {
  return column.kind === 'category' ? value : countBelow(cuts, value);
}

/** Round numbers between the values: between all of them, or at about as many customers each where they are many. */
function cutsOf(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const edges = distinct.length <= MAX_BINS ? distinct : edgesOf(sorted);
  const cuts = Array.from(edges.subarray(1), (edge, i) => roundestFrom(edges[i], edge));
  return cuts.filter((cut, i) => i === 0 || cut > cuts[i - 1]);
}

function edgesOf(sorted: Float64Array): Float64Array {
  const at = (i: number) => sorted[Math.round((i * (sorted.length - 1)) / MAX_BINS)];
  return Float64Array.from(new Set(Array.from({ length: MAX_BINS + 1 }, (_, i) => at(i))));
}
