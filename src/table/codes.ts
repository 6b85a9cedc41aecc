import { type CodeNoun, codeNoun } from './codeNames';
import { nameOfQuantity } from './dateNames';

/** What one look at the numbers of a column tells of them as codes. */
interface Digits {
  known: Float64Array;
  distinct: number;
  /** The greatest share of values with the same number of digits. */
  sameLength: number;
}

/**
 * What a column of numbers holds instead of amounts, in words ('postcodes'): by its name and its values together.
 * Undefined for amounts, counts, scores, and whatever the name does not tell, but for long numbers of equally many digits.
 * Cost: O(n) for a name that may be a code's, otherwise that of the name.
 *
 * @param values NaN where nothing is known.
 */
export function codesAmong(name: string, values: Float64Array): CodeNoun | undefined {
  const noun = codeNoun(name);
  if (noun === undefined) return nameOfQuantity(name) ? undefined : longCodes(values);
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length > 0 && fits(noun, known) ? noun : undefined;
}

/** Tax numbers, contracts and phones have so many digits and more. */
const LONG = 9;

/** Long numbers of equally many digits, all different, are numbers of something in whatever language: amounts vary in size and repeat. */
function longCodes(values: Float64Array): CodeNoun | undefined {
  const first = values.find((value) => !Number.isNaN(value)) ?? 0;
  const [least, most] = [10 ** (lengthOf(first) - 1), 10 ** lengthOf(first)];
  if (lengthOf(first) < LONG || values.length < ENOUGH_ROWS) return undefined;
  const known = values.filter((value) => !Number.isNaN(value));
  const areAlike = known.every((value) => Number.isInteger(value) && value >= least && value < most);
  if (!areAlike || known.length < ENOUGH_ROWS || new Set(known).size < known.length) return undefined;
  return { kind: 'number', what: 'long numbers that are all different', numbered: true, certain: true };
}

function lengthOf(value: number): number {
  return String(Math.trunc(Math.abs(value))).length;
}

/** The same for a column of texts: those of postcodes, phones, references and articles, and any whose texts are digits. */
export function textCodesAmong(name: string, texts: readonly string[]): CodeNoun | undefined {
  const noun = codeNoun(name);
  if (noun === undefined || texts.length === 0) return undefined;
  const areDigits = texts.every((text) => ALL_DIGITS.test(text.trim()));
  const isOneOfMany = MANY.has(noun.kind) && texts.every((text) => DIGIT.test(text));
  return areDigits || isOneOfMany ? noun : undefined;
}

const ALL_DIGITS = /^\d+$/;
const DIGIT = /\d/;

/** Kinds of which nearly every customer has another. */
const MANY: ReadonlySet<CodeNoun['kind']> = new Set(['postcode', 'phone', 'reference', 'article']);

/** Nearly all, and of texts among numbers few are missed. */
const NEARLY_ALL = 0.9;

/** So many groups at most: more are measured, not named. */
const MAX_GROUPS = 60;

function fits({ kind, numbered, certain }: CodeNoun, known: Float64Array): boolean {
  if (kind === 'version') return true;
  if (kind === 'timezone') return known.every((value) => Math.abs(value) <= 14);
  if (kind === 'place')
    return known.every((value) => Math.abs(value) <= 180) && !known.every(Number.isInteger);
  if (!known.every((value) => Number.isInteger(value) && value >= 0)) return false;
  switch (kind) {
    case 'postcode':
      return shareWithin(known, 100, 999_999_999) >= NEARLY_ALL;
    case 'phone':
      return shareWithin(known, 100_000, Infinity) >= NEARLY_ALL;
    case 'article':
      return true;
    case 'reference':
      return numbered || isReference(digitsOf(known));
    case 'number':
      return isReference(digitsOf(known)) || (certain && hasManyDifferent(known));
    case 'unit':
      return numbered || digitsOf(known).distinct <= Math.max(MAX_GROUPS, known.length / 2);
    case 'group':
      return numbered || digitsOf(known).distinct <= MAX_GROUPS;
    case 'rank':
      return shareWithin(known, 1, 5) === 1;
    case 'month':
      return shareWithin(known, 1, 12) === 1;
    case 'week':
      return shareWithin(known, 0, 53) === 1;
    case 'weekday':
      return shareWithin(known, 0, 7) === 1;
    case 'quarter':
      return shareWithin(known, 1, 4) === 1;
    case 'hour':
      return shareWithin(known, 0, 24) === 1;
  }
}

/** In fewer rows amounts differ as well. */
const ENOUGH_ROWS = 20;

/** All different, or of four digits and more, equally many nearly throughout: amounts so named rarely come so. */
function isReference({ known, distinct, sameLength }: Digits): boolean {
  if (distinct === known.length && known.length >= ENOUGH_ROWS) return true;
  return sameLength >= 0.95 && known.every((value) => value >= 1000);
}

/** Counts take few different values. */
function hasManyDifferent(known: Float64Array): boolean {
  return new Set(known).size >= Math.max(ENOUGH_ROWS, Math.min(MAX_GROUPS, known.length / 2));
}

function digitsOf(known: Float64Array): Digits {
  const lengths = new Map<number, number>();
  for (const value of known) {
    const length = String(value).length;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  }
  return {
    known,
    distinct: new Set(known).size,
    sameLength: Math.max(...lengths.values()) / known.length,
  };
}

function shareWithin(known: Float64Array, least: number, greatest: number): number {
  return known.filter((value) => value >= least && value <= greatest).length / known.length;
}
