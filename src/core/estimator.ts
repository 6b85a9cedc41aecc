import type { Matrix, MatrixLike } from './matrix';
import type { FitOptions } from './progress';

/** Any fitted model's JSON form; `type` says which class's `fromJSON` reads it, `version` which format it is. */
export interface ModelJSON {
  type: string;
  version: number;
}

/** How far rows are from each of several segments: all that it takes to place new customers. */
export interface SegmentDistances {
  /** How many segments there are (noise not counted). */
  readonly nClusters: number;
  /**
   * How far each row of `X` (m × d, the fitted columns in the fitted order) is from each segment, by the algorithm's own
   * measure: m × nClusters, none negative. The segment of a row is the one at the least distance.
   */
  distances(X: MatrixLike): Matrix;
  /** A row farther than this from every segment is noise; absent where every row belongs to one. */
  readonly reach?: number;
}

/** A fitted clustering: the training labels, and an answer for new customers. */
export interface ClusterModel extends SegmentDistances {
  /** Segment of each training row: 0 is the largest segment, then by size; −1 is noise. Length n. */
  readonly labels: Int32Array;
  /** Segment of each row of `X` (m × d, the fitted columns in the fitted order). */
  predict(X: MatrixLike): Int32Array;
  /** Everything the model knows as plain data; its class's `fromJSON` brings it back with identical answers. */
  toJSON(): ModelJSON;
}

/** A clustering algorithm: options in the constructor, `fit` returns a fitted model. */
export interface Clusterer<M extends ClusterModel = ClusterModel> {
  /** Clusters the n rows of `X` (n × d). */
  fit(X: MatrixLike, options?: FitOptions): M;
}

/** A fitted scaler or reducer. */
export interface TransformModel {
  /** m × d in, m × e out. */
  transform(X: MatrixLike): Matrix;
  /** Back to the original space, as far as that is possible. */
  inverseTransform(Z: MatrixLike): Matrix;
  /** Everything the model knows as plain data; its class's `fromJSON` brings it back with identical answers. */
  toJSON(): ModelJSON;
}

/** A scaler or reducer: options in the constructor, `fit` returns a fitted model. */
export interface Transformer<M extends TransformModel = TransformModel> {
  /** Learns from the n rows of `X` (n × d). */
  fit(X: MatrixLike): M;
}
