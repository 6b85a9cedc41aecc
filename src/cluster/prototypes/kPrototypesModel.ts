import { checkModelJSON } from '../../core/checkModelJSON';
import type { ClusterModel, ModelJSON } from '../../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix } from '../../core/matrix';
import { columnKinds } from './categoricalColumns';
import { type MixedMeasure, nearestPrototypes, prototypeDistances } from './mixedDissimilarity';

/** Why the iterations ended: no row changed its cluster any more, or there were no iterations left. */
export type KPrototypesStopReason = 'converged' | 'max-iterations';

/** A fitted k-prototypes as plain data. */
export interface KPrototypesModelJSON extends ModelJSON {
  type: 'KPrototypes';
  version: 1;
  columns?: string[];
  /** Positions. */
  categoricalColumns: number[];
  gamma: number;
  /** nClusters rows of d. */
  prototypes: number[][];
  labels: number[];
  cost: number;
  nIter: number;
  stopReason: KPrototypesStopReason;
}

/** What a fit found. */
export interface KPrototypesState {
  /** Length n. */
  labels: Int32Array;
  /** nClusters × d. */
  prototypes: Matrix;
  measure: MixedMeasure;
  cost: number;
  nIter: number;
  stopReason: KPrototypesStopReason;
}

/**
 * A fitted k-prototypes. Where it converged, every training row has the label of its nearest prototype, and `predict`
 * of the training rows is `labels`. Nothing here needs TensorFlow.
 *
 * @example
 * const rows = [[0, 1], [1, 1], [9, 0], [10, 0], [11, 0]];
 * const model = new KPrototypes({ nClusters: 2, categoricalColumns: [1] }).fit(rows);
 * model.prototypes.toRows(); // [[10, 0], [0.5, 1]]
 * KPrototypesModel.fromJSON(model.toJSON()).predict([[8, 0]]); // Int32Array [0]
 */
export class KPrototypesModel implements ClusterModel {
  /** Segment of each training row; 0 is the segment with most rows. Length n. */
  readonly labels: Int32Array;
  /** How many segments. */
  readonly nClusters: number;
  /** nClusters × d: means in columns of numbers, the most frequent code in columns of categories. */
  readonly prototypes: Matrix;
  /** Positions of the columns that hold codes of categories, ascending. */
  readonly categoricalColumns: readonly number[];
  /** What one category that differs costs, in the squared unit of the numbers. */
  readonly gamma: number;
  /** Sum of the rows' dissimilarities to their prototypes. */
  readonly cost: number;
  /** Iterations that the best start took. */
  readonly nIter: number;
  /** Whether that start converged, or ran out of iterations: then ask for a greater `maxIter`. */
  readonly stopReason: KPrototypesStopReason;
  private readonly measure: MixedMeasure;

  /** @internal Made by `KPrototypes.fit` and `fromJSON`. */
  constructor(result: KPrototypesState) {
    this.labels = result.labels;
    this.nClusters = result.prototypes.rows;
    this.prototypes = result.prototypes;
    this.categoricalColumns = result.measure.categoricalColumns;
    this.gamma = result.measure.gamma;
    this.cost = result.cost;
    this.nIter = result.nIter;
    this.stopReason = result.stopReason;
    this.measure = result.measure;
  }

  /**
   * The nearest prototype of each row; of several equally near, that of the larger segment. A code that the fit has
   * not seen differs from every prototype.
   * @param X m × d, the fitted columns in the fitted order.
   * @returns length m.
   * @throws InputError when the columns are not those of the fit, or a value is not finite.
   * Cost: O(m·k·d).
   */
  predict(X: MatrixLike): Int32Array {
    return nearestPrototypes(this.checked(X), this.prototypes, this.measure);
  }

  /**
   * Distance of each row to each prototype, m × nClusters: the square root of the dissimilarity, and so the Euclidean
   * distance where there are no categories.
   * @throws InputError as `predict`.
   * Cost: O(m·k·d).
   */
  distances(X: MatrixLike): Matrix {
    return prototypeDistances(this.checked(X), this.prototypes, this.measure);
  }

  /** Plain data that `KPrototypesModel.fromJSON` brings back with identical answers. */
  toJSON(): KPrototypesModelJSON {
    const { columns } = this.prototypes;
    return {
      type: 'KPrototypes',
      version: 1,
      ...(columns && { columns: [...columns] }),
      categoricalColumns: [...this.categoricalColumns],
      gamma: this.gamma,
      prototypes: this.prototypes.toRows(),
      labels: Array.from(this.labels),
      cost: this.cost,
      nIter: this.nIter,
      stopReason: this.stopReason,
    };
  }

  /**
   * The model that `toJSON` wrote.
   * @throws InputError when `json` is another model's, of another version, or damaged.
   */
  static fromJSON(json: KPrototypesModelJSON): KPrototypesModel {
    checkModelJSON(json, 'KPrototypes', 'KPrototypesModel', ['labels', 'prototypes', 'categoricalColumns']);
    const prototypes = Matrix.fromRows(json.prototypes, json.columns);
    const { gamma, cost, nIter, stopReason } = json;
    return new KPrototypesModel({
      labels: Int32Array.from(json.labels),
      prototypes,
      measure: { ...columnKinds(prototypes, json.categoricalColumns), gamma },
      cost,
      nIter,
      stopReason,
    });
  }

  private checked(X: MatrixLike): Matrix {
    return toFittedMatrix(X, { cols: this.prototypes.cols, columns: this.prototypes.columns });
  }
}
