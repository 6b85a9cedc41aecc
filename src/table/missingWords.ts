import { formatCount, plural } from '../core/format';
import { namesCustomer } from './customerNames';
import { textsIdentify } from './identifiers';
import { bareWord, isMissing, isMissingCategory, isMissingIdentifier, isMissingText } from './missing';
import { recognizeDates } from './recognize/dates';
import { recognizeNumbers } from './recognize/numbers';
import { isPlainNumber } from './recognize/numberText';
import { truthValue } from './truth';

/** A word that stands in a column where a value is missing, or that looks like one and is a value. */
export interface MissingWord {
  /** As it is written. */
  word: string;
  /** The rows that hold it, from 0. */
  rows: readonly number[];
}

/** A column's cells without words for missing values. */
export interface KnownCells {
  cells: ArrayLike<unknown>;
  /** Words that were taken for missing, the most frequent first. */
  words: MissingWord[];
  /** Words that are values here: the country code NA among other codes. */
  values: MissingWord[];
}

/** A column with more different texts than this holds no categories. */
const MAX_LEVELS = 30;

/** So many texts show what a column holds. */
const ENOUGH = 200;

/** What most of a column are, the column is. */
const MOST = 0.9;

/**
 * Takes the words for a missing value out of a column: in columns of numbers, dates and identifiers all of them, among
 * categories those of programs, unless the word is a code among codes ('NA' beside 'DE' and 'FR' is Namibia). In a
 * column that names customers, 0 is nobody where it repeats, and −1 where no other number is below zero.
 * Cost: O(n).
 */
export function withoutMissingWords(name: string, cells: ArrayLike<unknown>): KnownCells {
  const ofCustomers = namesCustomer(name);
  const found = wordsAmong(cells, ofCustomers);
  if (found.words.size === 0) return { cells, words: [], values: [] };
  const isMissingWord = judgeOf(name, cells.length, found, ofCustomers);
  const all = Array.from(found.words, ([word, rows]) => ({ word, rows }));
  const missing = all.filter(({ word }) => isMissingWord(word));
  const values = all.filter(({ word }) => !isMissingWord(word) && isMissingCategory(word));
  if (missing.length === 0) return { cells, words: [], values };
  const known = Array.from(cells);
  for (const { rows } of missing) for (const row of rows) known[row] = null;
  return { cells: known, words: missing.sort(byCount), values };
}

/** '10 rows have no 'Customer': NULL × 3, NA × 2, …'. */
export function missingWordsSentence(name: string, words: readonly MissingWord[]): string {
  return missingCountsSentence(
    name,
    words.map(({ word, rows }) => ({ word, rows: rows.length })),
  );
}

/** The same where rows are counted. */
export function missingCountsSentence(name: string, words: readonly WordCount[]): string {
  const rows = words.reduce((sum, each) => sum + each.rows, 0);
  return `${plural(rows, 'row has', 'rows have')} no '${name}': ${listOf(words)}`;
}

/** A word and how many rows hold it. */
export interface WordCount {
  word: string;
  rows: number;
}

/** Whether a word is one of those to keep, in any case. */
export function wordsToKeep(keep: readonly string[]): (word: string) => boolean {
  const kept = new Set(keep.map((word) => bareWord(word) ?? word));
  return (word) => kept.size > 0 && (kept.has(bareWord(word) ?? word) || keep.includes(word));
}

/** That a word which often means a missing value is a value here, and what to do where it is none. */
export function keptWordsSentence(name: string, values: readonly MissingWord[]): string {
  return `${listOf(values.map(({ word, rows }) => ({ word, rows: rows.length })))} in '${name}' is read as a code among codes (NA is Namibia), not as a missing value`;
}

const MAX_LISTED = 6;

function listOf(words: readonly WordCount[]): string {
  const shown = words.slice(0, MAX_LISTED).map(({ word, rows }) => `${word} × ${formatCount(rows)}`);
  const more = words.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${plural(more, 'more word')}` : shown.join(', ');
}

function byCount(one: MissingWord, other: MissingWord): number {
  return other.rows.length - one.rows.length || (one.word < other.word ? -1 : 1);
}

interface Words {
  /** The rows of every text or number that may be a word for missing. */
  words: ReadonlyMap<string, readonly number[]>;
  /** The other known values. */
  others: readonly unknown[];
}

function wordsAmong(cells: ArrayLike<unknown>, ofCustomers: boolean): Words {
  const words = new Map<string, number[]>();
  const others: unknown[] = [];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (isMissing(cell)) continue;
    const word = wordOf(cell, ofCustomers);
    if (word === undefined) others.push(cell);
    else if (words.get(word)?.push(row) === undefined) words.set(word, [row]);
  }
  return { words, others };
}

/** The cell as a word that may stand for missing; undefined where it is something else. */
function wordOf(cell: unknown, ofCustomers: boolean): string | undefined {
  if (typeof cell === 'number') return ofCustomers && isZero(String(cell)) ? String(cell) : undefined;
  if (typeof cell !== 'string' || (cell[0] >= '1' && cell[0] <= '9')) return undefined;
  const word = cell.trim();
  return (isZero(word) ? ofCustomers : isMissingIdentifier(cell)) ? word : undefined;
}

function isZero(word: string): boolean {
  return word === '0' || word === '-1';
}

/** Tells whether a word means that a value is missing in a column. */
function judgeOf(name: string, rows: number, found: Words, ofCustomers: boolean): (word: string) => boolean {
  const { others } = found;
  if (ofCustomers) return (word) => !isZero(word) || isNobody(word, found);
  if (areNumbersOrDates(others)) return () => true;
  const texts = others.map(String);
  const levels = [...new Set(texts)];
  if (levels.length > MAX_LEVELS || textsIdentify(name, texts, rows)) return isMissingText;
  if (levels.length > 0 && levels.every((level) => truthValue(level) !== undefined)) return isMissingText;
  return (word) => isMissingCategory(word) && !isCodeAmong(word, levels);
}

function isNobody(word: string, { words, others }: Words): boolean {
  if (word === '0') return words.get(word)!.length > 1;
  return others.every((value) => !String(value).startsWith('-'));
}

function areNumbersOrDates(others: readonly unknown[]): boolean {
  const step = Math.max(1, Math.floor(others.length / ENOUGH));
  const some = others.filter((_, at) => at % step === 0);
  if (some.length === 0) return false;
  const fits = some.filter((value) => typeof value !== 'string' || isNumberOrDate(value.trim()));
  return fits.length >= MOST * some.length;
}

function isNumberOrDate(text: string): boolean {
  return (
    isPlainNumber(text) ||
    recognizeNumbers([text], { measures: true }) !== undefined ||
    recognizeDates([text]) !== undefined
  );
}

/** Two letters, alone or with points, as countries and states are abbreviated. */
const CODE = /^(?:[A-Z]{2}|[a-z]{2}|[A-Z]\. ?[A-Z]\.)$/;

/** Whether a word is written like the codes of which most of the other categories are. */
function isCodeAmong(word: string, levels: readonly string[]): boolean {
  if (!CODE.test(word)) return false;
  const shape = shapeOf(word);
  const alike = levels.filter((level) => CODE.test(level.trim()) && shapeOf(level.trim()) === shape);
  return (
    alike.length > 0 && alike.length >= levels.filter((level) => bareWord(level) !== undefined).length / 2
  );
}

function shapeOf(code: string): string {
  return code.replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a').replace(/ /g, '');
}
