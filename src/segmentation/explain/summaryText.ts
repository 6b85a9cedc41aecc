import { formatShare, plural } from '../../core/format';
import type { SegmentProfile } from '../../profile/segmentProfile';
import { stabilityWords } from '../../profile/stabilityWords';
import type { Explanation } from './explanation';

/** What is needed of a model. */
interface Model {
  readonly structureSummary: string;
  readonly profiles: readonly SegmentProfile[];
  readonly explanation: Explanation | null;
}

/** See `SegmentationModel.summary`. */
export function summaryOf({ structureSummary, profiles, explanation }: Model): string {
  const lines = profiles.map(({ segment, name, size, share, stability }) => {
    const sentence = explanation?.segments[segment]?.sentence;
    const found = stability === undefined ? '' : `; stability ${stabilityWords(stability)}`;
    return `${name} (${plural(size, 'customer')}, ${formatShare(share)}${found})${sentence ? `: ${sentence}` : ''}`;
  });
  return [structureSummary, ...lines].join('\n');
}
