import { formatList, formatNumber } from '../../core/format';
import { stabilityBand } from '../../evaluate/stability/stabilityBand';
import { weakened } from '../../evaluate/structure/structure';
import type { SegmentsStability, StructureJudgment } from './segmentationResult';

/** A segment, as a sentence speaks of it. */
interface Named {
  segment: number;
  name: string;
}

/**
 * The verdict with a sentence on how well each segment is found again. Groups are not clear where resampled data give
 * some of them with other customers.
 */
export function withStability(
  judgment: StructureJudgment,
  profiles: readonly Named[],
  stability: SegmentsStability | null,
): StructureJudgment {
  if (!stability) return judgment;
  const { structure, structureSummary } = judgment;
  const segments = profiles.filter(({ segment }) => segment >= 0);
  const found = segments.map(({ segment, name }) => ({ name, value: stability.jaccard[segment] }));
  const sentence = stabilitySentence(found, structure === 'none');
  if (structure !== 'clear' || found.every(isStable))
    return { ...judgment, structureSummary: `${structureSummary} ${sentence}` };
  return {
    ...judgment,
    structure: 'weak',
    structureSummary: `${weakened(structureSummary)} ${sentence}`,
  };
}

interface Found {
  name: string;
  value: number;
}

function isStable({ value }: Found): boolean {
  const band = stabilityBand(value);
  return band === 'highly-stable' || band === 'stable';
}

function stabilitySentence(segments: readonly Found[], isCut: boolean): string {
  const unreliable = segments.filter(({ value }) => stabilityBand(value) === 'unreliable');
  const patterns = segments.filter(({ value }) => stabilityBand(value) === 'pattern');
  if (unreliable.length === segments.length && segments.length > 1)
    return `Do not rely on any of these segments: resampled data do not give them again (stability ${range(segments)}).`;
  const doubts = [
    ...(unreliable.length > 0
      ? [
          `Do not rely on ${listed(unreliable)}: resampled data do not give ${them(unreliable)} again (stability ${values(unreliable)}).`,
        ]
      : []),
    ...(patterns.length > 0
      ? [`Who belongs to ${listed(patterns)} is doubtful (stability ${values(patterns)}).`]
      : []),
  ];
  const rest = segments.length - unreliable.length - patterns.length;
  if (doubts.length > 0 && rest > 0)
    doubts.push(rest === 1 ? 'The other segment is stable.' : 'The other segments are stable.');
  return doubts.length > 0 ? doubts.join(' ') : stableSentence(segments, isCut);
}

function stableSentence(segments: readonly Found[], isCut: boolean): string {
  const isHigh = segments.every(({ value }) => stabilityBand(value) === 'highly-stable');
  const every = segments.length === 1 ? 'The segment' : 'Every segment';
  const sentence = `${every} is ${isHigh ? 'highly stable' : 'stable'}: resampled data give it again (stability ${range(segments)}).`;
  return isCut ? `${sentence} That makes the cut repeatable, not natural.` : sentence;
}

function listed(segments: readonly Found[]): string {
  return formatList(segments.map(({ name }) => `“${name}”`));
}

function them({ length }: readonly Found[]): string {
  return length === 1 ? 'it' : 'them';
}

function values(segments: readonly Found[]): string {
  return formatList(segments.map(({ value }) => written(value)));
}

function range(segments: readonly Found[]): string {
  const sorted = segments.map(({ value }) => value).sort((a, b) => a - b);
  const [least, greatest] = [written(sorted[0]), written(sorted[sorted.length - 1])];
  return least === greatest ? least : `${least} to ${greatest}`;
}

function written(value: number): string {
  return formatNumber(value, { decimals: 2 });
}
