import type { Matrix } from '../core/matrix';
import type { ClusterLabels } from './clusterLabels';
import { type Scatter, scatter } from './scatter';

/** A table and the labels of its rows; what several indices need of them is worked out once, when first asked for. */
export interface Clustering extends ClusterLabels {
  X: Matrix;
  scatter(): Scatter;
}

/** @param counted of the rows of `X`. */
export function clusteringOf(X: Matrix, counted: ClusterLabels): Clustering {
  let found: Scatter | undefined;
  return {
    ...counted,
    X,
    scatter: () => {
      found ??= scatter(X, counted);
      return found;
    },
  };
}

/** The within-cluster sum of squares: what k-means calls inertia, of any clustering. */
export function inertiaOf(clustering: Clustering): number {
  return clustering.scatter().squares.reduce((sum, square) => sum + square, 0);
}
