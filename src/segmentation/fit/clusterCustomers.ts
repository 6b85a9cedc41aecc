import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import type { OnProgress } from '../../core/progress';
import { chooseK, type KChoice } from '../../evaluate/chooseK/chooseK';
import { algorithmOf } from '../algorithms';
import type { FoundSegments, OwnChoice } from '../algorithms/algorithm';
import type { ResolvedOptions } from '../options';
import type { PreparedCustomers } from './prepareCustomers';

/** Customers in groups. */
export interface Clustered extends FoundSegments {
  /** How k was chosen; null where it was not. */
  choice: KChoice | null;
  /** How the algorithm chose it by a criterion of its own; null where it did not. */
  ownChoice: OwnChoice | null;
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
  const choice = options.k === 'auto' ? choose(customers, options, onProgress) : null;
  const k = choice ? choice.recommendation.k : (options.k as number);
  checkEnough(customers.space, k);
  return { ...algorithm.fit(customers, k, options, onProgress), choice, ownChoice: null };
}

/** k for mixed tables is chosen on the very same distances: `judged` holds categories as 0 and 1. */
function choose(
  { judged, columnGroups }: PreparedCustomers,
  options: ResolvedOptions,
  onProgress: OnProgress,
): KChoice {
  const sweep = algorithmOf(options.algorithm).sweep?.(options);
  return chooseK(judged, { seed: options.seed, columnGroups, onProgress, ...sweep });
}

/** Two different customers leave no number of segments to choose. */
function checkDifferent(X: Matrix): void {
  const distinct = countDistinctRows(X, 3);
  if (distinct >= 3) return;
  throw new InputError(
    'no-difference',
    `there are only ${distinct} different customers among ${X.rows}, too few to choose a number of segments`,
    { remedy: phrase`give ${{ option: 'k' }}, at most ${distinct}` },
  );
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
