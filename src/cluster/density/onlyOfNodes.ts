import type { KdTree } from './kdTree';

/**
 * The value that all places of each node of a tree have, `several` where they differ.
 * @param values one for each place.
 * @param only where it is written. Default a new array.
 * Cost: O(n).
 */
export function onlyOfNodes(
  { firstLeaf, starts, ends }: KdTree,
  values: Int32Array,
  several: number,
  only: Int32Array = new Int32Array(2 * firstLeaf),
): Int32Array {
  for (let v = 2 * firstLeaf - 1; v >= 1; v--) {
    if (v < firstLeaf) {
      only[v] = only[2 * v] === only[2 * v + 1] ? only[2 * v] : several;
      continue;
    }
    only[v] = values[starts[v]];
    for (let place = starts[v] + 1; place < ends[v]; place++)
      if (values[place] !== only[v]) only[v] = several;
  }
  return only;
}
