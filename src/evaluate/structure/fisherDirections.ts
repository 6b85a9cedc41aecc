import type { Clustering } from '../clustering';

/** Added to the diagonal of a scatter, as a share of its mean: a direction must not follow a few rows. */
const RIDGE = 0.1;

/** The direction that tells two clusters apart best, and where it takes their centers. */
export interface Direction {
  weights: Float64Array;
  /** The middle between the centers, and half their distance, along the direction. */
  middle: number;
  half: number;
}

/**
 * Fisher's linear discriminant for any pair of clusters. Where the two have few rows for their columns, their scatter is
 * filled up with that of all clusters.
 *
 * Cost: O(n·d²) once, then O(d³) a pair.
 * Source: Fisher (1936); the ridge is Friedman's, "Regularized discriminant analysis" (1989).
 */
export function fisherDirections(clustering: Clustering): (a: number, b: number) => Direction {
  const { X, sizes } = clustering;
  const { centroids } = clustering.scatter();
  const scatters = scattersOf(clustering);
  const all = sumOf(scatters, X.rows);
  const d = X.cols;
  let ridge = 1e-12;
  for (let j = 0; j < d; j++) ridge += (RIDGE * all[j * d + j]) / d;
  return (a, b) => {
    const rows = sizes[a] + sizes[b];
    const filled = Math.min(1, (2 * d) / Math.max(1, rows - 2));
    const scatter = all.map(
      (value, at) => filled * value + ((1 - filled) * (scatters[a][at] + scatters[b][at])) / rows,
    );
    for (let j = 0; j < d; j++) scatter[j * d + j] += ridge;
    const apart = Float64Array.from({ length: d }, (_, j) => centroids.get(b, j) - centroids.get(a, j));
    const weights = solve(scatter, apart);
    let middle = 0;
    let half = 0;
    for (let j = 0; j < d; j++) {
      middle += (weights[j] * (centroids.get(a, j) + centroids.get(b, j))) / 2;
      half += (weights[j] * apart[j]) / 2;
    }
    return { weights, middle, half };
  };
}

/** Of each cluster, Σ (x − center)(x − center)ᵀ, row by row. */
function scattersOf(clustering: Clustering): Float64Array[] {
  const { X, labels, nClusters } = clustering;
  const { data: centers } = clustering.scatter().centroids;
  const d = X.cols;
  const scatters = Array.from({ length: nClusters }, () => new Float64Array(d * d));
  const row = new Float64Array(d);
  for (let i = 0; i < X.rows; i++) {
    const label = labels[i];
    if (label < 0) continue;
    for (let j = 0; j < d; j++) row[j] = X.data[i * d + j] - centers[label * d + j];
    const scatter = scatters[label];
    for (let a = 0, start = 0; a < d; a++, start += d) {
      const value = row[a];
      for (let b = 0; b <= a; b++) scatter[start + b] += value * row[b];
    }
  }
  for (const scatter of scatters) mirror(scatter, d);
  return scatters;
}

/** Copies what is below the diagonal above it. */
function mirror(matrix: Float64Array, d: number): void {
  for (let a = 0; a < d; a++) for (let b = 0; b < a; b++) matrix[b * d + a] = matrix[a * d + b];
}

function sumOf(scatters: readonly Float64Array[], rows: number): Float64Array {
  const sum = new Float64Array(scatters[0].length);
  for (const scatter of scatters) {
    for (let at = 0; at < sum.length; at++) sum[at] += scatter[at] / rows;
  }
  return sum;
}

/** x of A·x = b for a symmetric positive A, by Cholesky's factors. */
function solve(A: Float64Array, b: Float64Array): Float64Array {
  const d = b.length;
  const L = new Float64Array(d * d);
  const x = b.slice();
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = A[i * d + j];
      for (let c = 0; c < j; c++) rest -= L[i * d + c] * L[j * d + c];
      L[i * d + j] = i === j ? Math.sqrt(Math.max(rest, 1e-300)) : rest / L[j * d + j];
    }
    for (let c = 0; c < i; c++) x[i] -= L[i * d + c] * x[c];
    x[i] /= L[i * d + i];
  }
  for (let i = d - 1; i >= 0; i--) {
    for (let c = i + 1; c < d; c++) x[i] -= L[c * d + i] * x[c];
    x[i] /= L[i * d + i];
  }
  return x;
}
