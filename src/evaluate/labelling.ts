import { InputError } from '../core/errors';
import { display } from '../core/options';

/** Checked labels and what follows from them. */
export interface Labelling {
  /** 0 … nClusters − 1; −1 is noise. Length n. */
  labels: Int32Array;
  /** One more than the highest label. */
  nClusters: number;
  /** Rows of each cluster; 0 where a label does not occur. Length nClusters. */
  sizes: Int32Array;
}

/**
 * Checks that `labels` has one label for each of `rows` rows, each an integer of at least −1 (noise).
 * @throws InputError naming the first bad label, or both lengths.
 * Cost: O(n).
 */
export function checkLabels(labels: ArrayLike<number>, rows: number, name = 'labels'): Labelling {
  if (labels.length !== rows) {
    throw new InputError(`\`${name}\` has ${labels.length} entries but the table has ${rows} rows`);
  }
  for (let i = 0; i < rows; i++) {
    if (!Number.isInteger(labels[i]) || labels[i] < -1) {
      throw new InputError(
        `\`${name}\` holds ${display(labels[i])} at row ${i}; a label is 0, 1, 2, … or −1 for noise`,
      );
    }
  }
  const checked = Int32Array.from(labels);
  const nClusters = 1 + checked.reduce((most, label) => Math.max(most, label), -1);
  const sizes = new Int32Array(nClusters);
  for (const label of checked) if (label >= 0) sizes[label]++;
  return { labels: checked, nClusters, sizes };
}

/** As `checkLabels`, for a measure that compares clusters. @throws InputError when there are fewer than two. */
export function checkTwoClusters(labels: ArrayLike<number>, rows: number, measure: string): Labelling {
  const labelling = checkLabels(labels, rows);
  const found = labelling.sizes.filter((size) => size > 0).length;
  if (found < 2) {
    throw new InputError(
      `${measure} compares clusters and the labels name ${found}; cluster into at least 2 (noise, −1, is none)`,
    );
  }
  return labelling;
}
