import { InputError } from '../../core/errors';
import { firstRepeated } from '../../core/firstRepeated';
import { display, isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { array, either, type Given, names, object, optional, record, text } from '../../core/schema';
import type { Cell } from '../../table/cell';
import { type KnownTable, knownSentences, knownTable, withWords } from '../../table/knownColumns';
import { isMissingText } from '../../table/missing';
import { checkDateFormat } from '../../table/recognize/dateFormat';
import { isPlainNumber } from '../../table/recognize/numberText';
import type { TableData } from '../../table/tableData';
import { typedColumn } from '../../table/typedColumn';
import type { TypedTable } from '../../table/typedTable';
import type { ColumnSchema } from '../catalog/schema';
import { checkColumnsExist } from '../checkColumnsExist';
import { suggestion } from '../nearestName';
import { applySchema, type ReadColumn, type Understood } from './columns/applySchema';
import { type GivenStyle, isTextColumn, TextReader } from './columns/textReader';
import { FILE_OPTIONS } from './fileOptions';
import type { TableFormat } from './formats';
import { type OpenedFile, openFile } from './openFile';
import { readTextTable } from './readTextTable';
import type { TextColumn, TextTable } from './textTable';

/** What the options may be. @internal */
export const READ_TABLE_OPTIONS = object({
  ...FILE_OPTIONS,
  /** How dates are written, in date-fns's tokens, e.g. 'dd/MM/yyyy': of all columns of dates, or by column. */
  dateFormat: optional(
    either([text(), record<Readonly<Record<string, string>>>()], {
      expects: "how dates are written, e.g. 'dd-MM-yyyy', or an object with this for each column",
    }),
  ),
  /** New names for columns, by their name in the file. The options below go by the new names, as does `dateFormat`. */
  rename: optional(record<Readonly<Record<string, string>>>()),
  /** Read only these, in this order. Default all. */
  columns: optional(names()),
  /** What the columns must hold. Columns it does not name get the type that all their values allow. */
  schema: optional(array<readonly ColumnSchema[]>()),
});

/** Options of `readTable`: what is not given is recognized. */
export interface ReadTableOptions extends Given<typeof READ_TABLE_OPTIONS> {}

/**
 * A table read from a file: its columns by what they hold, which `Segmentation` takes as they are, and what was
 * recognized on the way.
 */
export interface TableFile extends TypedTable {
  /** The values by column. Dates are ISO text: '2011-12-09', or '2011-12-09T12:50:00' where the column has times. */
  table: TableData;
  /** The same values as they stand in the file, before they were understood: '007', '1.234,50', '03.04.2021'. */
  written: TableData;
  /** Base name of the file, or the name of the table. */
  file: string;
  /** 'sql' is a table of a database. */
  format: TableFormat | 'sql';
  /** What was detected rather than given (separator, encoding, marks, dates, sheet), in sentences. */
  detected: string[];
}

/**
 * Reads a table from anyone's file: CSV with any usual separator, quoting, encoding and line end; JSON lines or a JSON
 * array of objects (those within objects are columns such as 'address.city'); Excel and OpenDocument sheets; Parquet.
 * Text files may be gzipped. The format is known by the content, regardless of its name.
 *
 * A column becomes numbers or dates where all its known values allow exactly one such reading; empty values, and
 * among numbers and dates NA, N/A, NaN, NULL and None, are `null`. Decimal commas, marks between thousands ('1 234',
 * "1'234"), and a sign of currency or percent that every value carries (removed: '12 %' is 12) are recognized and
 * said. '1,234' or '1.234' is read as other numbers of the file are written, or, in a file separated by commas, with
 * a decimal point; where nothing tells, `decimal` is asked for, as is `dateFormat` for 03/04/2021 among days of 12
 * and less, and for years of two digits. Codes stay text: digits after a leading zero, whole numbers of more than 15
 * digits.
 *
 * @throws InputError naming the file, and where it applies line, column, value and the option to pass: no such file,
 * a folder, damaged or of no known format, empty, a ragged row, a broken quotation, a repeated or unknown column
 * name, an unknown sheet, and whatever has more than one reading.
 *
 * Cost: O(size of the file), all in memory: 50,000 rows × 10 columns of CSV take some 0.5 s. TensorFlow, danfojs and,
 * unless the file needs them, the Excel and Parquet readers are not loaded.
 *
 * @example
 * const customers = await readTable('customers.csv');
 * customers.table.income; // [42000, null]
 * customers.columns.map(({ name, kind }) => `${name}: ${kind}`)[0]; // 'id: identifier'
 * customers.detected;    // ['values are separated by commas']
 */
export async function readTable(path: string, options: ReadTableOptions = {}): Promise<TableFile> {
  const resolved = checkOptions(options);
  if (typeof path !== 'string' || path === '')
    throw new InputError('wrong-type', isGiven('path', path), { remedy: 'it must name a file' });
  return readOpened(openFile(path), resolved);
}

/** `readTable` of a file that was looked at already. */
export async function readOpened(opened: OpenedFile, options: ReadTableOptions): Promise<TableFile> {
  return understoodTable(await readTextTable(opened, options), opened.format, options);
}

/** The columns of a file or of a table of a database, by what they hold. */
export function understoodTable(
  raw: TextTable,
  format: TableFile['format'],
  options: ReadTableOptions,
): TableFile {
  const { file } = raw;
  const named = options.rename === undefined ? raw : renamed(raw, options.rename);
  const chosen = options.columns === undefined ? named : choose(named, options.columns);
  const { decimal, thousands, dateFormat, schema = [] } = options;
  if (typeof dateFormat === 'object') checkColumnsExist(namesOf(named), Object.keys(dateFormat), file);
  const known = schema.length > 0 ? undefined : knownTable(chosen.columns, raw.rows);
  const found = known === undefined ? chosen : withKnownCells(chosen, known);
  const { columns, detected } = understand(found, { decimal, thousands, dateFormat }, schema);
  return {
    rows: raw.rows,
    columns: columns.map(({ name, cells, unit }, j) => {
      const column = typedColumn(name, cells, unit);
      return known === undefined ? column : withWords(column, known.columns[j]);
    }),
    others: known?.others ?? [],
    doubtful: known?.doubtful ?? [],
    table: Object.fromEntries(columns.map(({ name, cells }) => [name, cells])),
    written: Object.fromEntries(chosen.columns.map(({ name, cells }) => [name, cells])),
    file,
    format,
    detected: [...raw.detected, ...detected, ...(known === undefined ? [] : knownSentences(known))],
  };
}

/** The table without the cells of rows that are no customers, and without words for missing values. */
function withKnownCells(table: TextTable, known: KnownTable): TextTable {
  const columns = table.columns.map((column, j) => ({
    ...column,
    cells: known.columns[j].cells as readonly Cell[],
  }));
  return { ...table, columns };
}

/** @throws InputError for an option of another type, and marks and formats that cannot be. */
function checkOptions(options: ReadTableOptions): ReadTableOptions {
  const resolved = resolveOptions('readTable', READ_TABLE_OPTIONS, options);
  const { decimal, thousands, dateFormat } = resolved;
  if (thousands !== undefined && thousands === decimal)
    throw new InputError(
      'conflict',
      phrase`${{ option: 'decimal' }} and ${{ option: 'thousands' }} are both ${{ value: decimal }}`,
      { remedy: 'they must differ' },
    );
  if (typeof dateFormat === 'string') checkDateFormat('dateFormat', dateFormat);
  for (const [name, format] of Object.entries(typeof dateFormat === 'object' ? dateFormat : {}))
    checkDateFormat(`dateFormat.${name}`, format);
  return resolved;
}

function namesOf({ columns }: TextTable): string[] {
  return columns.map(({ name }) => name);
}

function renamed(table: TextTable, names: Readonly<Record<string, string>>): TextTable {
  const { file } = table;
  const known = new Set(namesOf(table));
  const unknown = Object.keys(names).find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new InputError(
      'missing-column',
      phrase`${{ option: 'rename' }} names ${{ column: unknown }}, which ${{ file }} lacks`,
      { remedy: suggestion(unknown, namesOf(table)) },
    );
  }
  const columns = table.columns.map((column) => {
    const name = Object.hasOwn(names, column.name) ? names[column.name] : column.name;
    return { ...column, name };
  });
  const repeated = firstRepeated(columns.map(({ name }) => name));
  if (repeated < 0) return { ...table, columns };
  const column = columns[repeated].name;
  throw new InputError(
    'duplicate',
    phrase`${{ option: 'rename' }} gives two columns of ${{ file }} the name ${{ column }}`,
  );
}

function choose(table: TextTable, names: readonly string[]): TextTable {
  checkColumnsExist(namesOf(table), names, table.file);
  const twice = names[firstRepeated(names)];
  if (twice !== undefined)
    throw new InputError('duplicate', phrase`${{ option: 'columns' }} names ${{ column: twice }} twice`);
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  return { ...table, columns: names.map((name) => byName.get(name)!) };
}

function understand(
  raw: TextTable,
  given: GivenStyle,
  schema: readonly ColumnSchema[],
): { columns: ReadColumn[]; detected: string[] } {
  const reader = new TextReader(raw, given);
  const read = (column: TextColumn) => readCells(withTexts(column, given), raw, reader);
  const columns = applySchema(raw, schema, read, (column, type) => {
    if (type === 'text') return { cells: column.cells };
    const understood = read(column);
    if (type === 'date') checkDates(column, understood.cells, raw);
    return understood;
  });
  reader.finish();
  return { columns, detected: reader.recognition.sentences() };
}

/** Numbers such as 20210403 are dates where a format was given for their column. */
function withTexts(column: TextColumn, { dateFormat }: GivenStyle): TextColumn {
  if (typeof dateFormat !== 'object' || !Object.hasOwn(dateFormat, column.name) || isTextColumn(column))
    return column;
  return { ...column, cells: column.cells.map((cell) => (cell === null ? null : String(cell))) };
}

/** A column that a schema calls dates has become ISO text, or holds something else. */
function checkDates({ name }: TextColumn, cells: readonly Cell[], raw: TextTable): void {
  const at = cells.findIndex((cell) => cell !== null && !/^\d{4}-\d\d-\d\d(T|$)/.test(String(cell)));
  if (at < 0) return;
  throw new InputError(
    'wrong-shape',
    phrase`${{ file: raw.file }}, ${raw.place(at)}, column ${{ column: name }}: expected a date, found ${{ value: cells[at] }}`,
  );
}

/** Cells of several types become one: numbers where the texts among them are plain numbers or missing, else text. */
function readCells(column: TextColumn, raw: TextTable, reader: TextReader): Understood {
  if (isTextColumn(column)) return column.settled ? { cells: column.cells } : reader.read(column);
  const { cells } = column;
  const kinds = new Set(cells.filter((cell) => cell !== null).map((cell) => typeof cell));
  if (kinds.size <= 1) return { cells, ...(column.unit !== undefined && { unit: column.unit }) };
  const texts = cells.filter((cell) => typeof cell === 'string');
  const arePlain = texts.every((text) => isPlainNumber(text.trim()) || isMissingText(text.trim()));
  if (!kinds.has('boolean') && arePlain) return { cells: cells.map(numberOrNull) };
  const at = cells.findIndex((cell) => typeof cell === 'string' || typeof cell === 'boolean');
  reader.recognition.remark(
    `column ${display(column.name)} holds values of several kinds, all read as text: ${raw.place(at)} holds ${display(cells[at])}`,
  );
  return { cells: cells.map((cell) => (cell === null || cell === '' ? null : String(cell))) };
}

function numberOrNull(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  return isMissingText(cell.trim()) ? null : Number(cell);
}
