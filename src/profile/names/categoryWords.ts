import { lowerFirst } from '../../core/columnNames';
import type { ShareFeature } from '../features/featureProfile';

/**
 * What follows 'mostly' or 'less often': 'female', 'of gender Other', 'prefer Sports' (of a preferred category),
 * 'Champions' (of an RFM segment). Otherwise, the label: 'city: Oslo', 'own car'.
 */
export function categoryWords({ role, label, level }: ShareFeature): string {
  if (level === undefined) return asPlural(lowerFirst(label));
  if (role === 'gender') return /^(fe)?male$/i.test(level) ? level.toLowerCase() : `of gender ${level}`;
  if (isPreferred(label)) return `prefer ${level}`;
  return describesPeople(label, level) || isNamedAfter(label, level) ? level : lowerFirst(label);
}

const VERBS: Readonly<Record<string, string>> = {
  has: 'have',
  is: 'are',
  owns: 'own',
  uses: 'use',
  lives: 'live',
  likes: 'like',
  gets: 'get',
  pays: 'pay',
  wants: 'want',
  buys: 'buy',
};

/** A yes/no column that says something of one customer, of several: 'has dog' is 'have dog'. */
function asPlural(label: string): string {
  const [first] = label.split(' ', 1);
  return Object.hasOwn(VERBS, first) ? VERBS[first] + label.slice(first.length) : label;
}

/** How a segment differs from others of the same name: 'fewer in Clothing', 'more often female'. */
export function categoryContrast(feature: ShareFeature, higher: boolean): string {
  const { label, level } = feature;
  if (level !== undefined && isPreferred(label)) return `${higher ? 'more' : 'fewer'} in ${level}`;
  return `${higher ? 'more' : 'less'} often ${categoryWords(feature)}`;
}

/** 'Postpaid: Postpaid'. */
function isNamedAfter(label: string, level: string): boolean {
  return label.slice(0, -`: ${level}`.length).toLowerCase() === level.toLowerCase();
}

function isPreferred(label: string): boolean {
  return /^(preferred|favou?rite)\b/i.test(label);
}

/** 'RFM segment: Champions', 'Marital status: Single'; not 'Income group: High', nor 'Type: 3'. */
function describesPeople(label: string, level: string): boolean {
  const column = label.slice(0, -`: ${level}`.length);
  const isKind = /\b(segment|group|tier|class|type|status)$/i.test(column);
  const isWord = /^\p{L}{3}/u.test(level);
  const needsColumn =
    /^(yes|none|other|unknown|missing|true|false|low|medium|mid|high|small|large|very|top|bottom)/i;
  return isKind && isWord && !needsColumn.test(level);
}
