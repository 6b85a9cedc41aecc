import { InputError } from '../../core/errors';
import { formatCount } from '../../core/format';
import { mustBe } from '../../core/options';
import { phrase } from '../../core/phrase';
import { type ReadTableOptions, type TableFile, understoodTable } from '../read/readTable';
import { plainName } from './plainName';
import type { SqlEngine } from './sqlEngine';

/** Options of `readSqlTable`. */
export interface ReadSqlTableOptions
  extends Pick<ReadTableOptions, 'decimal' | 'thousands' | 'dateFormat' | 'columns'> {
  /** Rows times columns, at most, which are counted before anything is read; `Infinity` for any. Default 20,000,000. */
  maxValues?: number;
}

/** So many take some 3 GB of memory on their way: 150 bytes each. */
const MAX_VALUES = 20_000_000;

/**
 * Reads a table of a database into memory, as `readTable` reads a file: what its columns hold is found out, texts that
 * are numbers or dates in one format alone become such.
 *
 * @param table its name, quoted where it needs to be (see `quoteIdentifier`).
 * @throws InputError when there is no such table, it has no rows or more values than `maxValues`, or its texts
 * have more than one reading.
 * Cost: the table's size, over the network and in memory, and a count before.
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
  { maxValues = MAX_VALUES, ...options }: ReadSqlTableOptions = {},
): Promise<TableFile> {
  if (!(typeof maxValues === 'number' && maxValues >= 1))
    throw mustBe('maxValues', maxValues, 'a number of at least 1');
  const names = await database.columnsOf(table);
  await checkSize(database, table, names.length, maxValues);
  const list = names.map(database.dialect.quoteName).join(', ');
  const found = await database.query(`SELECT ${list}\nFROM ${table}`);
  const columns = Object.entries(found).map(([name, cells]) => ({ name, cells }));
  const rows = columns[0].cells.length;
  const file = plainName(table);
  if (rows === 0) throw new InputError('no-data', phrase`the table ${{ file }} has no rows`);
  const place = (row: number) => `row ${row + 1}`;
  return understoodTable({ file, columns, rows, place, usualDecimal: '.', detected: [] }, 'sql', options);
}

/** @throws InputError with the number of rows, before they are read. */
async function checkSize(
  database: SqlEngine,
  table: string,
  columns: number,
  maxValues: number,
): Promise<void> {
  const { n } = await database.query(`SELECT count(*) AS n FROM ${table}`);
  const rows = Number(n[0]);
  if (rows * columns <= maxValues) return;
  throw new InputError(
    'too-large',
    phrase`${{ file: plainName(table) }} has ${formatCount(rows)} rows of ${columns} columns; ${formatCount(maxValues)} values are read at most`,
    {
      remedy: phrase`read a view of fewer columns, or of a random sample of the rows; or give ${{ option: 'maxValues' }}, at 150 bytes of memory for each value; \`kMeansOfTable\` and the SQL of a model take tables of any size where they are`,
      option: 'maxValues',
    },
  );
}
