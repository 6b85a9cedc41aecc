import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importFile } from '../../../src/datasets/sql/importFile';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';
import { POSTGRES } from './engines';

const NAME = 'online-retail-dataset';
const PUBLISHED = join(process.env.CUSTOMER_DATA_DIR ?? '', `${NAME}.csv.gz`);

/** The published file where it is there, else our sample. */
export const IS_PUBLISHED = existsSync(PUBLISHED);
export const RETAIL = IS_PUBLISHED ? PUBLISHED : resolve(__dirname, `../../../data/${NAME}.sample.csv`);

/** The orders as a warehouse has them, with types. */
export const ORDERS = 'sales.online_retail';

const TYPED = `SELECT
  "InvoiceNo" AS invoice, "StockCode" AS stock_code, "Description" AS description,
  CAST("Quantity" AS INTEGER) AS quantity, $DATE AS invoice_date,
  CAST("UnitPrice" AS DECIMAL(12, 3)) AS unit_price, "CustomerID" AS customer_id, "Country" AS country
FROM sales.written`;

/** Makes the table of orders, once for each engine: Trino copies it from Postgres through its connector. */
export async function loadOrders(database: SqlEngine): Promise<void> {
  if (await isThere(database)) return;
  await database.makeSchema('sales');
  if (database.name === 'Trino') {
    await withPostgres(loadOrders);
    await database.run(`CREATE TABLE ${ORDERS} AS SELECT * FROM postgresql.${ORDERS}`);
  } else if (database.name === 'Postgres') {
    await database.createTable('sales.written', await writtenRows());
    await database.run(
      `CREATE TABLE ${ORDERS} AS ${typed(`to_timestamp("InvoiceDate", 'MM/DD/YYYY HH24:MI')::timestamp`)}`,
    );
  } else {
    await importFile(database, RETAIL, 'sales.written');
    await database.run(`CREATE TABLE ${ORDERS} AS ${typed(`strptime("InvoiceDate", '%m/%d/%Y %H:%M')`)}`);
  }
}

function typed(date: string): string {
  return TYPED.replace('$DATE', date);
}

async function isThere(database: SqlEngine): Promise<boolean> {
  return database.columnsOf(ORDERS).then(
    () => true,
    () => false,
  );
}

async function writtenRows() {
  const reader = await openDatabase();
  await importFile(reader, RETAIL, 'written');
  const rows = await reader.query('SELECT * FROM written ORDER BY rowid');
  await reader.close();
  return rows;
}

async function withPostgres(work: (database: SqlEngine) => Promise<void>): Promise<void> {
  const postgres = await openDatabase(POSTGRES!);
  try {
    await work(postgres);
  } finally {
    await postgres.close();
  }
}
