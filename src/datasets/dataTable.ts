import { InputError } from '../core/errors';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, integer, object, optional, record, text } from '../core/schema';
import type { NumberFormat, Table } from '../core/table';
import type { TableData } from '../table/tableData';
import { suggestion } from './nearestName';

/** What the options may be. @internal */
export const DATA_TABLE_OPTIONS = object({
  /** States the finding. Default none. */
  caption: text({ default: '' }),
  /** How the numbers of a column are written; default 'general'. */
  formats: record<Readonly<Record<string, NumberFormat>>>({ default: {} }),
  /** Rows shown; default all. */
  limit: optional(integer({ minimum: 1 })),
});

/** Options of `dataTable`. */
export interface DataTableOptions extends Given<typeof DATA_TABLE_OPTIONS> {}

/**
 * Columns by name, such as the result of a query, as a table for people.
 *
 * @throws InputError for a format of a column that is not there.
 *
 * @example
 * show(dataTable({ country: ['Malta'], revenue: [1234.5] }, { caption: 'Malta leads', formats: { revenue: 'currency' } }));
 */
export function dataTable(data: TableData, options: DataTableOptions = {}): Table {
  const { caption, formats, limit } = resolveOptions('dataTable', DATA_TABLE_OPTIONS, options);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new InputError('wrong-type', phrase`the data are ${{ value: data }}`, {
      remedy: 'they must be columns by name',
    });
  const names = Object.keys(data);
  const unknown = Object.keys(formats).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError('missing-column', phrase`${{ option: 'formats' }} names ${{ value: unknown }}`, {
      remedy: suggestion(unknown, names),
    });
  const rows = data[names[0]]?.length ?? 0;
  const shown = limit === undefined ? rows : Math.min(rows, limit);
  return {
    caption,
    columns: names.map((name) => ({ name, ...(formats[name] && { format: formats[name] }) })),
    rows: Array.from({ length: shown }, (_, i) => names.map((name) => data[name][i])),
  };
}
