import type { CondensedTree } from './condensedTree';
import { massesOf } from './selectClusters';

/** A range of distances over which the same clusters stay apart. */
export interface Level {
  from: number;
  to: number;
  nClusters: number;
}

/**
 * Of all cuts of a tree at one distance, the one whose clusters have the most excess of mass together; undefined where
 * nothing divides. What HDBSCAN's choice comes to where all clusters must be had at one distance, as by DBSCAN.
 * Cost: O(number of clusters squared).
 * Source: the excess of mass of Campello, Moulavi & Sander (2013).
 */
export function levelOfMostMass(tree: CondensedTree): Level | undefined {
  const { parents, births } = tree;
  const masses = massesOf(tree);
  /** Where each divides; 0 where it does not. */
  const divides = new Float64Array(parents.length);
  for (let c = 1; c < parents.length; c++) divides[parents[c]] = births[c];
  const ends = [...new Set(births.slice(1))].sort((a, b) => a - b);
  let best: Level | undefined;
  let most = 0;
  ends.forEach((to, i) => {
    const apart = Array.from(births.keys()).filter((c) => c > 0 && births[c] >= to && divides[c] < to);
    const mass = apart.reduce((sum, c) => sum + masses[c], 0);
    if (mass <= most) return;
    most = mass;
    best = { from: ends[i - 1] ?? 0, to, nClusters: apart.length };
  });
  return best;
}
