import { formatList } from '../../core/format';
import { isCurrency } from './currency';
import { isKnownUnit, isSameUnit } from './measure';
import {
  type DecimalMark,
  type GivenMarks,
  isPlainNumber,
  type NegativeForm,
  type NumberStyle,
  numberIn,
  plainNumberText,
  splitNumber,
  stylesOf,
} from './numberText';
import { commonUnit, timesPowerOfTen } from './unitFamilies';

/** The texts of a column that are all numbers, and the ways in which they can be read. */
export interface NumbersFound {
  /** The texts without currencies, percent signs and units, as `numberIn` reads them. */
  bodies: readonly string[];
  /** One, or two where this column does not show its decimal separator. */
  styles: NumberStyle[];
  /** How numbers below zero are written, where not with a minus sign before them. */
  negatives: NegativeForm[];
  /** Where texts are in several units that are one: the powers of ten by which each body is multiplied. */
  powers?: readonly number[];
  /** These units, each once. */
  units?: readonly string[];
}

/** So many different numbers before one word show that it is what they count. */
const ENOUGH = 3;

/** Of fewer different texts in several units, each may be a kind of its own: plans of 500 MB and 2 GB. */
const ENOUGH_IN_SEVERAL = 5;

/** As programs write them: nothing to say about it. */
const PLAIN_STYLE: NumberStyle = { decimal: '.', thousands: '', unit: '' };

/** What may be left once a unit and signs are off; the style says what it means. */
const BODY = /^[+-]?(?:,\d+|[\d.][\d., ']*(?:e[+-]?\d+)?)$/i;

/**
 * How the texts of a column (trimmed, none missing) can all be read as numbers; undefined where they cannot. A currency
 * or percent sign counts where every text carries the same, as does, with `measures`, a unit of measure or any word that
 * stands behind enough different numbers. With `measures`, amounts and sizes that a program has abbreviated ('$1.2k'
 * beside '$950', '1.5 GB' beside '800 MB') are numbers in one unit. Distinct texts give the same answer as the whole
 * column.
 * Cost: O(characters).
 */
export function recognizeNumbers(texts: readonly string[], given: GivenMarks = {}): NumbersFound | undefined {
  if (isPlainColumn(texts, given)) return { bodies: texts, styles: [PLAIN_STYLE], negatives: [] };
  const first = splitNumber(texts[0], given.measures);
  if (first === undefined) return undefined;
  let { unit } = first;
  let isMixed = false;
  const bodies: string[] = [];
  const units: string[] = [];
  const negatives = new Set<NegativeForm>();
  for (const text of texts) {
    const split = splitNumber(text, given.measures);
    if (split === undefined || !BODY.test(split.body)) return undefined;
    if (!isSameUnit(split.unit, unit)) {
      if (!given.measures) return undefined;
      isMixed = true;
    }
    if (split.unit.length > unit.length) ({ unit } = split);
    if (split.negative !== undefined) negatives.add(split.negative);
    bodies.push(split.body);
    units.push(split.unit);
  }
  const several = isMixed ? inOneUnit(bodies, units) : undefined;
  if (isMixed && several === undefined) return undefined;
  unit = several?.unit ?? unit;
  if (!isKnownUnit(unit) && new Set(bodies).size < ENOUGH) return undefined;
  const styles = stylesOf(bodies, unit, given);
  if (styles.length === 0) return undefined;
  return {
    bodies,
    styles: alike(bodies, styles) ? styles.slice(0, 1) : styles,
    negatives: [...negatives],
    ...(several && { powers: several.powers, units: several.units }),
  };
}

const ZERO = /^[+-]?0+(?:[.,]0+)?$/;

/** Numbers in several units as numbers in one; 0 needs no unit. */
function inOneUnit(bodies: readonly string[], units: readonly string[]) {
  const isBareZero = (row: number) => units[row] === '' && ZERO.test(bodies[row]);
  const found = commonUnit(units.filter((_, row) => !isBareZero(row)));
  if (found === undefined || new Set(bodies).size < ENOUGH_IN_SEVERAL) return undefined;
  const powers = units.map((unit, row) => (isBareZero(row) ? 0 : found.powers.get(unit)!));
  return { unit: found.unit, powers, units: [...found.powers.keys()].sort() };
}

/** The column's numbers in one of its styles. */
export function numbersIn({ bodies, powers }: NumbersFound, style: NumberStyle): number[] {
  if (style === PLAIN_STYLE) return bodies.map(Number);
  if (powers === undefined) return bodies.map((body) => numberIn(body, style)!);
  return bodies.map((body, row) => timesPowerOfTen(plainNumberText(body, style)!, powers[row]));
}

/** The same of numbers in one unit, digit by digit as plain text ('-1234.50'), for exact decimals. */
export function plainNumbersIn({ bodies }: NumbersFound, style: NumberStyle): string[] {
  return bodies.map((body) => plainNumberText(body, style)!);
}

/** The decimal separator that the column itself shows, where it does. */
export function decimalShown({ bodies, styles }: NumbersFound): DecimalMark | undefined {
  const [style] = styles;
  const shows = styles.length === 1 && bodies.some((body) => /[.,]/.test(body));
  return shows ? style.decimal : undefined;
}

/** The first text that two styles read differently. */
export function firstDifference({ bodies, styles: [one, other] }: NumbersFound): number {
  return bodies.findIndex((body) => numberIn(body, one) !== numberIn(body, other));
}

const MARK_NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  '.': 'points',
  ' ': 'spaces',
  "'": 'apostrophes',
};

const NEGATIVE_NAMES: Readonly<Record<NegativeForm, string>> = {
  '(5)': 'negative amounts in brackets',
  '5-': 'minus signs after the number',
  '5 CR': 'credits (CR) as negative amounts',
};

/** What there is to say of a way of writing numbers: 'a decimal comma and spaces between thousands'; '' for nothing. */
export function describeNumbers(
  { negatives, units }: NumbersFound,
  { decimal, thousands, unit }: NumberStyle,
): string {
  const parts = [
    ...(decimal === ',' ? ['a decimal comma'] : []),
    ...(thousands === '' ? [] : [`${MARK_NAMES[thousands]} between thousands`]),
    ...(unit === '' ? [] : [`the ${unit === '%' || isCurrency(unit) ? 'sign' : 'unit'} ${unit} (removed)`]),
    ...(units === undefined ? [] : [severalUnits(units, unit)]),
    ...negatives.map((form) => NEGATIVE_NAMES[form]),
  ];
  return parts.join(' and ');
}

/** What was done with several units: 'values in MB and GB, all brought to GB'. */
function severalUnits(units: readonly string[], unit: string): string {
  const isSize = !isCurrency(unit) && unit !== '';
  return isSize
    ? `values in ${formatList(units)}, all brought to ${unit}`
    : `abbreviated thousands and millions written out`;
}

/** '1.234' alone may be written with a separator of thousands; any other number, among them, tells that it is not. */
function isPlainColumn(texts: readonly string[], { decimal, thousands }: GivenMarks): boolean {
  if (!texts.every(isPlainNumber)) return false;
  const pointed = texts.filter((text) => text.includes('.'));
  if (pointed.length === 0) return true;
  if (decimal !== undefined || thousands === '.') return decimal === '.';
  return (
    pointed.some((text) => !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) ||
    texts.some((text) => /\d{4}/.test(text))
  );
}

function alike(bodies: readonly string[], [one, other]: readonly NumberStyle[]): boolean {
  return other === undefined || bodies.every((body) => numberIn(body, one) === numberIn(body, other));
}
