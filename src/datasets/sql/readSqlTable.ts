import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { type ReadTableOptions, type TableFile, understoodTable } from '../read/readTable';
import { plainName } from './plainName';
import type { SqlEngine } from './sqlEngine';

/**
 * Reads a table of a database into memory, as `readTable` reads a file: what its columns hold is found out, texts that
 * are numbers or dates in one format alone become such.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @throws InputError when there is no such table, it has no rows, or its texts have more than one reading.
 * Cost: the table's size, over the network and in memory.
 *
 * @example
 * const database = await openDatabase();
 * await database.createTable('customers', { income: [42000, 18500], city: ['Leeds', 'York'] });
 * const { columns } = await readSqlTable(database, 'customers');
 * columns.map(({ kind }) => kind)[0]; // 'number'
 */
export async function readSqlTable(
  database: SqlEngine,
  table: string,
  options: Pick<ReadTableOptions, 'decimal' | 'thousands' | 'dateFormat' | 'columns'> = {},
): Promise<TableFile> {
  const names = await database.columnsOf(table);
  const list = names.map(database.dialect.quoteName).join(', ');
  const found = await database.query(`SELECT ${list}\nFROM ${table}`);
  const columns = Object.entries(found).map(([name, cells]) => ({ name, cells }));
  const rows = columns[0].cells.length;
  const file = plainName(table);
  if (rows === 0) throw new InputError('no-data', phrase`the table ${{ file }} has no rows`);
  const place = (row: number) => `row ${row + 1}`;
  return understoodTable({ file, columns, rows, place, usualDecimal: '.', recognized: [] }, 'sql', options);
}
