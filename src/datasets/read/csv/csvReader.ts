import { isPlainNumber } from '../../../table/recognize/numberText';
import { fileText } from '../fileText';
import { titleSentence } from '../headerRow';
import { checkTableSize } from '../limits';
import type { OpenedFile } from '../openFile';
import type { FileOptions, TableReader } from '../reader';
import type { TextTable } from '../textTable';
import { csvHead, delimiterSentence } from './csvHead';
import { csvRecords, csvTable } from './csvRecords';

/** Reads CSV with any usual delimiter, quoting, encoding and line end. */
export const csvReader: TableReader = { read, header };

function read(file: OpenedFile, { delimiter, encoding }: FileOptions): TextTable {
  const { text, recognized } = fileText(file, encoding);
  checkTableSize(file.file, { columns: csvHead(text, file.file, delimiter).header.length }, file.limits);
  const records = csvRecords(text, file.file, delimiter);
  const said =
    delimiter === undefined && records.header.length > 1 ? [delimiterSentence(records.delimiter)] : [];
  const { titles, fromLine } = records;
  const above = titles === 0 ? [] : [titleSentence(`line ${fromLine}`, titles)];
  const numbers = records.header.every(isPlainNumber)
    ? ['the first line was taken for the header, though it holds nothing but numbers']
    : [];
  return { ...csvTable(records), recognized: [...recognized, ...said, ...above, ...numbers] };
}

/** In UTF-8 the beginning of a file is enough. */
function header(file: OpenedFile, options: FileOptions): string[] {
  const { start } = file;
  if (options.encoding !== undefined || start[0] >= 0xfe)
    return read(file, options).columns.map(({ name }) => name);
  return csvHead(new TextDecoder('utf-8').decode(start), file.file, options.delimiter).header;
}
