import { InputError } from '../../core/errors';
import { sheetNames } from '../../datasets/sheetNames';
import type { HeaderAnswer } from '../answers';
import type { Result } from '../frames';
import type { Source } from '../sources';
import { checked, headerOf, type TableLimits } from './readFile';

/** The columns and sheets of a file: what a reading of it can be corrected by, even where the file cannot be read yet. */
export async function header({
  source,
  limits,
}: {
  source: Source;
  limits: TableLimits;
}): Promise<Result<HeaderAnswer>> {
  if (source.kind !== 'file') throw new InputError('Only a file can be read otherwise.');
  const { path, title, reading } = source;
  return checked(path, title, limits, async () => {
    const sheets = sheetNames(path);
    const columns = await headerOf(path, reading).catch((error) => {
      if (sheets.length > 1 && error instanceof InputError) return []; // another sheet may hold the table
      throw error;
    });
    return { body: { source: source.id, columns, sheets, reading }, arrays: {} };
  });
}
