import { canonicalOrder } from '../../cluster/shared/canonicalOrder';
import { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';
import { columnNumbers, type TypedColumn } from '../../table/column';

/**
 * The rows in an order that hangs on what they hold, not on where they stand, so that nothing of a fit does: random
 * draws, sums, and what is done first where two are equal. Customers who are the same in every clustering column are
 * distinguished by the other columns.
 *
 * @param rows positions in the table.
 * @param values the clustering columns of the whole table.
 * @param others its other columns.
 * Cost: O(rows · columns).
 */
export function orderRows(
  rows: Int32Array,
  values: readonly Float64Array[],
  others: readonly TypedColumn[],
): Int32Array {
  const X = Matrix.zeros(rows.length, values.length);
  values.forEach((column, j) => {
    for (let i = 0; i < rows.length; i++) X.data[i * X.cols + j] = column[rows[i]];
  });
  return canonicalOrder(X, contentOf(rows, others)).map((at) => rows[at]);
}

/** A number for what a customer holds in these columns. */
function contentOf(rows: Int32Array, columns: readonly TypedColumn[]): Float64Array {
  const content = new Float64Array(rows.length);
  const random = new Random(0);
  columns.forEach((column) => {
    const numbers = columnNumbers(column);
    const weight = 1 + random.uniform();
    for (let i = 0; i < rows.length; i++) {
      const number = numbers?.[rows[i]];
      const known = number !== undefined && Number.isFinite(number);
      content[i] += weight * (known ? number : codeOf(String(column.cells[rows[i]] ?? '')));
    }
  });
  return content;
}

/** FNV-1a: other texts have, but for rare accidents, other numbers. */
function codeOf(text: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  return (code >>> 0) / 2 ** 32;
}
