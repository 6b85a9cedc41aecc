/** The mark before decimals. */
export type DecimalMark = '.' | ',';

/** The mark between thousands; '' for none. A space stands for narrow and unbreakable ones too. */
export type ThousandsMark = '' | ',' | '.' | ' ' | "'";

/** How the numbers of a column are written. */
export interface NumberStyle {
  decimal: DecimalMark;
  thousands: ThousandsMark;
  /** Currency or percent sign that every value carries; '' for none. */
  sign: string;
}

/** What `styles` may use: a mark that is not given is open. */
export interface GivenMarks {
  decimal?: DecimalMark;
  thousands?: ThousandsMark;
}

/** As programs write numbers. */
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Digits after a leading zero are a code; whole numbers of more than 15 digits are not exact in float64. */
const NOT_A_QUANTITY = /^[+-]?(0\d|\d{16,}$)/;

const MISSING_NUMBER = /^(na|n\/a|#n\/a|<na>|nan|null|none|\\n)?$/i;

/** Whether a text is a number as programs write it, and no code. */
export function isPlainNumber(text: string): boolean {
  return PLAIN.test(text) && !NOT_A_QUANTITY.test(text);
}

/** Whether a text stands for no value in a column of numbers or dates. */
export function isMissingText(text: string): boolean {
  return text === '' || (text.length <= 4 && MISSING_NUMBER.test(text));
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const SIGNED = /^([+-]?)\s*(\p{Sc}|[A-Z]{3}|)\s*([+-]?)(.*?)\s*(\p{Sc}|[A-Z]{3}|%|)$/u;

interface SplitText {
  sign: string;
  /** The number without its sign of currency; marks as written, minus and spaces made alike. */
  body: string;
}

/** '€ 1 234,50' → '€' and '1 234,50'. Undefined where signs stand on both sides, or three letters are no currency. */
export function splitSign(text: string): SplitText | undefined {
  if (PLAIN.test(text)) return { sign: '', body: text };
  const alike = text
    .replace(/−/g, '-')
    .replace(/[\u00A0\u2009\u202F]/g, ' ')
    .replace(/’/g, "'");
  const found = SIGNED.exec(alike);
  if (!found) return undefined;
  const [, outer, before, inner, digits, after] = found;
  if ((before && after) || (outer && inner)) return undefined;
  const sign = before || after;
  if (sign.length === 3 && !CURRENCIES.has(sign)) return undefined;
  return { sign, body: outer + inner + digits };
}

/** The number that a body without its sign is in a style; undefined where it is none. */
export function numberIn(
  body: string,
  { decimal, thousands }: NumberStyle,
  lenient = true,
): number | undefined {
  const plain = plainText(body, decimal, thousands, lenient);
  return plain !== undefined && isPlainNumber(plain) ? Number(plain) : undefined;
}

function plainText(
  body: string,
  decimal: DecimalMark,
  thousands: ThousandsMark,
  lenient: boolean,
): string | undefined {
  const [whole, ...rest] = body.split(decimal);
  if (rest.length > 1 || rest[0]?.match(/[^\deE+-]/)) return undefined;
  if (thousands === '' || !whole.includes(thousands)) {
    if (!lenient && thousands !== '' && /\d{4}/.test(whole)) return undefined;
    return rest.length === 0 ? whole : `${whole}.${rest[0]}`;
  }
  const groups = whole.split(thousands);
  return isGrouped(groups, thousands) ? [groups.join(''), ...rest].join('.') : undefined;
}

/**
 * The styles in which every body is a number, at most one for each decimal mark. A style with thousands marks must
 * mark every thousand; where none does so, one that marks some of them counts.
 */
export function stylesOf(bodies: readonly string[], sign: string, given: GivenMarks = {}): NumberStyle[] {
  const decimals: DecimalMark[] = given.decimal === undefined ? ['.', ','] : [given.decimal];
  const candidates = decimals.flatMap((decimal) =>
    thousandsOf(bodies, decimal, given.thousands).map((thousands) => ({ decimal, thousands, sign })),
  );
  const fitting = (lenient: boolean) =>
    candidates.filter((style) => bodies.every((body) => numberIn(body, style, lenient) !== undefined));
  const strict = given.decimal === undefined ? fitting(false) : [];
  return strict.length > 0 ? strict : fitting(true);
}

/** The thousands mark that occurs beside this decimal mark; none of them or several leave nothing to try. */
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
