import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { checkTableSize } from './limits';
import type { OpenedFile } from './openFile';
import type { FileOptions } from './reader';
import { READERS } from './readers';
import type { TextTable } from './textTable';

/** The columns of a file as it holds them, before their texts are understood. @throws InputError */
export async function readTextTable(opened: OpenedFile, options: FileOptions = {}): Promise<TextTable> {
  const { file, format, detected, limits } = opened;
  const { sheet } = options;
  if (sheet !== undefined && format !== 'excel') {
    throw new InputError(
      'not-allowed',
      phrase`${{ option: 'sheet' }} is ${{ value: sheet }}, but ${{ file }} has no sheets`,
    );
  }
  const table = await READERS[format].read(opened, options);
  checkTableSize(file, { rows: table.rows, columns: table.columns.length }, limits);
  return { ...table, detected: [...detected, ...table.detected] };
}

/** The names of a file's columns, with as little reading as they need. @throws InputError */
export async function readHeader(opened: OpenedFile, options: FileOptions = {}): Promise<string[]> {
  return READERS[opened.format].header(opened, options);
}
