import { kMeansSweep } from '../../cluster/kmeans/kMeans';
import { InputError } from '../../core/errors';
import type { Clusterer, ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import { type Phrase, phrase } from '../../core/phrase';
import { thing } from '../../core/schema';

/** Makes the clusterer to judge, for a number of clusters; deterministic ones may ignore the seed. */
export type MakeClusterer = (nClusters: number, seed: number) => Clusterer;

/** How to cluster for each k. */
export interface FitEachKOptions {
  /** Starts of each k-means. */
  nInit: number;
  seed: number;
  /** Absent: k-means, all k in one batch. */
  clusterer?: MakeClusterer;
}

/** One fitted clustering for each of `ks`, in their order. */
export function fitEachK(
  X: Matrix,
  ks: readonly number[],
  { nInit, seed, clusterer }: FitEachKOptions,
): ClusterModel[] {
  if (ks.length === 0) return [];
  if (!clusterer) return kMeansSweep(X, ks, { nInit, seed });
  return ks.map((k) => checkFits(clusterer(k, seed), phrase`${{ option: 'clusterer' }} returned`).fit(X));
}

/** The option that says what to cluster with. @internal */
export const CLUSTERER_MAKER = thing<MakeClusterer>('function', {
  expects: 'a function from the number of clusters to a clusterer',
});

/** @throws InputError when a clusterer has no `fit`; `said` begins the message. */
export function checkFits(clusterer: Clusterer, said: string | Phrase): Clusterer {
  if (typeof clusterer?.fit === 'function') return clusterer;
  throw new InputError('wrong-type', phrase`${said} ${{ value: clusterer }}`, {
    remedy: 'it must be a clusterer, such as `new KMeans({ nClusters: 4 })`',
  });
}
