import type { Matrix } from '../../core/matrix';
import type { KdTree } from './kdTree';
import { type ReachabilityEdges, sortEdges } from './reachabilityEdges';
import { spanByNodes } from './spanByNodes';
import { spanByRows } from './spanByRows';

/** From so many columns on, a tree of boxes visits nearly all of them, and going through all pairs is as fast. */
const MANY_COLUMNS = 20;

/**
 * The minimum spanning tree of mutual reachability distances, shortest edge first. Edges are in a total order, by
 * reachability, then by distance, then by the positions of their rows: that there is one tree only makes the answer
 * hang on nothing but the rows and their order.
 *
 * @param tree over `X`.
 * @param cores the squared core distance of each row.
 * @param told called now and then with the number of edges found.
 * Cost: as a rule O(n·log² n) up to some 20 columns; O(n²·d) time and O(n) memory beyond.
 */
export function spanReachability(
  X: Matrix,
  tree: KdTree,
  cores: Float64Array,
  told: (edges: number) => void,
): ReachabilityEdges {
  const edges = X.cols < MANY_COLUMNS ? spanByNodes(tree, cores, told) : spanByRows(X, cores, told);
  return sortEdges(edges);
}
