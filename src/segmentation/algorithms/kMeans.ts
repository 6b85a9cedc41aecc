import type { KMeansModel } from '../../cluster/kmeans/kMeansModel';
import { object } from '../../core/schema';
import { type Centers, centersRule } from '../rules/centers';
import { defineAlgorithm, type FoundSegments } from './algorithm';

/** Starts where customers are clustered again to judge: fewer than in a fit, since there are many such tables. */
const FEW_STARTS = 3;
/** A hundred resamples of so many customers take some seconds. */
const RESAMPLED_ROWS = 5000;

/** k-means: the default. */
export const kMeans = defineAlgorithm({
  name: 'kmeans',
  title: 'k-means',
  help: 'Round groups of similar spread, each around its center',
  options: object({}),
  rule: centersRule,
  takesCategories: false,

  fit({ space }, k, { seed }, onProgress) {
    return segmentsOf(new (clusterer())({ nClusters: k, seed }).fit(space, { onProgress }));
  },
  take: (model) => segmentsOf(model as KMeansModel),
  refit({ k }) {
    const KMeans = clusterer();
    return { make: (seed) => new KMeans({ nClusters: k, nInit: FEW_STARTS, seed }) };
  },
  /** With as many starts as a fit: fewer often end in the same poor segments, and stability comes out wrong. */
  resample({ k }) {
    const KMeans = clusterer();
    return {
      make: (seed) => new KMeans({ nClusters: k, seed }),
      resampledRows: RESAMPLED_ROWS,
    };
  },
  called: () => 'k-means',
  rival: {
    name: 'k-means',
    clusterer: (_space, k, { seed }) => new (clusterer())({ nClusters: k, seed }),
  },
  describe: () => 'Customers were grouped by k-means: each belongs to the segment with the nearest center.',
  storesCustomers: () => false,
});

function segmentsOf({ labels, nClusters, centroids, inertia }: KMeansModel): FoundSegments<Centers> {
  return { labels, k: nClusters, rule: { centers: centroids.toRows() }, inertia, found: {} };
}

function clusterer() {
  const { KMeans } = require('../../cluster/kmeans/kMeans') as typeof import('../../cluster/kmeans/kMeans');
  return KMeans;
}
