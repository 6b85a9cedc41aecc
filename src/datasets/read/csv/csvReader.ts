import { constants } from 'node:buffer';
import { statSync } from 'node:fs';
import { reading } from '../../../core/refusals';
import { isPlainNumber } from '../../../table/recognize/numberText';
import { fileText } from '../fileText';
import { titleSentence } from '../headerRow';
import { checkTableSize } from '../limits';
import type { OpenedFile } from '../openFile';
import type { FileOptions, TableReader } from '../reader';
import type { TextTable } from '../textTable';
import { csvHead, delimiterSentence } from './csvHead';
import { type CsvInParts, csvInParts, csvTable } from './csvInParts';

/** Reads CSV with any usual delimiter, quoting, encoding and line end. */
export const csvReader: TableReader = { read, header };

function read(file: OpenedFile, options: FileOptions): TextTable {
  const { table, delimiter, titles, fromLine, detected } = isTooLongForOneText(file, options)
    ? inParts(file, options)
    : atOnce(file, options);
  const names = table.columns.map(({ name }) => name);
  const said = options.delimiter === undefined && names.length > 1 ? [delimiterSentence(delimiter)] : [];
  const above = titles === 0 ? [] : [titleSentence(`line ${fromLine}`, titles)];
  const numbers = names.every(isPlainNumber)
    ? ['the first line was taken for the header, though it holds nothing but numbers']
    : [];
  return { ...table, detected: [...detected, ...said, ...above, ...numbers, ...table.detected] };
}

interface CsvRead extends CsvInParts {
  detected: string[];
}

function atOnce(file: OpenedFile, { delimiter, encoding }: FileOptions): CsvRead {
  const { text, detected } = fileText(file, encoding);
  checkTableSize(file.file, { columns: csvHead(text, file.file, delimiter).header.length }, file.limits);
  return { ...csvTable(text, file.file, delimiter), detected };
}

function inParts(file: OpenedFile, options: FileOptions): CsvRead {
  checkTableSize(file.file, { columns: header(file, options).length }, file.limits);
  return { ...csvInParts(file, options), detected: [] };
}

/** Apart from packed files, whose length has a limit, and encodings whose line ends are no single bytes. */
function isTooLongForOneText(
  { path, gzipped, start }: OpenedFile,
  { encoding = 'utf-8' }: FileOptions,
): boolean {
  const hasAsciiLines = !encoding.startsWith('utf-16') && start[0] < 0xfe;
  return hasAsciiLines && !gzipped && reading(path, () => statSync(path)).size > constants.MAX_STRING_LENGTH;
}

/** In UTF-8 the beginning of a file is enough. */
function header(file: OpenedFile, options: FileOptions): string[] {
  const { start } = file;
  const { encoding = 'utf-8' } = options;
  if (start[0] >= 0xfe || (encoding !== 'utf-8' && !isTooLongForOneText(file, options)))
    return read(file, options).columns.map(({ name }) => name);
  return csvHead(new TextDecoder(encoding).decode(start), file.file, options.delimiter).header;
}
