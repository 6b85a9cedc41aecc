import { InputError } from '../core/errors';
import type { TableData } from '../table/tableData';
import type { SegmentationModel } from './segmentationModel';

/**
 * Who belongs where: id, number and name of the segment; −1 and 'Noise' for customers in none. Identifiers stand as the
 * file has them ('00123' stays '00123'); where it has none, rows are counted from 1.
 * @param table what the model was fitted to.
 * @throws InputError for a model that was loaded: it holds no customers.
 */
export function segmentsTable(model: SegmentationModel, table: TableData): TableData {
  const { id, keptRows, labels, names } = model;
  if (keptRows === null || labels === null)
    throw new InputError('unavailable', 'a saved model holds no customers');
  const segment = Array.from(labels);
  return {
    id: Array.from(keptRows, (row) => (id === null ? row + 1 : table[id][row])),
    segment,
    name: segment.map((label) => (label < 0 ? 'Noise' : names[label])),
  };
}
