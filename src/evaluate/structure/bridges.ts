import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { Clustering } from '../clustering';

/** Links that a row has on average. */
const LINKS = 15;
/** Among at most so many rows, evenly spread over the table. */
const MAX_ROWS = 1000;
/** Steps of the power iteration that finds the direction in which a cluster is longest. */
const STEPS = 30;

/** Pairs of rows that lie near each other: all that are no farther apart than the nearest, fifteen a row on average. */
export interface NearLinks {
  a: Int32Array;
  b: Int32Array;
}

/** Cost: O(m²·d) for the m = min(n, 1000) rows looked at. */
export function nearLinks(X: Matrix): NearLinks {
  const step = Math.max(1, Math.ceil(X.rows / MAX_ROWS));
  const rows = Array.from({ length: Math.ceil(X.rows / step) }, (_, i) => i * step);
  const squares = new Float64Array((rows.length * (rows.length - 1)) / 2);
  fillSquares(squares, rows, X);
  const sorted = squares.slice().sort();
  const farthest = sorted[Math.min(sorted.length - 1, Math.floor((LINKS * rows.length) / 2))];
  const [a, b]: [number[], number[]] = [[], []];
  let at = 0;
  for (let i = 1; i < rows.length; i++) {
    for (let j = 0; j < i; j++) {
      if (squares[at++] > farthest) continue;
      a.push(rows[i]);
      b.push(rows[j]);
    }
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}

/** Squared distances of all pairs, row by row. */
function fillSquares(squares: Float64Array, rows: readonly number[], { data, cols }: Matrix): void {
  let at = 0;
  for (let i = 1; i < rows.length; i++) {
    for (let j = 0; j < i; j++) {
      squares[at++] = squaredDistance(data, rows[i] * cols, data, rows[j] * cols, cols);
    }
  }
}

/**
 * How firmly two clusters hang together, of the pair that does so most: the links between them, as a share of those that
 * cutting either in halves would cut (the geometric mean of both; one is added to each number). About 1 and more where one cloud
 * was cut, of whatever shape; far less between groups.
 *
 * Cost: O(n·d + links).
 */
export function bridgeOf(clustering: Clustering, { a, b }: NearLinks): number {
  const { labels, nClusters } = clustering;
  const halves = halvesOf(clustering);
  const within = new Float64Array(nClusters);
  const between = new Float64Array(nClusters * nClusters);
  for (let link = 0; link < a.length; link++) {
    const [one, other] = [labels[a[link]], labels[b[link]]];
    if (one < 0 || other < 0) continue;
    if (one !== other) between[Math.max(one, other) * nClusters + Math.min(one, other)]++;
    else if (halves[a[link]] !== halves[b[link]]) within[one]++;
  }
  let firmest = 0;
  for (let one = 1; one < nClusters; one++) {
    for (let other = 0; other < one; other++) {
      const links = between[one * nClusters + other];
      if (links > 0) firmest = Math.max(firmest, (links + 1) / (Math.sqrt(within[one] * within[other]) + 1));
    }
  }
  return firmest;
}

/** 0 or 1 for each row: each cluster cut across its longest direction into halves of equal size. */
function halvesOf({ X, labels, nClusters, scatter }: Clustering): Uint8Array {
  const { centroids } = scatter();
  const halves = new Uint8Array(X.rows);
  const rows: number[][] = Array.from({ length: nClusters }, () => []);
  labels.forEach((label, row) => {
    if (label >= 0) rows[label].push(row);
  });
  rows.forEach((own, label) => {
    const places = placesAlong(X, own, centroids.row(label));
    const middle = places.slice().sort()[own.length >> 1];
    own.forEach((row, at) => {
      halves[row] = Number(places[at] >= middle);
    });
  });
  return halves;
}

function placesAlong({ data, cols }: Matrix, rows: readonly number[], center: Float64Array): Float64Array {
  const places = new Float64Array(rows.length);
  let direction = Float64Array.from({ length: cols }, (_, j) => 1 + j / 10); // no axis of symmetry
  for (let step = 0; step < STEPS; step++) {
    const next = new Float64Array(cols);
    rows.forEach((row, at) => {
      let place = 0;
      for (let j = 0; j < cols; j++) place += direction[j] * (data[row * cols + j] - center[j]);
      places[at] = place;
      for (let j = 0; j < cols; j++) next[j] += place * (data[row * cols + j] - center[j]);
    });
    const length = Math.hypot(...next) || 1;
    direction = next.map((value) => value / length);
  }
  return places;
}
