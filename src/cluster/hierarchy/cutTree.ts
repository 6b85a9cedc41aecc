import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { checkInteger } from '../../core/options';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { integer, number, object, optional } from '../../core/schema';
import { relabelBySize } from '../shared/relabel';
import { UnionFind } from './unionFind';

/** Where to cut a hierarchy: into so many clusters, or at a height, so that no cluster is joined above it. */
export type Cut = { nClusters: number } | { height: number };

/**
 * The flat clusters of a hierarchy: the merges below the cut are made, those above it are not.
 *
 * @param tree a linkage matrix, (n − 1) × 4, lowest merge first.
 * @param cut `nClusters`, from 1 to the number of distinct rows (exactly so many clusters result, also among
 * equal heights); or `height`, ≥ 0, in the unit of the distances (merges at this very height are made, as in
 * scipy's `fcluster(..., criterion='distance')`).
 * @param X the rows of the hierarchy, n × d: of equally large clusters the one whose center is lower then comes first.
 * Absent: the one whose first row comes earlier.
 * @returns labels, length n; 0 is the largest cluster.
 * @throws InputError when `nClusters` is out of range or `height` negative.
 * Cost: O(n).
 *
 * @example
 * cutTree(linkageMatrix([[0], [1], [5]]), { nClusters: 2 }); // Int32Array [0, 0, 1]
 */
export function cutTree(tree: Matrix, cut: Cut, X?: Matrix): Int32Array {
  const n = tree.rows + 1;
  const made = countMerges(tree, cut);
  const clusters = new UnionFind(2 * n - 1);
  for (let merge = 0; merge < made; merge++) {
    clusters.attach(tree.get(merge, 0), n + merge);
    clusters.attach(tree.get(merge, 1), n + merge);
  }
  return relabelBySize(numberRoots(clusters, n), n - made, X).labels;
}

const CUT = object({
  nClusters: optional(integer({ minimum: 1 })),
  height: optional(number({ minimum: 0 })),
});

function countMerges(tree: Matrix, cut: Cut): number {
  const { nClusters, height } = resolveOptions('a cut', CUT, cut);
  if (height === undefined)
    return tree.rows + 1 - checkClusters(tree, checkInteger('nClusters', nClusters, { min: 1 }));
  if (nClusters !== undefined)
    throw new InputError(
      'conflict',
      phrase`a cut was given both ${{ option: 'nClusters' }} and ${{ option: 'height' }}`,
      { remedy: 'give one of them' },
    );
  let made = 0;
  while (made < tree.rows && tree.get(made, 2) <= height) made++;
  return made;
}

/** Equal rows are joined at height 0, so the merges above 0 tell how many distinct rows there are. */
function checkClusters(tree: Matrix, nClusters: number): number {
  const rows = tree.rows + 1;
  const distinct = rows - tree.column(2).filter((height) => height === 0).length;
  if (nClusters > distinct) {
    const which = distinct < rows ? `${distinct} distinct rows among its ${rows}` : `${rows} rows`;
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'nClusters' }} is ${{ value: nClusters }} but the table has ${which}`,
      { remedy: `ask for at most ${distinct}` },
    );
  }
  return nClusters;
}

/** Numbers the sets that the first n items belong to by first appearance. */
function numberRoots(clusters: UnionFind, n: number): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: n }, (_, i) => {
    const root = clusters.find(i);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
}
