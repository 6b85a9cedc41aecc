/** A tree over rows: edge i joins `first[i]` and `second[i]`. Each array has n − 1 entries. */
export interface ReachabilityEdges {
  first: Int32Array;
  second: Int32Array;
  /** Squared mutual reachability distances: the largest of the squares of the distance and of both core distances. */
  squares: Float64Array;
  /** Squared distances, which order edges of equal reachability. */
  apart: Float64Array;
}

/** Room for the edges of a tree over n rows. */
export function emptyEdges(n: number): ReachabilityEdges {
  const count = Math.max(0, n - 1);
  return {
    first: new Int32Array(count),
    second: new Int32Array(count),
    squares: new Float64Array(count),
    apart: new Float64Array(count),
  };
}

/** The shortest first; of equally long ones that of the nearer rows, then that of the rows that come first. */
export function sortEdges({ first, second, squares, apart }: ReachabilityEdges): ReachabilityEdges {
  const [low, high] = [
    first.map((row, i) => Math.min(row, second[i])),
    first.map((row, i) => Math.max(row, second[i])),
  ];
  const order = Int32Array.from(first.keys()).sort(
    (a, b) => squares[a] - squares[b] || apart[a] - apart[b] || low[a] - low[b] || high[a] - high[b],
  );
  return {
    first: order.map((edge) => low[edge]),
    second: order.map((edge) => high[edge]),
    squares: Float64Array.from(order, (edge) => squares[edge]),
    apart: Float64Array.from(order, (edge) => apart[edge]),
  };
}
