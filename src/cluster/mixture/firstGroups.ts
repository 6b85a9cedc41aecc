import type { Matrix } from '../../core/matrix';
import { nearestRows } from '../../core/nearestRow';
import { Random } from '../../core/random';
import { KMeans } from '../kmeans/kMeans';
import { kMeansPlusPlus } from '../kmeans/kMeansPlusPlus';

/**
 * How the groups that a mixture starts from are found: `kmeans`, by one k-means; `k-means++`, around rows that k-means++
 * draws, without TensorFlow.
 */
export type MixtureInit = 'kmeans' | 'k-means++';

/** Every way there is; the default first. */
export const MIXTURE_INITS: readonly MixtureInit[] = ['kmeans', 'k-means++'];

/** Rows in k groups, none empty, and about where these are. */
export interface FirstGroups {
  labels: Int32Array;
  /** k × d. */
  centers: Matrix;
}

/**
 * The groups of each start. Each has a random stream of its own; a grouping that an earlier start has found already is
 * left out, since it would lead to the same mixture.
 */
export function* firstGroups(
  X: Matrix,
  { k, nInit, seed, init }: { k: number; nInit: number; seed: number; init: MixtureInit },
  told: () => void,
): Generator<FirstGroups> {
  const seeds = new Random(seed);
  const found: Int32Array[] = [];
  for (let start = 0; start < nInit; start++) {
    const groups = FINDERS[init](X, k, seeds.uint32(), told);
    if (found.some((labels) => labels.every((label, i) => label === groups.labels[i]))) continue;
    found.push(groups.labels);
    yield groups;
  }
}

type Finder = (X: Matrix, k: number, seed: number, told: () => void) => FirstGroups;

const FINDERS: Record<MixtureInit, Finder> = {
  kmeans(X, nClusters, seed, onProgress) {
    const { labels, centroids } = new KMeans({ nClusters, nInit: 1, seed }).fit(X, { onProgress });
    return { labels, centers: centroids };
  },
  'k-means++'(X, k, seed) {
    const centers = kMeansPlusPlus(X, k, new Random(seed));
    return { labels: nearestRows(centers, X), centers };
  },
};
