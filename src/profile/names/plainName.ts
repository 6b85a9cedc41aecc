import { inside } from '../../core/columnNames';
import { byStrength, type FeatureProfile } from '../features/featureProfile';
import type { SegmentProfile } from '../segmentProfile';
import { keyDifferences } from './marks';
import { direction } from './traits';
import { evidence } from './wording';

/**
 * The profiles of segments where the data show no natural groups: each is called 'Group A: income above average', a
 * description by up to two clear differences that claims no kind of customer, and its action is a test. Names that you
 * gave stay. Source: a cut through a cloud makes groups that differ, whatever the data (Steinley 2006).
 */
export function plainlyNamed(
  profiles: readonly SegmentProfile[],
  given: Readonly<Record<number, string>>,
): SegmentProfile[] {
  return profiles.map((profile) => {
    if (profile.segment < 0) return profile;
    const tentative = { ...profile, tentative: true, action: asTest(profile.action) };
    if (Object.hasOwn(given, profile.segment)) return tentative;
    const said = byStrength(keyDifferences(profile))
      .filter((feature) => direction(feature) !== 0)
      .slice(0, 2);
    const words = said.length > 0 ? said.map(aboutAverage).join(', ') : 'near the average';
    return {
      ...tentative,
      name: `Group ${letter(profile.segment)}: ${words}`,
      nameReasons: said.map((feature) => ({ words: aboutAverage(feature), because: evidence(feature) })),
    };
  });
}

/** Advice on groups that are no natural ones is worth a test, and no more. */
export function asTest<A extends { action: string; rule: string }>(advice: A): A {
  if (advice.rule === 'standard-program' || advice.rule === 'no-evidence') return advice;
  return { ...advice, action: `Try on a sample first: ${inside(advice.action)}` };
}

/** 'income above average', 'gender: Female more common'. */
function aboutAverage(feature: FeatureProfile): string {
  const more = feature.effect.standardized > 0;
  const label = inside(feature.label);
  return feature.kind === 'numeric'
    ? `${label} ${more ? 'above' : 'below'} average`
    : `${label} ${more ? 'more' : 'less'} common`;
}

/** A, B, … Z, AA, AB, … */
function letter(segment: number): string {
  const last = String.fromCharCode(65 + (segment % 26));
  return segment < 26 ? last : letter(Math.floor(segment / 26) - 1) + last;
}
