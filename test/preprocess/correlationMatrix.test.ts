import fc from 'fast-check';
import { Matrix } from '../../src/core/matrix';
import { correlationMatrix } from '../../src/preprocess/correlationMatrix';

test('worked by hand: 1, 2, 3 against 2, 4, 6 and 3, 1, 2', () => {
  const X = Matrix.fromRows(
    [
      [1, 2, 3],
      [2, 4, 1],
      [3, 6, 2],
    ],
    ['a', 'b', 'c'],
  );
  const r = correlationMatrix(X);
  expect(r.columns).toEqual(['a', 'b', 'c']);
  expect(r.get(0, 1)).toBeCloseTo(1, 15);
  expect(r.get(0, 2)).toBeCloseTo(-0.5, 15);
  expect(r.get(2, 0)).toBe(r.get(0, 2));
});

test('a missing value sets its row aside for that pair only', () => {
  const X = Matrix.fromRows([
    [1, 1, 5],
    [2, Number.NaN, 4],
    [3, 3, 3],
    [4, 2, 1],
  ]);
  const r = correlationMatrix(X);
  expect(r.get(0, 1)).toBeCloseTo(correlationMatrix(X.selectRows([0, 2, 3])).get(0, 1), 15);
  expect(r.get(0, 2)).toBeCloseTo(-6.5 / Math.sqrt(5 * 8.75), 14);
});

test('a constant column correlates with nothing; infinity is refused', () => {
  const r = correlationMatrix(
    Matrix.fromRows([
      [0.1, 1],
      [0.1, 2],
      [0.1, 3],
    ]),
  );
  expect(Array.from(r.data)).toEqual([Number.NaN, Number.NaN, Number.NaN, 1]);
  expect(() => correlationMatrix(Matrix.fromRows([[1], [Infinity]]))).toThrow('Infinity in row 1, column 0');
});

test('symmetric, within −1 and 1, and deaf to units', () => {
  const rows = fc.array(fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: -999, max: 999 }))), {
    minLength: 3,
  });
  fc.assert(
    fc.property(rows, (values) => {
      const r = correlationMatrix(Matrix.fromRows(values));
      const scaled = correlationMatrix(Matrix.fromRows(values.map(([a, b, c]) => [1000 * a + 7, b, -c])));
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          expect(r.get(i, j)).toBe(r.get(j, i));
          expect(Number.isNaN(r.get(i, j)) || Math.abs(r.get(i, j)) <= 1).toBe(true);
          const sign = (i === 2) === (j === 2) ? 1 : -1;
          if (!Number.isNaN(r.get(i, j))) expect(scaled.get(i, j)).toBeCloseTo(sign * r.get(i, j), 9);
        }
      }
    }),
  );
});
