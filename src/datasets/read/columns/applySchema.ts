import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import type { Cell } from '../../../table/cell';
import { isMissingText } from '../../../table/missing';
import { isPlainNumber, plainNumber } from '../../../table/recognize/numberText';
import type { ColumnSchema, ColumnType } from '../../catalog/schema';
import { nearestName } from '../../nearestName';
import type { TextColumn, TextTable } from '../textTable';

/** A column whose texts were understood. */
export interface ReadColumn {
  name: string;
  /** Each a number, true or false, a text or missing; dates are ISO text. */
  cells: readonly Cell[];
  /** Currency or percent sign that stood by every value and was removed. */
  unit?: string;
}

/** What a column's texts mean. */
export type Understood = Omit<ReadColumn, 'name'>;

/**
 * Gives every column its type. Columns that the schema describes must fit it; the others are what `read` makes of them.
 *
 * @param read how the texts of columns without a schema are understood.
 * @param prepare how those of columns with one are brought to plain numbers and ISO dates.
 * @throws InputError naming the columns that are not there with the nearest that are, or the line, column,
 * expectation and value of the first cell that does not fit.
 */
export function applySchema(
  table: TextTable,
  schema: readonly ColumnSchema[],
  read: (column: TextColumn) => Understood,
  prepare: (column: TextColumn, type: ColumnType) => Understood,
): ReadColumn[] {
  const found = findColumns(table, schema);
  return table.columns.map((column, j): ReadColumn => {
    const expected = found.get(j);
    if (!expected) return { name: column.name, ...read(column) };
    const { cells, ...rest } = prepare(column, expected.type);
    return {
      name: expected.name,
      cells: cells.map((cell, row) => castAs(expected, cell, row, table)),
      ...rest,
    };
  });
}

/**
 * Numbers where all texts of a column are plain numbers or missing, otherwise texts. What stays text though it looks like
 * a number: digits after a leading zero ('00123' is a code), and whole numbers of more than 15 digits, which float64
 * cannot hold exactly.
 */
export function numbersOrTexts({ cells }: TextColumn): Understood {
  const texts = cells.map((cell) => String(cell ?? '').trim());
  const known = texts.filter((text) => !isMissingText(text));
  const numeric = known.length > 0 && known.every(isPlainNumber);
  if (!numeric) return { cells: cells.map((cell) => (cell === '' ? null : cell)) };
  return { cells: texts.map((text) => (isMissingText(text) ? null : Number(text))) };
}

/** Which position holds which column of the schema. */
function findColumns(
  { columns, file }: TextTable,
  schema: readonly ColumnSchema[],
): Map<number, ColumnSchema> {
  const header = columns.map(({ name }) => name);
  const positions = new Map(header.map((name, j): [string, number] => [name, j]).reverse());
  const found = new Map<number, ColumnSchema>();
  const absent: ColumnSchema[] = [];
  for (const column of schema) {
    const position = [column.name, ...(column.aliases ?? [])]
      .map((name) => positions.get(name))
      .find((at) => at !== undefined);
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
  return new InputError('missing-column', phrase`${{ file }} lacks ${columns} ${expected.join(', ')}`, {
    remedy: `its header has ${header.join(', ')}`,
  });
}

const INTEGER = /^[+-]?\d+$/;

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
  const number = column.type === 'number' ? plainNumber(value) : undefined;
  if (number !== undefined) return number;
  throw new InputError(
    'wrong-shape',
    phrase`${{ file: raw.file }}, ${raw.place(row)}, column ${{ column: column.name }}: expected ${EXPECTED[column.type]}, found ${value === '' ? 'an empty value' : display(cell)}`,
  );
}
