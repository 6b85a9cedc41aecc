import { checkSquares } from '../../core/checkSquares';
import { InputError } from '../../core/errors';
import type { Clusterer } from '../../core/estimator';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { checkFitOptions, type FitOptions, reportBatches } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { boolean, choice, either, type Given, integer, nothing, number, object } from '../../core/schema';
import { canonicalOrder } from '../shared/canonicalOrder';
import { relabelBySize } from '../shared/relabel';
import { clustersOfTree } from './clustersOfTree';
import { condensedTree } from './condensedTree';
import { HDBSCANModel } from './hdbscanModel';
import { KdTree } from './kdTree';
import { kthNearestSquares } from './kthNearest';
import { spanReachability } from './spanReachability';

/** What the options may be. @internal */
export const HDBSCAN_OPTIONS = object({
  /** The fewest rows of a cluster, at least 2; smaller ones fall out of the cluster that they divide off from. Default 5. */
  minClusterSize: integer({ minimum: 2, default: 5 }),
  /**
   * A row's core distance is that to its so many-th nearest row, itself counted as the first: the more, the smoother
   * the density, and the more noise. At least 1. Default null: `minClusterSize`.
   */
  minSamples: either([nothing(), integer({ minimum: 1 })], { default: null }),
  /** Which clusters of the tree: 'eom', those that last longest; 'leaf', the last of every branch. Default 'eom'. */
  clusterSelection: choice({ eom: 'Excess of mass', leaf: 'Leaf' }, { default: 'eom' }),
  /** Clusters that divide only at a shorter distance stay together. Default 0: any may divide. */
  clusterSelectionEpsilon: number({ minimum: 0, default: 0 }),
  /** Whether all rows may come out as one cluster. Default false. */
  allowSingleCluster: boolean({ default: false }),
  /** For 'eom': the most rows of a cluster. Default null: any number. */
  maxClusterSize: either([nothing(), integer({ minimum: 2 })], { default: null }),
});

/** Options of `HDBSCAN`. */
export type HDBSCANOptions = Given<typeof HDBSCAN_OPTIONS>;

/**
 * Hierarchical density-based clustering: DBSCAN for every distance at once. As the distance shrinks, dense regions
 * divide and rows fall out of them; the regions that last over the widest range of densities are the clusters, and
 * rows that fall out before are noise, −1. It finds clusters of any shape, of different density, and their number.
 * Scale the columns first. Deterministic, whatever the order of the rows.
 *
 * Labels and probabilities are those of scikit-learn's `HDBSCAN`, but for numbering and two cases. Where reachability
 * distances are equal, which rows of scikit-learn's table come first decides, and here the nearer rows. Exact copies
 * count as far apart as the two nearest rows that differ, since otherwise `minSamples` copies would have an infinite
 * density and be a cluster in any table.
 *
 * Cost: as a rule O(n·log² n) with few or correlated columns; O(n²·d) time from 20 columns on. Memory: some 6 copies
 * of the table.
 *
 * @throws InputError naming an option that is unknown or out of its range.
 * Source: Campello, Moulavi & Sander, "Density-based clustering based on hierarchical density estimates" (2013);
 * McInnes & Healy, "Accelerated hierarchical density based clustering" (2017).
 *
 * @example
 * const model = new HDBSCAN({ minClusterSize: 3, minSamples: 2 }).fit([[0], [1], [2], [10], [10.1], [10.2], [10.3], [50]]);
 * model.labels;                // Int32Array [1, 1, 1, 0, 0, 0, 0, -1]
 * model.predict([[1.5], [30]]); // Int32Array [1, -1]
 */
export class HDBSCAN implements Clusterer<HDBSCANModel> {
  private readonly options: Required<HDBSCANOptions>;

  constructor(options: HDBSCANOptions = {}) {
    this.options = resolveOptions('HDBSCAN', HDBSCAN_OPTIONS, options);
  }

  /**
   * @param X n × d, every value finite.
   * @param fitOptions `onProgress` is told of the 'rows joined'.
   * @throws InputError when `X` is empty, has fewer rows than `minSamples`, holds a value that is not finite, or
   * spreads too far to square.
   */
  fit(X: MatrixLike, fitOptions: FitOptions = {}): HDBSCANModel {
    const { onProgress } = checkFitOptions(fitOptions);
    const matrix = toMatrix(X);
    checkSquares(matrix);
    const { minClusterSize, minSamples: given, ...rule } = this.options;
    const minSamples = given ?? minClusterSize;
    checkEnough(matrix.rows, minSamples, given === null);
    const order = canonicalOrder(matrix);
    const rows = matrix.selectRows(order);
    const tree = new KdTree(rows);
    const coreSquares = kthNearestSquares(tree, rows, minSamples);
    const told = reportBatches('rows joined', rows.rows - 1, onProgress);
    const condensed = condensedTree(spanReachability(rows, tree, coreSquares, told), minClusterSize);
    const found = clustersOfTree(condensed, { minClusterSize, ...rule });
    const inTable = <T extends Int32Array | Float64Array>(values: T): T => {
      const restored = values.slice() as T;
      order.forEach((row, at) => {
        restored[row] = values[at];
      });
      return restored;
    };
    const { labels, order: old } = relabelBySize(inTable(found.labels), found.nClusters, matrix);
    return new HDBSCANModel({
      minClusterSize,
      minSamples,
      nClusters: found.nClusters,
      labels,
      probabilities: inTable(found.probabilities),
      coreSquares: inTable(coreSquares),
      rows: matrix.selectRows(Int32Array.from(order.keys())),
      reaches: Float64Array.from(old, (c) => found.reaches[c]),
      densest: Float64Array.from(old, (c) => found.densest[c]),
    });
  }
}

function checkEnough(rows: number, minSamples: number, isByDefault: boolean): void {
  if (minSamples <= rows) return;
  const option = isByDefault ? 'minClusterSize' : 'minSamples';
  throw new InputError(
    'out-of-range',
    phrase`${{ option }} is ${{ value: minSamples }} but the table has ${rows} rows`,
    {
      remedy: `ask for at most ${rows}`,
    },
  );
}
