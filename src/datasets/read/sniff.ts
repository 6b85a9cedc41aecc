import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { FORMATS, formatOfName, type TableFormat } from './formats';
import { READABLE } from './readable';

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

const ZIP = 'PK\x03\x04';
const LOOKED_AT = 65_536;

/**
 * The format of a file by its first bytes, then by its name.
 * @param content its whole content: a zip archive says only in there what it holds.
 * @throws InputError for what is known to be no table, or not what its name says.
 */
export function formatOfBytes(
  start: Uint8Array,
  file: string,
  { gzipped, content }: { gzipped: boolean; content: () => Uint8Array },
): TableFormat {
  const other = OTHERS.find(([first]) => startsWith(start, first));
  if (other) throw new InputError('damaged-file', phrase`${{ file }} is ${other[1]}`, { remedy: READABLE });
  const format = (Object.keys(FORMATS) as TableFormat[]).find((each) =>
    FORMATS[each].starts.some((first) => startsWith(start, first)),
  );
  if (format === 'parquet' && gzipped) {
    throw new InputError('not-allowed', phrase`${{ file }} is a gzipped Parquet file`, {
      remedy: 'unpack it first',
    });
  }
  if (startsWith(start, ZIP)) checkSpreadsheet(content(), file);
  return format ?? formatOfText(start, file);
}

function checkSpreadsheet(bytes: Uint8Array, file: string): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSheet = ['xl/workbook', 'xl/worksheets', 'opendocument.spreadsheet'].some((name) =>
    content.includes(name),
  );
  if (isSheet || isSheetByName(file)) return;
  throw new InputError('not-allowed', phrase`${{ file }} is a zip archive`, {
    remedy: 'unpack it and name the file inside',
  });
}

function isSheetByName(file: string): boolean {
  return formatOfName(file)?.format === 'excel';
}

function formatOfText(start: Uint8Array, file: string): TableFormat {
  const head = new TextDecoder('utf-8').decode(start.subarray(0, LOOKED_AT)).trimStart();
  if (/^(<!doctype|<html|<\?xml|<table)/i.test(head)) {
    throw new InputError(
      'damaged-file',
      phrase`${{ file }} is a web page or XML, regardless of its extension`,
      {
        remedy: 'open it in a spreadsheet program and save it as .xlsx or CSV',
      },
    );
  }
  const named = formatOfName(file)?.format;
  if (named !== undefined && FORMATS[named].starts.length > 0 && head.includes('\0')) {
    throw new InputError(
      'damaged-file',
      phrase`${{ file }} is damaged: its content is not what its name says`,
      {
        remedy: 'fetch it again',
      },
    );
  }
  return named === 'json-lines' || looksLikeJson(head) ? 'json-lines' : 'csv';
}

function looksLikeJson(head: string): boolean {
  if (/^\[\s*(\{|\]\s*$)/.test(head)) return true;
  return /^\{\s*"/.test(head) && /^\{.*\}\s*$/.test(head.split('\n', 1)[0]);
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Array.from(start).every((character, i) => bytes[i] === character.charCodeAt(0));
}
