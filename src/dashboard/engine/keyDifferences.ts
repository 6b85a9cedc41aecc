import { keyDifferences } from '../../profile/names/marks';
import { keyDifferenceText } from '../../profile/names/wording';
import type { SegmentProfile } from '../../profile/segmentProfile';

/** More of them nobody reads on a card. */
const MAX_KEY_DIFFERENCES = 4;

/** What sets a segment apart, strongest first, in words with numbers; nothing sets noise apart. */
export function keyDifferencesOf(profile: SegmentProfile): string[] {
  return profile.segment < 0
    ? []
    : keyDifferences(profile).slice(0, MAX_KEY_DIFFERENCES).map(keyDifferenceText);
}
