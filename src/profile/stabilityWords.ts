import { capitalized } from '../core/columnNames';
import { countPhrase, formatCount, formatNumber, formatShare } from '../core/format';
import { type StabilityBand, stabilityBand } from '../evaluate/stability/stabilityBand';
import type { SegmentProfile } from './segmentProfile';

const WORDS: Record<StabilityBand, string> = {
  'highly-stable': 'highly stable',
  stable: 'stable',
  pattern: 'a pattern only',
  unreliable: 'do not rely on it',
};

/** How well a segment is found again in resampled data: '0.93, highly stable'. */
export function stabilityWords(stability: number): string {
  return `${formatNumber(stability, { decimals: 2 })}, ${WORDS[stabilityBand(stability)]}`;
}

/** What to beware of in a segment that resampled data give with other customers; absent for stable ones. */
export function stabilityWarning(stability: number): string | undefined {
  const band = stabilityBand(stability);
  if (band === 'unreliable') return 'Do not rely on this segment: resampled data do not give it again.';
  return band === 'pattern'
    ? 'A pattern, but who belongs to it is doubtful: resampled data give a similar segment with other customers.'
    : undefined;
}

/** How many of a segment's customers something is true of, e.g. that they lie between it and another: '57 (11%)'; 'none'. */
export function countInSegment({ size }: Pick<SegmentProfile, 'size'>, count: number): string {
  return count === 0 ? 'none' : `${formatCount(count)} (${formatShare(count / size)})`;
}

/** How many of all customers lie between two segments: '57 customers (11%) lie between two segments'; absent for none. */
export function betweenSegments(
  stability: { readonly between: readonly number[] } | null,
  customers: number,
): string | undefined {
  const between = stability?.between.reduce((sum, count) => sum + count, 0) ?? 0;
  if (between === 0) return undefined;
  const who = capitalized(countPhrase(between, 'customer'));
  return `${who} (${formatShare(between / customers)}) ${between === 1 ? 'lies' : 'lie'} between two segments`;
}
