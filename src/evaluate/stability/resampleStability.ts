import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { mean } from '../../core/statistics';
import { adjustedRand } from './adjustedRand';
import { contingency } from './contingency';

/** How a resample is drawn. */
export type Scheme = 'bootstrap' | 'subsample';

/** Every scheme there is. */
export const SCHEMES: readonly Scheme[] = ['bootstrap', 'subsample'];

/** How well a clustering reappears in resampled data. */
export interface Stability {
  /** Mean adjusted Rand index against the clustering of all rows: 1 the same, 0 no more alike than by chance. */
  adjustedRand: number;
  /** The index of each resample. */
  scores: Float64Array;
  /** For each segment, the mean Jaccard similarity with its best match in a resample's clustering, 0 … 1. */
  jaccard: Float64Array;
}

/** Which resamples to draw. */
export interface Resampling {
  resamples: number;
  scheme: Scheme;
  fraction: number;
  seed: number;
  onProgress?: OnProgress;
}

/** Fits each clustering again on other rows; undefined where these rows do not allow it. */
export type Refit = (rows: Matrix, seed: number) => (ClusterModel | undefined)[];

/** A refit of one clusterer on the resamples that have as many distinct rows as it looks for clusters. */
export function refitOf(nClusters: number, fitRows: (rows: Matrix, seed: number) => ClusterModel): Refit {
  return (rows, seed) => [countDistinctRows(rows, nClusters) === nClusters ? fitRows(rows, seed) : undefined];
}

/**
 * The stability of several clusterings of the same rows, on the same resamples.
 *
 * @param originals fitted on all of `X`.
 * @returns one for each original; NaN where no resample allowed a fit.
 */
export function resampleStability(
  X: Matrix,
  originals: readonly Pick<ClusterModel, 'labels' | 'nClusters'>[],
  refit: Refit,
  resampling: Resampling,
): Stability[] {
  const random = new Random(resampling.seed);
  const found = originals.map(() => ({ scores: [] as number[], jaccards: [] as number[][] }));
  for (let done = 1; done <= resampling.resamples; done++) {
    const rows = X.takeRows(drawRows(X.rows, resampling, random));
    refit(rows, random.uint32()).forEach((model, at) => {
      if (!model) return;
      const labels = model.predict(X);
      found[at].scores.push(adjustedRand(originals[at].labels, labels));
      found[at].jaccards.push(bestJaccards(contingency(originals[at].labels, labels)));
    });
    resampling.onProgress?.({ step: 'resamples', done, total: resampling.resamples });
  }
  return found.map(({ scores, jaccards }, at) => ({
    adjustedRand: mean(scores),
    scores: Float64Array.from(scores),
    jaccard: Float64Array.from({ length: originals[at].nClusters }, (_, label) =>
      mean(jaccards.map((jaccard) => jaccard[label])),
    ),
  }));
}

function drawRows(n: number, { scheme, fraction }: Resampling, random: Random): Int32Array {
  if (scheme === 'subsample') return random.sample(n, Math.max(1, Math.round(fraction * n)));
  return Int32Array.from({ length: n }, () => random.integer(n));
}

/** Of each cluster (noise is none), the largest |A ∩ B| / |A ∪ B| with any cluster of the other clustering. */
function bestJaccards(counts: readonly (readonly number[])[]): number[] {
  const others = counts[0].map((_, j) => counts.reduce((sum, row) => sum + row[j], 0));
  return counts.slice(1).map((row) => {
    const size = row.reduce((sum, count) => sum + count, 0);
    const jaccards = row.slice(1).map((count, j) => count / Math.max(1, size + others[j + 1] - count));
    return Math.max(0, ...jaccards);
  });
}
