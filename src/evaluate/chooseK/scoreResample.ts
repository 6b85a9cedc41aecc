import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { Matrix } from '../../core/matrix';
import type { ThreadTask } from '../../tensor/threads/threadTask';
import { adjustedRand } from '../stability/adjustedRand';
import { type FitEachKOptions, fitEachK } from './fitEachK';

/** A resample of a table, and the clusterings that it is compared with. */
export interface ResampleInput {
  X: Pick<Matrix, 'data' | 'rows' | 'cols'>;
  /** Rows of the resample, some of them several times. */
  rows: Int32Array;
  ks: readonly number[];
  /** Of all rows, one for each of `ks`. */
  labels: readonly Int32Array[];
  fit: FitEachKOptions;
}

/**
 * Clusters a resample with every k, and says how well all rows are found again: an adjusted Rand index for each of `ks`,
 * null where the resample has too few distinct rows.
 */
export function scoreResample({ X: table, rows, ks, labels, fit }: ResampleInput): (number | null)[] {
  const X = new Matrix(table.data, table.rows, table.cols);
  const drawn = X.selectRows(rows);
  const distinct = countDistinctRows(drawn, ks[ks.length - 1]);
  const models = fitEachK(
    drawn,
    ks.filter((k) => k <= distinct),
    fit,
  );
  return ks.map((_, at) => (at < models.length ? adjustedRand(labels[at], models[at].predict(X)) : null));
}

export const SCORE_RESAMPLE: ThreadTask<ResampleInput, (number | null)[]> = {
  file: __filename,
  name: 'scoreResample',
  run: scoreResample,
};
