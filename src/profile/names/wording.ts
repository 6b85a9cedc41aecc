import { capitalized, inside } from '../../core/columnNames';
import type { FeatureProfile, NumericFeature, ShareFeature } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';

/**
 * 58646 → '58,646', 12.3 → '12.3', 0.834 → '0.83', 0.0042 stays; with the unit where there is one, '£674'; a year
 * stays 1970.
 */
function formatNumber(value: number, { role, unit }: { role?: ColumnRole; unit?: string } = {}): string {
  if (!Number.isFinite(value)) return 'unknown';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const useGrouping = role !== 'birthYear';
  // Rates of a few thousandths keep their digits; the dust that arithmetic leaves of a zero stays '0'.
  const isRate = Math.abs(value) < 0.01 && Math.abs(value) > 1e-6;
  const precision = isRate ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: digits };
  const text = value.toLocaleString('en-US', { ...precision, useGrouping });
  return inUnit(text, unit);
}

/** '£674', '34 years', '1 purchase': the sign of a currency comes before the number, any other unit after it. */
export function inUnit(number: string, unit: string | undefined): string {
  if (!unit) return number;
  if (/^\p{Sc}$/u.test(unit)) return `${unit}${number}`;
  return `${number} ${number === '1' ? unit.replace(/^([a-z]+)s$/, '$1') : unit}`;
}

/** 0.824 → '82%'; shares that would round to 0 or 100 % without being so keep a sign: '<1%', '>99%'. */
function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share > 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** The segment's typical value (or share) as text. */
export function segmentValue(feature: FeatureProfile): string {
  return feature.kind === 'numeric'
    ? formatNumber(feature.segment[feature.typical], feature)
    : formatShare(feature.share);
}

/** Everyone's typical value (or share) as text. */
export function everyoneValue(feature: FeatureProfile): string {
  return feature.kind === 'numeric'
    ? formatNumber(feature.everyone[feature.typical], feature)
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
  const third = `${formatNumber(everyone.lowerThird)} to ${formatNumber(everyone.upperThird, feature)}`;
  return `median ${inside(feature.label)} ${formatNumber(segment.median, feature)}, in the middle third of everyone (${third})`;
}

/** 'half of them lie between 322 and 1,002 in Total Spending (everyone: 69 to 1,048)'. */
export function spreadEvidence(feature: NumericFeature): string {
  const { segment, everyone } = feature;
  const own = `${formatNumber(segment.q1)} and ${formatNumber(segment.q3, feature)}`;
  const all = `${formatNumber(everyone.q1)} to ${formatNumber(everyone.q3, feature)}`;
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
export function phrase(feature: FeatureProfile): string {
  const [words, label] = [effectWords(feature), inside(feature.label)];
  return feature.kind === 'numeric' ? `${words} ${label}` : `${label} ${words}`;
}

/** 'Far higher income: median 76,000 against 51,400'; 'Gender: Female far more common: 80% against 50%'. */
export function markWords(marked: FeatureProfile): string {
  const feature = tellingly(marked);
  const typical = feature.kind === 'numeric' ? `${feature.typical} ` : '';
  return `${capitalized(phrase(feature))}: ${typical}${segmentValue(feature)} against ${everyoneValue(feature)}`;
}

/** 'g = −1.66'. */
export function effectText(feature: FeatureProfile): string {
  const symbol = { 'hedges-g': 'g', 'cliffs-delta': 'δ', 'cohens-h': 'h' }[feature.effect.measure];
  return `${symbol} = ${feature.effect.value.toFixed(2).replace('-', '−')}`;
}
