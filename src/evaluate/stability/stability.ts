import type { Clusterer } from '../../core/estimator';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { ON_PROGRESS } from '../../core/progress';
import { Random } from '../../core/random';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, integer, number, object, oneOf } from '../../core/schema';
import { mean } from '../../core/statistics';
import { checkFits } from '../chooseK/fitEachK';
import { adjustedRand } from './adjustedRand';
import { drawDistinct, drawSubsample, SCHEMES } from './drawRows';
import type { ResampleStability } from './resampleStability';
import { ResampleTally } from './resampleTally';

/** What the options may be. @internal */
export const STABILITY_OPTIONS = object({
  /** How many resamples, at least 1. Default 100. */
  resamples: integer({ minimum: 1, default: 100 }),
  /** 'bootstrap' draws n rows with replacement and takes each once (the default); 'subsample' draws some, each at most once. */
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

/** How well a clustering is found again in resampled data. */
export interface Stability extends ResampleStability {
  /**
   * Of each segment, the mean Jaccard similarity with the segment most like it in a resample, both among the rows drawn
   * alone, 0 … 1. From 0.85 highly stable, from 0.75 stable, from 0.6 a pattern; below, do not rely on it.
   */
  jaccard: Float64Array;
  /** Of each row, the share of the resamples with it in which it stays with its segment, 0 … 1; NaN where it is in none. */
  agreement: Float64Array;
}

/**
 * Would other customers of the same kind have given the same segments? The clusterer is fitted again on resamples of
 * `X`. Each segment is judged by the segment most like it among the rows that were drawn; noise is no segment. As a whole,
 * the labels that each refitted model gives all rows are compared with those of the fit on all rows.
 *
 * As a rule of thumb, a single segment with a Jaccard similarity of 0.75 and more is a valid one, one below 0.6 should not
 * be trusted (Hennig 2007); an adjusted Rand index of 0.9 and more is excellent, below 0.65 poor (Steinley 2004).
 * Stable is not the same as real: two halves of one round cloud can be stable too.
 *
 * @param X n × d.
 * @param clusterer anything with `fit`; its model's `predict` labels the rows that a resample left out.
 * @throws InputError when options are out of range, or a resample has too few distinct rows for the clusterer (take
 * 'subsample' then).
 * Cost: `resamples` + 1 fits and predictions.
 * Source: Hennig, "Cluster-wise assessment of cluster stability" (2007), as R's `fpc::clusterboot` works it out with
 * `bootmethod = "boot"`; Hubert & Arabie (1985).
 *
 * @example
 * const { adjustedRand, jaccard } = stability(X, new KMeans({ nClusters: 4 }), { seed: 1 });
 * adjustedRand; // 1
 * jaccard[0];   // 1
 */
export function stability(X: MatrixLike, clusterer: Clusterer, options: StabilityOptions = {}): Stability {
  const { resamples, scheme, fraction, seed, onProgress } = resolveOptions(
    'stability',
    STABILITY_OPTIONS,
    options,
  );
  checkFits(clusterer, phrase`${{ option: 'clusterer' }} is`);
  const matrix = toMatrix(X);
  const { labels, nClusters } = clusterer.fit(matrix);
  const random = new Random(seed);
  const tally = new ResampleTally(labels, nClusters);
  const scores = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    const rows =
      scheme === 'bootstrap'
        ? drawDistinct(matrix.rows, random)
        : drawSubsample(matrix.rows, fraction, random);
    const model = clusterer.fit(matrix.selectRows(rows));
    tally.add(rows, model.labels);
    scores[i] = adjustedRand(labels, model.predict(matrix));
    onProgress?.({ step: 'resamples', done: i + 1, total: resamples });
  }
  const { jaccard, agreement } = tally.result();
  return { adjustedRand: mean(scores), scores, jaccard, agreement };
}
