import { DistanceMatrix } from '../../cluster/shared/distanceMatrix';
import { checkSquares } from '../../core/checkSquares';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { mustBe } from '../../core/options';
import { Random } from '../../core/random';
import { resolveOptions } from '../../core/resolveOptions';
import { either, type Given, integer, literal, object, optional } from '../../core/schema';
import { squaredDistance } from '../../core/squaredDistance';
import { mean, standardDeviation } from '../../core/statistics';
import type { Clustering } from '../clustering';
import { type ClusterLabels, checkTwoClusters } from '../clusterLabels';
import { type ClusterIndex, kOfHighest } from './clusterIndex';
import { distanceSums } from './distanceSums';

/** How well each row sits in its cluster. */
export interface Silhouette {
  /** Mean over all rows that are not noise, −1 … 1. */
  mean: number;
  /** Of each row, −1 … 1; NaN for noise. Length n. */
  samples: Float64Array;
  /** Mean over the rows of each cluster, by label; NaN for a label that does not occur. Length nClusters. */
  perCluster: Float64Array;
  /** Where only a sample was measured: between these lies the mean over all rows, in 95 samples of 100. */
  interval?: readonly [low: number, high: number];
}

/** What the options may be. @internal */
export const SILHOUETTE_OPTIONS = object({
  /**
   * Of larger tables only so many random rows are measured, each against all rows; `samples` of the others is NaN. At
   * least 2. Default: every row of tables of up to 30,000 rows, 3,000 of larger ones. `Infinity` measures all.
   */
  sampleSize: optional(
    either([integer({ minimum: 2 }), literal(Infinity)], {
      expects: 'an integer of at least 2, or Infinity',
    }),
  ),
  /** Which rows: the same seed measures the same. Default 0. */
  seed: integer({ default: 0 }),
});

/** Options of `silhouette`. */
export interface SilhouetteOptions extends Given<typeof SILHOUETTE_OPTIONS> {}

/** Tables of more rows are sampled, unless the caller says otherwise: all pairs of 100,000 rows take minutes. */
const MAX_EXACT_ROWS = 30_000;
const SAMPLED_ROWS = 3000;

/**
 * The silhouette of a clustering: for each row (b − a) / max(a, b), where a is its mean (Euclidean) distance to the
 * other rows of its cluster and b to the rows of the nearest other cluster. In float64, and exact up to 30,000 rows; of
 * larger tables a sample of rows is measured, each exactly, and the mean has an interval. A row alone in its
 * cluster has 0, as in scikit-learn. Noise (label −1) is left out: it has no silhouette and counts in nobody's.
 *
 * @param X n × d, on the scale that was clustered; or the distances between n rows, where they are not Euclidean, which
 * are never sampled.
 * @param labels length n.
 * @throws InputError when lengths differ, there are fewer than two clusters, or an option is out of range.
 * Cost: O(n²·d) time (10,000 × 8: under a second), O(n·k) memory; sampled O(m·n·d) (3,000 of 100,000 × 8: 3 s).
 * Source: Rousseeuw (1987); scikit-learn's `silhouette_samples`.
 *
 * @example
 * silhouette([[0], [1], [10], [11]], [0, 0, 1, 1]).mean; // 0.8997
 */
export function silhouette(
  X: MatrixLike | DistanceMatrix,
  labels: ArrayLike<number>,
  options: SilhouetteOptions = {},
): Silhouette {
  const { sampleSize, seed } = resolveOptions('silhouette', SILHOUETTE_OPTIONS, options);
  if (X instanceof DistanceMatrix) return silhouettes(X, [labels])[0];
  const table = toMatrix(X);
  const most = sampleSize ?? (table.rows > MAX_EXACT_ROWS ? SAMPLED_ROWS : Infinity);
  return table.rows > most ? sampledSilhouette(table, labels, most, seed) : silhouettes(table, [labels])[0];
}

/**
 * `silhouette` of many clusterings of the same rows, in one pass over their distances: far cheaper than one by one.
 *
 * @param X n × d, on the scale that was clustered; or the distances between n rows.
 * @param labelings one array of length n for each clustering.
 * @throws InputError as `silhouette`.
 * Cost: O(n²·(d + clusterings)) time, O(n · all clusters) memory.
 *
 * @example
 * const [two, four] = silhouettes(X, kMeansSweep(X, [2, 4]).map((model) => model.labels));
 * four.mean > two.mean; // true
 */
export function silhouettes(
  X: MatrixLike | DistanceMatrix,
  labelings: readonly ArrayLike<number>[],
): Silhouette[] {
  if (!Array.isArray(labelings)) {
    throw mustBe('labelings', labelings, 'an array of labels for each clustering');
  }
  const source = X instanceof DistanceMatrix ? X : toMatrix(X);
  if (!(source instanceof DistanceMatrix)) checkSquares(source);
  const checked = labelings.map((labels) => checkTwoClusters(labels, source.rows, 'the silhouette'));
  return measure(source, checked);
}

/** Of some rows, each against all rows. */
function sampledSilhouette(
  X: Matrix,
  given: ArrayLike<number>,
  sampleSize: number,
  seed: number,
): Silhouette {
  checkSquares(X);
  const labeling = checkTwoClusters(given, X.rows, 'the silhouette');
  const placed = Int32Array.from({ length: X.rows }, (_, row) => row).filter(
    (row) => labeling.labels[row] >= 0,
  );
  const drawn = new Random(seed).sample(placed.length, Math.min(sampleSize, placed.length)).sort();
  const samples = new Float64Array(X.rows).fill(Number.NaN);
  for (const at of drawn) {
    const row = placed[at];
    samples[row] = sampleSilhouette(labeling, row, distancesToClusters(X, row, labeling));
  }
  const measured = samples.filter((sample) => !Number.isNaN(sample));
  const unseen = Math.sqrt(1 - measured.length / placed.length);
  const margin = (NORMAL_95 * standardDeviation(measured) * unseen) / Math.sqrt(measured.length);
  const middle = mean(measured);
  return {
    mean: middle,
    samples,
    perCluster: Float64Array.from(labeling.sizes, (_, label) =>
      mean(
        Array.from(drawn, (at) => placed[at])
          .filter((row) => labeling.labels[row] === label)
          .map((row) => samples[row]),
      ),
    ),
    interval: [middle - margin, middle + margin],
  };
}

/** Standard errors on either side that hold 95% of a normal distribution. */
const NORMAL_95 = 1.959964;

/** The sum of a row's distances to the rows of each cluster. Cost: O(n·d). */
function distancesToClusters(
  { data, cols, rows }: Matrix,
  row: number,
  { labels, sizes }: ClusterLabels,
): Float64Array {
  const sums = new Float64Array(sizes.length);
  for (let i = 0; i < rows; i++) {
    if (labels[i] >= 0) sums[labels[i]] += Math.sqrt(squaredDistance(data, i * cols, data, row * cols, cols));
  }
  return sums;
}

function measure(X: Matrix | DistanceMatrix, labelings: ClusterLabels[]): Silhouette[] {
  const { sums, width, offsets } = distanceSums(X, labelings);
  return labelings.map((labeling, at) => {
    const samples = new Float64Array(X.rows);
    for (let i = 0; i < X.rows; i++) {
      const start = i * width + offsets[at];
      samples[i] = sampleSilhouette(labeling, i, sums.subarray(start, start + labeling.nClusters));
    }
    return summarize(labeling, samples);
  });
}

/** @param sums the row's sum of distances to each cluster. */
function sampleSilhouette({ labels, sizes }: ClusterLabels, i: number, sums: Float64Array): number {
  const own = labels[i];
  if (own < 0) return Number.NaN;
  if (sizes[own] === 1) return 0;
  const within = sums[own] / (sizes[own] - 1);
  let nearest = Infinity;
  for (let label = 0; label < sizes.length; label++) {
    if (label !== own && sizes[label] > 0) nearest = Math.min(nearest, sums[label] / sizes[label]);
  }
  const larger = Math.max(within, nearest);
  return larger === 0 ? 0 : (nearest - within) / larger;
}

function summarize({ labels, sizes }: ClusterLabels, samples: Float64Array): Silhouette {
  const perCluster = new Float64Array(sizes.length);
  labels.forEach((label, i) => {
    if (label >= 0) perCluster[label] += samples[i];
  });
  const clustered = sizes.reduce((sum, size) => sum + size, 0);
  const mean = perCluster.reduce((sum, part) => sum + part, 0) / clustered;
  for (let label = 0; label < sizes.length; label++) perCluster[label] /= sizes[label];
  return { mean, samples, perCluster };
}

/** What `chooseK` says of the silhouette with k clusters. */
export interface SilhouetteOfK {
  /** Mean silhouette, −1 … 1; higher is better. NaN for k = 1. */
  silhouette: number;
  /** Mean silhouette that as many clusters have on data of the same shape without any structure. */
  referenceSilhouette: number;
  /** How much that varies from one such data set to the next (standard deviation). */
  referenceSilhouetteSpread: number;
}

/** Rows of a reference data set whose silhouettes are taken: enough for a mean, and their cost is square. */
const REFERENCE_ROWS = 1000;

export const silhouetteIndex: ClusterIndex<'silhouette', SilhouetteOfK, number> = {
  key: 'silhouette',
  name: 'silhouette',
  title: 'Silhouette',
  field: 'silhouette',
  better: 'higher',
  help: 'How much closer a customer is to its own segment than to the next: −1 to 1.',
  columns: [
    { field: 'silhouette', title: 'Silhouette', format: 'decimal' },
    { field: 'referenceSilhouette', title: 'Silhouette without structure', format: 'decimal' },
  ],
  measureReference: (clusterings) => meansOf(...someRows(clusterings)),
  measureKs: ({ clusterings, references }) => {
    const own = meansOf(clusterings[0].X, clusterings);
    return own.map((silhouette, at) => {
      const nulls = references.map((reference) => reference[at]);
      return {
        silhouette,
        referenceSilhouette: mean(nulls),
        referenceSilhouetteSpread: standardDeviation(nulls),
      };
    });
  },
  preferredK: (rows, kMin) => kOfHighest(rows, kMin, ({ silhouette }) => silhouette),
};

/** Rows of a reference are in no order, so the first will do, with one row of every cluster at least. */
function someRows(clusterings: readonly Clustering[]): [Matrix, Pick<Clustering, 'labels'>[]] {
  const { X } = clusterings[0];
  const firstOfClusters = clusterings
    .slice(1)
    .flatMap(({ labels }) => Array.from(new Set(labels), (label) => labels.indexOf(label)));
  const first = Array.from({ length: Math.min(X.rows, REFERENCE_ROWS) }, (_, i) => i);
  const rows = Int32Array.from(new Set([...first, ...firstOfClusters]));
  return [X.selectRows(rows), clusterings.map(({ labels }) => ({ labels: rows.map((row) => labels[row]) }))];
}

/** Mean silhouettes in one pass over the distances; NaN for the first, which has one cluster. */
function meansOf(X: Matrix, clusterings: readonly Pick<Clustering, 'labels'>[]): number[] {
  const several = clusterings.slice(1).map(({ labels }) => labels);
  return [Number.NaN, ...silhouettes(X, several).map(({ mean }) => mean)];
}
