import type { KdTree } from './kdTree';

/** The least value of the places of each node of a tree. @param values one for each place. Cost: O(n). */
export function leastOfNodes({ firstLeaf, starts, ends }: KdTree, values: Float64Array): Float64Array {
  const least = new Float64Array(2 * firstLeaf).fill(Infinity);
  for (let v = 2 * firstLeaf - 1; v >= 1; v--) {
    if (v < firstLeaf) least[v] = Math.min(least[2 * v], least[2 * v + 1]);
    else for (let place = starts[v]; place < ends[v]; place++) least[v] = Math.min(least[v], values[place]);
  }
  return least;
}
