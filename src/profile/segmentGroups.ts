import { checkLabels, rowsBySegment } from '../core/labels';

/** The segment of each customer. Position p has the label `segments[p]`; noise (−1), if any, comes last. */
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
 * @throws InputError unless every row has one whole label of at least −1.
 */
export function groupBySegment(labels: ArrayLike<number>, rows: number): SegmentGroups {
  const groups = Array.from(rowsBySegment(checkLabels(labels, rows)));
  const positions = new Int32Array(rows);
  groups.forEach(([, own], position) => {
    for (const row of own) positions[row] = position;
  });
  return { segments: groups.map(([label]) => label), positions, sizes: groups.map(([, own]) => own.length) };
}
