import { InputError } from '../../core/errors';
import { firstRepeated } from '../../core/firstRepeated';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { boolean, type Given, names, object, record } from '../../core/schema';
import { columnOf, columnsOf } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { createFrame } from '../../datasets/frame/dataFrame';
import { suggestion } from '../../datasets/nearestName';
import type { Cell } from '../../table/cell';
import type { Change, Recorded } from '../clean/record';
import { recorded } from '../scale/reshape';

/** What the options may be. @internal */
export const ONE_HOT_ENCODE_OPTIONS = object({
  /** Columns of categories to replace. */
  columns: names(),
  /** The categories of a column, in order; default those it holds, sorted. Give them for new customers. */
  categories: record<Readonly<Record<string, readonly string[]>>>({ default: {} }),
  /** Leaves out each column's first category, which the others imply (default false). */
  dropFirst: boolean({ default: false }),
});

/** Options of `oneHotEncode`. */
export interface OneHotEncodeOptions extends Given<typeof ONE_HOT_ENCODE_OPTIONS> {
  columns: readonly string[];
}

/**
 * Replaces each category column with one column of 0 and 1 per category, named `column_category`, in the same
 * place.
 *
 * @throws InputError for an unknown column, a missing value (by row), a category that is not among those given,
 * and a new column whose name is taken.
 *
 * Cost: O(rows × categories).
 *
 * @example
 * const { data } = oneHotEncode(createFrame({ Gender: ['Male', 'Female'] }), { columns: ['Gender'] });
 * data.columns; // ['Gender_Female', 'Gender_Male']
 */
export function oneHotEncode(frame: DataFrame, options: OneHotEncodeOptions): Recorded<DataFrame> {
  const { columns, categories, dropFirst } = resolveOptions('oneHotEncode', ONE_HOT_ENCODE_OPTIONS, options);
  const encoded = new Map(
    columns.map((name) => {
      const cells = columnOf(frame, name);
      const list = Object.hasOwn(categories, name) ? categories[name] : categoriesOf(cells);
      return [name, indicators(name, cells, list).slice(dropFirst ? 1 : 0)];
    }),
  );
  const entries = Array.from(columnsOf(frame)).flatMap(
    ([name, cells]): [string, Cell[]][] => encoded.get(name) ?? [[name, cells]],
  );
  checkNames(entries.map(([name]) => name));
  const changes = Array.from(encoded, ([column, added]): Change => {
    const names = added.map(([name]) => name).join(', ');
    return { column, what: `replaced with columns of 0 and 1: ${names || 'none'}`, count: frame.shape[0] };
  });
  return recorded(frame, createFrame(new Map(entries)), 'One-hot encode categories', changes);
}

function categoriesOf(cells: readonly Cell[]): string[] {
  const distinct = new Set(cells.filter((cell) => cell !== null));
  return Array.from(distinct)
    .sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1))
    .map(String);
}

function indicators(column: string, cells: readonly Cell[], list: readonly string[]): [string, number[]][] {
  const codeOf = new Map(list.map((category, code) => [category, code]));
  const codes = cells.map((cell, row) => {
    if (cell === null) {
      throw new InputError('missing-value', phrase`column ${{ column }} is missing in row ${{ row }}`, {
        remedy: 'drop or fill such rows first (see `dropMissing`, `fillMissing`)',
      });
    }
    const code = codeOf.get(String(cell));
    if (code === undefined) {
      throw new InputError(
        'unreadable-value',
        phrase`column ${{ column }} holds ${{ value: cell }} in row ${{ row }}, which is not among its categories`,
        { remedy: suggestion(String(cell), list) },
      );
    }
    return code;
  });
  return list.map((category, code) => [`${column}_${category}`, codes.map((own) => (own === code ? 1 : 0))]);
}

function checkNames(names: readonly string[]): void {
  const repeated = names[firstRepeated(names)];
  if (repeated !== undefined) {
    throw new InputError('duplicate', phrase`encoding would create a second column ${{ column: repeated }}`, {
      remedy: 'rename or drop that first',
    });
  }
}
