import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { mean, standardDeviation } from '../../core/statistics';
import { fitEachK } from '../chooseK/fitEachK';
import { silhouettes } from '../indices/silhouette';
import type { ColumnGroups } from './columnGroups';
import { evenReference, firstRows, referenceSource } from './reference';

/** Starts of each k-means, of which there are many. */
const QUICK_STARTS = 3;
/** Rows of a reference data set: enough for a mean silhouette, whose cost is square. */
const MAX_ROWS = 1000;

/** What a number of clusters gets where there are none. */
export interface ReferenceSilhouette {
  mean: number;
  /** From one reference data set to the next: a standard deviation. */
  spread: number;
}

/** Which reference data to draw: of the shape of a table, without its structure. */
export interface ReferencePlan {
  /** How many. */
  references: number;
  columnGroups: ColumnGroups;
  seed: number;
  onProgress?: OnProgress;
}

/**
 * The mean silhouette of k-means with each of `ks` clusters on data of the shape of `X` that have no clusters; a k for
 * which such data have too few distinct rows has none.
 * @param ks different, each at least 2.
 * Cost: `references` sweeps of k-means.
 */
export function referenceSilhouettes(
  X: Matrix,
  ks: readonly number[],
  { references, columnGroups, seed, onProgress }: ReferencePlan,
): Map<number, ReferenceSilhouette> {
  const found = new Map<number, number[]>();
  const random = new Random(seed);
  const draw = referenceSource(X, evenReference(X, columnGroups), columnGroups);
  for (let done = 1; done <= references; done++) {
    const drawn = firstRows(draw(random), MAX_ROWS);
    const possible = ks.filter((k) => k <= countDistinctRows(drawn, k));
    const models = fitEachK(drawn, possible, { nInit: QUICK_STARTS, seed: random.uint32() });
    silhouettes(
      drawn,
      models.map(({ labels }) => labels),
    ).forEach(({ mean }, at) => {
      found.set(possible[at], [...(found.get(possible[at]) ?? []), mean]);
    });
    onProgress?.({ step: 'reference data sets', done, total: references });
  }
  return new Map(
    Array.from(found, ([k, values]) => [k, { mean: mean(values), spread: standardDeviation(values) }]),
  );
}
