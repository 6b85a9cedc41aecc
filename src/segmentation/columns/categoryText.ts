import { isSameUnit } from '../../table/recognize/measure';
import { plainNumber, splitNumber } from '../../table/recognize/numberText';

/** The levels that a model knows. */
interface KnownLevels {
  has(level: string): boolean;
  keys(): Iterable<string>;
}

/**
 * A category as the fit has written it: 1.0 is 1.
 * @param unit of the cell, where it stood by every value of its column: 500 in MB is '500 MB'.
 */
export function categoryText(cell: unknown, known: KnownLevels, unit?: string): string {
  const text = String(cell);
  if (known.has(text)) return text;
  if (unit !== undefined) return levelInUnit(text, known, unit);
  const trimmed = text.trim();
  if (known.has(trimmed)) return trimmed;
  const plain = WHOLE_WITH_POINT.test(trimmed) ? trimmed.slice(0, trimmed.indexOf('.')) : `${trimmed}.0`;
  return known.has(plain) ? plain : text;
}

/** The level that is this number in this unit. */
function levelInUnit(number: string, known: KnownLevels, unit: string): string {
  for (const level of known.keys()) {
    const split = splitNumber(level.trim(), true);
    if (split && isSameUnit(split.unit, unit) && plainNumber(split.body) === Number(number)) return level;
  }
  return `${number} ${unit}`;
}

const WHOLE_WITH_POINT = /^-?\d{1,15}\.0{1,6}$/;
