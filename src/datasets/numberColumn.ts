import {
  type DecimalMark,
  type GivenMarks,
  isPlainNumber,
  type NumberStyle,
  numberIn,
  splitSign,
  stylesOf,
} from './numberText';

/** The texts of a column that are all numbers, and the ways in which they can be read. */
export interface NumberFinding {
  /** The texts without signs of currency, as `numberIn` reads them. */
  bodies: string[];
  /** One, or two where the mark before decimals is not told by this column. */
  styles: NumberStyle[];
}

/** As programs write them: nothing to say about it. */
const PLAIN_STYLE: NumberStyle = { decimal: '.', thousands: '', sign: '' };

/**
 * How the texts of a column (trimmed, none missing) can all be read as numbers; undefined where they cannot. A sign of
 * currency or percent counts where every text carries the same. Cost: O(texts).
 */
export function findNumbers(texts: readonly string[], given: GivenMarks): NumberFinding | undefined {
  if (isPlainColumn(texts, given)) return { bodies: texts as string[], styles: [PLAIN_STYLE] };
  const first = splitSign(texts[0]);
  if (first === undefined || !/\d/.test(first.body)) return undefined;
  const bodies: string[] = [];
  for (const text of texts) {
    const split = splitSign(text);
    if (split?.sign !== first.sign || !/^[+-]?[\d.][\d., ']*(e[+-]?\d+)?$|^[+-]?,\d+$/i.test(split.body))
      return undefined;
    bodies.push(split.body);
  }
  const styles = stylesOf(bodies, first.sign, given);
  if (styles.length === 0) return undefined;
  return { bodies, styles: alike(bodies, styles) ? styles.slice(0, 1) : styles };
}

/** The column's numbers in one of its styles. */
export function numbersIn({ bodies }: NumberFinding, style: NumberStyle): number[] {
  return style === PLAIN_STYLE ? bodies.map(Number) : bodies.map((body) => numberIn(body, style)!);
}

/** The mark that the column itself shows, where it does. */
export function decimalShown({ bodies, styles }: NumberFinding): DecimalMark | undefined {
  const [style] = styles;
  const shows = styles.length === 1 && bodies.some((body) => /[.,]/.test(body));
  return shows ? style.decimal : undefined;
}

/** The first text that two styles read differently. */
export function firstDifference({ bodies, styles: [one, other] }: NumberFinding): number {
  return bodies.findIndex((body) => numberIn(body, one) !== numberIn(body, other));
}

/** '1.234' alone may be written with a mark between thousands; any other number, among them, tells that it is not. */
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
