import type { Clusterer } from '../../core/estimator';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { ON_PROGRESS } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, integer, number, object, oneOf } from '../../core/schema';
import { checkFits } from '../chooseK/fitEachK';
import { resampleStability, SCHEMES, type Stability } from './resampleStability';

/** What the options may be. @internal */
export const STABILITY_OPTIONS = object({
  /** How many resamples, at least 1. Default 20. */
  resamples: integer({ minimum: 1, default: 20 }),
  /** 'bootstrap' draws n rows with replacement (the default); 'subsample' draws some, each at most once. */
  scheme: oneOf(SCHEMES, { default: 'bootstrap' }),
  /** Share of the rows in a subsample, above 0 and at most 1. Default 0.8; a bootstrap does not use it. */
  fraction: number({ exclusiveMinimum: 0, maximum: 1, default: 0.8 }),
  /** Default 0. */
  seed: integer({ default: 0 }),
  /** Told of each resample. */
  onProgress: ON_PROGRESS,
});

/** Options of `stability`. */
export interface StabilityOptions extends Given<typeof STABILITY_OPTIONS> {}

/**
 * Would other customers of the same kind have given the same segments? The clusterer is fitted again on resamples of
 * `X`, each refitted model labels all rows, and these labels are compared with those of the fit on all rows.
 *
 * As a rule of thumb, an adjusted Rand index of 0.9 and more is excellent, below 0.65 poor (Steinley 2004); a single
 * segment with a Jaccard similarity of 0.75 and more is a valid one, one below 0.6 should not be trusted (Hennig 2007).
 * Stable is not the same as real: two halves of one round cloud can be stable too.
 *
 * @param X n × d.
 * @param clusterer anything with `fit`; its model's `predict` labels the rows that a resample left out.
 * @throws InputError when options are out of range, or a resample has too few distinct rows for the clusterer (take
 * 'subsample' then).
 * Cost: `resamples` + 1 fits and predictions.
 * Source: Hennig, "Cluster-wise assessment of cluster stability" (2007); Hubert & Arabie (1985).
 *
 * @example
 * stability(X, new KMeans({ nClusters: 4 }), { seed: 1 }).adjustedRand; // 1
 */
export function stability(X: MatrixLike, clusterer: Clusterer, options: StabilityOptions = {}): Stability {
  const resampling = resolveOptions('stability', STABILITY_OPTIONS, options);
  checkFits(clusterer, phrase`${{ option: 'clusterer' }} is`);
  const matrix = toMatrix(X);
  return resampleStability(matrix, [clusterer.fit(matrix)], (rows) => [clusterer.fit(rows)], resampling)[0];
}
