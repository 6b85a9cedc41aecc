import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { isNullish } from '../../table/missing';

/**
 * Returns how closely two categories are associated, such as gender and segment: 0 if one says nothing about the other,
 * 1 if it determines it. Corrected for chance, so that unrelated categories come out near 0 regardless of how many
 * values they have. Rule of thumb: 0.1 is small, 0.3 medium, 0.5 large if one of them has two values; less if both
 * have more (Cohen 1988).
 *
 * @param a length n: texts, numbers or labels; null, undefined and NaN are missing, and such rows are skipped.
 * @param b length n.
 * @returns 0 … 1; 0 if one of them has a single value.
 * @throws InputError if lengths differ, or if no row has both.
 * Cost: O(n + values of a × values of b).
 * Source: Cramér (1946); corrected by Bergsma, "A bias-correction for Cramér's V and Tschuprow's T" (2013).
 *
 * @example
 * cramersV(['f', 'f', 'm', 'm', 'f', 'm'], [0, 0, 1, 1, 0, 1]); // 1
 */
export function cramersV(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const { n, rows, columns, counts } = crossTable(a, b);
  if (rows.size < 2 || columns.size < 2) return 0;
  let chiSquare = 0;
  for (const [row, rowCount] of rows) {
    for (const [column, columnCount] of columns) {
      const expected = (rowCount * columnCount) / n;
      chiSquare += ((counts.get(row)!.get(column) ?? 0) - expected) ** 2 / expected;
    }
  }
  const byChance = ((rows.size - 1) * (columns.size - 1)) / (n - 1);
  const corrected = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const most = Math.min(corrected(rows.size), corrected(columns.size)) - 1;
  return most > 0 ? Math.min(1, Math.sqrt(Math.max(0, chiSquare / n - byChance) / most)) : 0;
}

type Counts<K> = Map<K, number>;

function crossTable(a: ArrayLike<unknown>, b: ArrayLike<unknown>) {
  if (typeof a?.length !== 'number' || a.length !== b?.length) {
    throw new InputError(
      'wrong-type',
      phrase`${{ option: 'a' }} is ${{ value: a }} and ${{ option: 'b' }} is ${{ value: b }}`,
      { remedy: 'both must be lists with one value per row' },
    );
  }
  const rows: Counts<unknown> = new Map();
  const columns: Counts<unknown> = new Map();
  const counts = new Map<unknown, Counts<unknown>>();
  let n = 0;
  for (let i = 0; i < a.length; i++) {
    if (isNullish(a[i]) || isNullish(b[i])) continue;
    n++;
    add(rows, a[i]);
    add(columns, b[i]);
    if (!counts.has(a[i])) counts.set(a[i], new Map());
    add(counts.get(a[i])!, b[i]);
  }
  if (n === 0)
    throw new InputError(
      'no-data',
      phrase`no row has a value in both ${{ option: 'a' }} and ${{ option: 'b' }}`,
      { remedy: 'there is nothing to compare' },
    );
  return { n, rows, columns, counts };
}

function add(counts: Counts<unknown>, key: unknown): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
