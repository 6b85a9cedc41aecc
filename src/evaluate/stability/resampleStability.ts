import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { mean } from '../../core/statistics';
import { adjustedRand } from './adjustedRand';
import { drawWithReplacement } from './drawRows';

/** How well a clustering as a whole is found again in bootstrap resamples. */
export interface ResampleStability {
  /** Mean adjusted Rand index against the clustering of all rows: 1 the same, 0 no more alike than by chance. */
  adjustedRand: number;
  /** The index of each resample. */
  scores: Float64Array;
}

/** Which resamples to draw. */
export interface Resampling {
  resamples: number;
  seed: number;
  onProgress?: OnProgress;
}

/** Fits each clustering again on other rows; undefined where these rows do not allow it. */
export type Refit = (rows: Matrix, seed: number) => (ClusterModel | undefined)[];

/** A refit of one clusterer on the resamples that have as many distinct rows as it looks for clusters. */
export function refitOf(nClusters: number, fitRows: (rows: Matrix, seed: number) => ClusterModel): Refit {
  return (rows, seed) => [countDistinctRows(rows, nClusters) === nClusters ? fitRows(rows, seed) : undefined];
}

/** The rows of each bootstrap resample, and the seed of what is fitted on them. */
export function* drawResamples(
  n: number,
  resamples: number,
  seed: number,
): Generator<{ rows: Int32Array; seed: number }> {
  const random = new Random(seed);
  for (let drawn = 0; drawn < resamples; drawn++) {
    yield { rows: drawWithReplacement(n, random), seed: random.uint32() };
  }
}

/**
 * The stability of several clusterings of the same rows, on the same bootstrap resamples: rows that are drawn several
 * times count as often, and each refitted model labels all rows.
 *
 * @param originals fitted on all of `X`.
 * @returns one for each original; NaN where no resample allowed a fit.
 */
export function resampleStability(
  X: Matrix,
  originals: readonly Pick<ClusterModel, 'labels'>[],
  refit: Refit,
  { resamples, seed, onProgress }: Resampling,
): ResampleStability[] {
  const found: number[][] = originals.map(() => []);
  let done = 0;
  for (const { rows, seed: own } of drawResamples(X.rows, resamples, seed)) {
    refit(X.selectRows(rows), own).forEach((model, at) => {
      if (model) found[at].push(adjustedRand(originals[at].labels, model.predict(X)));
    });
    onProgress?.({ step: 'resamples', done: ++done, total: resamples });
  }
  return found.map((scores) => ({ adjustedRand: mean(scores), scores: Float64Array.from(scores) }));
}
