import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import type { OnProgress } from '../../core/progress';
import { chooseAmongLabels, type KChoice, type KChoiceOfLabels } from '../../evaluate/chooseK/chooseK';
import { namedTree } from '../../evaluate/chooseK/kTree';
import { algorithmOf } from '../algorithms';
import type { OwnChoice } from '../algorithms/algorithm';
import type { ResolvedOptions } from '../options';
import type { TrainingCustomers } from './segmentationResult';

/** See `SegmentationModel.chooseK`. */
export function chooseSegments(
  {
    space,
    columnGroups,
    toCluster,
    labels,
  }: Pick<TrainingCustomers, 'space' | 'columnGroups' | 'toCluster' | 'labels'>,
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
  return withSegments(chooseByIndices(space, columnGroups, options, onProgress), labels);
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
): KChoiceOfLabels {
  const sweep = algorithmOf(options.algorithm).sweep?.(options);
  return chooseAmongLabels(space, { seed: options.seed, columnGroups, onProgress, ...sweep });
}

/** The choice with the clusters of its tree named by the segments of a fit, where there are as many. */
export function withSegments({ choice, rows, labels }: KChoiceOfLabels, segments: Int32Array): KChoice {
  const k = 1 + segments.reduce((most, segment) => Math.max(most, segment), -1);
  const at = choice.tree!.levels.findIndex((level) => level.k === k);
  if (at < 0) return choice;
  const judged = rows ? rows.map((row) => segments[row]) : segments;
  return { ...choice, tree: namedTree(choice.tree!, k, labels[at], judged) };
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
