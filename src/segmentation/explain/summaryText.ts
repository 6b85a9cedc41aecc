import { formatShare, plural } from '../../core/format';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { Explanation } from './explanation';

/** What is needed of a model. */
interface Model {
  readonly structureSummary: string;
  readonly profiles: readonly SegmentProfile[];
  readonly explanation: Explanation | null;
}

/** See `SegmentationModel.summary`. */
export function summaryOf({ structureSummary, profiles, explanation }: Model): string {
  const lines = profiles.map(({ segment, name, size, share }) => {
    const sentence = explanation?.segments[segment]?.sentence;
    return `${name} (${plural(size, 'customer')}, ${formatShare(share)})${sentence ? `: ${sentence}` : ''}`;
  });
  return [structureSummary, ...lines].join('\n');
}
