import { InputError } from '../core/errors';
import { display } from '../core/options';
import type { CsvRecords } from './csvRecords';
import type { Cell } from './dataFrame';
import { nearestName } from './nearestName';
import type { ColumnSchema } from './schema';

/**
 * Gives every column its type. Columns that the schema describes must fit it; the others get the type that all
 * their values allow: numbers, else text. What stays text though it looks like a number: digits after a leading
 * zero ('00123' is a code), and whole numbers of more than 15 digits, which float64 cannot hold exactly.
 *
 * Empty values are missing (`null`); in a column of numbers without a schema also NA, N/A, NaN and null, in any
 * case.
 *
 * @throws InputError naming the columns that are not there with the nearest that are, or the line, column,
 * expectation and value of the first cell that does not fit.
 */
export function typedColumns(records: CsvRecords, schema: readonly ColumnSchema[] = []): Map<string, Cell[]> {
  const found = findColumns(records, schema);
  const typed = records.header.map((name, j): [string, Cell[]] => {
    const expected = found.get(j);
    const cells = records.rows.map((row) => row[j]);
    return expected
      ? [expected.name, cells.map((cell, row) => castAs(expected, cell, row, records))]
      : [name, infer(cells)];
  });
  return new Map(typed);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INTEGER = /^[+-]?\d+$/;
const NOT_A_QUANTITY = /^[+-]?(0\d|\d{16,}$)/;
const MISSING_NUMBER = /^(na|n\/a|nan|null)?$/i;

/** Which position holds which column of the schema. */
function findColumns(
  { header, file }: CsvRecords,
  schema: readonly ColumnSchema[],
): Map<number, ColumnSchema> {
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

function castAs(column: ColumnSchema, cell: string, row: number, records: CsvRecords): Cell {
  const value = cell.trim();
  if (value === '' && column.missingAllowed) return null;
  if (value !== '' && (column.type === 'text' || column.type === 'date')) return cell;
  if (column.type === 'integer' && INTEGER.test(value)) return Number(value);
  if (column.type === 'number' && NUMBER.test(value)) return Number(value);
  throw new InputError(
    `${records.file}, line ${records.lineOf(row)}, column '${column.name}': expected ${EXPECTED[column.type]}, found ${value === '' ? 'an empty value' : display(cell)}`,
  );
}

function infer(cells: readonly string[]): Cell[] {
  const known = cells.map((cell) => cell.trim()).filter((cell) => !MISSING_NUMBER.test(cell));
  const numeric = known.length > 0 && known.every((cell) => NUMBER.test(cell) && !NOT_A_QUANTITY.test(cell));
  if (!numeric) return cells.map((cell) => (cell === '' ? null : cell));
  return cells.map((cell) => (MISSING_NUMBER.test(cell.trim()) ? null : Number(cell)));
}
