import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { checkList } from '../../core/options';
import { phrase } from '../../core/phrase';

/** Which columns of a mixed table hold codes of categories, and which numbers: positions, ascending. */
export interface ColumnKinds {
  categoricalColumns: number[];
  numericColumns: number[];
}

/**
 * Finds the categorical columns, given by position or by name.
 * @throws InputError naming a column that is not there, or named twice.
 */
export function columnKinds(X: Matrix, categorical: readonly (number | string)[]): ColumnKinds {
  const found = categorical.map((which) => positionOf(X, which));
  const twice = found.find((position, at) => found.indexOf(position) !== at);
  if (twice !== undefined) {
    throw new InputError(
      'duplicate',
      phrase`${{ option: 'categoricalColumns' }} names ${{ value: X.columns?.[twice] ?? twice }} twice`,
    );
  }
  const all = Array.from({ length: X.cols }, (_, j) => j);
  return {
    categoricalColumns: all.filter((j) => found.includes(j)),
    numericColumns: all.filter((j) => !found.includes(j)),
  };
}

/** Refuses what is no list of positions and names, before there is a table to look them up in. */
export function checkCategoricalColumns(columns: readonly (number | string)[]): readonly (number | string)[] {
  for (const which of checkList('categoricalColumns', columns)) {
    if (typeof which !== 'string' && !(Number.isInteger(which) && which >= 0)) {
      throw new InputError(
        'wrong-type',
        phrase`${{ option: 'categoricalColumns' }} holds ${{ value: which }}`,
        {
          remedy: 'a column is given by its position (0, 1, …) or its name',
        },
      );
    }
  }
  return columns.slice();
}

/**
 * Refuses a categorical column that holds anything but whole numbers from 0 on (NaN passes: what is missing is the
 * measure's affair).
 * @throws InputError naming row, column and value.
 * Cost: O(n · categorical columns).
 */
export function checkCodes(X: Matrix, categoricalColumns: readonly number[]): void {
  for (const j of categoricalColumns) {
    for (let i = 0; i < X.rows; i++) {
      const code = X.get(i, j);
      if (Number.isNaN(code) || (Number.isInteger(code) && code >= 0)) continue;
      throw new InputError(
        'unreadable-value',
        phrase`X holds ${code} in row ${{ row: i }}, column ${{ column: X.columns?.[j] ?? j }}`,
        { remedy: 'a categorical column holds codes 0, 1, 2, … (see `mixedMatrix`)' },
      );
    }
  }
}

function positionOf(X: Matrix, which: number | string): number {
  const position = typeof which === 'number' ? which : (X.columns?.indexOf(which) ?? -1);
  if (position >= 0 && position < X.cols) return position;
  const has = X.columns
    ? `its columns are ${X.columns.join(', ')}`
    : `it has ${X.cols} columns without names`;
  throw new InputError(
    'missing-column',
    phrase`${{ option: 'categoricalColumns' }} names ${{ value: which }}, which X lacks`,
    { remedy: has },
  );
}
