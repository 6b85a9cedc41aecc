import { basename } from 'node:path';
import { InputError } from '../../../core/errors';
import { formatCount } from '../../../core/format';
import type { Phrase } from '../../../core/phrase';
import { isGzip } from '../../../datasets/read/csvText';
import { parquetSize } from '../../../datasets/read/parquet/readParquet';
import { readRaw, readTable } from '../../../datasets/read/readTable';
import { openFile } from '../../../datasets/read/tableFormat';
import { csvHead } from '../../../datasets/sql/csvHead';
import { findTransactionColumns } from '../../../features/rfm/reading/transactionColumns';
import { rfmAnalysis } from '../../../features/rfm/rfmAnalysis';
import type { Reading } from '../../reading';
import { checkSize, firstBytes, sizeError } from './checkSize';
import type { TableLimits, TableRead } from './customersRead';
import { customerTable } from './customerTable';
import { transactionTable } from './transactionTable';

/**
 * A file of the user as a table of customers. Transactions are recognized by their columns and by customers that come
 * again, and summed up for each customer.
 * @throws InputError when it cannot be read, has more than one reading, or is larger than is taken.
 */
export async function readFile(
  path: string,
  title: string,
  reading: Reading,
  limits: TableLimits,
): Promise<TableRead> {
  return checked(path, title, limits, () => read(path, title, reading, limits));
}

/**
 * Reads a file that is not too large to be read. What is said of it names it as the user does, not as we keep it.
 * @throws InputError
 */
export async function checked<T>(
  path: string,
  title: string,
  limits: TableLimits,
  reading: () => Promise<T>,
): Promise<T> {
  try {
    await checkSize(path, title, limits);
    return await reading();
  } catch (error) {
    throw calledAs(title, path, error);
  }
}

/** What is said of a file that was sent, under the name that the user gave it. */
export function calledAs(title: string, path: string, error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const renamed = (said: string) => said.replaceAll(path, title).replaceAll(basename(path), title);
  const inTheirWords = (part: Phrase[number]) =>
    typeof part === 'string' ? renamed(part) : 'file' in part ? { file: renamed(part.file) } : part;
  return error.reworded(error.problem.map(inTheirWords), error.remedy?.map(inTheirWords));
}

async function read(path: string, title: string, reading: Reading, limits: TableLimits): Promise<TableRead> {
  const header = await headerOf(path, reading);
  checkColumns(header, title, limits); // before the rest is read: it takes long where they are very many
  if (reading.as === 'customers') return customersIn(path, title, reading, limits);
  if (reading.as === 'transactions') return transactionsIn(path, title, reading, limits);
  if (!hasTransactionColumns(header)) return customersIn(path, title, reading, limits);
  const found = await transactionsIn(path, title, reading, limits);
  return found.transactions === found.customers ? customersIn(path, title, reading, limits) : found;
}

async function customersIn(
  path: string,
  title: string,
  { delimiter, encoding, decimal, dateFormat, sheet, columns }: Reading,
  limits: TableLimits,
): Promise<TableRead> {
  const input = await readTable(path, { delimiter, encoding, decimal, dateFormat, sheet });
  checkRows(input.rows, title, limits);
  const notes = [`${formatCount(input.rows)} rows from ${title}.`, ...input.recognized];
  return customerTable(input.table, notes, columns);
}

async function transactionsIn(path: string, title: string, reading: Reading, limits: TableLimits) {
  const { delimiter, encoding, decimal, dateFormat, sheet, roles } = reading;
  const given = { delimiter, encoding, decimal, dateFormat, sheet, ...roles };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const analysis = await rfmAnalysis(path, present);
  const customers = analysis.customers.customer.length;
  checkRows(customers, title, limits);
  return { ...transactionTable(analysis, title), transactions: analysis.rowsRead, customers };
}

/** The names of a file's columns. @throws InputError when the file cannot be read at all. */
export async function headerOf(path: string, { delimiter, encoding, sheet }: Reading): Promise<string[]> {
  const start = await firstBytes(path);
  const { format } = openFile(path);
  const isPlain = format === 'csv' && !encoding && start[0] < 0xfe; // no byte order mark of UTF-16
  if (isPlain) return (await csvHead(path, isGzip(start), delimiter)).header;
  if (format === 'parquet') return (await parquetSize(path)).columns;
  const { raw } = await readRaw(path, basename(path), { delimiter, encoding, sheet });
  return raw.columns.map(({ name }) => name);
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

function checkColumns(names: readonly string[], title: string, { columns }: TableLimits): void {
  const found = formatCount(names.length);
  if (names.length > columns) throw sizeError(title, found, columns, 'columns');
}

function checkRows(found: number, title: string, { rows }: TableLimits): void {
  if (found > rows) throw sizeError(title, formatCount(found), rows, 'rows');
}
