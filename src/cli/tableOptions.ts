import { formatList, plural } from '../core/format';
import { FILE_OPTIONS } from '../datasets/read/fileOptions';
import { FORMAT_NAMES } from '../datasets/read/formats';
import type { ReadTableOptions, TableFile } from '../datasets/read/readTable';
import type { TableAddress } from '../datasets/sql/tableAddress';
import { schemaOptions } from './schemaOptions';
import { withInputFile } from './standardInput';
import type { Terminal } from './terminal';
import { withDatabase } from './withDatabase';

/** How a file is written: for what cannot be recognized, or was recognized wrongly. */
export const TABLE_ARGUMENTS = schemaOptions(FILE_OPTIONS, 'How the file is written');

/** The file itself. */
export const TABLE_FILE = {
  type: 'string',
  demandOption: true,
  describe: `${formatList(FORMAT_NAMES, 'or')}, plain or gzipped; - for stdin; or a table, postgres://user@host/database/schema.table`,
} as const;

/** The table on a server that stands instead of a file; undefined for a file. */
export function tableOnServer(file: string): TableAddress | undefined {
  if (!file.includes('://')) return undefined;
  const { tableAddress } =
    require('../datasets/sql/tableAddress') as typeof import('../datasets/sql/tableAddress');
  return tableAddress(file);
}

/** Reads a file of any usual format, or a table on a server, and says what was recognized in it. */
export async function readInput(file: string, args: object, terminal: Terminal): Promise<TableFile> {
  const source = tableOnServer(file);
  const given: ReadTableOptions = TABLE_ARGUMENTS.given(args);
  const input = await (source === undefined ? readFile(file, given) : readFromServer(source, given));
  terminal.say(`${input.file}: ${plural(input.rows, 'row')}, ${plural(input.columns.length, 'column')}`);
  for (const sentence of input.recognized) terminal.say(`  ${sentence}`);
  return input;
}

function readFile(file: string, given: ReadTableOptions): Promise<TableFile> {
  const { readTable } = require('../datasets/read/readTable') as typeof import('../datasets/read/readTable');
  return withInputFile(file, (path) => readTable(path, given));
}

function readFromServer(
  { database, table }: TableAddress,
  { decimal, thousands, dateFormat }: ReadTableOptions,
): Promise<TableFile> {
  const { readSqlTable } =
    require('../datasets/sql/readSqlTable') as typeof import('../datasets/sql/readSqlTable');
  return withDatabase(database, (engine) => readSqlTable(engine, table, { decimal, thousands, dateFormat }));
}
