import type { TableReader } from '../reader';
import { readSheet } from './readSheet';

/** Reads one sheet of a file that a spreadsheet program wrote. */
export const excelReader: TableReader = {
  read: (file, { sheet }) =>
    readSheet(file.content(), file.file, { sheet, limited: file.limits !== undefined }),
  header: async (file, options) => (await excelReader.read(file, options)).columns.map(({ name }) => name),
};
