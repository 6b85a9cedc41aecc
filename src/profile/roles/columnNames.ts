import { capitalized, label } from '../../core/columnNames';

/** `NumWebPurchases`, `num_web_purchases` → 'num web purchases'; digits stand alone. */
export function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(HARMFUL, ' ')
    .trim()
    .toLowerCase();
}

/**
 * `label`, made safe for names of segments: without control characters, quotes and angle brackets, at most 40
 * characters, and never empty.
 */
export function readableName(name: string): string {
  const text = capitalized(label(name).replace(HARMFUL, ' ').trim()) || 'Unnamed';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** All but letters, digits and what people write in a column's name. */
const HARMFUL = /[^\p{L}\p{N}%$€£()./&'+-]+/gu;
