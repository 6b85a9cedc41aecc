import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import type { Cell } from '../../../table/cell';
import { isMissingText } from '../../../table/missing';
import { isPlainNumber } from '../../../table/recognize/numberText';
import type { ColumnSchema, ColumnType } from '../../catalog/schema';
import { nearestName } from '../../nearestName';
import type { TextColumn, TextTable } from '../textTable';

/** The cells of a column, each a number, a text or missing, as `readTable` or `readCsv` understand its texts. */
export type ReadColumn = (column: TextColumn) => Cell[];

/** A column's cells before its schema is looked at, where they are no plain texts. */
export type PrepareColumn = (column: TextColumn, type: ColumnType) => readonly Cell[];

/**
 * Gives every column its type. Columns that the schema describes must fit it; the others get the type that all
 * their values allow.
 *
 * @param read how the texts of columns without a schema are understood; default `plainColumn`.
 * @param prepare how those of columns with one are brought to plain numbers and ISO dates; default not at all.
 * @throws InputError naming the columns that are not there with the nearest that are, or the line, column,
 * expectation and value of the first cell that does not fit.
 */
export function typedColumns(
  raw: TextTable,
  schema: readonly ColumnSchema[] = [],
  read: ReadColumn = plainColumn,
  prepare: PrepareColumn = ({ cells }) => cells,
): Map<string, Cell[]> {
  const found = findColumns(raw, schema);
  const typed = raw.columns.map((column, j): [string, Cell[]] => {
    const expected = found.get(j);
    if (!expected) return [column.name, read(column)];
    const cells = prepare(column, expected.type);
    return [expected.name, cells.map((cell, row) => castAs(expected, cell, row, raw))];
  });
  return new Map(typed);
}

/**
 * The type that all texts of a column allow: numbers, else text. What stays text though it looks like a number: digits
 * after a leading zero ('00123' is a code), and whole numbers of more than 15 digits, which float64 cannot hold
 * exactly. Empty values are missing (`null`); in a column of numbers also NA, N/A, NaN and null, in any case.
 */
function plainColumn({ cells }: TextColumn): Cell[] {
  const texts = cells.map((cell) => String(cell ?? '').trim());
  const known = texts.filter((text) => !isMissingText(text));
  const numeric = known.length > 0 && known.every(isPlainNumber);
  if (!numeric) return cells.map((cell) => (cell === '' ? null : cell));
  return texts.map((text) => (isMissingText(text) ? null : Number(text)));
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INTEGER = /^[+-]?\d+$/;

/** Which position holds which column of the schema. */
function findColumns(
  { columns, file }: TextTable,
  schema: readonly ColumnSchema[],
): Map<number, ColumnSchema> {
  const header = columns.map(({ name }) => name);
  const found = new Map<number, ColumnSchema>();
  const absent: ColumnSchema[] = [];
  for (const column of schema) {
    const position = [column.name, ...(column.aliases ?? [])]
      .map((name) => header.indexOf(name))
      .find((at) => at >= 0);
    if (position === undefined) absent.push(column);
    else found.set(position, column);
  }
  if (absent.length > 0) throw missingColumns(absent, header, file);
  return found;
}

function missingColumns(
  absent: readonly ColumnSchema[],
  header: readonly string[],
  file: string,
): InputError {
  const expected = absent.map(({ name, type }) => {
    const nearest = nearestName(name, header);
    return `'${name}' (${type}${nearest === undefined ? '' : `; the nearest found is '${nearest}'`})`;
  });
  const columns = absent.length === 1 ? 'the column' : `${absent.length} columns`;
  return new InputError(
    `${file} lacks ${columns} ${expected.join(', ')}; its header has ${header.join(', ')}`,
  );
}

const EXPECTED: Record<ColumnSchema['type'], string> = {
  integer: 'a whole number',
  number: 'a number',
  text: 'a text',
  date: 'a date',
};

function castAs(column: ColumnSchema, cell: Cell, row: number, raw: TextTable): Cell {
  const value = String(cell ?? '').trim();
  if (value === '' && column.missingAllowed) return null;
  if (value !== '' && (column.type === 'text' || column.type === 'date')) return String(cell);
  if (column.type === 'integer' && INTEGER.test(value)) return Number(value);
  if (column.type === 'number' && NUMBER.test(value)) return Number(value);
  throw new InputError(
    `${raw.file}, ${raw.place(row)}, column '${column.name}': expected ${EXPECTED[column.type]}, found ${value === '' ? 'an empty value' : display(cell)}`,
  );
}
