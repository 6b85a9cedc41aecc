import { checkModelJSON } from '../../core/checkModelJSON';
import type { ClusterModel, ModelJSON } from '../../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix } from '../../core/matrix';
import { ReachableClusters, type ReachableRows } from './reachableClusters';

/** A fitted HDBSCAN as plain data. */
export interface HDBSCANModelJSON extends ModelJSON {
  type: 'HDBSCAN';
  version: 1;
  minClusterSize: number;
  minSamples: number;
  nClusters: number;
  columns: string[] | null;
  labels: number[];
  probabilities: number[];
  /** The fitted rows, and the square of the core distance of each: what `predict` needs. */
  rows: number[][];
  coreSquares: number[];
  reaches: number[];
  densest: number[];
}

/** What a fitted `HDBSCANModel` is made of. */
export interface HDBSCANParts extends ReachableRows {
  minClusterSize: number;
  /** Length n. */
  probabilities: Float64Array;
}

/**
 * A fitted HDBSCAN. Nothing here needs TensorFlow.
 *
 * @example
 * const model = new HDBSCAN({ minClusterSize: 3, minSamples: 2 }).fit([[0], [1], [2], [10], [10.1], [10.2], [10.3], [50]]);
 * model.probabilities[3] > 0.9; // true
 * HDBSCANModel.fromJSON(model.toJSON()).predict([[1.5], [30]]); // Int32Array [1, -1]
 */
export class HDBSCANModel implements ClusterModel {
  /** The fewest rows of a cluster. */
  readonly minClusterSize: number;
  /** The neighbor, itself counted, that core distances reach to. */
  readonly minSamples: number;
  /** Cluster of each training row: 0 is the largest; −1 is noise. Length n. */
  readonly labels: Int32Array;
  /** How many clusters were found; 0 when all is noise. */
  readonly nClusters: number;
  /** How firmly each training row belongs to its cluster: its density over the greatest there, 0 … 1; 0 for noise. */
  readonly probabilities: Float64Array;
  /** By cluster the largest mutual reachability distance at which rows belong to it. */
  readonly reaches: Float64Array;
  /** By cluster the mutual reachability distance of its densest place. */
  readonly densest: Float64Array;
  /** The fitted rows, and the square of the core distance of each: what new rows are placed by. */
  readonly rows: Matrix;
  readonly coreSquares: Float64Array;
  private clusters: ReachableClusters | undefined;

  /** @internal Made by `HDBSCAN.fit` and `fromJSON`. */
  constructor(parts: HDBSCANParts) {
    this.minClusterSize = parts.minClusterSize;
    this.minSamples = parts.minSamples;
    this.labels = parts.labels;
    this.nClusters = parts.nClusters;
    this.probabilities = parts.probabilities;
    this.reaches = parts.reaches;
    this.densest = parts.densest;
    this.rows = parts.rows;
    this.coreSquares = parts.coreSquares;
  }

  /**
   * The cluster of the training row nearest to each row by mutual reachability, or −1, noise, where that is noise or lies
   * beyond the distance at which the cluster divided off: what `approximate_predict` of the Python package hdbscan does.
   * The clusters stay as they are, so that it is not what a fit with the new rows would find.
   * @param X m × d, the fitted columns in the fitted order.
   * @returns length m.
   * @throws InputError when the columns are not those of the fit, or a value is not finite.
   * Cost: as a rule O(m·(minSamples + log n)) with few columns, toward O(m·n·d) with many; the first call builds the
   * indexes.
   */
  predict(X: MatrixLike): Int32Array {
    const matrix = toFittedMatrix(X, this.rows);
    return this.reachable().labels(matrix).labels;
  }

  /**
   * The mutual reachability distance of each row to the nearest training row of each cluster, m × nClusters, over the
   * reach of the cluster that is nearest: at most `reach` where `predict` finds a cluster.
   * @throws InputError as `predict`.
   * Cost: that of `predict`, and of a search for each cluster.
   */
  distances(X: MatrixLike): Matrix {
    const matrix = toFittedMatrix(X, this.rows);
    return this.reachable().distances(matrix);
  }

  /**
   * How firmly each row belongs to the cluster that `predict` finds: its density over the greatest there, 0 … 1; 0 for
   * noise. Length m.
   * @throws InputError as `predict`.
   * Cost: as `predict`.
   */
  predictProbabilities(X: MatrixLike): Float64Array {
    const matrix = toFittedMatrix(X, this.rows);
    return this.reachable().labels(matrix).memberships;
  }

  /** Rows farther than this from every cluster are noise. */
  get reach(): number {
    return 1;
  }

  private reachable(): ReachableClusters {
    this.clusters ??= new ReachableClusters(this);
    return this.clusters;
  }

  /** Plain data that `HDBSCANModel.fromJSON` brings back with identical answers; it holds the fitted rows. */
  toJSON(): HDBSCANModelJSON {
    const { columns } = this.rows;
    return {
      type: 'HDBSCAN',
      version: 1,
      minClusterSize: this.minClusterSize,
      minSamples: this.minSamples,
      nClusters: this.nClusters,
      columns: columns ? Array.from(columns) : null,
      labels: Array.from(this.labels),
      probabilities: Array.from(this.probabilities),
      rows: this.rows.toRows(),
      coreSquares: Array.from(this.coreSquares),
      reaches: Array.from(this.reaches),
      densest: Array.from(this.densest),
    };
  }

  /**
   * The model that `toJSON` wrote.
   * @throws InputError when `json` is another model's, of another version, or damaged.
   */
  static fromJSON(json: HDBSCANModelJSON): HDBSCANModel {
    const arrays = ['labels', 'probabilities', 'rows', 'coreSquares', 'reaches', 'densest'] as const;
    checkModelJSON(json, 'HDBSCAN', 'HDBSCANModel', arrays);
    const { minClusterSize, minSamples, nClusters, columns } = json;
    return new HDBSCANModel({
      minClusterSize,
      minSamples,
      nClusters,
      labels: Int32Array.from(json.labels),
      probabilities: Float64Array.from(json.probabilities),
      rows: Matrix.fromRows(json.rows, columns ?? undefined),
      coreSquares: Float64Array.from(json.coreSquares),
      reaches: Float64Array.from(json.reaches),
      densest: Float64Array.from(json.densest),
    });
  }
}
