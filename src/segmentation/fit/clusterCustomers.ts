import { DBSCAN } from '../../cluster/density/dbscan';
import { AgglomerativeClustering, AgglomerativeModel } from '../../cluster/hierarchy/agglomerative';
import { KMeans } from '../../cluster/kmeans/kMeans';
import { KPrototypes } from '../../cluster/prototypes/kPrototypes';
import { centroidsOf } from '../../cluster/shared/centroidsOf';
import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Clusterer } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { chooseK, type KChoice } from '../../evaluate/chooseK/chooseK';
import type { MakeClusterer } from '../../evaluate/chooseK/sweep';
import { kDistances } from '../../evaluate/kDistances';
import { mixedMeasure } from '../score/scoring';
import type { SegmentRule } from '../score/segmentRule';
import type { ResolvedOptions } from '../segmentationOptions';
import type { PreparedCustomers } from './prepareCustomers';

/** Customers in groups. */
export interface Clustered {
  labels: Int32Array;
  k: number;
  rule: SegmentRule;
  /** Sum of squared distances to the centers; null where the algorithm has none. */
  inertia: number | null;
  /** How k was chosen; null where it was not. */
  choice: KChoice | null;
  /** How far neighbors were, for 'dbscan'; else null. */
  eps: number | null;
}

/**
 * Clusters prepared customers as the options say.
 * @throws InputError when there are fewer customers, or fewer different ones, than segments.
 */
export function clusterCustomers(
  customers: PreparedCustomers,
  options: ResolvedOptions,
  onProgress: OnProgress,
): Clustered {
  if (options.algorithm === 'dbscan') return byDensity(customers.space, options, onProgress);
  const choice = options.k === 'auto' ? choose(customers, options, onProgress) : null;
  const k = choice ? choice.recommendation.k : (options.k as number);
  checkEnough(customers.space, k);
  const cluster = { kmeans: byKMeans, agglomerative: byHierarchy, kprototypes: byPrototypes }[
    options.algorithm
  ];
  return { ...cluster(customers, k, options, onProgress), k, choice, eps: null };
}

/** k for mixed tables is chosen by k-means on the very same distances: `judged` holds categories as 0 and 1. */
function choose(
  { judged, together }: PreparedCustomers,
  options: ResolvedOptions,
  onProgress: OnProgress,
): KChoice {
  const distinct = countDistinctRows(judged, 3);
  if (distinct < 3) {
    throw new InputError(
      `there are only ${distinct} different customers among ${judged.rows}, too few to choose a number of segments; give \`k\`, at most ${distinct}`,
    );
  }
  const { seed, algorithm } = options;
  const trees = algorithm === 'agglomerative' && {
    clusterer: cutsOfOneTree(options),
    sampleSize: TREE_SAMPLE,
  };
  return chooseK(judged, { seed, together, onProgress, ...trees });
}

/** Building a tree costs the square of the rows, and choosing k builds some forty. */
const TREE_SAMPLE = 2000;

type Grouped = Pick<Clustered, 'labels' | 'rule' | 'inertia'>;

function byKMeans(
  { space }: PreparedCustomers,
  k: number,
  { seed }: ResolvedOptions,
  onProgress: OnProgress,
): Grouped {
  const { labels, centroids, inertia } = new KMeans({ nClusters: k, seed }).fit(space, { onProgress });
  return { labels, rule: { type: 'centers', centers: centroids }, inertia };
}

function byHierarchy(
  { space }: PreparedCustomers,
  k: number,
  { linkage }: ResolvedOptions,
  onProgress: OnProgress,
): Grouped {
  const tree = new AgglomerativeClustering({ nClusters: k, linkage });
  const { labels, centroids } = tree.fit(space, { onProgress });
  const rule: SegmentRule =
    linkage === 'ward'
      ? { type: 'centers', centers: centroids }
      : { type: 'linkage', linkage, rows: space, labels };
  return { labels, rule, inertia: null };
}

function byPrototypes(
  { space, columns, gamma }: PreparedCustomers,
  k: number,
  { seed }: ResolvedOptions,
  onProgress: OnProgress,
): Grouped {
  const categoricalColumns = Array.from(columns.keys()).filter((j) => columns[j].kind === 'category');
  const clusterer = new KPrototypes({ nClusters: k, categoricalColumns, gamma, seed });
  const { labels, prototypes, cost } = clusterer.fit(space, { onProgress });
  const measure = mixedMeasure(columns, gamma);
  return { labels, rule: { type: 'prototypes', prototypes, measure }, inertia: cost };
}

function byDensity(space: Matrix, options: ResolvedOptions, onProgress: OnProgress): Clustered {
  const { minSamples } = options;
  const eps =
    options.eps === 'auto'
      ? kDistances(space, { minSamples: Math.max(2, minSamples) }).suggestedEps
      : options.eps;
  const { labels, nClusters, coreSampleIndices } = new DBSCAN({ eps, minSamples }).fit(space, { onProgress });
  const rule: SegmentRule = {
    type: 'density',
    eps,
    rows: space.takeRows(coreSampleIndices),
    labels: coreSampleIndices.map((row) => labels[row]),
  };
  return { labels, k: nClusters, rule, inertia: null, choice: null, eps };
}

/** One tree serves every k: it is built for the first and cut again for the others. */
function cutsOfOneTree({ linkage }: Pick<ResolvedOptions, 'linkage'>): MakeClusterer {
  const trees = new WeakMap<Matrix, AgglomerativeModel>();
  return (nClusters): Clusterer => ({
    fit: (X) => {
      const matrix = X as Matrix;
      const tree = trees.get(matrix) ?? new AgglomerativeClustering({ linkage }).fit(matrix);
      trees.set(matrix, tree);
      return cutModel(tree, matrix, nClusters);
    },
  });
}

function cutModel(tree: AgglomerativeModel, X: Matrix, nClusters: number): AgglomerativeModel {
  const { linkage, linkageMatrix } = tree;
  const labels = tree.cut({ nClusters });
  const centroids = centroidsOf(X, labels, nClusters);
  return new AgglomerativeModel({ linkage, linkageMatrix, labels, centroids, fittedRows: X });
}

function checkEnough(X: Matrix, k: number): void {
  if (k > X.rows) {
    throw new InputError(
      `\`k\` is ${k} but there are ${X.rows} customers to cluster; ask for at most ${X.rows}`,
    );
  }
  const distinct = countDistinctRows(X, k);
  if (distinct < k) {
    throw new InputError(
      `\`k\` is ${k} but only ${distinct} of the customers differ in the columns clustered on; ask for at most ${distinct}`,
    );
  }
}
