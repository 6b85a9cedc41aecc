import { wordsOf } from '../core/columnNames';
import { formatCount, formatNumber } from '../core/format';
import type { TypedColumn } from './column';
import { isMissing } from './missing';

/** A value that looks like a code for a missing one: an age of 999, an order on 1900-01-01. */
export interface MissingCode {
  column: string;
  /** A number, or a day as ISO text. */
  value: number | string;
  /** How many rows hold it. */
  rows: number;
  /** Whether it is surely a code; of others only the owner of the file knows. */
  sure: boolean;
  /** What makes it look like one, as the end of a sentence. */
  reason: string;
}

/** Why a value is a code where the owner of the table says so. */
export const NAMED = 'you named it';

/** Of fewer different values nobody knows which stand apart. */
const MIN_DIFFERENT = 3;

/** Codes of one column are rarely more than two or three, such as 997, 998 and 999. */
const MAX_CODES = 3;

/**
 * Values of a column that look like codes for a missing one: at an end of the column, far from all others, and
 * written like codes (99, −999, 666666) or held by several customers; an age over 130; default days. Zero is often
 * real, and only questioned where the name of the column says that it cannot be.
 * Cost: O(n log n).
 */
export function missingCodesAmong(column: TypedColumn): MissingCode[] {
  if (column.kind === 'date') return dayCodes(column);
  if (column.kind !== 'number' || column.constant) return [];
  const counts = new Map<number, number>();
  for (const value of column.values)
    if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const different = Float64Array.from(counts.keys()).sort();
  const beyond = codesBeyondScale(column.name, counts);
  if (beyond.length > 0) return beyond;
  const codeAt = (at: number, low: number, high: number) =>
    judge(column.name, different[at], counts.get(different[at])!, different[low], different[high]);
  const found: MissingCode[] = [];
  let [low, high] = [0, different.length - 1];
  while (high - low >= MIN_DIFFERENT && found.length < MAX_CODES) {
    const top = high;
    const bottom = low;
    const above = codesAtEnd(top - bottom, (count, i) => codeAt(top - i, bottom, top - count));
    const below = codesAtEnd(top - bottom, (count, i) => codeAt(bottom + i, bottom + count, top));
    const next = [above, below].find((codes) => codes[0]?.sure) ?? (above.length > 0 ? above : below);
    if (next.length === 0) break;
    found.push(...next);
    if (next === above) high -= next.length;
    else low += next.length;
  }
  return found;
}

/** A scale that a name ends with or holds in brackets: 'Satisfaction (1-5)', 'NPS 0 to 10', 'Note [1–6]'. */
const SCALE = /[([]?\b([01]) ?(?:-|–|—|to|bis|à|a|tot|\.\.\.?|…) ?(\d{1,3})[)\]]?$/u;

/** Nearly all answers lie on the scale; more than this and the name means something else. */
const MAX_BEYOND = 0.3;

/** Values beyond the scale that a name states, written like codes, or 0 where the scale begins with 1. */
function codesBeyondScale(column: string, counts: ReadonlyMap<number, number>): MissingCode[] {
  const scale = SCALE.exec(column.trim().toLowerCase().slice(0, MAX_NAME_LENGTH));
  if (scale === null) return [];
  const [from, to] = [Number(scale[1]), Number(scale[2])];
  const beyond = [...counts].filter(([value]) => value < from || value > to);
  const rows = (some: Iterable<readonly [number, number]>) =>
    Array.from(some).reduce((sum, [, count]) => sum + count, 0);
  if (to <= from || rows(beyond) > MAX_BEYOND * rows(counts)) return [];
  const areCodes = beyond.every(([value]) => value === 0 || isCodeShaped(Math.abs(value)));
  if (!areCodes) return [];
  const reason = `the scale is from ${from} to ${to} by the column's name`;
  return beyond.map(([value, count]) => ({ column, value, rows: count, sure: true, reason }));
}

const MAX_NAME_LENGTH = 200;

/** The fewest values at an end of a column that are surely codes, seen from all others; else the last, if it may be one. */
function codesAtEnd(
  different: number,
  codeAt: (count: number, i: number) => MissingCode | undefined,
): readonly MissingCode[] {
  for (let count = 1; count <= Math.min(MAX_CODES, different + 1 - MIN_DIFFERENT); count++) {
    const codes = Array.from({ length: count }, (_, i) => codeAt(count, i));
    if (codes.every((code) => code?.sure)) return codes as MissingCode[];
  }
  const last = codeAt(1, 0);
  return last === undefined ? [] : [last];
}

/** Names of what has no zero, in seven languages: somebody's age, size or income. */
const NEVER_ZERO: ReadonlySet<string> = new Set([
  ...[
    'age',
    'alter',
    'âge',
    'edad',
    'età',
    'idade',
    'leeftijd',
    'birth',
    'born',
    'yob',
    'height',
    'weight',
    'bmi',
  ],
  ...[
    'income',
    'salary',
    'wage',
    'einkommen',
    'gehalt',
    'revenu',
    'salaire',
    'ingresos',
    'salario',
    'reddito',
  ],
  ...['stipendio', 'renda', 'salário', 'inkomen', 'salaris'],
]);
const AGE: ReadonlySet<string> = new Set(['age', 'alter', 'âge', 'edad', 'età', 'idade', 'leeftijd']);

const OLDEST = 130;

/** Whether a value at an end of a column is a code, seen from the rest, which goes from `least` to `greatest`. */
function judge(
  column: string,
  value: number,
  rows: number,
  least: number,
  greatest: number,
): MissingCode | undefined {
  const words = wordsOf(column).split(' ');
  const isAge = words.some((word) => AGE.has(word)) && least >= 0 && greatest <= OLDEST;
  const span = greatest - least;
  const gap = value > greatest ? value - greatest : least - value;
  const code = (sure: boolean, reason: string): MissingCode => ({ column, value, rows, sure, reason });
  const apart = `all others are from ${formatNumber(least)} to ${formatNumber(greatest)}`;
  if (isAge && (value > OLDEST || value < 0)) return code(true, `nobody is that old; ${apart}`);
  if (value === 0) return isQuestionableZero(words, rows, least, greatest) ? code(isAge, apart) : undefined;
  if (value < 0 && least >= 0 && isCodeShaped(-value)) return code(rows > 1, apart);
  const digits = String(Math.abs(value)).length;
  const isFar = gap > span;
  if (isFar && isCodeShaped(Math.abs(value)) && digits >= 2)
    return code(rows >= 3 || (rows === 2 && digits >= 3 && gap > 2 * span), apart);
  return isFar && gap > 2 * span && rows >= 3 ? code(false, apart) : undefined;
}

/** Whether several zeros stand apart in a column that has none by its name. */
function isQuestionableZero(
  words: readonly string[],
  rows: number,
  least: number,
  greatest: number,
): boolean {
  return rows > 1 && least >= greatest / 10 && words.some((word) => NEVER_ZERO.has(word));
}

/** 1, 9, 99, 888, 666666: how programs and people write that nothing is known. */
function isCodeShaped(value: number): boolean {
  return (
    value === 1 ||
    /^(?:9+|8+|7{2,}|6{3,}|([1-5])\1{4,})$/.test(String(value)) ||
    /^99+[78]$/.test(String(value))
  );
}

/** Days that programs write where none is known. */
const DEFAULT_DAYS: ReadonlySet<string> = new Set([
  ...['0001-01-01', '1753-01-01', '1899-12-30', '1899-12-31', '1900-01-01', '1901-01-01', '1970-01-01'],
  ...['2099-12-31', '2099-01-01', '2999-12-31', '3000-01-01', '9999-12-31', '9999-01-01'],
]);

/** So many years from all other days a default day is no day that somebody meant. */
const YEARS_APART = 5;

function dayCodes({ name, cells }: TypedColumn): MissingCode[] {
  const counts = new Map<string, number>();
  let [first, last] = ['9999', '0000'];
  for (let row = 0; row < cells.length; row++) {
    if (isMissing(cells[row])) continue;
    const day = dayOf(cells[row]);
    if (DEFAULT_DAYS.has(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
    else {
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return [...counts].flatMap(([value, rows]): MissingCode[] => {
    const year = Number(value.slice(0, 4));
    const apart = Math.max(Number(first.slice(0, 4)) - year, year - Number(last.slice(0, 4)));
    if (last < first || apart < YEARS_APART) return [];
    return [{ column: name, value, rows, sure: true, reason: `all other days are from ${first} to ${last}` }];
  });
}

/** '2024-05-31' of a day as ISO text or `Date`. */
export function dayOf(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).slice(0, 10);
}

/** "Age: 20 × 999 looks like a code for a missing value (all others are from 18 to 80)". */
export function missingCodeSentence({ column, value, rows, reason }: MissingCode): string {
  const written = typeof value === 'number' ? formatNumber(value) : value;
  return `${column}: ${formatCount(rows)} × ${written} looks like a code for a missing value (${reason})`;
}
