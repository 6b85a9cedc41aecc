import { measureOf } from '../../core/columnNames';
import { byStrength, type FeatureProfile, materialityOf } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import type { SegmentProfile } from '../segmentProfile';

/** Roles that say much the same. Of each kind, only the strongest is a key difference. */
const SIMILAR_ROLES: ColumnRole[][] = [
  ['children', 'smallChildren', 'teenagers', 'parent', 'householdSize'],
  ['partner', 'maritalStatus'],
  ['spending', 'spendingScore', 'orderValue'],
  ['frequency', 'webPurchases', 'catalogPurchases', 'storePurchases'],
];

/** The whole that each part belongs to. A part is not mentioned next to its whole. */
const WHOLES: Partial<Record<ColumnRole, ColumnRole>> = { spendingPart: 'spending', campaign: 'promotions' };

/** Below half of what matters to a marketer a difference is none to be named first, however certain it is. */
const MIN_MATERIALITY = 0.5;

/**
 * Returns the features that distinguish a segment: those that stand out, that matter, strongest first, one of each kind. The score
 * of a measure is skipped if the measure is a column too. Empty for noise.
 */
export function keyDifferences(profile: SegmentProfile): FeatureProfile[] {
  const columns = profile.features.map(({ column }) => column);
  const ranked = byStrength([...profile.overRepresented, ...profile.underRepresented]).filter(
    (feature) => materialityOf(feature) >= MIN_MATERIALITY,
  );
  const measured = ranked.filter(({ column }) => measureOf(column, columns) === undefined);
  const whole = measured.filter(({ role }) => !measured.some((other) => other.role === WHOLES[role]));
  return whole.filter((feature, i) => whole.findIndex((other) => sameKind(feature, other)) === i);
}

function sameKind(a: FeatureProfile, b: FeatureProfile): boolean {
  return (
    a.column === b.column || SIMILAR_ROLES.some((kind) => kind.includes(a.role) && kind.includes(b.role))
  );
}
