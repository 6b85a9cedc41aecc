import { basename } from 'node:path';
import { openFile } from '../tableFormat';
import { openBook } from './readSheet';

/**
 * The sheets of a file that a spreadsheet program wrote, in their order; none for other files.
 * @throws InputError when the file cannot be read.
 */
export function sheetNames(path: string): string[] {
  const { format, bytes } = openFile(path);
  if (format !== 'excel') return [];
  const reader: typeof import('xlsx') = require('xlsx');
  return openBook(reader, bytes, basename(path), { bookSheets: true }).SheetNames;
}
