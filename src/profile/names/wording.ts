import { capitalized, lowerFirst, plainWordsOf } from '../../core/columnNames';
import { formatNumber, formatShare, withUnit } from '../../core/format';
import {
  type FeatureProfile,
  materialityOf,
  type NumericFeature,
  type ShareFeature,
} from '../features/featureProfile';

/** A value of a column with its unit. Years have no thousands separator. */
function columnValue(value: number, feature?: NumericFeature): string {
  if (!Number.isFinite(value)) return 'unknown';
  return withUnit(formatNumber(value, { grouping: !feature || !holdsYears(feature) }), feature?.unit);
}

// cspell:ignore jahr annee ano anno jaar
const YEAR = /\b(?:year|annee|ano|anno)\b|jahr\b|jaar\b/;

/** Whether a column holds years of the calendar, which are early or late. */
export function holdsYears({ role, column, everyone }: NumericFeature): boolean {
  if (role === 'birthYear') return true;
  return YEAR.test(plainWordsOf(column).join(' ')) && everyone.q1 >= 1800 && everyone.q3 < 2100;
}

/** The segment's typical value (or share) as text. */
export function segmentValue(feature: FeatureProfile): string {
  return feature.kind === 'numeric'
    ? columnValue(feature.segment[feature.typical], feature)
    : formatShare(feature.share);
}

/**
 * What the segment was judged against: the typical value (or share) of the customers outside it. Models of earlier
 * versions know all customers only.
 */
export function othersValue(feature: FeatureProfile): string {
  return feature.kind === 'numeric'
    ? columnValue((feature.others ?? feature.everyone)[feature.typical], feature)
    : formatShare(feature.shareOfOthers ?? feature.shareOfEveryone);
}

/** 'mean income 30,370 versus 58,820 for the others (g = −1.66)'. */
export function evidence(feature: FeatureProfile): string {
  return `${comparison(feature)} (${effectText(feature)})`;
}

/** 'mean income 30,370 versus 58,820 for the others'. */
export function comparison(feature: FeatureProfile): string {
  const shown = withTellingStatistic(feature);
  const subject = shown.kind === 'numeric' ? `${shown.typical} ${lowerFirst(shown.label)}` : shown.label;
  return `${subject} ${segmentValue(shown)} versus ${againstOthers(shown)}`;
}

/** '58,820 for the others'. */
function againstOthers(feature: FeatureProfile): string {
  const isOld = feature.kind === 'numeric' ? !feature.others : feature.shareOfOthers === undefined;
  return `${othersValue(feature)} ${isOld ? 'overall' : 'for the others'}`;
}

/** The feature by its mean if its median would read the same for the segment and for the others ('2 versus 2'). */
export function withTellingStatistic(feature: FeatureProfile): FeatureProfile {
  const alike = feature.kind === 'numeric' && segmentValue(feature) === othersValue(feature);
  return alike ? { ...feature, typical: 'mean' } : feature;
}

/** Whether segment and others read the same ('36% versus 36%'), by the mean too. */
export function rendersAlike(feature: FeatureProfile): boolean {
  const shown = withTellingStatistic(feature);
  return segmentValue(shown) === othersValue(shown);
}

/** 'median income 42,586, in the middle third of all customers (40,246 to 62,994)'. */
export function middleThirdEvidence(feature: NumericFeature): string {
  const { segment, everyone } = feature;
  const third = `${columnValue(everyone.lowerThird)} to ${columnValue(everyone.upperThird, feature)}`;
  return `median ${lowerFirst(feature.label)} ${columnValue(segment.median, feature)}, in the middle third of all customers (${third})`;
}

/** 'the middle half has total spending from 322 to 1,002 (all customers: 69 to 1,048)'. */
export function spreadEvidence(feature: NumericFeature): string {
  const { segment, everyone } = feature;
  const own = `${columnValue(segment.q1)} to ${columnValue(segment.q3, feature)}`;
  const all = `${columnValue(everyone.q1)} to ${columnValue(everyone.q3, feature)}`;
  return `the middle half has ${lowerFirst(feature.label)} from ${own} (all customers: ${all})`;
}

/** '82% have small children at home, versus 31% for the others'. */
export function shareEvidence(feature: ShareFeature): string {
  return `${formatShare(feature.share)} ${feature.label}, versus ${againstOthers(feature)}`;
}

/**
 * 'far higher', 'slightly less common' …: 'far' where the effect is large and the difference at least twice what
 * matters; 'slightly' where one of them is small.
 */
export function effectWords(feature: FeatureProfile): string {
  const { strength, standardized } = feature.effect;
  if (strength === 'none' || rendersAlike(feature)) return 'about the same';
  const materiality = materialityOf(feature);
  const much =
    strength === 'small' || materiality < 1
      ? 'slightly '
      : strength === 'large' && materiality >= 2
        ? 'far '
        : '';
  if (feature.kind === 'numeric') return `${much}${standardized > 0 ? 'higher' : 'lower'}`;
  return `${much}${standardized > 0 ? 'more' : 'less'} common`;
}

/** 'far higher income', 'gender: Female slightly less common'. */
export function traitWords(feature: FeatureProfile): string {
  const [words, label] = [effectWords(feature), lowerFirst(feature.label)];
  return feature.kind === 'numeric' ? `${words} ${label}` : `${label} ${words}`;
}

/** 'Far higher income: mean 76,000 versus 45,400 for the others'; 'Gender: Female far more common: 80% versus …'. */
export function keyDifferenceText(difference: FeatureProfile): string {
  const feature = withTellingStatistic(difference);
  const typical = feature.kind === 'numeric' ? `${feature.typical} ` : '';
  return `${capitalized(traitWords(feature))}: ${typical}${segmentValue(feature)} versus ${againstOthers(feature)}`;
}

/** 'g = −1.66'. */
export function effectText(feature: FeatureProfile): string {
  const symbol = { 'hedges-g': 'g', 'cliffs-delta': 'δ', 'cohens-h': 'h' }[feature.effect.measure];
  return `${symbol} = ${formatNumber(feature.effect.value, { decimals: 2 })}`;
}
