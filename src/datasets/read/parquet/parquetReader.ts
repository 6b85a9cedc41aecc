import { checkTableSize, checkValues } from '../limits';
import type { OpenedFile } from '../openFile';
import type { TableReader } from '../reader';
import { checkFooter } from './checkFooter';
import { parquetSize, readParquet } from './readParquet';

/** Reads Parquet. */
export const parquetReader: TableReader = {
  async read(file, { columns }) {
    await columnsWithin(file);
    return readParquet(file.path, columns);
  },
  header: columnsWithin,
};

/** The names of the columns. @throws InputError where they are more, or hold more, than is taken. */
async function columnsWithin({ path, file, limits }: OpenedFile): Promise<string[]> {
  checkFooter(path, file);
  const { rows, columns, bytesOfTexts } = await parquetSize(path);
  checkTableSize(file, { rows }, limits);
  checkValues(file, { values: rows * columns.length, bytes: bytesOfTexts }, limits);
  checkTableSize(file, { columns: columns.length }, limits);
  return columns;
}
