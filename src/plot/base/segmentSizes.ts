import { InputError } from '../../core/errors';
import { checkInteger } from '../../core/options';
import { type SegmentLook, segmentGroups, segmentLook } from './segments';

/** How many customers a segment has: a summary that figures take instead of customers. A `SegmentProfile` is one. */
export interface SegmentSize {
  /** 0, 1, …; −1 is noise. */
  segment: number;
  /** Customers. */
  size: number;
  /** Where `segmentNames` does not name the segment. */
  name?: string;
}

/** A segment, how it looks and how many customers it has. */
export type SizedSegment = SegmentLook & { size: number };

/**
 * Segments with their sizes, in order of segment number, noise last.
 *
 * @param segments of each customer, or already counted.
 * @throws InputError as `segmentGroups`; when a size is no count, or a segment is counted twice.
 */
export function readSizes(
  segments: ArrayLike<number> | readonly SegmentSize[],
  segmentNames: readonly string[] | undefined,
): SizedSegment[] {
  if (!areSummaries<SegmentSize>(segments)) {
    const groups = segmentGroups(segments, segments?.length ?? 0, segmentNames);
    return groups.map(({ rows, ...look }) => ({ ...look, size: rows.length }));
  }
  const seen = new Set<number>();
  for (const { segment, size } of segments) {
    checkInteger('segment', segment, { min: -1 });
    checkInteger('size', size, { min: 0 });
    if (seen.has(segment)) {
      throw new InputError('duplicate', `segment ${segment} is counted twice`, {
        remedy: 'give each segment once, with all its customers',
      });
    }
    seen.add(segment);
  }
  if (segments.every(({ size }) => size === 0)) {
    throw new InputError('no-data', 'there is nothing to draw: no segment has a customer');
  }
  return bySegment(segments).map(({ segment, size, name }) => ({
    ...segmentLook(segment, segmentNames, name),
    size,
  }));
}

/** In order of segment number, noise last. */
export function bySegment<S extends { segment: number }>(segments: readonly S[]): S[] {
  const rank = ({ segment }: S) => (segment < 0 ? Number.POSITIVE_INFINITY : segment);
  return [...segments].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** Rows such as `{ segment: 0, size: 30 }` rather than labels or columns of customers. */
export function areSummaries<S extends object>(data: object | readonly S[]): data is readonly S[] {
  return Array.isArray(data) && data.every((row) => typeof row === 'object' && row !== null);
}
