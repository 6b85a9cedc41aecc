import { countBelow } from '../../core/countBelow';
import type { Clustering } from '../clustering';
import { type Direction, fisherDirections } from './fisherDirections';

/** Clusters smaller than this, in rows and as a share of them, have no density to speak of. */
const FEWEST_ROWS = 3;
const FEWEST_SHARE = 0.02;

/** Half the width of the window in which rows are counted, on a scale where two centers are at −1 and 1. */
const WINDOW = 0.25;
/** Where the border, and the densest place of a cluster, may be. */
const BORDER = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3];
const INSIDE = Array.from({ length: 15 }, (_, step) => 0.4 + step / 10);

/** How thinly rows lie between clusters. */
export interface Borders {
  /**
   * At the border of the two clusters that are least distinct: the density of rows as a share of that in the thinner
   * of both. 0 is a gap, 1 and more a cloud that was cut.
   */
  density: number;
  /** The same and one standard error more. */
  bound: number;
  /** The density at the densest border of the cluster that stands out most. */
  clearest: number;
  /** Clusters with too few rows to be judged. */
  tiny: number;
}

/**
 * Measures the border of each pair of clusters along the direction that tells the two apart best: how many rows lie in a
 * window there, and how many in the same window where either is densest. Between groups there is a valley, also where
 * many columns carry none; a cloud that was cut has none, whatever its shape. One row is added to all counts.
 *
 * Cost: O(n·d² + clusters²·d³ + n·clusters·(d + log n)).
 */
export function bordersOf(clustering: Clustering): Borders {
  const { X, sizes } = clustering;
  const fewest = Math.max(FEWEST_ROWS, FEWEST_SHARE * X.rows);
  const present = Array.from(sizes.keys()).filter((label) => sizes[label] > 0);
  const judged = present.filter((label) => sizes[label] >= fewest);
  const tiny = present.length - judged.length;
  if (judged.length < 2) return { density: 1, bound: 1, clearest: 1, tiny };
  const rows = rowsByLabel(clustering);
  const direction = fisherDirections(clustering);
  const found = judged.flatMap((a, at) =>
    judged.slice(0, at).map((b) => {
      const places = placesOf(clustering, [rows[a], rows[b]], direction(a, b));
      return { of: [a, b], ...borderAmong(places) };
    }),
  );
  const densest = (borders: typeof found) => Math.max(...borders.map(({ density }) => density));
  return {
    density: densest(found),
    bound: Math.max(...found.map(({ bound }) => bound)),
    clearest: Math.min(...judged.map((label) => densest(found.filter(({ of }) => of.includes(label))))),
    tiny,
  };
}

function rowsByLabel({ labels, nClusters }: Clustering): number[][] {
  const rows: number[][] = Array.from({ length: nClusters }, () => []);
  labels.forEach((label, row) => {
    if (label >= 0) rows[label].push(row);
  });
  return rows;
}

/** Where the rows of several lists lie along a direction, ascending. */
function placesOf(
  { X }: Clustering,
  lists: readonly (readonly number[])[],
  { weights, middle, half }: Direction,
): Float64Array {
  const { data, cols } = X;
  const places = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const rows of lists) {
    for (const row of rows) {
      let place = 0;
      for (let j = 0, from = row * cols; j < cols; j++) place += weights[j] * data[from + j];
      places[at++] = (place - middle) / half;
    }
  }
  return places.sort();
}

function borderAmong(places: Float64Array): { density: number; bound: number } {
  const count = (center: number) => countBelow(places, center + WINDOW) - countBelow(places, center - WINDOW);
  const border = Math.min(...BORDER.map(count));
  const right = Math.max(...INSIDE.map(count));
  const left = Math.max(...INSIDE.map((place) => count(-place)));
  const inside = Math.min(left, right) + 1;
  return { density: (border + 1) / inside, bound: (border + 1 + Math.sqrt(border)) / inside };
}
