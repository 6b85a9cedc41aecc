import { isCurrency } from './currency';
import { MEASURE_NAMES } from './measureNames';

/** Units by every spelling. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries(MEASURE_NAMES).flatMap(([unit, others]) =>
    [unit, ...others.split(' ')]
      .filter((spelling) => spelling !== '')
      .map((spelling) => [spelling, unit] as const),
  ),
);

/** What a thousand or a million are written with: they may stand beside a currency. */
const MULTIPLES: ReadonlySet<string> = new Set(['k', 'M']);

/** Words behind a number that say a time of day or a rank, no unit. */
const NO_UNITS: ReadonlySet<string> = new Set([
  'am',
  'pm',
  'uhr',
  'st',
  'nd',
  'rd',
  'th',
  'bis',
  'ter',
  'cr',
  'dr',
]);

/** What stands between an amount and the time or thing it is for. */
const PER: ReadonlySet<string> = new Set(['per', 'pro', 'par', 'por', 'je', 'al', '/']);

const MAX_WORD_LENGTH = 15;
const WORD = /^\p{L}{2,15}$/u;

/**
 * A unit of measure as it is written here: 'nights' of 'night'; undefined for an unknown word. Capitals count
 * in words of one and two letters: 'mo' are months, 'Mo' may be megabytes.
 */
export function unitOfMeasure(word: string): string | undefined {
  const isLong = word.length > 2 && word.length <= MAX_WORD_LENGTH;
  return KNOWN.get(word) ?? (isLong ? KNOWN.get(word.toLowerCase()) : undefined);
}

/** Whether a unit is known by itself: a currency, a percent sign, or a unit of measure. A rate is. */
export function isKnownUnit(unit: string): boolean {
  return (
    unit === '' || unit === '%' || isCurrency(unit) || !WORD.test(unit) || unitOfMeasure(unit) !== undefined
  );
}

/** Whether a unit may be one of money: a currency, a thousand or a million of it, or a word that nobody knows. */
export function isMoney(unit: string): boolean {
  const measure = unitOfMeasure(unit);
  return measure === undefined || MULTIPLES.has(measure);
}

/** Whether two units are the same: words that nobody knows may differ in capitals and in an s at the end. */
export function isSameUnit(one: string, other: string): boolean {
  return (
    one === other ||
    (!isKnownUnit(one) &&
      !isKnownUnit(other) &&
      withoutS(one.toLowerCase()) === withoutS(other.toLowerCase()))
  );
}

function withoutS(word: string): string {
  return word.replace(/s$/, '');
}

/**
 * The unit that the words before and behind a number make: 'nights', '€/month' of '€ 12 / month', 'k€' of '€ 12k';
 * undefined where they make none. A word that nobody knows is one if it stands apart.
 */
export function unitAround(
  before: readonly string[],
  behind: readonly string[],
  isApart: boolean,
): string | undefined {
  const words = behind.flatMap((word) => (unitOfMeasure(word) ? [word] : word.split(/(\/)/).filter(Boolean)));
  const at = words.findIndex((word) => PER.has(word.toLowerCase()));
  if (at < 0) return amountUnit(before, words.join(' '), isApart);
  const period = at === words.length - 2 ? unitOfMeasure(words[at + 1]) : undefined;
  if (period === undefined) return undefined;
  const of = withoutS(period);
  if (before.length === 0 && at === 0) return `per ${of}`;
  const unit = amountUnit(before, words.slice(0, at).join(' '), false);
  return unit && `${unit}/${of}`;
}

function amountUnit(before: readonly string[], word: string, isApart: boolean): string | undefined {
  if (before.length > 1) return undefined;
  const [sign = ''] = before;
  const measure = unitOfMeasure(word);
  if (sign !== '') {
    if (!isCurrency(sign)) return undefined;
    if (word === '') return sign;
    const multiple = word === 'm' ? 'M' : measure; // no currency is measured in meters
    return multiple !== undefined && MULTIPLES.has(multiple) ? `${multiple}${sign}` : undefined;
  }
  if (word === '%' || isCurrency(word)) return word;
  if (/^k/i.test(word) && isCurrency(word.slice(1))) return `k${word.slice(1)}`;
  const isWord = isApart && WORD.test(word) && !NO_UNITS.has(word.toLowerCase());
  return measure ?? (isWord ? word : undefined);
}
