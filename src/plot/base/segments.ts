import { InputError } from '../../core/errors';
import { formatCount } from '../../core/format';
import { checkLabels, rowsBySegment } from '../../core/labels';
import { phrase } from '../../core/phrase';
import { Random } from '../../core/random';
import { escapePlotlyText } from './label';
import { segmentColor, segmentSymbol } from './palette';

/** What a segment is called and how it looks. */
export interface SegmentLook {
  /** Segment number; −1 is noise. */
  index: number;
  name: string;
  color: string;
  symbol: string;
}

/** The rows of one segment, and how it looks. */
export interface SegmentGroup extends SegmentLook {
  rows: number[];
}

/**
 * Rows by segment, in order of segment number, noise last.
 *
 * @param segments label of each row (0, 1, …; −1 is noise), length n.
 * @throws InputError when lengths differ, a label is no segment number, or names are too few.
 * Cost: O(n).
 */
export function segmentGroups(
  segments: ArrayLike<number>,
  n: number,
  segmentNames: readonly string[] | undefined,
): SegmentGroup[] {
  if (segments?.length === 0)
    throw new InputError('no-data', phrase`there is nothing to draw: ${{ option: 'segments' }} is empty`);
  const groups = rowsBySegment(checkLabels(segments, n, 'segments'));
  return Array.from(groups, ([index, rows]) => ({ ...segmentLook(index, segmentNames), rows }));
}

/** @param ownName for a segment that `names` does not name. */
export function segmentLook(
  index: number,
  names: readonly string[] | undefined,
  ownName?: string,
): SegmentLook {
  const name =
    ownName !== undefined && names?.[index] === undefined
      ? escapePlotlyText(ownName)
      : segmentName(index, names);
  return { index, name, color: segmentColor(index), symbol: segmentSymbol(index) };
}

/** What a segment is called. */
export function segmentName(index: number, names: readonly string[] | undefined): string {
  if (index < 0) return 'Noise';
  if (names === undefined) return `Segment ${index + 1}`;
  if (names[index] === undefined) {
    throw new InputError(
      'wrong-shape',
      phrase`${{ option: 'segmentNames' }} has ${names.length} names, but the labels go up to ${index}`,
      { remedy: 'give a name for each segment' },
    );
  }
  return escapePlotlyText(names[index]);
}

/**
 * A sample of rows that no picture needs more than: each segment in proportion, small ones with at least 50, so
 * that none vanishes. The same rows every time.
 */
export function samplePoints(groups: readonly SegmentGroup[], maxPoints: number): SegmentGroup[] {
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (total <= maxPoints) return [...groups];
  const random = new Random(0);
  return groups.map((group) => {
    const share = Math.max(50, Math.round((maxPoints * group.rows.length) / total));
    const kept = random.sample(group.rows.length, Math.min(share, group.rows.length)).sort();
    return { ...group, rows: Array.from(kept, (position) => group.rows[position]) };
  });
}

/** What to say under the title when not every row is drawn. */
export function sampleNote(drawn: readonly SegmentGroup[], all: readonly SegmentGroup[]): string | undefined {
  const size = (groups: readonly SegmentGroup[]) => groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (size(drawn) === size(all)) return undefined;
  return `A sample of ${formatCount(size(drawn))} of ${formatCount(size(all))} customers is drawn; all of them count.`;
}
