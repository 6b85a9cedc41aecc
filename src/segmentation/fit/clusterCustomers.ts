import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import type { OnProgress } from '../../core/progress';
import type { KChoice, KChoiceOfLabels } from '../../evaluate/chooseK/chooseK';
import { algorithmOf } from '../algorithms';
import type { FoundSegments, OwnChoice } from '../algorithms/algorithm';
import type { ResolvedOptions } from '../options';
import { checkDifferent, chooseByIndices, withSegments } from './chooseSegments';
import type { PreparedCustomers } from './prepareCustomers';

/** Customers in groups. */
export interface Clustered extends FoundSegments {
  /** How k was chosen; null where it was not. */
  choice: KChoice | null;
  /** How the algorithm chose it by a criterion of its own; null where it did not. */
  ownChoice: OwnChoice | null;
  /** The mean silhouette, where choosing k has measured it of these very segments. */
  silhouette?: number;
}

/**
 * Clusters prepared customers as the options say.
 * @throws InputError when there are fewer customers, or fewer different ones, than segments.
 */
export function clusterCustomers(
  customers: PreparedCustomers,
  options: ResolvedOptions,
  onProgress: OnProgress,
): Clustered {
  const algorithm = algorithmOf(options.algorithm);
  if (algorithm.findsK)
    return { ...algorithm.fit(customers, 0, options, onProgress), choice: null, ownChoice: null };
  if (options.k === 'auto') checkDifferent(customers.judged);
  if (options.k === 'auto' && algorithm.fitAuto)
    return { ...algorithm.fitAuto(customers, options, onProgress), choice: null };
  const chosen =
    options.k === 'auto'
      ? chooseByIndices(customers.judged, customers.columnGroups, options, onProgress)
      : null;
  const k = chosen ? chosen.choice.recommendation.k : (options.k as number);
  checkEnough(customers.space, k);
  const taken = chosen && takenFrom(chosen, customers, options);
  const found = taken ?? algorithm.fit(customers, k, options, onProgress);
  return { ...found, choice: chosen && withSegments(chosen, found.labels), ownChoice: null };
}

/** The segments that choosing k has fitted to these very customers; null where others were clustered. */
function takenFrom(
  { choice, model }: KChoiceOfLabels,
  customers: PreparedCustomers,
  options: ResolvedOptions,
): Pick<Clustered, keyof FoundSegments | 'silhouette'> | null {
  const { take } = algorithmOf(options.algorithm);
  if (model === null || take === undefined || customers.judged !== customers.space) return null;
  const { silhouette } = choice.table.find(({ k }) => k === choice.recommendation.k)!;
  return { ...take(model, customers, options), silhouette };
}

function checkEnough(X: Matrix, k: number): void {
  if (k > X.rows) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'k' }} is ${{ value: k }} but there are ${X.rows} customers to cluster`,
      { remedy: `ask for at most ${X.rows}` },
    );
  }
  const distinct = countDistinctRows(X, k);
  if (distinct < k) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'k' }} is ${{ value: k }} but only ${distinct} of the customers differ in the columns clustered on`,
      { remedy: `ask for at most ${distinct}` },
    );
  }
}
