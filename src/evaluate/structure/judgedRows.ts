import type { Matrix } from '../../core/matrix';
import type { Random } from '../../core/random';
import { countLabels } from '../clusterLabels';

/** Rows that a clustering is judged by, and their clusters. */
export interface JudgedRows {
  X: Matrix;
  labels: Int32Array;
  /** The clusters of these rows: one more than the greatest label. */
  k: number;
}

/** All rows, or a random sample of so many. */
export function judgedRows(X: Matrix, labels: Int32Array, sampleSize: number, random: Random): JudgedRows {
  const rows = X.rows > sampleSize ? random.sample(X.rows, sampleSize).sort() : undefined;
  const judged = rows ? X.selectRows(rows) : X;
  const own = rows ? rows.map((row) => labels[row]) : labels;
  return { X: judged, labels: own, k: countLabels(own, judged.rows).nClusters };
}
