import { measureOf } from '../../core/columnNames';
import { byStrength, type FeatureProfile } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import type { SegmentProfile } from '../segmentProfile';

/** Roles that say much the same; of each kind the strongest alone marks a segment. */
const kinds: ColumnRole[][] = [
  ['children', 'smallChildren', 'teenagers', 'parent', 'householdSize'],
  ['partner', 'maritalStatus'],
  ['spending', 'spendingScore', 'orderValue'],
  ['frequency', 'webPurchases', 'catalogPurchases', 'storePurchases'],
];

/** Parts that need no mention beside their whole. */
const wholes: Partial<Record<ColumnRole, ColumnRole>> = { spendingPart: 'spending', campaign: 'promotions' };

/**
 * What marks a segment: the features that stand out, strongest first, one of each kind, and no score of a measure
 * that is there itself; none for noise.
 */
export function marksOf(profile: SegmentProfile): FeatureProfile[] {
  const columns = profile.features.map(({ column }) => column);
  const ranked = byStrength([...profile.overRepresented, ...profile.underRepresented]);
  const measured = ranked.filter(({ column }) => measureOf(column, columns) === undefined);
  const whole = measured.filter(({ role }) => !measured.some((other) => other.role === wholes[role]));
  return whole.filter((feature, i) => whole.findIndex((other) => sameKind(feature, other)) === i);
}

function sameKind(a: FeatureProfile, b: FeatureProfile): boolean {
  return a.column === b.column || kinds.some((kind) => kind.includes(a.role) && kind.includes(b.role));
}
