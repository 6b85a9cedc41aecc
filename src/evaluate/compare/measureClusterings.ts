import { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';
import { type Clustering, clusteringOf } from '../clustering';
import { countClusters, countLabels } from '../clusterLabels';
import { INTERNAL_INDICES, type InternalMeasures } from '../indices/registry';
import { silhouettes } from '../indices/silhouette';
import { adjustedRand } from '../stability/adjustedRand';
import type { ReferenceSilhouette } from '../structure/referenceSilhouettes';
import type { ComparedClustering } from './comparedClustering';

/** Clusterings of the same rows by their names, one at least. */
export type NamedClusterings = ReadonlyMap<string, Clustering>;

/** The same, or those of a random sample of `size` rows. */
export function sampled(clusterings: NamedClusterings, size: number, seed: number): NamedClusterings {
  const [{ X }] = clusterings.values();
  if (X.rows <= size) return clusterings;
  const taken = new Random(seed).sample(X.rows, size);
  const rows = X.selectRows(taken);
  return new Map(
    Array.from(clusterings, ([name, { labels }]) => {
      const counted = countLabels(
        taken.map((row) => labels[row]),
        size,
      );
      return [name, clusteringOf(rows, counted)];
    }),
  );
}

/** Different numbers of clusters, each at least 2. */
export function clusterNumbers(clusterings: NamedClusterings): number[] {
  const numbers = new Set(Array.from(clusterings.values(), countClusters));
  return Array.from(numbers).filter((k) => k >= 2);
}

/** @param judged what silhouettes are taken on: `all`, or a sample. */
export function measureClusterings(
  all: NamedClusterings,
  judged: NamedClusterings,
  nulls: Map<number, ReferenceSilhouette>,
  stabilities: ReadonlyMap<string, number | null>,
): ComparedClustering[] {
  const own = silhouettesOf(judged);
  return Array.from(all, ([name, clustering]) => {
    const { labels, sizes } = clustering;
    const noiseShare = labels.filter((label) => label < 0).length / labels.length;
    const silhouette = own.get(name) ?? null;
    const none = nulls.get(countClusters(judged.get(name)!));
    return {
      name,
      nClusters: countClusters(clustering),
      sizes: Array.from(sizes),
      noiseShare,
      silhouette,
      silhouetteWithNoise: silhouette === null ? null : silhouette * (1 - noiseShare),
      referenceSilhouette: none?.mean ?? null,
      referenceSilhouetteSpread: none?.spread ?? null,
      isWellSeparated: null,
      hasGaps: null,
      ...internalMeasures(clustering),
      stability: stabilities.get(name) ?? null,
    };
  });
}

function internalMeasures(clustering: Clustering): InternalMeasures {
  const several = countClusters(clustering) > 1;
  const measured = INTERNAL_INDICES.map((index) => [index.key, several ? index.measure(clustering) : null]);
  return Object.fromEntries(measured) as InternalMeasures;
}

function silhouettesOf(clusterings: NamedClusterings): Map<string, number> {
  const several = Array.from(clusterings).filter(([, clustering]) => countClusters(clustering) > 1);
  if (several.length === 0) return new Map();
  const found = silhouettes(
    several[0][1].X,
    several.map(([, { labels }]) => labels),
  );
  return new Map(several.map(([name], at) => [name, found[at].mean]));
}

/** The adjusted Rand index of every pair. */
export function agreementOf(clusterings: NamedClusterings): Matrix {
  const all = Array.from(clusterings.values(), ({ labels }) => labels);
  const rows = all.map((a) => all.map((b) => adjustedRand(a, b)));
  return Matrix.fromRows(rows, Array.from(clusterings.keys()));
}
