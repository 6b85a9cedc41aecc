import { COVARIANCE_KINDS } from '../../src/cluster/mixture/covarianceKinds';
import { densityOf, type MixtureDensity } from '../../src/cluster/mixture/mixtureDensity';
import { Matrix } from '../../src/core/matrix';
import type { Mixture } from '../../src/segmentation/algorithms/gaussianMixture';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';

/** The density of a segmentation by a Gaussian mixture; undefined for the other algorithms. */
export function densityOfModel(model: SegmentationModel): MixtureDensity | undefined {
  if (model.algorithm !== 'gaussian-mixture') return undefined;
  const { covariance, weights, means, covariances } = model.toJSON().rule as Mixture;
  const parameters = {
    weights: Float64Array.from(weights),
    means: Matrix.fromRows(means),
    covariances: Float64Array.from(covariances),
  };
  return densityOf(parameters, COVARIANCE_KINDS[covariance]);
}
