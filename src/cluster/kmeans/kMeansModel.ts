import { checkModelJSON } from '../../core/checkModelJSON';
import type { ClusterModel, ModelJSON } from '../../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix } from '../../core/matrix';
import { nearestRows } from '../../core/nearestRow';
import { centerDistances } from '../shared/centerDistances';

/** Why Lloyd's iterations ended. */
export type KMeansStopReason = 'converged' | 'max-iterations';

/** A fitted k-means as plain data. */
export interface KMeansModelJSON extends ModelJSON {
  type: 'KMeans';
  version: 1;
  columns?: string[];
  /** nClusters rows of d. */
  centroids: number[][];
  labels: number[];
  inertia: number;
  nIter: number;
  stopReason: KMeansStopReason;
}

/** What a fit found; the model's public fields. */
export interface KMeansState {
  /** Length n. */
  labels: Int32Array;
  /** nClusters × d. */
  centroids: Matrix;
  inertia: number;
  nIter: number;
  stopReason: KMeansStopReason;
}

/**
 * A fitted k-means. Labels, centroids and inertia agree with each other: every training row has the label of its
 * nearest centroid in float64, and `predict` of the training rows is `labels`. Nothing here needs TensorFlow.
 *
 * @example
 * const model = new KMeans({ nClusters: 2 }).fit([[0, 0], [0, 1], [10, 0], [10, 1]]);
 * model.labels; // Int32Array [0, 0, 1, 1]
 * KMeansModel.fromJSON(model.toJSON()).predict([[9, 9]]); // Int32Array [1]
 */
export class KMeansModel implements ClusterModel {
  /** Segment of each training row; 0 is the segment with most rows. Length n. */
  readonly labels: Int32Array;
  /** How many segments. */
  readonly nClusters: number;
  /** nClusters × d, in the table's own units. */
  readonly centroids: Matrix;
  /** Sum of the rows' squared distances to their centroids, each times its weight. */
  readonly inertia: number;
  /** Lloyd iterations that the best start took. */
  readonly nIter: number;
  /** Whether that start converged, or ran out of iterations: then ask for a greater `maxIter`. */
  readonly stopReason: KMeansStopReason;

  constructor(result: KMeansState) {
    this.labels = result.labels;
    this.nClusters = result.centroids.rows;
    this.centroids = result.centroids;
    this.inertia = result.inertia;
    this.nIter = result.nIter;
    this.stopReason = result.stopReason;
  }

  /**
   * The nearest centroid of each row; the first of several equally near.
   * @param X m × d, the fitted columns in the fitted order.
   * @returns length m.
   * @throws InputError when the columns are not those of the fit, or a value is not finite.
   * Cost: O(m·k·d).
   */
  predict(X: MatrixLike): Int32Array {
    return nearestRows(this.centroids, this.checked(X));
  }

  /**
   * Euclidean distance of each row to each centroid: m × nClusters.
   * @throws InputError as `predict`.
   * Cost: O(m·k·d).
   */
  distances(X: MatrixLike): Matrix {
    return centerDistances(this.centroids, this.checked(X));
  }

  /** Plain data that `KMeansModel.fromJSON` brings back with identical answers. */
  toJSON(): KMeansModelJSON {
    const { columns } = this.centroids;
    return {
      type: 'KMeans',
      version: 1,
      ...(columns && { columns: [...columns] }),
      centroids: this.centroids.toRows(),
      labels: Array.from(this.labels),
      inertia: this.inertia,
      nIter: this.nIter,
      stopReason: this.stopReason,
    };
  }

  /**
   * The model that `toJSON` wrote.
   * @throws InputError when `json` is another model's, of another version, or damaged.
   */
  static fromJSON(json: KMeansModelJSON): KMeansModel {
    checkModelJSON(json, 'KMeans', 'KMeansModel', ['labels', 'centroids']);
    return new KMeansModel({
      labels: Int32Array.from(json.labels),
      centroids: Matrix.fromRows(json.centroids, json.columns),
      inertia: json.inertia,
      nIter: json.nIter,
      stopReason: json.stopReason,
    });
  }

  private checked(X: MatrixLike): Matrix {
    return toFittedMatrix(X, { cols: this.centroids.cols, columns: this.centroids.columns });
  }
}
