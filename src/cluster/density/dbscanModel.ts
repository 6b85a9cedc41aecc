import { checkModelJSON } from '../../core/checkModelJSON';
import { InputError } from '../../core/errors';
import type { ClusterModel, ModelJSON } from '../../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { largestSquareWithin } from '../shared/largestSquareWithin';
import { coreDistances } from './coreDistances';
import type { DensityClusters } from './densityClusters';
import { KdTree } from './kdTree';
import { nearestWithin } from './nearestWithin';

/** A fitted DBSCAN as plain data. */
export interface DBSCANModelJSON extends ModelJSON {
  type: 'DBSCAN';
  version: 1;
  eps: number;
  minSamples: number;
  nClusters: number;
  columns: string[] | null;
  /** d: kept beside `coreSamples`, since there may be none. */
  nColumns: number;
  labels: number[];
  coreSampleIndices: number[];
  /** The core rows themselves, and the cluster of each: all that `predict` needs. */
  coreSamples: number[][];
  coreLabels: number[];
}

/** What a fitted `DBSCANModel` is made of. */
export interface DBSCANState extends DensityClusters {
  eps: number;
  minSamples: number;
  /** One row for each of `coreSampleIndices`. */
  coreSamples: Matrix;
  /** The cluster of each core row. Default: its label. */
  coreLabels?: Int32Array;
}

/**
 * A fitted DBSCAN. `predict` of the training rows is `labels`. Nothing here needs TensorFlow.
 *
 * @example
 * const model = new DBSCAN({ eps: 1, minSamples: 2 }).fit([[0], [1], [7]]);
 * model.coreSampleIndices; // Int32Array [0, 1]
 * DBSCANModel.fromJSON(model.toJSON()).predict([[1.5], [4]]); // Int32Array [0, -1]
 */
export class DBSCANModel implements ClusterModel {
  /** How far a row reaches. */
  readonly eps: number;
  /** Rows within reach, itself counted, that make a core row. */
  readonly minSamples: number;
  /** Cluster of each training row: 0 is the largest; −1 is noise. Length n. */
  readonly labels: Int32Array;
  /** How many clusters were found; 0 when all is noise. */
  readonly nClusters: number;
  /** The core rows, ascending. */
  readonly coreSampleIndices: Int32Array;
  /** The core rows themselves, and the cluster of each: what new rows are placed by. */
  readonly coreSamples: Matrix;
  readonly coreLabels: Int32Array;
  private tree: KdTree | undefined;
  private measure: ((X: Matrix) => Matrix) | undefined;

  /** @internal Made by `DBSCAN.fit` and `fromJSON`. */
  constructor(parts: DBSCANState) {
    this.eps = parts.eps;
    this.minSamples = parts.minSamples;
    this.labels = parts.labels;
    this.nClusters = parts.nClusters;
    this.coreSampleIndices = parts.coreSampleIndices;
    this.coreSamples = parts.coreSamples;
    this.coreLabels = parts.coreLabels ?? parts.coreSampleIndices.map((row) => parts.labels[row]);
  }

  /**
   * The cluster of the core row nearest to each row, or −1, noise, when none is within `eps`; of several equally near
   * the first of the training rows decides. DBSCAN has no rule of its own for new rows; this one agrees with `labels`.
   * @param X m × d, the fitted columns in the fitted order.
   * @returns length m.
   * @throws InputError when the columns are not those of the fit, or a value is not finite.
   * Cost: O(m·log n) with few columns, toward O(m·n·d) with many; the first call builds the index.
   */
  predict(X: MatrixLike): Int32Array {
    const matrix = toFittedMatrix(X, this.coreSamples);
    const reach = largestSquareWithin(this.eps);
    this.tree ??= new KdTree(this.coreSamples);
    const labels = new Int32Array(matrix.rows).fill(-1);
    for (let i = 0; i < matrix.rows; i++) {
      const nearest = nearestWithin(this.tree, matrix.data, i * matrix.cols, reach);
      if (nearest >= 0) labels[i] = this.coreLabels[nearest];
    }
    return labels;
  }

  /**
   * The Euclidean distance of each row to the nearest core row of each cluster: m × nClusters. The least of them is at
   * most `reach` where `predict` finds a cluster.
   * @throws InputError as `predict`.
   * Cost: O(m·nClusters·log n) with few columns; the first call builds an index for each cluster.
   */
  distances(X: MatrixLike): Matrix {
    const { coreSamples: rows, coreLabels: labels, nClusters } = this;
    this.measure ??= coreDistances({ rows, labels, nClusters });
    return this.measure(toFittedMatrix(X, rows));
  }

  /** Rows farther than `eps` from every core row are noise. */
  get reach(): number {
    return this.eps;
  }

  /** Plain data that `DBSCANModel.fromJSON` brings back with identical answers; it holds the core rows. */
  toJSON(): DBSCANModelJSON {
    const { columns, cols } = this.coreSamples;
    return {
      type: 'DBSCAN',
      version: 1,
      eps: this.eps,
      minSamples: this.minSamples,
      nClusters: this.nClusters,
      columns: columns ? Array.from(columns) : null,
      nColumns: cols,
      labels: Array.from(this.labels),
      coreSampleIndices: Array.from(this.coreSampleIndices),
      coreSamples: this.coreSamples.toRows(),
      coreLabels: Array.from(this.coreLabels),
    };
  }

  /**
   * The model that `toJSON` wrote.
   * @throws InputError when `json` is another model's, of another version, or damaged.
   */
  static fromJSON(json: DBSCANModelJSON): DBSCANModel {
    checkModelJSON(json, 'DBSCAN', 'DBSCANModel', [
      'labels',
      'coreSampleIndices',
      'coreSamples',
      'coreLabels',
    ]);
    const { eps, minSamples, nClusters, coreSamples, coreLabels } = json;
    checkAsMany(coreSamples, coreLabels);
    return new DBSCANModel({
      eps,
      minSamples,
      nClusters,
      labels: Int32Array.from(json.labels),
      coreSampleIndices: Int32Array.from(json.coreSampleIndices),
      coreSamples: coreRows(json),
      coreLabels: Int32Array.from(coreLabels),
    });
  }
}

function checkAsMany(coreSamples: readonly unknown[], coreLabels: readonly unknown[]): void {
  if (coreSamples.length === coreLabels.length) return;
  throw new InputError(
    'wrong-shape',
    phrase`${{ option: 'coreLabels' }} of this JSON of type \`DBSCAN\` has ${coreLabels.length} labels for ${coreSamples.length} core rows`,
    { remedy: 'there must be one for each' },
  );
}

function coreRows({ coreSamples, columns, nColumns }: DBSCANModelJSON): Matrix {
  const names = columns ?? undefined;
  return coreSamples.length > 0 ? Matrix.fromRows(coreSamples, names) : Matrix.zeros(0, nColumns, names);
}
