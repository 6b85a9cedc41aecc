import { kMeansSweep } from '../cluster/kMeans';
import type { Clusterer, ClusterModel } from '../core/estimator';
import type { Matrix } from '../core/matrix';

/** Makes the clusterer to judge, for a number of clusters; deterministic ones may ignore the seed. */
export type MakeClusterer = (nClusters: number, seed: number) => Clusterer;

/** How to cluster for each k. */
export interface SweepOptions {
  /** Starts of each k-means. */
  nInit: number;
  seed: number;
  /** Absent: k-means, all k in one batch. */
  clusterer?: MakeClusterer;
}

/** One fitted clustering for each of `ks`, in their order. */
export function sweep(
  X: Matrix,
  ks: readonly number[],
  { nInit, seed, clusterer }: SweepOptions,
): ClusterModel[] {
  if (ks.length === 0) return [];
  return clusterer ? ks.map((k) => clusterer(k, seed).fit(X)) : kMeansSweep(X, ks, { nInit, seed });
}
