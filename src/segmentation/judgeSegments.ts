import { KMeans } from '../cluster/kMeans';
import type { Matrix } from '../core/matrix';
import { Random } from '../core/random';
import { judgeClustering } from '../evaluate/judgeClustering';
import { silhouette } from '../evaluate/silhouette';
import type { Structure } from '../evaluate/structure';
import type { Clustered } from './clusterCustomers';
import type { ResolvedOptions } from './segmentationOptions';

/** How well apart the segments are. */
export interface Judgement {
  /** Mean silhouette; null where there are fewer than two segments. */
  silhouette: number | null;
  /** Customers it was taken over. */
  silhouetteRows: number;
  structure: Structure;
}

/** Larger tables are judged on a random sample of so many rows: the silhouette's cost is the square of the rows. */
const SILHOUETTE_ROWS = 5000;

/** Judges a clustering of the rows of `X`. */
export function judgeSegments(
  X: Matrix,
  { labels, k, choice }: Clustered,
  { seed }: ResolvedOptions,
): Judgement {
  const rows = sampleOf(X.rows, SILHOUETTE_ROWS, seed);
  const some = rows ? rows.map((row) => labels[row]) : labels;
  const judged = rows ? X.takeRows(rows) : X;
  const found = new Set(some.filter((label) => label >= 0)).size;
  if (found < 2) return { silhouette: null, silhouetteRows: 0, structure: oneSegment(k) };
  return {
    silhouette: silhouette(judged, some).mean,
    silhouetteRows: some.filter((label) => label >= 0).length,
    structure:
      choice?.structure ??
      judgeClustering(judged, some, (seed) => new KMeans({ nClusters: k, nInit: 3, seed }), { seed }),
  };
}

/** `count` of `n` rows in ascending order; undefined where there are no more. */
export function sampleOf(n: number, count: number, seed: number): Int32Array | undefined {
  return n > count ? new Random(seed).sample(n, count).sort() : undefined;
}

function oneSegment(k: number): Structure {
  const words =
    k === 0
      ? 'No clear structure: every customer is noise, there is no segment.'
      : 'No clear structure: there is one segment, and nothing to compare it with.';
  return { verdict: 'none', words };
}
