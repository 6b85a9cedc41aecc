import { levelKey } from '../../table/levelSpellings';
import { isSameUnit } from '../../table/recognize/measure';
import { plainNumber, splitNumber } from '../../table/recognize/numberText';
import { powerBetween, timesPowerOfTen } from '../../table/recognize/unitFamilies';

/** The levels that a model knows. */
interface KnownLevels {
  has(level: string): boolean;
  keys(): Iterable<string>;
}

/**
 * A category as the fit has written it: 1.0 is 1, and 'GOLD ' is 'Gold'.
 * @param unit of the cell, where it stood by every value of its column: 500 in MB is '500 MB'.
 */
export function categoryText(cell: unknown, known: KnownLevels, unit?: string): string {
  const text = String(cell);
  if (known.has(text)) return text;
  if (unit !== undefined) return levelInUnit(text, known, unit);
  const trimmed = text.trim();
  if (known.has(trimmed)) return trimmed;
  const plain = WHOLE_WITH_POINT.test(trimmed) ? trimmed.slice(0, trimmed.indexOf('.')) : `${trimmed}.0`;
  return known.has(plain) ? plain : (byKey(known).get(levelKey(trimmed)) ?? text);
}

const KEYS = new WeakMap<KnownLevels, ReadonlyMap<string, string>>();

/** Levels by the spelling in which they are compared, but those that a model holds in two. */
function byKey(known: KnownLevels): ReadonlyMap<string, string> {
  const found = KEYS.get(known);
  if (found !== undefined) return found;
  const levels = new Map<string, string>();
  const twice = new Set<string>();
  for (const level of known.keys()) {
    const key = levelKey(level);
    if (levels.has(key)) twice.add(key);
    levels.set(key, level);
  }
  for (const key of twice) levels.delete(key);
  KEYS.set(known, levels);
  return levels;
}

/** The level that is this number in this unit. */
function levelInUnit(number: string, known: KnownLevels, unit: string): string {
  for (const level of known.keys()) {
    const split = splitNumber(level.trim(), true);
    const plain = split && plainNumber(split.body);
    if (split === undefined || plain === undefined) continue;
    const power = isSameUnit(split.unit, unit) ? 0 : powerBetween(split.unit, unit);
    if (power !== undefined && timesPowerOfTen(split.body, power) === Number(number)) return level;
  }
  return `${number} ${unit}`;
}

const WHOLE_WITH_POINT = /^-?\d{1,15}\.0{1,6}$/;
