import type { Matrix } from '../../core/matrix';
import { squaredDistanceUpTo } from '../../core/squaredDistance';
import { emptyEdges, type ReachabilityEdges } from './reachabilityEdges';

/**
 * The minimum spanning tree of mutual reachability, grown from the first row by its nearest row outside: for many
 * columns.
 * @param cores the squared core distance of each row.
 * Cost: O(n²·d) time, O(n) memory.
 * Source: Prim, "Shortest connection networks and some generalizations" (1957).
 */
export function spanByRows(
  { data, rows, cols }: Matrix,
  cores: Float64Array,
  told: (edges: number) => void,
): ReachabilityEdges {
  const edges = emptyEdges(rows);
  const squares = new Float64Array(rows).fill(Infinity);
  const apart = new Float64Array(rows).fill(Infinity);
  const inside = new Int32Array(rows);
  const outside = Int32Array.from({ length: rows }, (_, row) => row);
  let left = rows;
  let at = 0;
  for (let step = 0; step < rows - 1; step++) {
    const newest = outside[at];
    outside[at] = outside[--left];
    at = 0;
    for (let position = 0; position < left; position++) {
      const row = outside[position];
      const core = Math.max(cores[newest], cores[row]);
      if (core <= squares[row]) {
        const distance = squaredDistanceUpTo(data, newest * cols, data, row * cols, cols, squares[row]);
        const square = Math.max(core, distance);
        if (square < squares[row] || (square === squares[row] && isNearer(distance, newest, row))) {
          squares[row] = square;
          apart[row] = distance;
          inside[row] = newest;
        }
      }
      if (position > 0 && comesFirst(row, outside[at])) at = position;
    }
    const joined = outside[at];
    edges.first[step] = inside[joined];
    edges.second[step] = joined;
    edges.squares[step] = squares[joined];
    edges.apart[step] = apart[joined];
    told(step + 1);
  }
  return edges;

  /** Of two edges to the same row that are equally long. */
  function isNearer(distance: number, newest: number, row: number): boolean {
    return (
      distance < apart[row] || (distance === apart[row] && comparePairs(newest, row, inside[row], row) < 0)
    );
  }

  function comesFirst(a: number, b: number): boolean {
    const difference =
      squares[a] - squares[b] || apart[a] - apart[b] || comparePairs(inside[a], a, inside[b], b);
    return difference < 0;
  }
}

/** The lower rows first, then the higher. */
function comparePairs(a: number, b: number, c: number, d: number): number {
  return Math.min(a, b) - Math.min(c, d) || Math.max(a, b) - Math.max(c, d);
}
