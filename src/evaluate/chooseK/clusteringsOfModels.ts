import type { ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import { type Clustering, clusteringOf } from '../clustering';
import { checkTwoClusters, countLabels } from '../clusterLabels';

/** All rows as one cluster, then the clusters of the models: k from 1 up. */
export function clusteringsOfModels(X: Matrix, models: readonly ClusterModel[]): Clustering[] {
  const one = countLabels(new Int32Array(X.rows), X.rows);
  const several = models.map(({ labels }) => checkTwoClusters(labels, X.rows, 'the silhouette'));
  return [one, ...several].map((counted) => clusteringOf(X, counted));
}
