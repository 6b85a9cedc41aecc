import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { Clusterer } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';
import { countClusters, countLabels } from '../clusterLabels';
import { evenReference, referenceSource } from './reference';
import type { ReferencePlan } from './referenceSilhouettes';

/** Tables without structure that are divided this much as well as the data count as divided alike. */
const ALIKE = 0.5;
/** The share of such tables that may be so by chance. */
const BY_CHANCE = 0.05;

/**
 * Whether a clusterer that divides `X` leaves data of its shape without structure in one piece (but for one table in
 * twenty, and for splinters): then its groups are apart, of whatever shape. One that always divides never passes.
 *
 * @param labels the clustering of `X`, of two clusters at least.
 * Cost: at most `references` fits; as a rule two, where the clusterer always finds clusters.
 */
export function isWellSeparated(
  X: Matrix,
  labels: Int32Array,
  clusterer: Clusterer,
  { references, columnGroups, seed }: ReferencePlan,
): boolean {
  const random = new Random(seed);
  const draw = referenceSource(X, evenReference(X, columnGroups), columnGroups);
  const k = countClusters(countLabels(labels, labels.length));
  const enough = ALIKE * dividedOff(labels);
  let alike = 0;
  for (let done = 0; done < references && alike <= BY_CHANCE * references; done++) {
    const drawn = draw(random);
    const tooFew = countDistinctRows(drawn, k) < k; // rows so alike say nothing for the clustering
    if (tooFew || dividedOff(clusterer.fit(drawn).labels) >= enough) alike++;
  }
  return references > 0 && alike <= BY_CHANCE * references;
}

/** The rows in all clusters but the largest. */
function dividedOff(labels: Int32Array): number {
  const { sizes } = countLabels(labels, labels.length);
  return sizes.reduce((sum, size) => sum + size, 0) - Math.max(0, ...sizes);
}
