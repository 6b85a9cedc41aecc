import { Matrix } from '../../core/matrix';
import type { CovarianceKind } from './covarianceKind';

/** What a mixture of k Gaussians in d columns is made of. */
export interface MixtureParameters {
  /** Share of all rows; together 1. Length k. */
  weights: Float64Array;
  /** k × d. */
  means: Matrix;
  /** Flat; see `CovarianceKind.shape`. */
  covariances: Float64Array;
}

/** The same mixture with its components in another order: `order[newComponent]` is the old one. */
export function reorderComponents(
  { weights, means, covariances }: MixtureParameters,
  order: Int32Array,
  { isShared }: CovarianceKind,
): MixtureParameters {
  const k = order.length;
  return {
    weights: Float64Array.from(order, (component) => weights[component]),
    means: means.selectRows(order),
    covariances: isShared
      ? covariances
      : new Matrix(covariances, k, covariances.length / k).selectRows(order).data,
  };
}
