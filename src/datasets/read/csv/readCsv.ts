import { basename } from 'node:path';
import type { DataFrame } from 'danfojs-node';
import { InputError } from '../../../core/errors';
import { checkKnown, checkList, checkNamed, checkOneOf, display } from '../../../core/options';
import type { ColumnSchema } from '../../catalog/schema';
import { createFrame } from '../../frame/dataFrame';
import { suggestion } from '../../nearestName';
import { typedColumns } from '../columns/typedColumns';
import { decode } from '../decode';
import { ENCODINGS, type Encoding } from '../encodings';
import { readBytes } from '../fileBytes';
import { csvRecords, csvTable } from './csvRecords';

/** Options of `readCsv`. */
export interface ReadCsvOptions {
  /** The character between values. Default: of comma, tab, semicolon and bar, the one that splits the first rows evenly. */
  delimiter?: string;
  /** Default 'utf-8'. A byte order mark is dropped. */
  encoding?: Encoding;
  /** What the columns must hold. Columns it does not name get the type that all their values allow. */
  schema?: readonly ColumnSchema[];
  /** New names for columns, by their name in the file. Done before the schema is looked at. */
  rename?: Readonly<Record<string, string>>;
}

/**
 * Reads a file of comma-separated values, plain or gzipped, LF or CRLF, into a data frame. Missing values are
 * `null`. '00123' stays text unless the schema says it is a number; nothing is guessed to be a date.
 *
 * @throws InputError naming the file, and where it applies line, column, what was expected and what was found:
 * no such file, not a text in that encoding, empty, a ragged row, a broken quotation, a repeated column name, a
 * column the schema wants and the file lacks, a value that does not fit, a name that `DataFrame` keeps for itself.
 *
 * Cost: O(size of the file), all in memory; some 8 s for 541,909 rows × 8 columns. Larger tables belong in SQL.
 *
 * @example
 * const customers = readCsv('customers.csv', { rename: { size: 'household_size' } });
 */
export function readCsv(path: string, options: ReadCsvOptions = {}): DataFrame {
  checkKnown('readCsv', options, ['delimiter', 'encoding', 'schema', 'rename']);
  if (typeof path !== 'string' || path === '') {
    throw new InputError(`\`path\` is ${display(path)}; it must name a file`);
  }
  checkOneOf('encoding', options.encoding ?? 'utf-8', ENCODINGS);
  if (options.schema !== undefined) checkList('schema', options.schema);
  if (options.rename !== undefined) checkNamed('rename', options.rename);
  return parseCsv(readBytes(path), basename(path), options);
}

/** As `readCsv`, from bytes already read. @param file what the data is called in messages. */
export function parseCsv(bytes: Uint8Array, file: string, options: ReadCsvOptions = {}): DataFrame {
  const { delimiter, encoding = 'utf-8', schema, rename = {} } = options;
  const records = csvRecords(decode(bytes, file, encoding), file, delimiter);
  const header = renamed(records.header, rename, file);
  return createFrame(typedColumns(csvTable({ ...records, header }), schema));
}

function renamed(
  header: readonly string[],
  rename: Readonly<Record<string, string>>,
  file: string,
): string[] {
  const unknown = Object.keys(rename).find((name) => !header.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `\`rename\` names '${unknown}', which ${file} lacks; ${suggestion(unknown, header)}`,
    );
  }
  const names = header.map((name) => (Object.hasOwn(rename, name) ? rename[name] : name));
  const repeated = names.find((name, j) => names.indexOf(name) !== j);
  if (repeated !== undefined)
    throw new InputError(`\`rename\` gives two columns of ${file} the name '${repeated}'`);
  return names;
}
