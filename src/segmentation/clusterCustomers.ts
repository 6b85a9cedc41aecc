import { AgglomerativeClustering, AgglomerativeModel } from '../cluster/agglomerative';
import { centroidsOf } from '../cluster/centroidsOf';
import { countDistinctRows } from '../cluster/distinctRows';
import { KMeans } from '../cluster/kMeans';
import { InputError } from '../core/errors';
import type { Clusterer, ClusterModel } from '../core/estimator';
import type { Matrix } from '../core/matrix';
import { chooseK, type KChoice } from '../evaluate/chooseK';
import type { OnProgress } from '../evaluate/progress';
import type { MakeClusterer } from '../evaluate/sweep';
import type { ResolvedOptions } from './segmentationOptions';
import type { SegmentRule } from './segmentRule';

/** Customers in groups. */
export interface Clustered {
  labels: Int32Array;
  k: number;
  rule: SegmentRule;
  /** Sum of squared distances to the centres; null where the algorithm has none. */
  inertia: number | null;
  /** How k was chosen; null where it was given. */
  choice: KChoice | null;
}

/**
 * Clusters the rows of `X` (n × d, scaled) as the options say.
 * @throws InputError when there are fewer customers, or fewer different ones, than segments.
 */
export function clusterCustomers(X: Matrix, options: ResolvedOptions, onProgress: OnProgress): Clustered {
  if (options.algorithm === 'dbscan' || options.algorithm === 'kprototypes') {
    throw new InputError(`\`algorithm\` '${options.algorithm}' is not among those that can be fitted here`);
  }
  if (options.k === 'auto') return chooseAndCluster(X, options, onProgress);
  checkEnough(X, options.k);
  return { ...clusterInto(X, options.k, options), choice: null };
}

function chooseAndCluster(X: Matrix, options: ResolvedOptions, onProgress: OnProgress): Clustered {
  const distinct = countDistinctRows(X, 3);
  if (distinct < 3) {
    throw new InputError(
      `there are only ${distinct} different customers among ${X.rows}, too few to choose a number of segments; give \`k\`, at most ${distinct}`,
    );
  }
  const { seed, algorithm } = options;
  const hierarchical = algorithm === 'agglomerative';
  const choice = chooseK(X, {
    seed,
    onProgress,
    ...(hierarchical && { clusterer: cutsOfOneTree(options), sampleSize: TREE_SAMPLE }),
  });
  return { ...clusterInto(X, choice.recommendation.k, options), choice };
}

/** Building a tree costs the square of the rows, and choosing k builds some forty. */
const TREE_SAMPLE = 2000;

function clusterInto(X: Matrix, k: number, options: ResolvedOptions): Omit<Clustered, 'choice'> {
  return options.algorithm === 'agglomerative' ? byHierarchy(X, k, options) : byKMeans(X, k, options);
}

function byKMeans(X: Matrix, k: number, { seed }: ResolvedOptions): Omit<Clustered, 'choice'> {
  const { labels, centroids, inertia } = new KMeans({ nClusters: k, seed }).fit(X);
  return { labels, k, rule: { type: 'centres', centres: centroids }, inertia };
}

function byHierarchy(X: Matrix, k: number, { linkage }: ResolvedOptions): Omit<Clustered, 'choice'> {
  const { labels, centroids } = new AgglomerativeClustering({ nClusters: k, linkage }).fit(X);
  const rule: SegmentRule =
    linkage === 'ward'
      ? { type: 'centres', centres: centroids }
      : { type: 'rows', linkage, rows: X, labels, eps: null };
  return { labels, k, rule, inertia: null };
}

/** One tree serves every k: it is built for the first and cut again for the others. */
function cutsOfOneTree({ linkage }: ResolvedOptions): MakeClusterer {
  const trees = new WeakMap<Matrix, AgglomerativeModel>();
  return (nClusters): Clusterer => ({
    fit: (X) => {
      const matrix = X as Matrix;
      const tree = trees.get(matrix) ?? new AgglomerativeClustering({ nClusters: 2, linkage }).fit(matrix);
      trees.set(matrix, tree);
      return cutModel(tree, matrix, nClusters);
    },
  });
}

function cutModel(tree: AgglomerativeModel, X: Matrix, nClusters: number): ClusterModel {
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
