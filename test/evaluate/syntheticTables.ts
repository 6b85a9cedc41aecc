import { Matrix } from '../../src/core/matrix';
import { Random } from '../../src/core/random';

/** Rows in turn about each of the centers, normal with standard deviation 1. */
export function blobs(centers: readonly (readonly number[])[], rows: number, seed: number): Matrix {
  const random = new Random(seed);
  return Matrix.fromRows(
    Array.from({ length: rows }, (_, i) => centers[i % centers.length].map((mean) => random.normal(mean))),
  );
}

/** Independent uniform columns: no structure at all. */
export function uniform(rows: number, cols: number, seed: number): Matrix {
  const random = new Random(seed);
  return new Matrix(
    Float64Array.from({ length: rows * cols }, () => random.uniform()),
    rows,
    cols,
  );
}

/** One cloud, stretched along a diagonal: correlated columns and no clusters. */
export function stretchedCloud(rows: number, seed: number): Matrix {
  const random = new Random(seed);
  return Matrix.fromRows(
    Array.from({ length: rows }, () => {
      const shared = random.normal();
      return [0, 1, 2].map(() => shared + 0.4 * random.normal());
    }),
  );
}

/** Answers yes (1) or no (0), each column with a chance of its own for each of the kinds that rows are of in turn. */
export function answers(chances: readonly (readonly number[])[], rows: number, seed: number): Matrix {
  const random = new Random(seed);
  return Matrix.fromRows(
    Array.from({ length: rows }, (_, i) =>
      chances[i % chances.length].map((chance) => Number(random.uniform() < chance)),
    ),
  );
}
