import { formatList } from '../../core/format';
import { display } from '../../core/options';
import type { SegmentationColumn } from '../columns/segmentationColumn';
import { isSign } from './readColumn';

/**
 * What to know of columns that `predict` reads in more ways than a statement does: durations, answers on a scale, and
 * sizes in several units are numbers there. Undefined where there are none.
 */
export function unitNote(columns: readonly SegmentationColumn[]): string | undefined {
  const measured = columns.flatMap((column) =>
    column.kind === 'numeric' && column.unit !== undefined && !isSign(column.unit)
      ? [`${display(column.name)} (${column.unit})`]
      : [],
  );
  return measured.length === 0
    ? undefined
    : `The statement takes numbers: ${formatList(measured)}. Texts such as '2h 05m', '800 MB' and 'Strongly agree' are not placed, with the reason; make them numbers in the database, or use predict.`;
}
