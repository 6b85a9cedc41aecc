import { InputError } from '../../../core/errors';
import { sheetNames } from '../../../datasets/read/excel/sheetNames';
import type { ReadLimits } from '../../../datasets/read/limits';
import type { Reading } from '../../reading';
import { objectSchema, source } from '../../requests';
import type { Source } from '../../sources';
import { headerOf, opened } from '../tables/readFile';
import type { Task } from '../task';

/** Answer to `header`. */
export interface HeaderAnswer {
  source: string;
  /** Names of the file's columns. */
  columns: string[];
  /** Sheets of a spreadsheet; none of other files. */
  sheets: string[];
  /** How the file is read now. */
  reading: Reading;
}

/** The columns and sheets of a file: what a reading of it can be corrected by, even where the file cannot be read yet. */
export const header: Task<{ source: Source; limits: ReadLimits }, HeaderAnswer> = {
  engine: 'interactive',
  request: objectSchema({ source }, ['source']),
  async run({ source, limits }) {
    if (source.kind !== 'file')
      throw new InputError('unavailable', 'Only a file can be read in another way.');
    const { reading } = source;
    return opened(source, limits, async (file) => {
      const sheets = await sheetNames(file);
      const columns = await headerOf(file, reading).catch((error) => {
        if (sheets.length > 1 && error instanceof InputError) return []; // another sheet may hold the table
        throw error;
      });
      return { body: { source: source.id, columns, sheets, reading }, arrays: {} };
    });
  },
};
