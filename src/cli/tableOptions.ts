import { formatCount } from '../core/format';
import { ENCODINGS } from '../datasets/read/encodings';
import type { ReadTableOptions, TableFile } from '../datasets/read/readTable';
import type { TableAddress } from '../datasets/sql/tableAddress';
import { choiceOption, grouped, textOption } from './optionKinds';
import { withInputFile } from './standardInput';
import type { Terminal } from './terminal';
import { withDatabase } from './withDatabase';

/** How a file is written: for what cannot be recognized, or was recognized wrongly. */
export const TABLE_OPTIONS = grouped('How the file is written', {
  delimiter: textOption("Character between values, e.g. ';' or tab (default: recognized)"),
  encoding: choiceOption(ENCODINGS, 'How letters are written in a text file (default: recognized)'),
  decimal: textOption("Decimal separator, '.' or ',' (default: recognized)"),
  thousands: textOption("Mark between thousands, e.g. '.', space or none (default: recognized)"),
  'date-format': textOption('How dates are written, e.g. dd-MM-yyyy (default: recognized)'),
  sheet: textOption('Sheet of an Excel file (default: the first)'),
});

/** The file itself. */
export const TABLE_FILE = {
  type: 'string',
  demandOption: true,
  describe:
    'CSV, Excel, Parquet or JSON lines, plain or gzipped; - for stdin; or a table, postgres://user@host/database/schema.table',
} as const;

/** The table on a server that stands instead of a file; undefined for a file. */
export function tableOnServer(file: string): TableAddress | undefined {
  if (!file.includes('://')) return undefined;
  const { tableAddress } =
    require('../datasets/sql/tableAddress') as typeof import('../datasets/sql/tableAddress');
  return tableAddress(file);
}

/** What was given of the options. */
export type TableArguments = { [name in keyof typeof TABLE_OPTIONS]?: string };

/** Reads a file of any usual format, or a table on a server, and says what was recognized in it. */
export async function readInput(file: string, args: TableArguments, terminal: Terminal): Promise<TableFile> {
  const source = tableOnServer(file);
  const input = await (source === undefined ? readFile(file, args) : readFromServer(source, args));
  terminal.say(`${input.file}: ${formatCount(input.rows)} rows, ${input.columns.length} columns`);
  for (const sentence of input.recognized) terminal.say(`  ${sentence}`);
  return input;
}

function readFile(file: string, args: TableArguments): Promise<TableFile> {
  const { readTable } = require('../datasets/read/readTable') as typeof import('../datasets/read/readTable');
  return withInputFile(file, (path) => readTable(path, tableOptionsGiven(args)));
}

function readFromServer({ database, table }: TableAddress, args: TableArguments): Promise<TableFile> {
  const { readSqlTable } =
    require('../datasets/sql/readSqlTable') as typeof import('../datasets/sql/readSqlTable');
  const { decimal, thousands, dateFormat } = tableOptionsGiven(args) as Pick<
    ReadTableOptions,
    'decimal' | 'thousands' | 'dateFormat'
  >;
  return withDatabase(database, (engine) => readSqlTable(engine, table, { decimal, thousands, dateFormat }));
}

/** Options that were not given are left out, so that they are recognized. */
export function tableOptionsGiven({
  'date-format': dateFormat,
  delimiter,
  ...rest
}: TableArguments): Record<string, string> {
  const { encoding, decimal, thousands, sheet } = rest;
  const all = {
    encoding,
    decimal,
    thousands: spelled(thousands),
    sheet,
    dateFormat,
    delimiter: spelled(delimiter),
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Characters that are hard to type. */
const WORDS: ReadonlyMap<string | undefined, string> = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['space', ' '],
  ['none', ''],
]);

/** A character by its name, where it has one: 'tab'. */
export function spelled(character: string | undefined): string | undefined {
  return WORDS.get(character) ?? character;
}
