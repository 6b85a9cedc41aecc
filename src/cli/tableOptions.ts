import { formatCount } from '../core/format';
import { ENCODINGS } from '../datasets/read/encodings';
import type { TableFile } from '../datasets/read/readTable';
import type { TableAddress } from '../datasets/sql/tableAddress';
import { choiceOption, grouped, textOption } from './optionKinds';
import { withInputFile } from './standardInput';
import type { Terminal } from './terminal';

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
  describe: 'CSV, Excel, Parquet or JSON lines, plain or gzipped; - for stdin',
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

/** Reads a file of any usual format, and says what was recognized in it. */
export async function readInput(file: string, args: TableArguments, terminal: Terminal): Promise<TableFile> {
  const { readTable } = require('../datasets/read/readTable') as typeof import('../datasets/read/readTable');
  const input = await withInputFile(file, (path) => readTable(path, tableOptionsGiven(args)));
  terminal.say(`${input.file}: ${formatCount(input.rows)} rows, ${input.columns.length} columns`);
  for (const sentence of input.recognized) terminal.say(`  ${sentence}`);
  return input;
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
