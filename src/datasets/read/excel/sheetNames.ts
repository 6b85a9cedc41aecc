import type { OpenedFile } from '../openFile';
import { openBook } from './readSheet';

/**
 * The sheets of a file that a spreadsheet program wrote, in their order; none for other files.
 * @throws InputError when the file cannot be read.
 */
export function sheetNames({ format, file, content }: OpenedFile): string[] {
  if (format !== 'excel') return [];
  const reader: typeof import('xlsx') = require('xlsx');
  return openBook(reader, content(), file, { bookSheets: true }).SheetNames;
}
