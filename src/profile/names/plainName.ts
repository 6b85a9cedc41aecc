import { lowerFirst } from '../../core/columnNames';
import { asTest } from '../actions/asTest';
import { byStrength, type FeatureProfile } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import type { SegmentProfile } from '../segmentProfile';
import { bySpending, direction } from './traits';
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
    const said = tellingFeatures(profile).slice(0, 2);
    const text = said.length > 0 ? said.map(aboutAverage).join(', ') : 'near the average';
    return {
      ...tentative,
      name: `Group ${letter(profile.segment)}: ${text}`,
      nameReasons: said.map((feature) => ({ text: aboutAverage(feature), reason: evidence(feature) })),
    };
  });
}

/** What a marketer asks first. */
const KEY_ROLES: readonly ColumnRole[] = [
  'spending',
  'spendingScore',
  'income',
  'age',
  'frequency',
  'recency',
];

/** The clear differences: large before medium, of each those that a marketer asks for first, strongest first. */
function tellingFeatures(profile: SegmentProfile): FeatureProfile[] {
  const viewed = bySpending(profile.features, profile.spending).map(
    (feature): FeatureProfile =>
      feature === profile.spending?.sum ? { ...feature, label: 'Total spending' } : feature,
  );
  const clear = byStrength(viewed).filter((feature) => direction(feature) !== 0);
  const rank = ({ effect, role }: FeatureProfile) =>
    (effect.strength === 'large' ? 0 : 3) + (KEY_ROLES.includes(role) ? 0 : role === 'spendingPart' ? 2 : 1);
  return clear
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ column }, i, all) => all.findIndex((other) => other.column === column) === i);
}

/** 'income above average', 'gender: Female more common'. */
function aboutAverage(feature: FeatureProfile): string {
  const more = feature.effect.standardized > 0;
  const label = lowerFirst(feature.label);
  return feature.kind === 'numeric'
    ? `${label} ${more ? 'above' : 'below'} average`
    : `${label} ${more ? 'more' : 'less'} common`;
}

/** A, B, … Z, AA, AB, … */
function letter(segment: number): string {
  const last = String.fromCharCode(65 + (segment % 26));
  return segment < 26 ? last : letter(Math.floor(segment / 26) - 1) + last;
}
