import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { Clusterer } from '../../core/estimator';
import { Random } from '../../core/random';
import { type Clustering, clusteringOf } from '../clustering';
import { countClusters, countLabels } from '../clusterLabels';
import { bordersOf } from '../structure/borders';
import { bridgeOf, type NearLinks, nearLinks } from '../structure/bridges';
import { referenceSource } from '../structure/reference';
import type { ReferencePlan } from '../structure/referenceSilhouettes';
import { gaussianFit } from './gaussianFit';

/** A cluster of a smaller share of the rows, or of fewer, is a splinter: it is no group to find a valley around. */
const SPLINTER_SHARE = 0.02;
const SPLINTER_ROWS = 3;
/** Tables without structure that valleys are compared with: the deepest of them is what chance gives. */
const REFERENCES = 5;

/** What lies between clusters, whatever their shape. */
export interface Valley {
  /**
   * Of the two clusters that are least apart: how firmly they hang together, by the links between near rows or by the
   * density at their border, whichever is less. 0 is a gap, about 1 a cloud that was cut.
   */
  valley: number;
  /** The number of equally large clusters that would tell as much of a row, splinters and noise telling nothing: 1 … k. */
  effectiveClusters: number;
  /** How well Gaussians describe these clusters, splinters taken for noise (see `gaussianFit`). */
  bic: number | null;
}

/**
 * Measures a clustering by its valleys. Null where fewer than two clusters are more than splinters.
 * Cost: that of `bordersOf` and `bridgeOf`.
 * Source: the effective number is the exponential of Shannon's entropy (Hill 1973).
 */
export function valleyOf(clustering: Clustering, links: NearLinks): Valley | null {
  const { X, sizes, labels } = clustering;
  const fewest = Math.max(SPLINTER_ROWS, SPLINTER_SHARE * X.rows);
  const kept = Array.from(sizes.keys()).filter((label) => sizes[label] >= fewest);
  if (kept.length < 2) return null;
  const numbers = new Map(kept.map((label, at) => [label, at]));
  const whole = clusteringOf(
    X,
    countLabels(
      labels.map((label) => numbers.get(label) ?? -1),
      X.rows,
    ),
  );
  const valley = Math.min(1, bordersOf(whole).density, bridgeOf(whole, links));
  const placed = kept.reduce((sum, label) => sum + sizes[label], 0);
  const entropy = kept.reduce(
    (sum, label) => sum - (sizes[label] / placed) * Math.log(sizes[label] / placed),
    0,
  );
  return { valley, effectiveClusters: Math.exp((entropy * placed) / X.rows), bic: gaussianFit(whole) };
}

/**
 * The deepest valley that a clusterer finds where there is none: in tables of the shape of `X` without structure; 1 where
 * it leaves all of them in one piece.
 * Cost: five fits.
 */
export function deepestByChance(
  { X, labels }: Clustering,
  clusterer: Clusterer,
  { columnGroups, seed }: Pick<ReferencePlan, 'columnGroups' | 'seed'>,
): number {
  const random = new Random(seed);
  const draw = referenceSource(X, 'copula', columnGroups);
  const k = countClusters(countLabels(labels, labels.length));
  let deepest = 1;
  for (let done = 0; done < REFERENCES; done++) {
    const drawn = draw(random);
    if (countDistinctRows(drawn, k) < k) continue;
    const clustering = clusteringOf(drawn, countLabels(clusterer.fit(drawn).labels, drawn.rows));
    deepest = Math.min(deepest, valleyOf(clustering, nearLinks(drawn))?.valley ?? 1);
  }
  return deepest;
}
