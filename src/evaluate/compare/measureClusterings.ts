import { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';
import { calinskiHarabasz } from '../indices/calinskiHarabasz';
import { daviesBouldin } from '../indices/daviesBouldin';
import { silhouettes } from '../indices/silhouette';
import { type Labeling, labelingOf } from '../labeling';
import { adjustedRand } from '../stability/adjustedRand';
import type { NullSilhouette } from '../structure/nullSilhouettes';
import type { ComparedClustering } from './comparedClustering';

/** The labels of every clustering, by its name. */
export type Labelings = ReadonlyMap<string, Labeling>;

/** A table and its clusterings: all rows, or those that silhouettes and stability are taken on. */
export interface Clustered {
  X: Matrix;
  labelings: Labelings;
}

/** The same, or a random sample of `size` rows. */
export function sampled({ X, labelings }: Clustered, size: number, seed: number): Clustered {
  if (X.rows <= size) return { X, labelings };
  const taken = new Random(seed).sample(X.rows, size);
  const some = Array.from(labelings, ([name, { labels }]): [string, Labeling] => [
    name,
    labelingOf(
      taken.map((row) => labels[row]),
      size,
    ),
  ]);
  return { X: X.takeRows(taken), labelings: new Map(some) };
}

/** Different numbers of clusters, each at least 2. */
export function clusterNumbers(labelings: Labelings): number[] {
  const numbers = new Set(Array.from(labelings.values(), countClusters));
  return Array.from(numbers).filter((k) => k >= 2);
}

function countClusters({ sizes }: Labeling): number {
  return sizes.filter((size) => size > 0).length;
}

/** @param judged what silhouettes are taken on: `all`, or a sample. */
export function measureClusterings(
  all: Clustered,
  judged: Clustered,
  nulls: Map<number, NullSilhouette>,
  stabilities: ReadonlyMap<string, number | null>,
): ComparedClustering[] {
  const own = silhouettesOf(judged);
  const { X } = all;
  return Array.from(all.labelings, ([name, labeling]) => {
    const { labels, sizes } = labeling;
    const several = countClusters(labeling) > 1;
    const noiseShare = labels.filter((label) => label < 0).length / X.rows;
    const silhouette = own.get(name) ?? null;
    const none = nulls.get(countClusters(judged.labelings.get(name)!));
    return {
      name,
      nClusters: countClusters(labeling),
      sizes: Array.from(sizes),
      noiseShare,
      silhouette,
      silhouetteOfAll: silhouette === null ? null : silhouette * (1 - noiseShare),
      nullSilhouette: none?.mean ?? null,
      nullSilhouetteSpread: none?.spread ?? null,
      standsApart: null,
      calinskiHarabasz: several ? calinskiHarabasz(X, labels) : null,
      daviesBouldin: several ? daviesBouldin(X, labels) : null,
      stability: stabilities.get(name) ?? null,
    };
  });
}

function silhouettesOf({ X, labelings }: Clustered): Map<string, number> {
  const several = Array.from(labelings).filter(([, labeling]) => countClusters(labeling) > 1);
  if (several.length === 0) return new Map();
  const found = silhouettes(
    X,
    several.map(([, { labels }]) => labels),
  );
  return new Map(several.map(([name], at) => [name, found[at].mean]));
}

/** The adjusted Rand index of every pair. */
export function agreementOf(labelings: Labelings): Matrix {
  const all = Array.from(labelings.values(), ({ labels }) => labels);
  const rows = all.map((a) => all.map((b) => adjustedRand(a, b)));
  return Matrix.fromRows(rows, Array.from(labelings.keys()));
}
