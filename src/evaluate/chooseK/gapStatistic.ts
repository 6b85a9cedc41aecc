import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { ON_PROGRESS } from '../../core/progress';
import { Random } from '../../core/random';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, integer, object, oneOf, optional } from '../../core/schema';
import { clusteringOf } from '../clustering';
import { countLabels } from '../clusterLabels';
import {
  bestWithinOneStandardError,
  firstWithinOneStandardError,
  gapsOf,
  logInertiasOf,
} from '../indices/gap';
import { evenReference, REFERENCES, referenceSource } from '../structure/reference';
import { CLUSTERER_MAKER, type FitEachKOptions, fitEachK } from './fitEachK';
import { checkLargestK, range } from './kRange';

/** What the options may be. @internal */
export const GAP_OPTIONS = object({
  /** The largest k tried, from 1 up. Default 10, less where the table has too few distinct rows. */
  kMax: optional(integer()),
  /** How many reference data sets, at least 2. Default 20. */
  references: integer({ minimum: 2, default: 20 }),
  /**
   * How these are spread: along principal axes ('pca'), column by column ('box'), or as one cloud of the data's own shape
   * ('copula'). Default 'pca', 'box' as soon as
   * a column holds few distinct values.
   */
  reference: optional(oneOf(REFERENCES)),
  /**
   * Which k to take. 'first' (the default) is Tibshirani's: the smallest k that the next does not beat by more than
   * one standard error. 'best' is Dudoit and Fridlyand's: the smallest k within one standard error of the greatest
   * gap, which does not stop early where clusters lie within clusters.
   */
  rule: oneOf(['first', 'best'], { default: 'first' }),
  /** Starts of each k-means. Default 3. */
  nInit: integer({ minimum: 1, default: 3 }),
  /** What to cluster with. Default k-means. */
  clusterer: optional(CLUSTERER_MAKER),
  /** Default 0. */
  seed: integer({ default: 0 }),
  /** Told of each reference data set. */
  onProgress: ON_PROGRESS,
});

/** Options of `gapStatistic`. */
export interface GapOptions extends Given<typeof GAP_OPTIONS> {}

/** The gap of each k, from 1 up. */
export interface GapStatistic {
  /** 1 … kMax. */
  ks: number[];
  /** How much lower the log inertia is than on data without clusters. Length kMax. */
  gap: Float64Array;
  /** Of each gap, with the error of having few references. Length kMax. */
  standardError: Float64Array;
  /** The number of clusters by the chosen rule; 1 means no clusters. */
  k: number;
}

/**
 * Tibshirani, Walther and Hastie's gap statistic: how much better `X` clusters than data of its shape that has no
 * clusters, and the number of clusters that follows by a one-standard-error rule. It can answer 1, which no
 * silhouette can.
 *
 * @param X n × d, on comparable scales.
 * @throws InputError when options are out of range or the table has fewer distinct rows than `kMax` + 1.
 * Cost: `references` + 1 sweeps of k-means over all k.
 * Source: Tibshirani, Walther & Hastie, "Estimating the number of clusters in a data set via the gap statistic"
 * (2001); Dudoit & Fridlyand, "A prediction-based resampling method for estimating the number of clusters in a
 * dataset" (2002).
 *
 * @example
 * const { k, gap } = gapStatistic(X, { kMax: 8, seed: 1 });
 */
export function gapStatistic(X: MatrixLike, options: GapOptions = {}): GapStatistic {
  const { kMax, references, reference, rule, nInit, clusterer, seed, onProgress } = resolveOptions(
    'gapStatistic',
    GAP_OPTIONS,
    options,
  );
  const matrix = toMatrix(X);
  const ks = range(1, checkLargestK(matrix, kMax));
  const random = new Random(seed);
  const how = (): FitEachKOptions => ({ nInit, seed: random.uint32(), clusterer });
  const own = logInertias(matrix, ks, how());
  const draw = referenceSource(matrix, reference ?? evenReference(matrix));
  const theirs = range(1, references).map((done) => {
    const values = logInertias(draw(random), ks, how());
    onProgress?.({ step: 'reference data sets', done, total: references });
    return values;
  });
  const gaps = gapsOf(own, theirs);
  const place = rule === 'first' ? firstWithinOneStandardError(gaps) : bestWithinOneStandardError(gaps);
  return { ks, ...gaps, k: ks[place] };
}

/** One cluster needs no clustering. */
function logInertias(X: Matrix, ks: readonly number[], options: FitEachKOptions): number[] {
  const several = ks.filter((k) => k > 1);
  const models = fitEachK(X, several, options);
  const all = [new Int32Array(X.rows), ...models.map((model) => model.labels)];
  return logInertiasOf(all.map((labels) => clusteringOf(X, countLabels(labels, X.rows))));
}
