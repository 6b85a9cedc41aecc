import { Matrix } from '../core/matrix';
import type { Random } from '../core/random';
import { PCA } from '../reduce/pca';

/**
 * What "no clusters" looks like: rows spread evenly over a box about the data, along its columns (`box`) or along
 * its principal axes (`pca`), so that correlated columns are not mistaken for clusters.
 */
export type Reference = 'pca' | 'box';

/** Every reference there is. */
export const REFERENCES: readonly Reference[] = ['pca', 'box'];

/**
 * A source of tables without clusters, each of the shape of `X`. Those along principal axes are left in these axes:
 * turning them back would change no distance.
 *
 * Source: Tibshirani, Walther & Hastie (2001), section 3, (a) and (b).
 */
export function referenceSource(X: Matrix, kind: Reference): (random: Random) => Matrix {
  const frame = kind === 'pca' ? new PCA().fit(X).transform(X) : X;
  const bounds = Array.from({ length: frame.cols }, (_, j) => rangeOf(frame.column(j)));
  return (random) => {
    const drawn = Matrix.zeros(frame.rows, frame.cols);
    for (let at = 0; at < drawn.data.length; at++) {
      const { low, width } = bounds[at % frame.cols];
      drawn.data[at] = low + width * random.uniform();
    }
    return drawn;
  };
}

function rangeOf(column: Float64Array): { low: number; width: number } {
  const low = column.reduce((least, value) => Math.min(least, value));
  return { low, width: column.reduce((most, value) => Math.max(most, value)) - low };
}
