import { plainlyNamed } from '../../profile/names/plainName';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { SegmentationFacts, SegmentationJudgment } from './segmentationResult';

/** The profiles of a fit, in plain words where the verdict is that there are no natural groups; worked out once. */
export function namedOnce(
  { profiles, options }: Pick<SegmentationFacts, 'profiles' | 'options'>,
  judge: () => SegmentationJudgment,
): () => SegmentProfile[] {
  let named: SegmentProfile[] | undefined;
  return () => {
    named ??=
      judge().structure === 'none' && profiles.length > 1 ? plainlyNamed(profiles, options.names) : profiles;
    return named;
  };
}
