import type { Dialect } from '../../../datasets/sql/dialect';
import type { NumberStyle } from '../../../table/recognize/numberText';

/** What is replaced in a text, in order, so that a plain number is left. */
export type Edits = readonly (readonly [from: string, to: string])[];

/** A statement with more of them could not be read. */
const MAX_EDITS = 6;

/** The edits that may make plain numbers of texts in a style: a try, to be checked on each text. */
export function editsFor(texts: readonly string[], { decimal, unit }: NumberStyle): Edits {
  const odd = new Set(texts.join('').match(/[^0-9+\-.eE]/gu) ?? []);
  const inUnit = new Set(unit);
  const characters = [...odd].filter((character) => !inUnit.has(character) && character !== decimal);
  const edits: [string, string][] = [
    ...(unit === '' ? [] : [[unit, ''] as [string, string]]),
    ...characters.map((character): [string, string] => [character, /[−–﹣－]/.test(character) ? '-' : '']),
    ...(decimal === ',' ? DECIMAL_COMMA : []),
  ];
  return edits.filter(([from]) => texts.some((text) => text.includes(from))).slice(0, MAX_EDITS);
}

/** Points between thousands go before the comma becomes a point. */
const DECIMAL_COMMA: [string, string][] = [
  ['.', ''],
  [',', '.'],
];

export function editedText(text: string, edits: Edits): string {
  return edits.reduce((edited, [from, to]) => edited.replaceAll(from, to), text);
}

/** The same in SQL. */
export function editsInSql({ quoteText }: Dialect, text: string, edits: Edits): string {
  return edits.reduce(
    (edited, [from, to]) => `replace(${edited}, ${quoteText(from)}, ${quoteText(to)})`,
    text,
  );
}
