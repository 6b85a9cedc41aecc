import { basename } from 'node:path';
import { InputError } from '../../../core/errors';
import { plural } from '../../../core/format';
import { type Phrase, phrase } from '../../../core/phrase';
import { checkTableSize, type ReadLimits } from '../../../datasets/read/limits';
import { type OpenedFile, openFile } from '../../../datasets/read/openFile';
import { readOpened, type TableFile } from '../../../datasets/read/readTable';
import { readHeader } from '../../../datasets/read/readTextTable';
import {
  type DetectedTransactions,
  transactionsIn as transactionsInTable,
} from '../../../features/rfm/detect/detectTransactions';
import { transactionColumnsAmong } from '../../../features/rfm/reading/transactionColumns';
import { rfmAnalysis } from '../../../features/rfm/rfmAnalysis';
import { notCustomers } from '../../../segmentation/columns/checkRows';
import { checkDay } from '../../../segmentation/columns/elapsedTime';
import type { Reading } from '../../reading';
import type { CustomersRead } from './customersRead';
import { customerTable } from './customerTable';
import { transactionTable } from './transactionTable';

/** A file that was sent, and how it is to be read. */
export interface SentFile {
  path: string;
  /** Its name as the user gave it. */
  title: string;
  reading: Reading;
  /** Whether the page has no way to correct the reading: the file that the dashboard was started with. */
  fixed?: true;
}

/**
 * A file of the user as a table of customers. Transactions are recognized by their columns and by customers that come
 * again, and summed up for each customer.
 * @throws InputError when it cannot be read, has more than one reading, or is larger than is taken.
 */
export async function readFile(file: SentFile, limits: ReadLimits): Promise<CustomersRead> {
  return opened(file, limits, (source) => read(source, file, limits));
}

/**
 * Opens a file that was sent, and does something with it. What is said of it names it as the user does, not as we keep
 * it, and of what is too large says what can be done.
 * @throws InputError
 */
export async function opened<T>(
  { path, title }: SentFile,
  limits: ReadLimits,
  use: (source: OpenedFile) => Promise<T>,
): Promise<T> {
  try {
    return await use(openFile(path, limits));
  } catch (error) {
    if (error instanceof InputError && error.code === 'no-file')
      throw new InputError('no-file', 'The file can no longer be read. Send it again.', { cause: error });
    throw calledAs(title, path, error);
  }
}

/** The names of a file's columns. @throws InputError when the file cannot be read at all. */
export async function headerOf(
  source: OpenedFile,
  { delimiter, encoding, sheet }: Reading,
): Promise<string[]> {
  return readHeader(source, { delimiter, encoding, sheet });
}

/** What is said of a file that was sent, under the name that the user gave it. */
export function calledAs(title: string, path: string, error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const called = (said: string) => said.replaceAll(path, () => title).replaceAll(basename(path), () => title);
  const inTheirWords = (part: Phrase[number]) =>
    typeof part === 'string' ? called(part) : 'file' in part ? { file: called(part.file) } : part;
  return error.reworded(error.problem.map(inTheirWords), remedyOf(error)?.map(inTheirWords));
}

function remedyOf({ code, allowed, remedy }: InputError): Phrase | undefined {
  if (code !== 'too-large' || allowed === undefined) return remedy;
  return [
    `the dashboard takes ${allowed[0]} at most. The command line takes more: customer-segmentation fit`,
  ];
}

async function read(source: OpenedFile, file: SentFile, limits: ReadLimits): Promise<CustomersRead> {
  const { reading } = file;
  const header = await headerOf(source, reading);
  checkTableSize(source.file, { columns: header.length }, limits); // first: the rest takes long where they are very many
  if (reading.as === 'customers') return customersIn(source, file);
  if (reading.as === 'transactions') return transactionsIn(source, file, limits);
  if (transactionColumnsAmong(header) === undefined)
    return customersIn(source, file, (input) => asked(input, source, file, limits));
  const found = await transactionsIn(source, file, limits);
  if (found.transactions >= ROWS_PER_CUSTOMER * found.customers) return found;
  return customersIn(source, file, (input) => transactionsAmong(input, reading) && found);
}

/** Where customers have so many rows on average, and the columns of a log, there is nothing to ask. */
const ROWS_PER_CUSTOMER = 1.5;

/** @param instead what is read instead of the customers; told before they are made ready. */
async function customersIn(
  source: OpenedFile,
  { title, reading }: SentFile,
  instead: (input: TableFile) => Promise<CustomersRead> | CustomersRead | undefined = () => undefined,
): Promise<CustomersRead> {
  const { columns, asOf = null, missingCodes } = reading;
  if (asOf !== null) checkDay('asOf', asOf);
  const input = await readAsSaid(source, reading);
  const other = await instead(input);
  if (other) return other;
  const detected = [`${plural(input.rows, 'row')} from ${title}.`, ...input.detected];
  return customerTable(input, detected, {
    said: columns,
    asOf,
    ...(missingCodes !== undefined && { missingCodes: listOf(missingCodes) }),
  });
}

/** What stands between commas or semicolons. */
function listOf(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The table of a file, read as the user says. */
export function readAsSaid(
  source: OpenedFile,
  { delimiter, encoding, decimal, dateFormat, sheet }: Reading,
): Promise<TableFile> {
  return readOpened(source, { delimiter, encoding, decimal, dateFormat, sheet });
}

function transactionsAmong(input: TableFile, { columns }: Reading): DetectedTransactions | undefined {
  return transactionsInTable(input, columns?.find(({ is }) => is === 'id')?.name);
}

/**
 * Where rows seem to be orders under headers of their own: what they are is for the user to say. Where nobody can say it,
 * they are summed up by the columns that were found.
 * @throws InputError
 */
function asked(
  input: TableFile,
  source: OpenedFile,
  file: SentFile,
  limits: ReadLimits,
): Promise<CustomersRead> | undefined {
  const found = transactionsAmong(input, file.reading);
  if (found === undefined) return undefined;
  const { columns: roles } = found;
  if (file.fixed && roles)
    return transactionsIn(source, { ...file, reading: { ...file.reading, roles } }, limits);
  throw new InputError('not-customers', notCustomers(found).problem, {
    remedy: file.fixed ? SEND_IT : phrase`say what a row is: ${{ option: 'as' }}`,
    option: 'as',
    ...(roles && { roles }),
  });
}

const SEND_IT = 'drop the file on this page to say what a row is';

async function transactionsIn(source: OpenedFile, { title, reading }: SentFile, limits: ReadLimits) {
  const { delimiter, encoding, decimal, dateFormat, sheet, roles, money, onlyCurrency, amountPer } = reading;
  const gross = money === 'gross' ? true : undefined;
  const given = {
    ...{ delimiter, encoding, decimal, dateFormat, sheet },
    ...{ gross, onlyCurrency, amountPer, ...roles },
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const analysis = await rfmAnalysis(source, present);
  const customers = analysis.customers.customer.length;
  checkTableSize(source.file, { rows: customers }, limits);
  return { ...transactionTable(analysis, title), transactions: analysis.rowsRead, customers };
}
