import { InputError } from '../../core/errors';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';

/** Squares of distances up to this fit float64. */
const FARTHEST = 1e150;

/**
 * The distances between all pairs of n rows, worked out beforehand, for `linkageMatrix` and `silhouette`: what they take
 * instead of a table where distances are not Euclidean, such as `gowerDistances` of a table with categories.
 *
 * Memory: 8n² bytes (10,000 rows: 800 MB).
 *
 * @example
 * const distances = new DistanceMatrix([[0, 1, 5], [1, 0, 4], [5, 4, 0]]);
 * distances.get(0, 2); // 5
 * linkageMatrix(distances, 'single').toRows(); // [[0, 1, 1, 2], [2, 3, 4, 3]]
 */
export class DistanceMatrix {
  /** n. */
  readonly rows: number;
  /** n × n, row by row. */
  readonly data: Float64Array;

  /**
   * @param distances n × n; a `Matrix` is taken as it is, without a copy.
   * @throws InputError when it is not square, not symmetric, holds a negative or no number, or a row that is not at
   * distance 0 from itself.
   */
  constructor(distances: MatrixLike) {
    const matrix = toMatrix(distances, 'the distance matrix');
    checkDistances(matrix);
    this.rows = matrix.rows;
    this.data = matrix.data;
  }

  /** The distance between rows `i` and `j`. */
  get(i: number, j: number): number {
    return this.data[i * this.rows + j];
  }
}

function checkDistances(matrix: Matrix): void {
  const { rows, cols } = matrix;
  if (rows !== cols)
    throw new InputError('wrong-shape', `the distance matrix is ${rows} × ${cols}`, {
      remedy: 'it must be square',
    });
  for (let i = 0; i < rows; i++) {
    if (matrix.get(i, i) !== 0) {
      throw new InputError(
        'out-of-range',
        `the distance matrix has ${matrix.get(i, i)} from row ${i} to itself`,
        { remedy: 'it must be 0' },
      );
    }
    for (let j = 0; j < i; j++) {
      const [distance, back] = [matrix.get(i, j), matrix.get(j, i)];
      if (distance === back && distance >= 0 && distance <= FARTHEST) continue;
      throw new InputError(
        'out-of-range',
        `the distance matrix has ${distance} from row ${i} to row ${j} and ${back} back`,
        { remedy: `distances are symmetric, not negative and at most ${FARTHEST}` },
      );
    }
  }
}
