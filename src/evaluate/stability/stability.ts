import { InputError } from '../../core/errors';
import type { Clusterer } from '../../core/estimator';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { checkInteger, checkKnown, checkNumber, checkOneOf } from '../../core/options';
import { phrase } from '../../core/phrase';
import { checkOnProgress, type OnProgress } from '../../core/progress';
import { checkFits } from '../chooseK/fitEachK';
import {
  type Resampling,
  resampleStability,
  SCHEMES,
  type Scheme,
  type Stability,
} from './resampleStability';

/** Options of `stability`. */
export interface StabilityOptions {
  /** How many resamples, at least 1. Default 20. */
  resamples?: number;
  /** 'bootstrap' draws n rows with replacement (the default); 'subsample' draws some, each at most once. */
  scheme?: Scheme;
  /** Share of the rows in a subsample, above 0 and at most 1. Default 0.8; a bootstrap does not use it. */
  fraction?: number;
  /** Default 0. */
  seed?: number;
  onProgress?: OnProgress;
}

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
  checkKnown('stability', options, ['resamples', 'scheme', 'fraction', 'seed', 'onProgress']);
  const { resamples = 20, scheme = 'bootstrap', fraction = 0.8, seed = 0, onProgress } = options;
  checkInteger('resamples', resamples, { min: 1 });
  checkOneOf('scheme', scheme, SCHEMES);
  checkNumber('fraction', fraction, { min: 0, max: 1 });
  if (fraction === 0)
    throw new InputError('out-of-range', phrase`${{ option: 'fraction' }} is 0`, {
      remedy: 'a subsample needs some rows: give more than 0, up to 1',
    });
  checkInteger('seed', seed);
  checkOnProgress(onProgress);
  checkFits(clusterer, phrase`${{ option: 'clusterer' }} is`);
  const resampling: Resampling = { resamples, scheme, fraction, seed, onProgress };
  const matrix = toMatrix(X);
  return resampleStability(matrix, [clusterer.fit(matrix)], (rows) => [clusterer.fit(rows)], resampling)[0];
}
