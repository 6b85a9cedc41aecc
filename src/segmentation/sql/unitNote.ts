import { formatList } from '../../core/format';
import { display } from '../../core/options';
import { isCurrency } from '../../table/recognize/currency';
import type { SegmentationColumn } from '../columns/segmentationColumn';

/**
 * What to know of columns that `predict` reads in more ways than a statement does: durations, answers on a scale, and
 * sizes in several units are numbers there. Undefined where there are none.
 */
export function unitNote(columns: readonly SegmentationColumn[]): string | undefined {
  const measured = columns.flatMap((column) =>
    column.kind === 'numeric' && column.unit !== undefined && column.unit !== '%' && !isCurrency(column.unit)
      ? [`${display(column.name)} (${column.unit})`]
      : [],
  );
  return measured.length === 0
    ? undefined
    : `The statement reads these columns as numbers, or texts in the same unit: ${formatList(measured)}. It does not place customers with texts such as '2h 05m', '800 MB' or 'Strongly agree', and says why. Make them numbers in the database, or use predict.`;
}
