import { EigenvalueDecomposition, Matrix as MLMatrix } from 'ml-matrix';
import { Matrix } from '../core/matrix';
import { engineFor } from '../tensor/chooseEngine';

/** Eigenvalues below this share of the whole variance are rounding, and count as none. */
const NO_VARIANCE = 1e-15;

/** Axes with at least this share of the first one's variance are at right angles to 12 digits as they come. */
const FIRM_VARIANCE = 1e-4;

/** Directions of a table, the one with most variance first. */
export interface PrincipalAxes {
  /** Divisor n − 1. */
  variances: Float64Array;
  /** Unit vectors as rows; in each the loading of largest magnitude is positive. */
  vectors: Matrix;
}

/**
 * The principal axes of a table about its mean: all d where there are no fewer rows than columns, otherwise n.
 * Cost: O(n·d·m + m³) for m = min(n, d).
 */
export function principalAxes(X: Matrix, mean: Float64Array): PrincipalAxes {
  const isWide = X.cols > X.rows;
  const eigen = isWide ? axesOfRows(centered(X, mean)) : symmetricEigen(gramMatrix(X, mean));
  return inOrder(eigen, X.rows - 1);
}

/** The principal axes by a Gram matrix that was divided already: a covariance, d × d. Cost: O(d³). */
export function axesOfGram(covariance: Matrix): PrincipalAxes {
  return inOrder(symmetricEigen(covariance), 1);
}

function inOrder({ values, vectors }: Eigen, divisor: number): PrincipalAxes {
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const variances = Float64Array.from(order, (index) =>
    values[index] > NO_VARIANCE * total ? values[index] / divisor : 0,
  );
  return { variances, vectors: Matrix.fromRows(order.map((index) => withFixedSign(vectors[index]))) };
}

function gramMatrix(X: Matrix, mean: Float64Array): Matrix {
  const multiplications = X.rows * X.cols * X.cols;
  return engineFor({ kernel: 'gramMatrix', multiplications }).gramMatrix(X, mean);
}

interface Eigen {
  values: number[];
  vectors: number[][];
}

function centered({ data, rows, cols }: Matrix, mean: Float64Array): Matrix {
  return new Matrix(
    data.map((value, at) => value - mean[at % cols]),
    rows,
    cols,
  );
}

/**
 * An eigenvector u of X·Xᵀ makes one of Xᵀ·X: Xᵀ·u, with the same eigenvalue. Axes without variance, at least one since
 * the table is centered, are any that are at right angles to the rest.
 */
function axesOfRows(centered: Matrix): Eigen {
  const { values, vectors } = symmetricEigen(
    gramMatrix(transposed(centered), new Float64Array(centered.rows)),
  );
  const largestFirst = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const found: Float64Array[] = [];
  let spare = 0;
  for (const index of largestFirst) {
    const isFirm = values[index] > FIRM_VARIANCE * values[largestFirst[0]];
    const own = combined(centered, vectors[index]);
    let axis = isFirm ? own : atRightAngles(own, found);
    while (!axis) axis = atRightAngles(unit(centered.cols, spare++), found);
    found.push(axis);
  }
  return {
    values: largestFirst.map((index) => values[index]),
    vectors: found.map((axis) => Array.from(axis)),
  };
}

function transposed({ data, rows, cols }: Matrix): Matrix {
  const turned = Matrix.zeros(cols, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) turned.data[j * rows + i] = data[i * cols + j];
  }
  return turned;
}

/** The sum of the rows, each times its share, as a unit vector. */
function combined({ data, rows, cols }: Matrix, shares: readonly number[]): Float64Array {
  const sum = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) sum[j] += shares[i] * data[i * cols + j];
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

function unit(length: number, at: number): Float64Array {
  const axis = new Float64Array(length);
  axis[at] = 1;
  return axis;
}

/** What is left of `axis`, as a unit vector; undefined where rounding is left. Twice is enough. */
function atRightAngles(axis: Float64Array, others: readonly Float64Array[]): Float64Array | undefined {
  const rest = axis.slice();
  for (let pass = 0; pass < 2; pass++) {
    for (const other of others) {
      let share = 0;
      for (let j = 0; j < rest.length; j++) share += rest[j] * other[j];
      for (let j = 0; j < rest.length; j++) rest[j] -= share * other[j];
    }
  }
  const length = Math.hypot(...rest);
  return length > 1e-6 ? rest.map((value) => value / length) : undefined;
}

/**
 * Eigenvalues and vectors of a Gram matrix. Its columns are taken in order of size: the reduction to tridiagonal
 * form starts at the end, and keeps small eigenvalues (of unscaled tables) to 13 digits only when it starts with
 * the large ones; in the order of the table the smallest had 4.
 */
function symmetricEigen(gram: Matrix): Eigen {
  const d = gram.cols;
  const bySize = Array.from({ length: d }, (_, j) => j).sort((a, b) => gram.get(a, a) - gram.get(b, b));
  const sorted = new MLMatrix(bySize.map((a) => bySize.map((b) => gram.get(a, b))));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(sorted, {
    assumeSymmetric: true,
  });
  const vectors = realEigenvalues.map((_, index) => {
    const vector = new Array<number>(d);
    bySize.forEach((j, at) => {
      vector[j] = eigenvectorMatrix.get(at, index);
    });
    return vector;
  });
  return { values: realEigenvalues, vectors };
}

function withFixedSign(vector: number[]): number[] {
  const largest = Math.max(...vector.map(Math.abs));
  const leading = vector.find((loading) => Math.abs(loading) >= largest * (1 - 1e-10))!;
  return leading < 0 ? vector.map((loading) => -loading) : vector;
}
