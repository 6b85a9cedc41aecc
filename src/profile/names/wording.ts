import { capitalized, inside } from '../../core/columnNames';
import { formatNumber, formatShare, withUnit } from '../../core/format';
import type { FeatureProfile, NumericFeature, ShareFeature } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';

/** A value of a column: with its unit, and a year without a thousands mark. */
function columnValue(value: number, { role, unit }: { role?: ColumnRole; unit?: string } = {}): string {
  if (!Number.isFinite(value)) return 'unknown';
  return withUnit(formatNumber(value, { grouping: role !== 'birthYear' }), unit);
}

/** The segment's typical value (or share) as text. */
export function segmentValue(feature: FeatureProfile): string {
  return feature.kind === 'numeric'
    ? columnValue(feature.segment[feature.typical], feature)
    : formatShare(feature.share);
}

/** Everyone's typical value (or share) as text. */
export function everyoneValue(feature: FeatureProfile): string {
  return feature.kind === 'numeric'
    ? columnValue(feature.everyone[feature.typical], feature)
    : formatShare(feature.shareOfEveryone);
}

/** 'median Income 30,370 against 51,371 for everyone (g = −1.66)'. */
export function evidence(feature: FeatureProfile): string {
  return `${comparison(feature)} (${effectText(feature)})`;
}

/** 'median Income 30,370 against 51,371 for everyone'. */
export function comparison(feature: FeatureProfile): string {
  const told = tellingly(feature);
  const subject = told.kind === 'numeric' ? `${told.typical} ${inside(told.label)}` : told.label;
  return `${subject} ${segmentValue(told)} against ${everyoneValue(told)} for everyone`;
}

/** The same feature, to be told by its mean where segment and everyone have the same median ('2 against 2'). */
export function tellingly(feature: FeatureProfile): FeatureProfile {
  const alike = feature.kind === 'numeric' && segmentValue(feature) === everyoneValue(feature);
  return alike ? { ...feature, typical: 'mean' } : feature;
}

/**
 * Whether what is written of segment and everyone is the same ('36% against 36%'), even told tellingly: a segment of
 * nearly all customers may differ much from the few others and hardly from everyone. Such a difference is not claimed.
 */
export function readsAlike(feature: FeatureProfile): boolean {
  const told = tellingly(feature);
  return segmentValue(told) === everyoneValue(told);
}

/** 'median Income 42,586, in the middle third of everyone (40,246 to 62,994)'. */
export function middleThirdEvidence(feature: NumericFeature): string {
  const { segment, everyone } = feature;
  const third = `${columnValue(everyone.lowerThird)} to ${columnValue(everyone.upperThird, feature)}`;
  return `median ${inside(feature.label)} ${columnValue(segment.median, feature)}, in the middle third of everyone (${third})`;
}

/** 'half of them lie between 322 and 1,002 in Total Spending (everyone: 69 to 1,048)'. */
export function spreadEvidence(feature: NumericFeature): string {
  const { segment, everyone } = feature;
  const own = `${columnValue(segment.q1)} and ${columnValue(segment.q3, feature)}`;
  const all = `${columnValue(everyone.q1)} to ${columnValue(everyone.q3, feature)}`;
  return `the middle half lies between ${own} in ${inside(feature.label)} (everyone's: ${all})`;
}

/** '82% have small children at home, 45% of everyone'. */
export function shareEvidence(feature: ShareFeature): string {
  return `${formatShare(feature.share)} ${feature.label}, ${formatShare(feature.shareOfEveryone)} of everyone`;
}

/** 'far higher', 'slightly less common' … */
export function effectWords(feature: FeatureProfile): string {
  const { strength, standardized } = feature.effect;
  if (strength === 'none' || readsAlike(feature)) return 'about the same';
  const much = { small: 'slightly ', medium: '', large: 'far ' }[strength];
  if (feature.kind === 'numeric') return `${much}${standardized > 0 ? 'higher' : 'lower'}`;
  return `${much}${standardized > 0 ? 'more' : 'less'} common`;
}

/** 'far higher income', 'gender: Female slightly less common'. */
export function traitWords(feature: FeatureProfile): string {
  const [words, label] = [effectWords(feature), inside(feature.label)];
  return feature.kind === 'numeric' ? `${words} ${label}` : `${label} ${words}`;
}

/** 'Far higher income: median 76,000 against 51,400'; 'Gender: Female far more common: 80% against 50%'. */
export function markWords(marked: FeatureProfile): string {
  const feature = tellingly(marked);
  const typical = feature.kind === 'numeric' ? `${feature.typical} ` : '';
  return `${capitalized(traitWords(feature))}: ${typical}${segmentValue(feature)} against ${everyoneValue(feature)}`;
}

/** 'g = −1.66'. */
export function effectText(feature: FeatureProfile): string {
  const symbol = { 'hedges-g': 'g', 'cliffs-delta': 'δ', 'cohens-h': 'h' }[feature.effect.measure];
  return `${symbol} = ${formatNumber(feature.effect.value, { decimals: 2 })}`;
}
