import { InputError } from './errors';
import { mustBe } from './options';
import { phrase } from './phrase';

/** Beyond this a number is a customer's, not a segment's; tables as wide as the highest label would not fit. */
const HIGHEST_LABEL = 99_999;

/**
 * The label of each row, checked: one for each of `rows` rows, an integer from −1 (noise) to 99,999.
 * @param name what the labels are called in error messages.
 * @throws InputError naming the first bad label by row (0-based), or both lengths.
 * Cost: O(n).
 */
export function checkLabels(labels: ArrayLike<number>, rows: number, name = 'labels'): Int32Array {
  if (typeof labels?.length !== 'number') {
    throw mustBe(name, labels, 'an array of one label for each row');
  }
  if (labels.length !== rows) {
    throw new InputError(
      'wrong-shape',
      phrase`${{ option: name }} has ${labels.length} labels for ${rows} rows`,
      { remedy: 'give one for each' },
    );
  }
  for (let i = 0; i < rows; i++) {
    if (!Number.isInteger(labels[i]) || labels[i] < -1 || labels[i] > HIGHEST_LABEL) {
      throw new InputError(
        'unreadable-value',
        phrase`${{ option: name }} holds ${{ value: labels[i] }} in row ${{ row: i }}`,
        { remedy: `a label is 0, 1, 2, … (below ${HIGHEST_LABEL + 1}) or −1 for noise` },
      );
    }
  }
  return Int32Array.from(labels);
}

/** The highest label; −1 where all rows are noise. Cost: O(n). */
export function highestLabel(labels: Int32Array): number {
  return labels.reduce((highest, label) => Math.max(highest, label), -1);
}

/**
 * The rows of every segment that occurs, by label: 0, 1, …, noise (−1) last.
 * Cost: O(n + segments · log segments).
 */
export function rowsBySegment(labels: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  labels.forEach((label, row) => {
    const own = rows.get(label);
    if (own) own.push(row);
    else rows.set(label, [row]);
  });
  return new Map(Array.from(rows).sort(([a], [b]) => (a < 0 ? 1 : b < 0 ? -1 : a - b)));
}
