import { isCurrency } from './currency';
import { unitAround } from './measure';

/** The decimal separator. */
export type DecimalMark = '.' | ',';

/** The separator of thousands; '' for none. A space stands for narrow and unbreakable ones too. */
type ThousandsMark = '' | ',' | '.' | ' ' | "'";

/** How the numbers of a column are written. */
export interface NumberStyle {
  decimal: DecimalMark;
  thousands: ThousandsMark;
  /** Currency, percent sign or unit of measure that every value carries; '' for none. */
  unit: string;
}

/** What `stylesOf` may use: a separator that is not given is open. */
export interface GivenMarks {
  decimal?: DecimalMark;
  thousands?: ThousandsMark;
  /** Whether units of measure may stand behind numbers, as in '12 nights' and '€ 12 / month'. Default false. */
  measures?: boolean;
}

/** Ways of writing a number below zero, besides a minus sign before it. */
export type NegativeForm = '(5)' | '5-' | '5 CR';

/** As programs write numbers. No two parts can take the same character, so that it costs one pass. */
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Digits after a leading zero are a code; whole numbers of more than 15 digits are not exact in float64. */
const NOT_A_QUANTITY = /^[+-]?(?:0\d|\d{16,}$)/;

/** The number that a text is as programs write it; undefined where it is none, or is infinite. */
export function plainNumber(text: string): number | undefined {
  if (!PLAIN.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Whether a text starts with a zero and another digit: '00123' is a code, and another one than '123'. */
export function isCode(text: string): boolean {
  return text[0] === '0' && text[1] >= '0' && text[1] <= '9';
}

/** Whether a text is a number as programs write it, and no code. */
export function isPlainNumber(text: string): boolean {
  return PLAIN.test(text) && !NOT_A_QUANTITY.test(text);
}

/** A number, apart from what stands around it. */
export interface SplitNumber {
  /** Currency, percent sign or unit of measure; '' for none. */
  unit: string;
  /** The digits with their separators as written, after a minus where the number is below zero. */
  body: string;
  negative?: NegativeForm;
}

/**
 * '€ 1 234,50' is '1 234,50' in '€'; '($45.00)' is '-45.00' in '$', and so are '45.00-' and '45 CR' (a credit).
 * Undefined where there is no digit, something unknown stands around the digits, or a sign comes twice.
 * @param measures whether a unit of measure, or any word, may stand behind the digits.
 * Cost: one pass.
 */
export function splitNumber(given: string, measures = false): SplitNumber | undefined {
  if (PLAIN.test(given)) return { unit: '', body: given };
  const text = measures ? given.replace(SQUARED, (_, unit, power) => unit + POWERS[power]) : given;
  const [first, last] = digitsIn(text);
  if (first < 0) return undefined;
  const signs = signsAround(text.slice(0, first), text.slice(last + 1), measures);
  if (signs === undefined) return undefined;
  const digits = text
    .slice(first, last + 1)
    .replace(SPACES, ' ')
    .replace(/[’‘]/g, "'");
  const { unit, minus, negative } = signs;
  return { unit, body: (minus ? '-' : '') + digits, ...(negative && { negative }) };
}

const SPACES = /[\u00A0\u2007\u2009\u202F]/g;
const MARK_BEFORE_DIGIT = /[.,]/;
const MAX_AFFIX_LENGTH = 24;

/** Square and cubic units whose digit is none of the number. */
const SQUARED = /(\bk?m|\bft)([23])$/;
const POWERS: Readonly<Record<string, string>> = { 2: '²', 3: '³' };

/** Where the digits begin, with a decimal separator before them, and where they end; −1 where there are none. */
function digitsIn(text: string): [first: number, last: number] {
  const first = text.search(/\d/);
  if (first < 0) return [-1, -1];
  let last = text.length - 1;
  while (!isDigit(text[last])) last--;
  const startsWithMark =
    MARK_BEFORE_DIGIT.test(text[first - 1] ?? '') && !/\p{L}/u.test(text[first - 2] ?? '');
  return [startsWithMark ? first - 1 : first, last];
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

interface Signs {
  unit: string;
  minus: boolean;
  negative?: NegativeForm;
}

/** What stands before and after the digits; undefined where that is not one unit and one sign at most. */
function signsAround(before: string, after: string, measures: boolean): Signs | undefined {
  if (before.length > MAX_AFFIX_LENGTH || after.length > MAX_AFFIX_LENGTH) return undefined;
  const [head, tail] = [tokensOf(before), tokensOf(after)];
  const opens = head.filter((token) => token === '(').length;
  const closes = tail.filter((token) => token === ')').length;
  if (opens !== closes || opens > 1 || head.includes(')') || tail.includes('(')) return undefined;
  const words = [...head, ...tail].filter((token) => !'()+-'.includes(token));
  const bookings = words.filter((word) => CREDIT.test(word) || DEBIT.test(word));
  const units = words.filter((word) => !bookings.includes(word));
  const signs = [...head, ...tail].filter((token) => token === '+' || token === '-');
  if (
    (units.length > 1 && !measures) ||
    signs.length + opens + bookings.length > 1 ||
    bookings.some((word) => head.includes(word))
  )
    return undefined;
  const [first = ''] = units;
  const isPlain =
    units.length <= 1 && (first === '' || isCurrency(first) || (first === '%' && tail.includes('%')));
  const [left, right] = [head, tail].map((side) => side.filter((token) => units.includes(token)));
  const isOpen = tail.includes('+');
  const unit = isPlain ? first : measures && !isOpen ? unitAround(left, right, /^\s/.test(after)) : undefined;
  if (unit === undefined) return undefined;
  const negative = negativeForm(opens === 1, tail.includes('-'), bookings);
  return { unit, minus: negative !== undefined || signs[0] === '-', ...(negative && { negative }) };
}

function negativeForm(
  bracketed: boolean,
  minusBehind: boolean,
  [booking]: readonly string[],
): NegativeForm | undefined {
  if (bracketed) return '(5)';
  if (minusBehind) return '5-';
  return booking !== undefined && CREDIT.test(booking) ? '5 CR' : undefined;
}

/** In a customer's account a credit is money back to the customer, a debit what was bought. */
const CREDIT = /^cr\.?$/i;
const DEBIT = /^dr\.?$/i;

/** Brackets, signs (minus signs made alike) and the words between them. */
function tokensOf(affix: string): string[] {
  return (
    affix
      .replace(SPACES, ' ')
      .replace(/[−–﹣－]/g, '-')
      .match(/[-+()]|[^-+() ]+/g) ?? []
  );
}

/** The number that a body without its unit is in a style; undefined where it is none. */
export function numberIn(body: string, style: NumberStyle, lenient = true): number | undefined {
  const plain = plainNumberText(body, style, lenient);
  return plain === undefined ? undefined : Number(plain);
}

/**
 * The same as `numberIn`, as text with a decimal point and without separators of thousands, so that no digit is lost.
 * @param lenient whether thousands may go unmarked in a style that marks them.
 */
export function plainNumberText(
  body: string,
  { decimal, thousands }: Pick<NumberStyle, 'decimal' | 'thousands'>,
  lenient = true,
): string | undefined {
  const [whole, ...rest] = body.split(decimal);
  if (rest.length > 1 || rest[0]?.match(/[^\deE+-]/)) return undefined;
  const joined = withoutThousands(whole, thousands, lenient);
  if (joined === undefined) return undefined;
  const plain = rest.length === 0 ? joined : `${joined}.${rest[0]}`;
  return isPlainNumber(plain) ? plain : undefined;
}

function withoutThousands(whole: string, thousands: ThousandsMark, lenient: boolean): string | undefined {
  if (thousands === '' || !whole.includes(thousands)) {
    const unmarked = thousands !== '' && /\d{4}/.test(whole);
    return unmarked && !lenient ? undefined : whole;
  }
  const groups = whole.split(thousands);
  return isGrouped(groups, thousands) ? groups.join('') : undefined;
}

/**
 * The styles in which every body is a number, at most one for each decimal separator. A style with separators of
 * thousands must mark every thousand; where none does so, one that marks some of them counts.
 */
export function stylesOf(bodies: readonly string[], unit: string, given: GivenMarks = {}): NumberStyle[] {
  const decimals: DecimalMark[] = given.decimal === undefined ? ['.', ','] : [given.decimal];
  const candidates = decimals.flatMap((decimal) =>
    thousandsOf(bodies, decimal, given.thousands).map((thousands) => ({ decimal, thousands, unit })),
  );
  const fitting = (lenient: boolean) =>
    candidates.filter((style) => bodies.every((body) => numberIn(body, style, lenient) !== undefined));
  const strict = given.decimal === undefined ? fitting(false) : [];
  return strict.length > 0 ? strict : fitting(true);
}

/** The separator of thousands that occurs beside this decimal separator; several leave nothing to try. */
function thousandsOf(
  bodies: readonly string[],
  decimal: DecimalMark,
  given: ThousandsMark | undefined,
): ThousandsMark[] {
  if (given !== undefined) return given === decimal ? [] : [given];
  const marks = [',', '.', ' ', "'"].filter((mark) => mark !== decimal) as ThousandsMark[];
  const used = marks.filter((mark) => bodies.some((body) => body.includes(mark)));
  return used.length > 1 ? [] : [used[0] ?? ''];
}

/** Groups of three digits; in India, between commas, those before the last are of two. */
function isGrouped([first, ...others]: readonly string[], mark: ThousandsMark): boolean {
  if (!/^[+-]?[1-9]\d{0,2}$/.test(first)) return false;
  const between = others.slice(0, -1);
  const inIndia = mark === ',' && between.every((group) => /^\d\d$/.test(group));
  const inThrees = between.every((group) => /^\d{3}$/.test(group));
  return (inIndia || inThrees) && /^\d{3}$/.test(others[others.length - 1]);
}
