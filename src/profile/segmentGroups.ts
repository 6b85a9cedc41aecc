import { InputError } from '../core/errors';
import { display } from '../core/options';

/** Which customer belongs where. Position p stands for the label `segments[p]`; noise (−1), if any, comes last. */
export interface SegmentGroups {
  /** The labels that occur: 0, 1, … and then −1. */
  segments: number[];
  /** Position in `segments` for each row. */
  positions: Int32Array;
  /** Customers at each position. */
  sizes: number[];
}

/**
 * Checks the labels and counts them. Cost: O(n).
 * @throws InputError when there is not one whole label of at least −1 for every row.
 */
export function groupBySegment(labels: ArrayLike<number>, rows: number): SegmentGroups {
  if (labels?.length !== rows) {
    throw new InputError(
      `there are ${labels?.length ?? 'no'} labels for ${rows} customers; give one for each`,
    );
  }
  const counts = new Map<number, number>();
  for (let i = 0; i < rows; i++) {
    if (!Number.isInteger(labels[i]) || labels[i] < -1) {
      throw new InputError(
        `label ${i} is ${display(labels[i])}; a label is 0, 1, 2 … for a segment or -1 for noise`,
      );
    }
    counts.set(labels[i], (counts.get(labels[i]) ?? 0) + 1);
  }
  const segments = [...counts.keys()].sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b));
  const positionOf = new Map(segments.map((segment, position) => [segment, position]));
  const positions = Int32Array.from(labels, (label) => positionOf.get(label)!);
  return { segments, positions, sizes: segments.map((segment) => counts.get(segment)!) };
}
