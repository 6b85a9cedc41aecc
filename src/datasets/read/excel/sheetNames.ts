import type { OpenedFile } from '../openFile';
import { openBook } from './openBook';

/**
 * The sheets of a file that a spreadsheet program wrote, in their order; none for other files.
 * @throws InputError when the file cannot be read.
 */
export async function sheetNames({ format, file, content, limits }: OpenedFile): Promise<string[]> {
  if (format !== 'excel') return [];
  return (await openBook(content(), file, { sheet: null, limited: limits !== undefined })).names;
}
