import type { DataFrame } from '../frame/danfoTypes';
import { createFrame } from '../frame/dataFrame';
import { applySchema, numbersOrTexts } from '../read/columns/applySchema';
import { csvTable } from '../read/csv/csvInParts';
import { decode } from '../read/decode';
import type { DatasetEntry } from './schema';

/**
 * The file of a data set as a data frame, its columns as the catalog describes them. Dates stay text as they stand;
 * further columns are numbers where all their values are plain numbers.
 *
 * @param file what the data is called in messages.
 * @throws InputError naming line, column, what was expected and what was found, where it does not have the schema.
 */
export function datasetFrame(
  bytes: Uint8Array,
  file: string,
  { dialect, columns }: Pick<DatasetEntry, 'dialect' | 'columns'>,
): DataFrame {
  const { table } = csvTable(decode(bytes, file, 'utf-8'), file, dialect.delimiter);
  const read = applySchema(table, columns, numbersOrTexts, ({ cells }) => ({ cells }));
  return createFrame(new Map(read.map(({ name, cells }) => [name, cells])));
}
