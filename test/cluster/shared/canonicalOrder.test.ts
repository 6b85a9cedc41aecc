import fc from 'fast-check';
import { canonicalOrder, restoreOrder } from '../../../src/cluster/shared/canonicalOrder';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';

/** The rows as a table in that order holds them. */
function ordered(rows: number[][], others?: number[]): number[][] {
  const order = canonicalOrder(Matrix.fromRows(rows), others && Float64Array.from(others));
  return Array.from(order, (row) => rows[row]);
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  return Array.from(new Random(seed).sample(list.length, list.length), (at) => list[at]);
}

describe('canonicalOrder', () => {
  const tables = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 60,
  });

  test('is the same table for any order of its rows', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (rows, seed) => {
        expect(ordered(shuffled(rows, seed))).toEqual(ordered(rows));
      }),
    );
  });

  test('is the same in any units', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const units = rows.map(([a, b, c]) => [12 * a, b / 1000 + 7, c]);
        expect(canonicalOrder(Matrix.fromRows(units))).toEqual(canonicalOrder(Matrix.fromRows(rows)));
      }),
    );
  });

  test('many rows are sorted as few are', () => {
    const random = new Random(5);
    const rows = Array.from({ length: 20_000 }, () => [
      random.normal(),
      random.integer(4),
      random.integer(2),
    ]);
    const once = ordered(rows);
    expect(ordered(shuffled(rows, 3))).toEqual(once);
    expect(ordered(once)).toEqual(once);
  });

  test('what else is known of equal rows distinguishes them', () => {
    const order = canonicalOrder(Matrix.fromRows([[1], [1], [0]]), Float64Array.of(9, 3, 7));
    expect([...order]).toEqual([2, 1, 0]);
  });

  test('columns that never differ, and such that differ beyond all numbers, leave an order', () => {
    const rows = [
      [5, 1e308],
      [5, -1e308],
    ];
    expect(ordered(rows)).toEqual([rows[1], rows[0]]);
    expect(ordered([...rows].reverse())).toEqual([rows[1], rows[0]]);
  });

  test('labels go back to their rows', () => {
    expect([...restoreOrder(Int32Array.of(4, 5, 6), Int32Array.of(2, 0, 1))]).toEqual([5, 6, 4]);
  });
});
