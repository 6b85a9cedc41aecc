import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { readTable, type TableFile } from '../../datasets/readTable';
import { csvHead } from '../../datasets/sql/csvHead';
import { openFile } from '../../datasets/tableFormat';
import { rfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { findTransactionColumns } from '../../features/rfm/transactionColumns';
import type { Reading } from '../reading';
import { customerTable, type TableRead, transactionTable } from './tables';

/** The largest table that is taken. */
export interface TableLimits {
  rows: number;
  columns: number;
}

/**
 * A file of the user as a table of customers. Transactions are recognised by their columns and by customers that come
 * again, and summed up for each customer.
 * @throws InputError when it cannot be read, has more than one reading, or is larger than is taken.
 */
export async function readFile(
  path: string,
  title: string,
  reading: Reading,
  limits: TableLimits,
): Promise<TableRead> {
  try {
    return await read(path, title, reading, limits);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message.replaceAll(basename(path), title), { cause: error });
  }
}

async function read(path: string, title: string, reading: Reading, limits: TableLimits): Promise<TableRead> {
  if (reading.as === 'customers') return customersIn(path, title, reading, limits);
  if (reading.as === 'transactions') return transactionsIn(path, title, reading);
  const header = await headerOf(path);
  if (!hasTransactionColumns(header)) return customersIn(path, title, reading, limits);
  const found = await transactionsIn(path, title, reading);
  return found.transactions === found.customers ? customersIn(path, title, reading, limits) : found;
}

async function customersIn(
  path: string,
  title: string,
  reading: Reading,
  limits: TableLimits,
): Promise<TableRead> {
  const { delimiter, encoding, decimal, dateFormat, sheet } = reading;
  const given = { delimiter, encoding, decimal, dateFormat, sheet };
  const input = await readTable(path, given);
  checkLimits(input, title, limits);
  return customerTable(input.table, [
    `${input.rows.toLocaleString('en-US')} rows from ${title}.`,
    ...input.recognised,
  ]);
}

async function transactionsIn(path: string, title: string, reading: Reading) {
  const { delimiter, encoding, decimal, dateFormat, roles } = reading;
  const given = { delimiter, encoding, decimal, dateFormat, ...roles };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const analysis = await rfmAnalysis(path, present);
  return {
    ...transactionTable(analysis, title),
    transactions: analysis.rowsRead,
    customers: analysis.customers.customer.length,
  };
}

async function headerOf(path: string): Promise<string[]> {
  const { format } = openFile(path);
  if (format !== 'csv') return Object.keys((await readTable(path)).table);
  return (await csvHead(path, false)).header;
}

function hasTransactionColumns(header: readonly string[]): boolean {
  try {
    findTransactionColumns('', header, {});
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

function checkLimits({ table, rows }: TableFile, title: string, limits: TableLimits): void {
  const columns = Object.keys(table).length;
  if (rows > limits.rows) throw tooLarge(title, rows, 'rows', limits.rows);
  if (columns > limits.columns) throw tooLarge(title, columns, 'columns', limits.columns);
}

function tooLarge(title: string, has: number, what: string, most: number): InputError {
  const [found, allowed] = [has, most].map((count) => count.toLocaleString('en-US'));
  return new InputError(
    `${title} has ${found} ${what}; the dashboard takes ${allowed} at most. The command line takes more: customer-segmentation fit`,
  );
}
