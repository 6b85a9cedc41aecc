import type { CellObject } from 'xlsx';
import { InputError } from '../../../core/errors';
import { formatCount } from '../../../core/format';
import { type Phrase, phrase } from '../../../core/phrase';
import type { Cell } from '../../../table/cell';
import { suggestion } from '../../nearestName';
import { checkDistinctNames } from '../distinctNames';
import { headerRow, titleSentence } from '../headerRow';
import type { TextColumn, TextTable } from '../textTable';
import type { Book } from './book';
import { inUnitsShown, showsDuration } from './cellUnits';
import { openBook } from './openBook';

type SheetReader = typeof import('xlsx');

/** A sheet's cells as they stand in it, and what is found on the way. */
interface SheetRows {
  /** Rows with at least one value; the first is the header. */
  rows: { cells: (CellObject | undefined)[]; number: number }[];
  address(row: number, column: number): string;
}

/**
 * The columns of one sheet of a file that a spreadsheet program wrote (xlsx, xls, xlsb, ods). The first row that
 * holds anything and is no title (see `headerRow`) is the header; empty rows are not rows; a column that holds nothing is
 * none. Days and times become ISO text, cells with an error (#N/A, #DIV/0!) missing values.
 *
 * @param options `sheet`: its name, default the first; `limited`: whether less may come out of the file, since it is from
 * another computer, default false.
 * @throws InputError for a damaged or locked file, an unknown or empty sheet, a formula without its value, a column
 * name used twice, and a first row that names one column of many.
 */
export async function readSheet(
  bytes: Uint8Array,
  file: string,
  { sheet: wanted, limited = false }: { sheet?: string; limited?: boolean } = {},
): Promise<TextTable> {
  const reader: SheetReader = require('xlsx');
  const book = await openBook(bytes, file, { sheet: wanted, limited });
  const name = sheetName(book, file, wanted);
  const where = `sheet '${name}' of ${file}`;
  const { rows, address } = sheetRows(reader, book, where);
  if (rows.length === 0)
    throw new InputError('no-data', `${where} is empty`, { remedy: otherSheets(book, name) });
  const titles = headerRow(rows.slice(0, ROWS_LOOKED_AT).map(({ cells }) => textsOf(cells)));
  const [head, ...body] = rows.slice(titles);
  if (body.length === 0) throw new InputError('no-data', `${where} has a header but no rows`);
  const errors: string[] = [];
  const context = { reader, date1904: book.date1904, file, errors };
  const columns = columnsIn(head.cells, body).map(({ title, at }): TextColumn => {
    const given = body.map(({ cells }) => cells[at]);
    const cells = withDays(given.map((cell, row) => cellOf(cell, address(body[row].number, at), context)));
    const settled = given.every((cell) => cell?.t !== 's') && !cells.some(isTime);
    return { name: title, ...inUnitsShown(given, cells), settled };
  });
  checkHeader(columns, head.cells, where);
  return {
    file,
    columns,
    rows: body.length,
    place: (row) => `row ${body[row].number + 1} of sheet '${name}'`,
    detected: [
      ...sheetSentence(book, name, wanted),
      ...(titles === 0 ? [] : [titleSentence(`row ${head.number + 1}`, titles)]),
      ...errorSentence(errors),
    ],
  };
}

/** So many rows show where the header is. */
const ROWS_LOOKED_AT = 120;

function textsOf(cells: readonly (CellObject | undefined)[]): string[] {
  return Array.from(cells, (cell) =>
    cell !== undefined && holdsSomething(cell) ? String(cell.w ?? cell.v ?? '') : '',
  );
}

function sheetName({ names }: Book, file: string, wanted: string | undefined): string {
  if (wanted === undefined) return names[0];
  if (names.includes(wanted)) return wanted;
  throw new InputError('not-allowed', phrase`${{ file }} has no sheet ${{ value: wanted }}`, {
    remedy: suggestion(wanted, names),
  });
}

/** No program writes a cell below or beside these; one that is said to be there would fill the memory with emptiness. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

function sheetRows(reader: SheetReader, { cells: dense = [] }: Book, where: string): SheetRows {
  const there = places(dense);
  if (dense.length > MAX_ROWS || there.some((row) => dense[row]?.length > MAX_COLUMNS)) {
    throw new InputError(
      'damaged-file',
      phrase`${where} has a cell beyond row ${formatCount(MAX_ROWS)} or column ${formatCount(MAX_COLUMNS)}`,
      { remedy: 'it is damaged: save it again' },
    );
  }
  const rows = there.map((number) => ({ cells: dense[number] ?? [], number }));
  return {
    rows: rows.filter(({ cells }) => places(cells).some((at) => holdsSomething(cells[at]))),
    address: (r, c) => reader.utils.encode_cell({ r, c }),
  };
}

/** Shorter lists are walked through faster than they are asked for what they hold. */
const SHORT = 256;

/**
 * The positions at which a list may hold something, in order. A row may be 16,384 cells long, and a sheet a million rows,
 * for the sake of one: going through the others would take a small file minutes.
 */
function places(list: readonly unknown[]): number[] {
  return list.length <= SHORT ? Array.from(list, (_, at) => at) : Object.keys(list).map(Number);
}

function holdsSomething(cell: CellObject | undefined): boolean {
  if (!cell || cell.t === 'z') return false;
  return cell.f !== undefined || (cell.v !== undefined && String(cell.v).trim() !== '');
}

/** Columns with a name or a value. */
function columnsIn(
  head: readonly (CellObject | undefined)[],
  body: SheetRows['rows'],
): { title: string; at: number }[] {
  const used = new Set<number>();
  for (const cells of [head, ...body.map((row) => row.cells)]) {
    for (const at of places(cells)) if (holdsSomething(cells[at])) used.add(at);
  }
  return [...used].sort((a, b) => a - b).map((at) => ({ title: titleOf(head[at], at), at }));
}

function titleOf(cell: CellObject | undefined, at: number): string {
  return String(cell?.v ?? '').trim() || `column_${at + 1}`;
}

function checkHeader(
  columns: readonly TextColumn[],
  head: readonly (CellObject | undefined)[],
  where: string,
): void {
  const named = head.filter(holdsSomething).length;
  if (named === 1 && columns.length > 2) {
    throw new InputError('damaged-file', `the first row of ${where} names 1 of ${columns.length} columns`, {
      remedy: 'is it a title? Delete what stands above the header',
    });
  }
  checkDistinctNames(
    columns.map(({ name }) => name),
    where,
  );
}

interface SheetContext {
  reader: SheetReader;
  date1904: boolean;
  file: string;
  /** Collects the cells with errors. */
  errors: string[];
}

function cellOf(
  cell: CellObject | undefined,
  address: string,
  { reader, date1904, file, errors }: SheetContext,
): Cell {
  if (cell === undefined || !holdsSomething(cell)) return null;
  if (cell.v === undefined) {
    throw new InputError(
      'unreadable-value',
      phrase`${{ file }}, cell ${address}: a formula whose value was never worked out`,
      { remedy: 'open the file in a spreadsheet program and save it' },
    );
  }
  if (cell.t === 'e') {
    errors.push(address);
    return null;
  }
  if (cell.t === 'n' && isMoment(reader, cell.z)) return moment(reader, cell.v as number, date1904);
  return cell.v as Cell;
}

/** Days and times of day, but no durations ([h]:mm): these are minutes, as `inUnitsShown` reads them. */
function isMoment(reader: SheetReader, format: unknown): boolean {
  return typeof format === 'string' && !showsDuration(format) && reader.SSF.is_date(format);
}

/** A spreadsheet counts days; a number below 1 is a time of day. */
function moment(reader: SheetReader, days: number, date1904: boolean): string {
  const { y, m, d, H, M, S } = reader.SSF.parse_date_code(days, { date1904 });
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(H)}:${two(M)}:${two(S)}`;
  return days < 1 ? time : `${y}-${two(m)}-${two(d)}T${time}`;
}

/** Whether a cell shows a time, of which the name tells whether it is one of the day or a duration. */
function isTime(cell: Cell): boolean {
  return typeof cell === 'string' && TIME.test(cell);
}

const TIME = /^\d\d:\d\d:\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)T00:00:00$/;

/** Days without times, where none has one but midnight. */
function withDays(cells: Cell[]): Cell[] {
  const moments = cells.filter((cell) => typeof cell === 'string' && MOMENT.test(cell));
  if (!moments.every((cell) => MIDNIGHT.test(cell as string))) return cells;
  return cells.map((cell) => (typeof cell === 'string' ? cell.replace(MIDNIGHT, '$1') : cell));
}

function sheetSentence({ names }: Book, name: string, wanted: string | undefined): string[] {
  if (wanted !== undefined || names.length === 1) return [];
  return [`sheet '${name}', the first of ${names.length}: ${names.join(', ')}`];
}

function errorSentence(errors: readonly string[]): string[] {
  if (errors.length === 0) return [];
  const [cells, count] =
    errors.length === 1
      ? ['1 cell holds an error', 'counts']
      : [`${errors.length} cells hold errors`, 'count'];
  return [`${cells} such as #N/A and ${count} as missing (the first is ${errors[0]})`];
}

function otherSheets({ names }: Book, name: string): Phrase | undefined {
  const others = names.filter((other) => other !== name);
  return others.length === 0
    ? undefined
    : phrase`name another by ${{ option: 'sheet' }}: ${others.join(', ')}`;
}
