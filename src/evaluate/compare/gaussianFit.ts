import { fullCovariance } from '../../cluster/mixture/fullCovariance';
import { densityOf, mixtureDistances } from '../../cluster/mixture/mixtureDensity';
import type { Matrix } from '../../core/matrix';
import type { Clustering } from '../clustering';

/** What is added to every variance, as a share of the mean variance of the columns: a flat cluster is no spike. */
const LEAST_VARIANCE = 0.01;

/**
 * How well one Gaussian for each cluster describes the rows, noise spread evenly over the range of the columns, weighed
 * against the numbers that describe it: the Bayesian information criterion, lower is better. Null where a cluster is no
 * cloud of its own.
 * Cost: O(n·d²).
 * Source: Fraley & Raftery, "How many clusters? Which clustering method?" (1998), the noise as theirs.
 */
export function gaussianFit({ X, labels, sizes, scatter }: Clustering): number | null {
  const [n, d, k] = [X.rows, X.cols, sizes.length];
  const shares = new Float64Array(k * n);
  for (let row = 0; row < n; row++) if (labels[row] >= 0) shares[labels[row] * n + row] = 1;
  const means = scatter().centroids;
  const covariances = new Float64Array(k * d * d);
  const { ranges, variance } = spreadOf(X);
  const counts = Float64Array.from(sizes);
  fullCovariance.estimate({ X, means, shares, sizes: counts }, LEAST_VARIANCE * variance, covariances);
  const density = densityOf({ weights: counts.map((size) => size / n), means, covariances }, fullCovariance);
  if (!density) return null;
  const highest = Math.max(...density.logPeaks);
  const distances = mixtureDistances(X, density);
  const noise = labels.filter((label) => label < 0).length;
  const logVolume = ranges.reduce((sum, range) => sum + Math.log(range || 1), 0);
  let logLikelihood = noise > 0 ? noise * (Math.log(noise / n) - logVolume) : 0;
  for (let row = 0; row < n; row++)
    if (labels[row] >= 0) logLikelihood += highest - distances.get(row, labels[row]) ** 2 / 2;
  const numbers = k * (1 + d) + fullCovariance.freeParameters(k, d) - (noise > 0 ? 0 : 1);
  const bic = numbers * Math.log(n) - 2 * logLikelihood;
  return Number.isFinite(bic) ? bic : null;
}

function spreadOf(X: Matrix): { ranges: number[]; variance: number } {
  const columns = Array.from({ length: X.cols }, (_, j) => X.column(j));
  const ranges = columns.map((column) => {
    let [least, greatest] = [Infinity, -Infinity];
    for (const value of column) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return greatest - least;
  });
  const variances = columns.map((column) => {
    const center = column.reduce((sum, value) => sum + value, 0) / X.rows;
    return column.reduce((sum, value) => sum + (value - center) ** 2, 0) / X.rows;
  });
  return { ranges, variance: variances.reduce((sum, value) => sum + value, 0) / X.cols };
}
