import { fileText } from '../fileText';
import type { OpenedFile } from '../openFile';
import type { FileOptions, TableReader } from '../reader';
import type { TextTable } from '../textTable';
import { readJson } from './jsonRows';
import { Nesting } from './nesting';

/** Reads JSON lines, JSON arrays of objects, and objects with one such list in them. */
export const jsonReader: TableReader = {
  read,
  header: (file, options) => read(file, options).columns.map(({ name }) => name),
};

function read(file: OpenedFile, { encoding, lists }: FileOptions): TextTable {
  new Nesting(file.file).take(file.content());
  const { text, detected } = fileText(file, encoding);
  const table = readJson(text, file.file, lists);
  return { ...table, detected: [...detected, ...table.detected] };
}
