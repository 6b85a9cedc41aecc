import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Clusterer } from '../../core/estimator';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { checkNamed } from '../../core/options';
import { phrase } from '../../core/phrase';
import { ON_PROGRESS } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { array, type Given, integer, object, record } from '../../core/schema';
import { checkFits } from '../chooseK/fitEachK';
import { clusteringOf } from '../clustering';
import { countLabels } from '../clusterLabels';
import { type Resampling, refitOf, resampleStability } from '../stability/resampleStability';
import { type ColumnGroups, checkColumnGroups } from '../structure/columnGroups';
import { isWellSeparated } from '../structure/isWellSeparated';
import { hasGapsAround } from '../structure/judgeDensity';
import { referenceSilhouettes } from '../structure/referenceSilhouettes';
import type { ComparedClustering } from './comparedClustering';
import {
  agreementOf,
  clusterNumbers,
  measureClusterings,
  type NamedClusterings,
  sampled,
} from './measureClusterings';
import { recommendClustering, silhouetteFindsNothing } from './recommendClustering';

/** What the options may be. @internal */
export const COMPARE_OPTIONS = object({
  /**
   * What made the clusterings, by their names: those given here are fitted again on resamples, which measures their
   * stability. Default none.
   */
  clusterers: record<Readonly<Record<string, Clusterer>>>({ default: {} }),
  /** Bootstrap resamples for the stability, at least 1. Default 20. */
  resamples: integer({ minimum: 1, default: 20 }),
  /** Data sets without structure that the silhouettes are compared with; 0 for no comparison. Default 20. */
  references: integer({ minimum: 0, default: 20 }),
  /** As of `chooseK`: columns, by position, that say one thing together. Default none. */
  columnGroups: array<ColumnGroups>({ default: [] }),
  /** Silhouettes and stability of larger tables are taken on a random sample of so many rows, at least 2. Default 5000. */
  sampleSize: integer({ minimum: 2, default: 5000 }),
  /** The same seed gives the same answer. Default 0. */
  seed: integer({ default: 0 }),
  /** Told of each reference data set and each resample. */
  onProgress: ON_PROGRESS,
});

/** Options of `compareClusterings`. */
export interface CompareOptions extends Given<typeof COMPARE_OPTIONS> {}

/** Several clusterings of the same rows side by side. */
export interface ClusteringComparison {
  /** In the order given. */
  rows: ComparedClustering[];
  /** Adjusted Rand index of every pair, 1 on the diagonal; columns and rows in the order given, columns named. */
  agreement: Matrix;
  /** The clustering to trust; null when none is reliable. */
  recommended: string | null;
  /** Why, in plain sentences with their numbers: first the one to trust, then what speaks against the others. */
  reasons: string[];
}

/**
 * Which of several clusterings of the same rows to trust, and why. Each is measured by its silhouette, by the same over
 * all rows with noise as 0, by every index of rows and labels (Calinski–Harabasz, Davies–Bouldin), and by its stability where its clusterer is given;
 * the silhouette is compared with what as many clusters get where there is no structure, and every pair by the
 * adjusted Rand index.
 *
 * To be trusted, a clustering must have two clusters, place most rows, lie above what chance gives, and reappear in
 * resampled data (adjusted Rand index 0.65, Steinley 2004; with gaps around every cluster it is enough to reappear when a
 * tenth of the rows is left out, since rows drawn twice are dense places of their own). Above chance is a silhouette of all rows well over that of data
 * without structure or, since silhouettes favor round groups, a clusterer that finds no clusters in such data, or clear
 * gaps around every cluster. Of those the one with the highest silhouette is recommended; of several that are equal within
 * 0.02 the most stable. Where gaps set every cluster of some apart, these alone are chosen from, those with most clusters
 * first: what cuts a dense half-moon has no gap there, whatever its silhouette.
 * Calinski–Harabasz and Davies–Bouldin are shown and do not decide: they too favor round groups, and leave noise out.
 * None may be reliable, and a clustering that finds one cluster is an answer too: no groups separated by gaps.
 *
 * @param X n × d, on the scale that was clustered.
 * @param clusterings labels (−1 is noise) of each clustering, by its name; one at least, each of length n.
 * @throws InputError when labels do not fit, no two rows of `X` differ, an option is out of range, or a clusterer names no clustering.
 * Cost: one pass over the distances of `sampleSize` rows, `references` sweeps of k-means, `resamples` fits of each
 * clusterer; 200 × 3 takes about a second.
 * Source: Rousseeuw (1987); Hubert & Arabie (1985); Hennig (2007); Steinley (2004).
 *
 * @example
 * const kMeans = new KMeans({ nClusters: 4 });
 * const density = new DBSCAN({ eps: 1.2 });
 * const comparison = compareClusterings(X, { 'k-means': kMeans.fit(X).labels, DBSCAN: density.fit(X).labels }, {
 *   clusterers: { 'k-means': kMeans, DBSCAN: density },
 * });
 * comparison.recommended; // 'k-means'
 */
export function compareClusterings(
  X: MatrixLike,
  clusterings: Readonly<Record<string, ArrayLike<number>>>,
  options: CompareOptions = {},
): ClusteringComparison {
  const { clusterers, sampleSize, ...plan } = resolveOptions('compareClusterings', COMPARE_OPTIONS, options);
  const matrix = toMatrix(X);
  if (countDistinctRows(matrix, 2) < 2)
    throw new InputError('no-data', `X has no two different rows among its ${matrix.rows}`, {
      remedy: 'there is nothing to compare',
    });
  checkColumnGroups(plan.columnGroups, matrix.cols);
  const all = checkClusterings(clusterings, matrix);
  checkClusterers(clusterers, all);
  const judged = sampled(all, sampleSize, plan.seed);
  const [{ X: judgedRows }] = judged.values();
  const stabilities = new Map(
    Object.entries(clusterers).map(([name, clusterer]) => [name, stabilityOf(judgedRows, clusterer, plan)]),
  );
  const nulls = referenceSilhouettes(judgedRows, clusterNumbers(judged), plan);
  const rows = measureClusterings(all, judged, nulls, stabilities).map((row) => {
    const clusterer = Object.entries(clusterers).find(([name]) => name === row.name)?.[1];
    if (!clusterer || row.silhouetteWithNoise === null) return row;
    const { labels } = judged.get(row.name)!;
    const { columnGroups, seed } = plan;
    return {
      ...row,
      hasGaps: hasGapsAround(judgedRows, labels, () => clusterer, { columnGroups, seed }),
      ...(silhouetteFindsNothing(row) && {
        isWellSeparated: isWellSeparated(judgedRows, labels, clusterer, plan),
      }),
    };
  });
  const agreement = agreementOf(all);
  return { rows, agreement, ...recommendClustering(rows, agreement) };
}

/** As of `stability`, without resamples that have fewer distinct rows than clusters; null where all are so. */
function stabilityOf(
  X: Matrix,
  clusterer: Clusterer,
  plan: Pick<Resampling, 'resamples' | 'seed' | 'onProgress'>,
): number | null {
  const original = clusterer.fit(X);
  const refit = refitOf(original.nClusters, (rows) => clusterer.fit(rows));
  const { resamples, seed, onProgress } = plan;
  const { adjustedRand } = resampleStability(X, [original], refit, { resamples, seed, onProgress })[0];
  return Number.isNaN(adjustedRand) ? null : adjustedRand;
}

function checkClusterings(
  clusterings: Readonly<Record<string, ArrayLike<number>>>,
  X: Matrix,
): NamedClusterings {
  const named = Object.entries(checkNamed('clusterings', clusterings));
  if (named.length === 0) {
    throw new InputError('no-data', phrase`${{ option: 'clusterings' }} is empty`, {
      remedy: 'give the labels of one clustering at least, by its name',
    });
  }
  return new Map(named.map(([name, labels]) => [name, clusteringOf(X, countLabels(labels, X.rows, name))]));
}

function checkClusterers(clusterers: Readonly<Record<string, Clusterer>>, named: NamedClusterings): void {
  for (const [name, clusterer] of Object.entries(clusterers)) {
    if (!named.has(name)) {
      throw new InputError(
        'not-allowed',
        phrase`${{ option: 'clusterers' }} names ${{ value: name }}, which isn't a clustering`,
        { remedy: `there are ${Array.from(named.keys()).join(', ')}` },
      );
    }
    checkFits(clusterer, `the clusterer of '${name}' is`);
  }
}
