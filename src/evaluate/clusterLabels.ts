import { InputError } from '../core/errors';
import { checkLabels } from '../core/labels';

/** Checked labels and what follows from them. */
export interface ClusterLabels {
  /** 0 … nClusters − 1; −1 is noise. Length n. */
  labels: Int32Array;
  /** One more than the highest label. */
  nClusters: number;
  /** Rows of each cluster; 0 where a label does not occur. Length nClusters. */
  sizes: Int32Array;
}

/**
 * Checks the labels of a table of `rows` rows and counts them.
 * @param name what the labels are called in error messages.
 * @throws InputError as `checkLabels`.
 * Cost: O(n).
 */
export function countLabels(labels: ArrayLike<number>, rows: number, name?: string): ClusterLabels {
  const checked = checkLabels(labels, rows, name);
  const nClusters = 1 + checked.reduce((most, label) => Math.max(most, label), -1);
  const sizes = new Int32Array(nClusters);
  for (const label of checked) if (label >= 0) sizes[label]++;
  return { labels: checked, nClusters, sizes };
}

/** How many clusters have a row at least. */
export function countClusters({ sizes }: Pick<ClusterLabels, 'sizes'>): number {
  return sizes.filter((size) => size > 0).length;
}

/** As `countLabels`, for a measure that compares clusters. @throws InputError when there are fewer than two. */
export function checkTwoClusters(labels: ArrayLike<number>, rows: number, measure: string): ClusterLabels {
  const counted = countLabels(labels, rows);
  const found = countClusters(counted);
  if (found < 2) {
    throw new InputError('no-data', `${measure} compares clusters and the labels name ${found}`, {
      remedy: 'cluster into at least 2 (noise, −1, is none)',
    });
  }
  return counted;
}
