import { lowerFirst } from '../../core/columnNames';
import type { FeatureProfile, NumericFeature, ShareFeature } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import { categoryWords } from './categoryWords';
import { direction } from './traits';
import { holdsYears } from './wording';

/** A feature without words of its own, as names say it: 'high foo', 'many seats', 'negative balance', 'mostly city: Oslo'. */
export function plainTrait(feature: FeatureProfile, features: readonly FeatureProfile[]): string {
  const more = direction(feature) > 0;
  return feature.kind === 'numeric' ? numberTrait(feature, more, features) : shareTrait(feature, more);
}

/** Counts whose meaning is known, in English where the column is not. */
const COUNTED: Partial<Record<ColumnRole, string>> = {
  visits: 'visits',
  webVisits: 'website visits',
  webPurchases: 'online purchases',
  catalogPurchases: 'catalog purchases',
  storePurchases: 'store purchases',
  complaint: 'complaints',
};
const ENGLISH =
  /\b(?:visits|views|sessions|log ?ins|check ins|attendances|purchases|orders|sales|buys|complaints)\b/i;

function numberTrait(feature: NumericFeature, more: boolean, features: readonly FeatureProfile[]): string {
  const label = lowerFirst(nameLabel(feature, features));
  const { segment, everyone, others } = feature;
  const counted = COUNTED[feature.role];
  if (counted) {
    const things = ENGLISH.test(label) && isPlural(label) ? label : counted;
    return `${more ? 'many' : 'few'} ${things}`;
  }
  if (segment.q3 < 0 && (others ?? everyone).median > 0) return `negative ${label}`;
  if (holdsYears(feature)) return `${more ? 'late' : 'early'} ${label}`;
  if (isCountOfThings(feature)) return `${more ? 'many' : 'few'} ${label.replace(NUMBER_OF, '')}`;
  return `${more ? 'high' : 'low'} ${label}`;
}

/** The label without a unit in parentheses, unless that alone tells it from another. */
export function nameLabel({ label }: FeatureProfile, features: readonly FeatureProfile[]): string {
  const short = withoutUnit(label);
  return features.some((other) => other.label !== label && withoutUnit(other.label) === short)
    ? label
    : short;
}

function withoutUnit(label: string): string {
  return label.replace(/ \([^()]{1,12}\)$/, '');
}

/** Said twice beside 'many'. */
const NUMBER_OF = /^(?:num|number of|no of|count of|nb|nr|anzahl|nombre de|numero di|número de|aantal) /i; // cspell:ignore anzahl nombre número aantal

/** More than these nobody counts one by one. */
const MAX_COUNTED = 100;
const AMOUNTS =
  /\b(?:costs|fees|prices|rates|returns|sales|savings|deposits|loans|amounts|expenses|earnings|points)$/;
const AFTER_HEAD =
  /\b(?:in|per|of|with|on|at|last|this|a|par|por|al|pro|watched|used|bought|taken|made|attended)\b/;

/** Whole numbers of something in the plural: 'seats', 'claims in 5 years', 'visits'. */
function isCountOfThings({ label, unit, everyone }: NumericFeature): boolean {
  const { q1, q3, median, lowerThird, upperThird } = everyone;
  if (unit || q3 > MAX_COUNTED || q1 < 0) return false;
  if (![q1 * 4, q3 * 4, median * 2, lowerThird * 3, upperThird * 3].every(isNearlyWhole)) return false;
  return isPlural(label);
}

function isPlural(label: string): boolean {
  const head = label.toLowerCase().split(AFTER_HEAD, 1)[0].trim();
  return /[^siu]s$/.test(head) && !AMOUNTS.test(head);
}

/** Quartiles and thirds of whole numbers lie on, or a part of the way between, whole numbers. */
function isNearlyWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

function shareTrait(feature: ShareFeature, more: boolean): string {
  const words = categoryWords(feature);
  if (feature.share === 1) return `all ${words}`;
  if (more) return `${feature.share >= 0.5 ? 'mostly' : 'more often'} ${words}`;
  return feature.level === undefined && feature.share < 0.25 && isVerb(words)
    ? `few ${words}`
    : `less often ${words}`;
}

function isVerb(words: string): boolean {
  return /^(?:have|own|are|use|live|like|get|pay|want|buy) /.test(words);
}
