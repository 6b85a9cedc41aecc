import { InputError } from '../core/errors';
import { formatList, plural } from '../core/format';
import { phrase } from '../core/phrase';
import { number, optional } from '../core/schema';
import { FILE_OPTIONS } from '../datasets/read/fileOptions';
import { FORMAT_NAMES } from '../datasets/read/formats';
import type { ReadTableOptions, TableFile } from '../datasets/read/readTable';
import type { ReadSqlTableOptions } from '../datasets/sql/readSqlTable';
import type { TableAddress } from '../datasets/sql/tableAddress';
import { schemaOptions } from './schemaOptions';
import { withInputFile } from './standardInput';
import type { Terminal } from './terminal';
import { withDatabase } from './withDatabase';

/** How a file is written: for what cannot be recognized, or was recognized wrongly. */
export const TABLE_ARGUMENTS = schemaOptions(FILE_OPTIONS, 'How the file is written');

/** How much of a table on a server is read. */
export const SERVER_ARGUMENTS = schemaOptions(
  {
    maxValues: optional(
      number({
        minimum: 1,
        title: 'Largest table',
        description: 'Rows times columns that are read at most, of some 150 bytes each (default: 20,000,000)',
        expects: 'a number of at least 1',
      }),
    ),
  },
  'A table on a server',
);

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
  const limits = SERVER_ARGUMENTS.given(args);
  if (source === undefined) checkNoLimits(file, limits);
  const input = await (source === undefined ? readFile(file, given) : readFromServer(source, given, limits));
  terminal.say(`${input.file}: ${plural(input.rows, 'row')}, ${plural(input.columns.length, 'column')}`);
  for (const sentence of input.detected) terminal.say(`  ${sentence}`);
  return input;
}

function readFile(file: string, given: ReadTableOptions): Promise<TableFile> {
  const { readTable } = require('../datasets/read/readTable') as typeof import('../datasets/read/readTable');
  return withInputFile(file, (path) => readTable(path, given));
}

function readFromServer(
  { database, table }: TableAddress,
  { decimal, thousands, dateFormat }: ReadTableOptions,
  limits: ReadSqlTableOptions,
): Promise<TableFile> {
  const { readSqlTable } =
    require('../datasets/sql/readSqlTable') as typeof import('../datasets/sql/readSqlTable');
  const given = { decimal, thousands, dateFormat, ...limits };
  return withDatabase(database, (engine) => readSqlTable(engine, table, given));
}

/** @throws InputError for a limit that would limit nothing. */
function checkNoLimits(file: string, limits: object): void {
  const [name] = Object.keys(limits);
  if (name === undefined) return;
  throw new InputError(
    'conflict',
    phrase`${{ option: name }} has no effect on ${{ file }}, which is read whole`,
    { remedy: 'leave it out' },
  );
}
