import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Cell } from '../../../../table/cell';
import type { TableData } from '../../../../table/tableData';
import { quoteIdentifier } from '../../identifiers';
import { type TypedCells, typedCells } from '../../typedCells';

/** Rows arrive under a plain name of their own: the appender takes no quoted one. */
const ARRIVING = 'arriving_rows';

const SQL_TYPES = { number: 'DOUBLE', boolean: 'BOOLEAN', text: 'VARCHAR' } as const;

/**
 * Makes a table of columns by name through DuckDB's appender, replacing one of that name. Columns of numbers become
 * DOUBLE, of true and false BOOLEAN, all others VARCHAR.
 * @throws InputError when there is no column or lengths differ.
 * Cost: some 2 µs a cell.
 */
export async function appendColumns(
  execute: (sql: string) => Promise<void>,
  connection: DuckDBConnection,
  table: string,
  columns: TableData,
): Promise<void> {
  const typed = typedCells(columns);
  const declared = typed.map(({ name, type }) => `${quoteIdentifier(name)} ${SQL_TYPES[type]}`);
  await execute(`CREATE OR REPLACE TEMP TABLE ${ARRIVING} (${declared.join(', ')})`);
  const appender = await connection.createAppender(ARRIVING, 'main', 'temp');
  for (let row = 0; row < typed[0].cells.length; row++) {
    for (const { cells, type } of typed) appendCell(appender, type, cells[row]);
    appender.endRow();
  }
  appender.closeSync();
  await execute(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM temp.main.${ARRIVING}`);
  await execute(`DROP TABLE temp.main.${ARRIVING}`);
}

function appendCell(appender: DuckDBAppender, type: TypedCells['type'], cell: Cell): void {
  if (cell === null) appender.appendNull();
  else if (type === 'number') appender.appendDouble(cell as number);
  else if (type === 'boolean') appender.appendBoolean(cell as boolean);
  else appender.appendVarchar(String(cell));
}
