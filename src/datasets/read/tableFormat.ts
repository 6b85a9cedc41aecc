import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { isGzip, readWhole, unpacked } from './csvText';
import { firstBytes } from './firstBytes';

/** What tables are read from; 'excel' stands for all sheets of spreadsheet programs. */
export type TableFormat = 'csv' | 'json-lines' | 'excel' | 'parquet';

/** A file's content and what it is. */
export interface OpenedFile {
  format: TableFormat;
  /** Unpacked; empty for Parquet, which is read from its path. */
  bytes: Uint8Array;
  recognized: string[];
}

/**
 * Reads a file and finds out what it holds: by its content, then by the ending of its name.
 * @throws InputError when it cannot be read, is a damaged gzip file, is empty, or is known to be something else.
 */
export function openFile(path: string): OpenedFile {
  const file = basename(path);
  if (startsWith(firstBytes(path), PARQUET))
    return { format: 'parquet', bytes: new Uint8Array(), recognized: [] };
  const packed = readWhole(path);
  const bytes = isGzip(packed) ? unpacked(packed, file) : packed;
  if (bytes.length === 0) throw new InputError(`${file} is empty; it needs a header line and rows`);
  if (startsWith(bytes, PARQUET)) throw new InputError(`${file} is a gzipped Parquet file; unpack it first`);
  const format = formatOf(bytes, file);
  const ending = /\.(csv|tsv|txt|tab|psv|jsonl|ndjson|json|xlsx|xlsm|xlsb|xls|ods|parquet)(\.gz)?$/i
    .exec(file)?.[1]
    .toLowerCase();
  const expected = ending === undefined ? format : (FORMAT_OF_ENDING[ending] ?? 'csv');
  const recognized =
    expected === format ? [] : [`${FORMAT_NAMES[format]} by its content, though its name ends in .${ending}`];
  return { format, bytes, recognized };
}

const FORMAT_OF_ENDING: Readonly<Record<string, TableFormat>> = {
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  json: 'json-lines',
  xlsx: 'excel',
  xlsm: 'excel',
  xlsb: 'excel',
  xls: 'excel',
  ods: 'excel',
  parquet: 'parquet',
};

const FORMAT_NAMES: Readonly<Record<TableFormat, string>> = {
  csv: 'a text with separated values',
  'json-lines': 'JSON',
  excel: 'a spreadsheet',
  parquet: 'Parquet',
};

const PARQUET = 'PAR1';
const ZIP = 'PK\x03\x04';
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What people mistake for a table, by its first bytes. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['SQLite format 3', 'an SQLite database'],
  ['ARROW1', 'an Arrow (Feather) file'],
  ['BZh', 'packed with bzip2'],
  ['\xfd7zXZ', 'packed with xz'],
  ['7z\xbc\xaf', 'packed with 7-Zip'],
  ['\x28\xb5\x2f\xfd', 'packed with Zstandard'],
  ['\x89HDF', 'an HDF5 file'],
];

function formatOf(bytes: Uint8Array, file: string): TableFormat {
  const other = OTHERS.find(([start]) => startsWith(bytes, start));
  if (other) {
    throw new InputError(
      `${file} is ${other[1]}; tables are read from CSV, JSON lines, Excel and Parquet files`,
    );
  }
  if (startsWith(bytes, OLE)) return 'excel';
  if (startsWith(bytes, ZIP)) return spreadsheetInZip(bytes, file);
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 65_536)).trimStart();
  if (/^(<!doctype|<html|<\?xml|<table)/i.test(head)) {
    throw new InputError(
      `${file} is a web page or XML, whatever its name; open it in a spreadsheet program and save it as .xlsx or CSV`,
    );
  }
  if (/\.(parquet|xlsx|xlsm|xlsb|xls|ods)$/i.test(file) && head.includes('\0')) {
    throw new InputError(`${file} is damaged: its content is not what its name says; fetch it again`);
  }
  return looksLikeJson(head, file) ? 'json-lines' : 'csv';
}

function spreadsheetInZip(bytes: Uint8Array, file: string): TableFormat {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSheet = ['xl/workbook', 'xl/worksheets', 'opendocument.spreadsheet'].some((name) =>
    content.includes(name),
  );
  if (isSheet || /\.(xlsx|xlsm|xlsb|ods)$/i.test(file)) return 'excel';
  throw new InputError(`${file} is a zip archive; unpack it and name the file inside`);
}

function looksLikeJson(head: string, file: string): boolean {
  if (/\.(jsonl|ndjson|json)(\.gz)?$/i.test(file)) return true;
  if (/^\[\s*(\{|\]\s*$)/.test(head)) return true;
  return /^\{\s*"/.test(head) && /^\{.*\}\s*$/.test(head.split('\n', 1)[0]);
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Array.from(start).every((character, i) => bytes[i] === character.charCodeAt(0));
}
