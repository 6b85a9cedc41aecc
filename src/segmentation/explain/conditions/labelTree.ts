import { bestDivision } from './bestDivision';
import type { ColumnBins } from './binnedColumns';
import type { SurrogateTree } from './centerTree';
import { grow, rootOf } from './tree';

/**
 * A small tree that distinguishes segments where no centers do: each question makes its sides purer, by Gini's index.
 * Source: Breiman, Friedman, Olshen & Stone, "Classification and regression trees" (1984).
 *
 * @param labels the segment of each customer; −1 is a group of its own.
 * Cost: O(customers · columns · depth).
 */
export function labelTree(
  columns: readonly ColumnBins[],
  labels: Int32Array,
  segments: number,
  mostLeaves: number,
): SurrogateTree {
  const terms = {
    width: segments + 1,
    add(row: number, sums: Float64Array, at: number) {
      sums[at + labels[row] + 1]++;
    },
  };
  const { leaves, divided } = grow([rootOf(labels.length)], columns, mostLeaves, (node) =>
    bestDivision(node, columns, terms, purity),
  );
  return { leaves, nodes: [...divided, ...leaves] };
}

/** The sum of squared counts over the count: higher where one segment has most. */
function purity(sums: Float64Array): number {
  const count = sums[sums.length - 1];
  let squares = 0;
  for (let c = 0; c < sums.length - 1; c++) squares += sums[c] * sums[c];
  return squares / count;
}
