import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import type { OnProgress } from '../../core/progress';
import { chooseK, type KChoice } from '../../evaluate/chooseK/chooseK';
import { algorithmOf } from '../algorithms';
import type { OwnChoice } from '../algorithms/algorithm';
import type { ResolvedOptions } from '../options';
import type { TrainingCustomers } from './segmentationResult';

/** See `SegmentationModel.chooseK`. */
export function chooseSegments(
  { space, columnGroups, toCluster }: Pick<TrainingCustomers, 'space' | 'columnGroups' | 'toCluster'>,
  options: ResolvedOptions,
  onProgress: OnProgress,
): KChoice | OwnChoice {
  const algorithm = algorithmOf(options.algorithm);
  if (algorithm.findsK)
    throw new InputError(
      'conflict',
      `${algorithm.title} finds its own number of segments: there is none to choose.`,
    );
  checkDifferent(space);
  if (algorithm.fitAuto) return algorithm.fitAuto(toCluster, options, onProgress).ownChoice;
  return chooseByIndices(space, columnGroups, options, onProgress);
}

/**
 * How many segments, by every index. k for mixed tables is chosen on the very same distances.
 * @param space customers with Euclidean distances; categories are 0 and 1.
 */
export function chooseByIndices(
  space: Matrix,
  columnGroups: number[][],
  options: ResolvedOptions,
  onProgress: OnProgress,
): KChoice {
  const sweep = algorithmOf(options.algorithm).sweep?.(options);
  return chooseK(space, { seed: options.seed, columnGroups, onProgress, ...sweep });
}

/** Two different customers leave no number of segments to choose. @throws InputError */
export function checkDifferent(X: Matrix): void {
  const distinct = countDistinctRows(X, 3);
  if (distinct >= 3) return;
  throw new InputError(
    'no-difference',
    `there are only ${distinct} different customers among ${X.rows}, too few to choose a number of segments`,
    { remedy: phrase`give ${{ option: 'k' }}, at most ${distinct}` },
  );
}
