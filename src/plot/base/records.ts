import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { type PlotTable, readRaw } from './columns';
import { escapePlotlyText } from './label';

/** A small table of anything: rows such as `{ segment: 'Champions', customers: 120 }`, or columns by name. */
export type Records = readonly object[] | PlotTable;

/** Fields of records, checked as they are read. */
export interface RecordReader {
  names: readonly string[];
  rows: number;
  /** Names out of the data: text, or numbers as text. */
  texts(field: string): string[];
  /** Finite numbers. */
  numbers(field: string): number[];
  /** True or false. */
  flags(field: string): boolean[];
}

/**
 * Opens rows or columns for reading by field.
 * @throws InputError for no rows; when a field is read: for one that is missing, or holds what it should not.
 */
export function openRecords(records: Records): RecordReader {
  const { names, rows, at } = Array.isArray(records) ? openRows(records) : openColumns(records as PlotTable);
  const read = <T>(field: string, convert: (value: unknown) => T | undefined, wanted: string): T[] => {
    if (!names.includes(field)) {
      throw new InputError('missing-column', phrase`there is no field ${{ column: field }}`, {
        remedy: `the records have ${names.join(', ') || 'none'}`,
      });
    }
    return Array.from({ length: rows }, (_, i) => {
      const value = convert(at(field, i));
      if (value !== undefined) return value;
      throw new InputError(
        'unreadable-value',
        phrase`${{ column: field }} is ${{ value: at(field, i) }} in row ${{ row: i }}`,
        { remedy: `it must be ${wanted}` },
      );
    });
  };
  return {
    names,
    rows,
    texts: (field) => read(field, asText, 'a name'),
    numbers: (field) => read(field, asNumber, 'a finite number'),
    flags: (field) =>
      read(field, (value) => (typeof value === 'boolean' ? value : undefined), 'true or false'),
  };
}

function openRows(rows: readonly unknown[]) {
  const odd = rows.findIndex((row) => typeof row !== 'object' || row === null);
  if (odd >= 0)
    throw new InputError('wrong-type', phrase`row ${{ row: odd }} is ${{ value: rows[odd] }}`, {
      remedy: 'it must be an object of named values',
    });
  if (rows.length === 0) throw new InputError('no-data', 'there is nothing to draw: there are no rows');
  const at = (field: string, i: number) =>
    Object.hasOwn(rows[i] as object, field) ? (rows[i] as Record<string, unknown>)[field] : undefined;
  return { names: Object.keys(rows[0] as object), rows: rows.length, at };
}

function openColumns(table: PlotTable) {
  const columns = new Map(readRaw(table).map(({ name, values }) => [name, values]));
  const rows = Math.max(...Array.from(columns.values(), ({ length }) => length));
  return {
    names: [...columns.keys()],
    rows,
    at: (field: string, i: number) => columns.get(field)![i],
  };
}

function asText(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
    ? escapePlotlyText(String(value))
    : undefined;
}

function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
