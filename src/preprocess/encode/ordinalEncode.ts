import { InputError } from '../../core/errors';
import { checkList } from '../../core/options';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { object, optional, text } from '../../core/schema';
import { columnOf } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { suggestion } from '../../datasets/nearestName';
import type { Recorded } from '../clean/record';
import { checkNewColumn, replaceColumns } from '../scale/reshape';

const ORDINAL_ENCODE_OPTIONS = object({ as: optional(text({ expects: 'the name of a new column' })) });

/**
 * Replaces ordered categories with their rank: 0 for the first of `order`, 1 for the second, and so on. Missing
 * values stay missing.
 *
 * @param order every category, least first. A list inside the list shares one rank, e.g.
 * `['Basic', ['2n Cycle', 'Graduation'], 'PhD']`.
 * @param options.as name of a new column for the ranks; by default they replace the categories.
 * @throws InputError for an unknown column, a category that is not in `order` (by row), one named twice, and a
 * name that is taken.
 *
 * Cost: O(rows).
 *
 * @example
 * const { data } = ordinalEncode(createFrame({ Size: ['L', 'S', null] }), 'Size', ['S', 'M', 'L']);
 * columnOf(data, 'Size'); // [2, 0, null]
 */
export function ordinalEncode(
  frame: DataFrame,
  column: string,
  order: readonly (string | readonly string[])[],
  options: { as?: string } = {},
): Recorded<DataFrame> {
  const { as = column } = resolveOptions('ordinalEncode', ORDINAL_ENCODE_OPTIONS, options);
  const cells = columnOf(frame, column);
  if (as !== column) checkNewColumn(frame, as);
  const ranks = rankOf(order);
  const codes = cells.map((cell, row) => {
    if (cell === null) return null;
    const rank = ranks.get(String(cell));
    if (rank !== undefined) return rank;
    throw new InputError(
      'unreadable-value',
      phrase`column ${{ column }} holds ${{ value: cell }} in row ${{ row }}, which ${{ option: 'order' }} lacks`,
      { remedy: suggestion(String(cell), Array.from(ranks.keys())) },
    );
  });
  const legend = order.map((level, rank) => `${[level].flat().join(' or ')} ${rank}`).join(', ');
  const what = `ranked${as === column ? '' : ` as ${as}`}: ${legend}`;
  const count = codes.filter((code) => code !== null).length;
  return replaceColumns(frame, 'Rank ordered categories', new Map([[as, codes]]), [{ column, what, count }]);
}

function rankOf(order: readonly (string | readonly string[])[]): Map<string, number> {
  const ranks = new Map<string, number>();
  checkList('order', order).forEach((level, rank) => {
    for (const category of [level].flat()) {
      if (ranks.has(category))
        throw new InputError('duplicate', phrase`${{ option: 'order' }} names '${category}' twice`);
      ranks.set(category, rank);
    }
  });
  if (ranks.size === 0)
    throw new InputError('no-data', phrase`${{ option: 'order' }} is empty`, {
      remedy: 'list every category, least first',
    });
  return ranks;
}
