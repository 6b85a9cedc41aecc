import { InputError } from '../core/errors';
import { checkInteger, checkKnown } from '../core/options';
import { phrase } from '../core/phrase';
import type { NumberFormat, Table } from '../core/table';
import type { TableData } from '../table/tableData';
import { suggestion } from './nearestName';

/** Options of `dataTable`. */
export interface DataTableOptions {
  /** States the finding. Default none. */
  caption?: string;
  /** How the numbers of a column are written; default 'general'. */
  formats?: Readonly<Record<string, NumberFormat>>;
  /** Rows shown; default all. */
  limit?: number;
}

/**
 * Columns by name, such as the result of a query, as a table for people.
 *
 * @throws InputError for a format of a column that is not there.
 *
 * @example
 * show(dataTable({ country: ['Malta'], revenue: [1234.5] }, { caption: 'Malta leads', formats: { revenue: 'currency' } }));
 */
export function dataTable(data: TableData, options: DataTableOptions = {}): Table {
  checkKnown('dataTable', options, ['caption', 'formats', 'limit']);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new InputError('wrong-type', phrase`the data are ${{ value: data }}`, {
      remedy: 'they must be columns by name',
    });
  const { caption = '', formats = {}, limit } = options;
  const names = Object.keys(data);
  const unknown = Object.keys(formats).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError('missing-column', phrase`${{ option: 'formats' }} names ${{ value: unknown }}`, {
      remedy: suggestion(unknown, names),
    });
  const rows = data[names[0]]?.length ?? 0;
  const shown = limit === undefined ? rows : Math.min(rows, checkInteger('limit', limit, { min: 1 }));
  return {
    caption,
    columns: names.map((name) => ({ name, ...(formats[name] && { format: formats[name] }) })),
    rows: Array.from({ length: shown }, (_, i) => names.map((name) => data[name][i])),
  };
}
