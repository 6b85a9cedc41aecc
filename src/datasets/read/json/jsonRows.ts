import { InputError } from '../../../core/errors';
import { formatCount, formatSome } from '../../../core/format';
import { isObject } from '../../../core/isObject';
import { display } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import type { Cell } from '../../../table/cell';
import { checkTableSize } from '../limits';
import type { ListReading } from '../reader';
import type { TextTable } from '../textTable';
import { type FlatRow, flatten } from './flatten';
import { recordList } from './recordList';
import { repeatedKey } from './repeatedKey';
import { rowsOfLists } from './rowsOfLists';

/** One object of a file, and the line (or item of an array) it is. */
interface Row extends FlatRow {
  at: number;
}

/**
 * The columns of JSON lines (an object on each line; blank lines are not rows) or of a JSON array of objects. Columns
 * are in the order in which they first occur; keys that an object lacks are missing values. Values of objects within
 * objects are columns such as 'address.city'; lists are their text. A file that is one object with one list of objects
 * in it and nothing else to tell, as interfaces of shops answer ({ "orders": [ … ] }), has the rows of that list; any other
 * object is one row.
 *
 * @param reading what becomes of lists otherwise.
 * @throws InputError naming line (or item) and column for what is no JSON, or no object; for a name twice
 * in one object; for a number too long to be exact; for a file without rows or columns.
 */
export function readJson(text: string, file: string, reading?: ListReading): TextTable {
  const { word, detected: wrapped, ...found } = rowsIn(text, file);
  if (found.rows.length === 0) throw new InputError('no-data', phrase`${{ file }} holds no rows`);
  const repeated = repeatedKey(text);
  if (repeated)
    throw new InputError(
      'duplicate',
      phrase`${{ file }}${wrapped.length > 0 ? '' : `, ${word} ${found.rows[repeated.object].at}`} holds two values called ${{ value: repeated.name }}`,
      { remedy: 'rename one' },
    );
  const listed = reading && rowsOfLists(found.rows, reading, ({ at }) => `${file}, ${word} ${at}`);
  const rows = listed?.rows ?? found.rows;
  const place = (row: number) => `${word} ${rows[row].at}`;
  const names = columnNames(rows);
  if (names.size === 0) throw new InputError('no-data', phrase`${{ file }} holds objects without any value`);
  checkTableSize(file, { columns: names.size });
  checkMostThere(names.size, rows, file);
  const columns = Array.from(names, (name) => ({
    name,
    cells: rows.map(({ values }, row) => cellOf(values, name, `${file}, ${place(row)}, '${name}'`)),
  }));
  const detected = [...wrapped, ...(listed?.detected ?? []), ...listsRead(rows)];
  return { file, columns, rows: rows.length, place, usualDecimal: '.', detected };
}

/** All names, but those of objects that some rows lack: { address: null } beside { address: { city: 'Bonn' } }. */
function columnNames(rows: readonly Row[]): Set<string> {
  const names = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const objects = new Set<string>();
  for (const name of names)
    for (let at = name.indexOf('.'); at > 0; at = name.indexOf('.', at + 1))
      if (names.has(name.slice(0, at))) objects.add(name.slice(0, at));
  for (const name of objects)
    if (rows.every(({ values }) => (values[name] ?? null) === null)) names.delete(name);
  return names;
}

/** What is to be said of lists. */
function listsRead(rows: readonly Row[]): string[] {
  const names = [...new Set(rows.flatMap(({ lists }) => [...lists.keys()]))];
  if (names.length === 0) return [];
  const shown = names.map((name) => display(name));
  return [`lists in ${formatSome(shown, MAX_SHOWN)} are read as text`];
}

const MAX_SHOWN = 5;

/** So many missing values are no matter. */
const FEW = 1_000_000;

/** Objects of ever other names would make a table of nothing but missing values that no memory holds. */
function checkMostThere(names: number, rows: readonly Row[], file: string): void {
  if (names * rows.length <= FEW) return;
  const values = rows.reduce((sum, row) => sum + Object.keys(row.values).length, 0);
  if (names * rows.length > FEW + 20 * values) {
    const [columns, objects] = [names, rows.length].map((count) => formatCount(count));
    throw new InputError(
      'damaged-file',
      phrase`${{ file }} has ${columns} names in ${objects} objects, few in each`,
      { remedy: 'a table has the same in all' },
    );
  }
}

/** The rows of a text, and what each is called. */
interface Found {
  rows: Row[];
  word: 'line' | 'item';
  detected: string[];
}

function rowsIn(text: string, file: string): Found {
  if (text.trimStart().startsWith('['))
    return { rows: itemsOf(parseJson(text, file) as unknown[], file), word: 'item', detected: [] };
  const whole = oneObject(text);
  const listed = recordList(whole);
  if (listed === undefined) {
    return whole !== undefined && /[\r\n]/.test(text.trim())
      ? { rows: itemsOf([whole], file), word: 'item', detected: [] }
      : { rows: linesOf(text, file), word: 'line', detected: [] };
  }
  const { name, items } = listed;
  return {
    rows: itemsOf(items, file),
    word: 'item',
    detected: [`the rows are the items of ${display(name)}`],
  };
}

/** What a text is that is one object, on however many lines; undefined for any other, such as an object on each line. */
function oneObject(text: string): unknown {
  const begun = text.trimStart();
  const end = begun.search(/[\r\n]/);
  const goesOn = end >= 0 && begun.slice(end).trim() !== '';
  if (!begun.startsWith('{') || (goesOn && parsed(begun.slice(0, end)) !== undefined)) return undefined;
  return parsed(text);
}

/** What a text holds; undefined for one that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function linesOf(text: string, file: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/).map((line, i) => ({ line, at: i + 1 }));
  return lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => rowOf(parseJson(line, file, at), `${file}, line ${at}`, at));
}

function itemsOf(items: readonly unknown[], file: string): Row[] {
  return items.map((item, i) => rowOf(item, `${file}, item ${i + 1}`, i + 1));
}

function parseJson(text: string, file: string, line?: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    throw new InputError(
      'damaged-file',
      phrase`${{ file }}, line ${{ line: line ?? lineOf(message, text) }}: no valid JSON (${message})`,
      { cause },
    );
  }
}

/** Where an array's text goes wrong; its end, where the message does not say. */
function lineOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position === undefined ? undefined : Number(position)).split(/\r\n|\n|\r/).length;
}

function rowOf(value: unknown, where: string, at: number): Row {
  if (isObject(value)) return { ...flatten(value as Readonly<Record<string, unknown>>, where), at };
  throw new InputError('unreadable-value', phrase`${where}: ${{ value }} is no row`, {
    remedy: 'each must be an object of values by name',
  });
}

function cellOf(values: Readonly<Record<string, unknown>>, name: string, where: string): Cell {
  const value = Object.hasOwn(values, name) ? values[name] : null;
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER && Math.abs(value) < 1e21) {
    throw new InputError(
      'unreadable-value',
      `${where} holds a number of over 15 digits, which cannot be read exactly`,
      {
        remedy: 'write it as text',
      },
    );
  }
  return value as Cell;
}
