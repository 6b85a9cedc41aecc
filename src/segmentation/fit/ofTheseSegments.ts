import type { Clusterer } from '../../core/estimator';
import { Matrix } from '../../core/matrix';
import { adjustedRand } from '../../evaluate/stability/adjustedRand';
import type { Structure } from '../../evaluate/structure/structure';

/** Segments that agree with groups less than this are others: some are joined, some divided. */
const SAME_GROUPS = 0.9;

/**
 * A verdict on segments that rests on some columns alone. Where columns that carry no groups are left out of it, the
 * groups of the other columns may be clear, and the segments still be others, as those columns divide them too. Then it
 * is weak, and says so.
 *
 * @param X the customers as they were clustered, columns as the verdict counts them.
 * @param make the clusterer, with as many segments.
 */
export function ofTheseSegments(
  structure: Structure,
  X: Matrix,
  labels: Int32Array,
  make: () => Clusterer,
): Structure {
  const { verdict, noiseColumns = [], summary } = structure;
  if (verdict !== 'clear' || noiseColumns.length === 0 || noiseColumns.length >= X.cols) return structure;
  const groups = make().fit(withoutColumns(X, noiseColumns)).labels;
  if (adjustedRand(groups, labels) >= SAME_GROUPS) return structure;
  return {
    ...structure,
    verdict: 'weak',
    summary: `${summary.replace(CLEAR, MIXED)} To get the groups, set the leave-out-ungrouped option.`,
  };
}

const CLEAR = /^Clear structure: [^(]*[^( ]/;
const MIXED =
  'Weak structure: there are clear groups, but these segments divide some of them and join others';

function withoutColumns(X: Matrix, left: readonly number[]): Matrix {
  const kept = Array.from({ length: X.cols }, (_, j) => j).filter((j) => !left.includes(j));
  const data = new Float64Array(X.rows * kept.length);
  for (let i = 0; i < X.rows; i++)
    kept.forEach((from, j) => {
      data[i * kept.length + j] = X.get(i, from);
    });
  return new Matrix(data, X.rows, kept.length);
}
