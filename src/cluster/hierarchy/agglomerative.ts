import { checkModelJSON } from '../../core/checkModelJSON';
import { InputError } from '../../core/errors';
import type { Clusterer, ClusterModel, ModelJSON } from '../../core/estimator';
import { highestLabel } from '../../core/labels';
import { Matrix, type MatrixLike, toFittedMatrix, toMatrix } from '../../core/matrix';
import { nearestRows } from '../../core/nearestRow';
import { checkOneOf } from '../../core/options';
import { phrase } from '../../core/phrase';
import type { FitOptions } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, integer, number, object, oneOf, optional } from '../../core/schema';
import { centerDistances } from '../shared/centerDistances';
import { centroidsOf } from '../shared/centroidsOf';
import { nearestSegments } from '../shared/nearestSegment';
import { type Cut, cutTree } from './cutTree';
import { LINKAGE_COLUMNS, linkageMatrix } from './linkage';
import { linkageDistances } from './linkageDistances';
import { LINKAGES, type Linkage } from './linkages';

/** What the options may be. @internal */
export const AGGLOMERATIVE_OPTIONS = object({
  /** How many segments to cut the hierarchy into, at least 1. Default 2; not together with `distanceThreshold`. */
  nClusters: optional(integer({ minimum: 1 })),
  /**
   * Cut at this height instead (≥ 0, in the unit of the distances): segments are joined up to and including it,
   * as in scipy's `fcluster`.
   */
  distanceThreshold: optional(number({ minimum: 0 })),
  /** What "near" means between two groups. Default 'ward'. */
  linkage: oneOf(LINKAGES, { default: 'ward' }),
});

/** Options of `AgglomerativeClustering`. */
export interface AgglomerativeOptions extends Given<typeof AGGLOMERATIVE_OPTIONS> {}

/** The JSON form of an `AgglomerativeModel`. */
export interface AgglomerativeModelJSON extends ModelJSON {
  type: 'AgglomerativeClustering';
  version: 1;
  linkage: Linkage;
  columns: string[] | null;
  labels: number[];
  linkageMatrix: number[][];
  centroids: number[][];
  /** The rows it was fitted on; null for `ward`, which needs only its centroids. */
  fittedRows: number[][] | null;
}

/**
 * Hierarchical clustering from the bottom up: every row starts alone, and the two nearest clusters are joined until
 * one is left. Distances are Euclidean; scale the columns first. Deterministic: there is nothing random in it.
 *
 * Cost: O(n²·d) time; 10,000 × 8 with `ward` takes about 2 s. Memory: O(n·d) for `ward` and `single`; 8n² bytes for
 * `complete` and `average` (10,000 rows: 800 MB). More rows than `MAX_ROWS[linkage]` are refused.
 *
 * @throws InputError when an option is unknown or out of range.
 * Source: Ward (1963); Müllner (2011); heights agree with scipy.cluster.hierarchy.linkage.
 *
 * @example
 * const model = new AgglomerativeClustering({ nClusters: 4 }).fit(X);
 * model.labels;                // segment of each customer, 0 the largest
 * model.cut({ nClusters: 6 }); // the same hierarchy, cut finer, without another fit
 */
export class AgglomerativeClustering implements Clusterer<AgglomerativeModel> {
  /** The linkage this clusterer joins by. */
  readonly linkage: Linkage;
  private readonly where: Cut;

  constructor(options: AgglomerativeOptions = {}) {
    const asked = resolveOptions('AgglomerativeClustering', AGGLOMERATIVE_OPTIONS, options);
    this.linkage = asked.linkage;
    this.where = chooseCut(asked);
  }

  /**
   * Builds the hierarchy of the rows of `X` (n × d) and cuts it.
   * @param fitOptions `onProgress` is told of the 'clusters joined'.
   * @throws InputError when `X` is empty, holds a value that is not finite, has fewer distinct rows than
   * `nClusters`, or more rows than `MAX_ROWS[linkage]`.
   */
  fit(X: MatrixLike, fitOptions: FitOptions = {}): AgglomerativeModel {
    const matrix = toMatrix(X);
    if ('nClusters' in this.where) checkEnoughRows(this.where.nClusters, matrix.rows);
    const tree = linkageMatrix(matrix, this.linkage, fitOptions);
    const labels = cutTree(tree, this.where, matrix);
    const centroids = centroidsOf(matrix, labels, 1 + highestLabel(labels));
    return new AgglomerativeModel({
      linkage: this.linkage,
      linkageMatrix: tree,
      labels,
      centroids,
      fittedRows: ownCopy(matrix),
    });
  }
}

/** What a fitted `AgglomerativeModel` is made of. */
export interface AgglomerativeState {
  linkage: Linkage;
  linkageMatrix: Matrix;
  labels: Int32Array;
  centroids: Matrix;
  /** The rows it was fitted on: every linkage but `ward` needs them to `predict`; they number equally large segments. */
  fittedRows?: Matrix;
}

/**
 * A fitted hierarchy and one cut through it.
 *
 * @example
 * const model = new AgglomerativeClustering({ nClusters: 2 }).fit([[0], [1], [2], [10], [14]]);
 * model.labels; // Int32Array [0, 0, 0, 1, 1]
 * AgglomerativeModel.fromJSON(model.toJSON()).predict([[9]]); // Int32Array [1]
 */
export class AgglomerativeModel implements ClusterModel {
  /** The linkage it was built with. */
  readonly linkage: Linkage;
  /**
   * The whole hierarchy in scipy's form, (n − 1) × 4, one merge a row, lowest first: the two clusters joined (below
   * n: rows; n + i: what merge i made), the height, and the rows in the union.
   */
  readonly linkageMatrix: Matrix;
  /** Segment of each training row; 0 is the largest. Length n. */
  readonly labels: Int32Array;
  /** How many segments the cut made. */
  readonly nClusters: number;
  /** The mean row of each segment, nClusters × d. */
  readonly centroids: Matrix;
  /** The rows it was fitted on, n × d, which every linkage but `ward` places new rows by. */
  readonly fittedRows: Matrix | undefined;
  /** The same, also of a `ward` that was not read from JSON. */
  private readonly rows: Matrix | undefined;

  /** @internal Made by `AgglomerativeClustering.fit` and `fromJSON`. */
  constructor(parts: AgglomerativeState) {
    this.linkage = parts.linkage;
    this.linkageMatrix = parts.linkageMatrix;
    this.labels = parts.labels;
    this.centroids = parts.centroids;
    this.nClusters = parts.centroids.rows;
    this.rows = parts.fittedRows;
    this.fittedRows = parts.linkage === 'ward' ? undefined : parts.fittedRows;
  }

  /**
   * Cuts the same hierarchy elsewhere, at no further cost.
   *
   * @param cut `{ nClusters }` or `{ height }` (see `cutTree`).
   * @returns labels, length n; 0 is the largest segment, of equally large ones the one whose center is lower (whose first
   * row comes earlier where `ward` was read from JSON, which holds no rows).
   * @throws InputError when the cut is out of range.
   */
  cut(cut: Cut): Int32Array {
    return cutTree(this.linkageMatrix, cut, this.rows);
  }

  /**
   * The segment of each row of `X` (m × d). A hierarchy has no rule of its own for new rows; this one is: `ward`, the
   * segment with the nearest centroid; the others, the segment that the row would be joined to first, at the
   * smallest mean (`average`), farthest (`complete`) or nearest (`single`) distance to its rows. A training row may
   * come out in another segment than its label, where segments touch.
   *
   * Cost: O(m·k·d) for `ward`, O(m·n·d) for the others. Loads no TensorFlow.
   * @throws InputError when `X` has other columns than the model was fitted on.
   */
  predict(X: MatrixLike): Int32Array {
    if (this.linkage === 'ward') return nearestRows(this.centroids, toFittedMatrix(X, this.centroids));
    return nearestSegments(this.distances(X));
  }

  /**
   * The distance by which `predict` goes, of each row to each segment: m × nClusters; Euclidean to the centroids for
   * `ward`.
   *
   * Cost: as `predict`.
   * @throws InputError as `predict`.
   */
  distances(X: MatrixLike): Matrix {
    const matrix = toFittedMatrix(X, this.centroids);
    const { linkage, labels, nClusters } = this;
    if (linkage === 'ward') return centerDistances(this.centroids, matrix);
    return linkageDistances(linkage, { rows: this.fittedRows!, labels, nClusters }, matrix);
  }

  /** Plain JSON that `fromJSON` reads; besides the hierarchy it holds the segments' means, and every fitted row unless `ward`. */
  toJSON(): AgglomerativeModelJSON {
    return {
      type: 'AgglomerativeClustering',
      version: 1,
      linkage: this.linkage,
      columns: this.centroids.columns ? Array.from(this.centroids.columns) : null,
      labels: Array.from(this.labels),
      linkageMatrix: this.linkageMatrix.toRows(),
      centroids: this.centroids.toRows(),
      fittedRows: this.fittedRows?.toRows() ?? null,
    };
  }

  /**
   * The model back from its JSON form, with identical answers.
   * @throws InputError when the JSON is of another type or version, or damaged.
   */
  static fromJSON(json: AgglomerativeModelJSON): AgglomerativeModel {
    const arrays = ['labels', 'linkageMatrix', 'centroids'] as const;
    const needed = json?.linkage === 'ward' ? arrays : ([...arrays, 'fittedRows'] as const);
    checkModelJSON(json, 'AgglomerativeClustering', 'AgglomerativeModel', needed);
    const columns = json.columns ?? undefined;
    return new AgglomerativeModel({
      linkage: checkOneOf('linkage', json.linkage, LINKAGES),
      linkageMatrix: Matrix.fromRows(json.linkageMatrix, LINKAGE_COLUMNS),
      labels: Int32Array.from(json.labels),
      centroids: Matrix.fromRows(json.centroids, columns),
      fittedRows: json.fittedRows ? Matrix.fromRows(json.fittedRows, columns) : undefined,
    });
  }
}

function chooseCut({ nClusters, distanceThreshold }: AgglomerativeOptions): Cut {
  if (distanceThreshold === undefined) return { nClusters: nClusters ?? 2 };
  if (nClusters !== undefined) {
    throw new InputError(
      'conflict',
      phrase`${{ option: 'nClusters' }} and ${{ option: 'distanceThreshold' }} were both given`,
      { remedy: 'give the one that decides where to cut' },
    );
  }
  return { height: distanceThreshold };
}

/** Said before the hierarchy is built, so that nobody waits for it in vain. */
function checkEnoughRows(nClusters: number, rows: number): void {
  if (nClusters <= rows) return;
  throw new InputError(
    'out-of-range',
    phrase`${{ option: 'nClusters' }} is ${{ value: nClusters }} but the table has ${rows} rows`,
    { remedy: `ask for at most ${rows}` },
  );
}

/** The caller may go on to change its matrix. */
function ownCopy(matrix: Matrix): Matrix {
  return new Matrix(matrix.data.slice(), matrix.rows, matrix.cols, matrix.columns);
}
