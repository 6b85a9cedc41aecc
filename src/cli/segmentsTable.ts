import { InputError } from '../core/errors';
import type { TableData } from '../datasets/tableData';
import type { SegmentationModel } from '../segmentation/segmentationModel';

/**
 * Who belongs where: id, number and name of the segment; −1 and 'Noise' for customers in none.
 * @throws InputError for a model that was loaded: it holds no customers.
 */
export function segmentsTable({ ids, labels, names }: SegmentationModel): TableData {
  if (ids === null || labels === null) throw new InputError('a saved model holds no customers');
  const segment = Array.from(labels);
  return { id: ids, segment, name: segment.map((label) => (label < 0 ? 'Noise' : names[label])) };
}
