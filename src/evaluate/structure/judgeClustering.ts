import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { Clusterer } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';
import { mean, standardDeviation } from '../../core/statistics';
import { clusteringOf } from '../clustering';
import { countClusters, countLabels } from '../clusterLabels';
import { silhouette as silhouetteOf } from '../indices/silhouette';
import { refitOf, resampleStability } from '../stability/resampleStability';
import { bordersOf } from './borders';
import { bridgeOf, nearLinks } from './bridges';
import type { ColumnGroups } from './columnGroups';
import { judgedRows } from './judgedRows';
import { firstRows, referenceSource } from './reference';
import { judgeStructure, type Structure } from './structure';

/** The share of clouds that a clusterer may divide and still be said to leave them whole. */
const DIVIDED_BY_CHANCE = 0.2;

/** Options of `judgeClustering`. */
export interface JudgeOptions {
  /** Tables without structure to compare with. Default 8. */
  references?: number;
  /** Bootstrap resamples for the stability. Default 8. */
  resamples?: number;
  /** Larger tables are judged on a random sample of so many rows. Default 1,000. */
  sampleSize?: number;
  /** The mean silhouette, where it is known of more rows than the sample: it is what the verdict goes by and says. */
  silhouette?: number;
  /** As of `chooseK`. */
  columnGroups?: ColumnGroups;
  /** Default 0. */
  seed?: number;
}

/**
 * Whether a clustering that is there already shows natural groups: `chooseK`'s verdict without its sweep over k, for
 * any clusterer. Its silhouette is compared with what the clusterer makes of tables of the same shape without any
 * structure, and it is clustered again on resamples.
 *
 * @param X n × d, as clustered.
 * @param labels length n, two clusters at least; noise (−1) counts in neither silhouette.
 * @param makeClusterer what made them, for a seed.
 * Cost: `references` + `resamples` fits and silhouettes of `sampleSize` rows; 0.2 s for k-means.
 */
export function judgeClustering(
  X: Matrix,
  labels: Int32Array,
  makeClusterer: (seed: number) => Clusterer,
  {
    references = 8,
    resamples = 8,
    sampleSize = 1000,
    silhouette,
    columnGroups = [],
    seed = 0,
  }: JudgeOptions = {},
): Structure {
  const random = new Random(seed);
  const { X: judged, labels: own, k } = judgedRows(X, labels, sampleSize, random);
  // of the shape of all rows: the few that lie far out would miss most samples
  const draw = referenceSource(X, 'copula', columnGroups);
  const nulls = Array.from({ length: references }, () => {
    const drawn = firstRows(draw(random), sampleSize);
    const seed = random.uint32();
    const fits = countDistinctRows(drawn, k) === k;
    const found = fits ? makeClusterer(seed).fit(drawn).labels : new Int32Array(drawn.rows);
    const clustering = clusteringOf(drawn, countLabels(found, drawn.rows));
    const isDivided = fits && countClusters(clustering) > 1;
    return { silhouette: meanSilhouette(drawn, found), border: bordersOf(clustering).density, isDivided };
  });
  const clustering = clusteringOf(judged, countLabels(own, judged.rows));
  const borders = bordersOf(clustering);
  const stability = stabilityOf(judged, own, k, makeClusterer, { resamples, seed: random.uint32() });
  const silhouettes = nulls.map((measured) => measured.silhouette);
  return judgeStructure(
    {
      k: countLabels(labels, X.rows).nClusters, // a small cluster may have missed the sample
      silhouette: silhouette ?? meanSilhouette(judged, own),
      referenceSilhouette: mean(silhouettes),
      referenceSilhouetteSpread: standardDeviation(silhouettes),
      stability,
      borderDensity: borders.density,
      borderBound: borders.bound,
      referenceBorderDensity: mean(nulls.map(({ border }) => border)),
      clearestBorder: borders.clearest,
      bridge: bridgeOf(clustering, nearLinks(judged)),
      tinyClusters: borders.tiny,
      leavesCloudsWhole:
        nulls.filter(({ isDivided }) => isDivided).length <= DIVIDED_BY_CHANCE * nulls.length,
    },
    { isChosen: false },
  );
}

/** 0 where there is but one cluster. */
function meanSilhouette(X: Matrix, labels: Int32Array): number {
  return countClusters(countLabels(labels, X.rows)) < 2 ? 0 : silhouetteOf(X, labels).mean;
}

function stabilityOf(
  X: Matrix,
  labels: Int32Array,
  k: number,
  makeClusterer: (seed: number) => Clusterer,
  { resamples, seed }: { resamples: number; seed: number },
): number {
  const refit = refitOf(k, (rows, seed) => makeClusterer(seed).fit(rows));
  return resampleStability(X, [{ labels }], refit, { resamples, seed })[0].adjustedRand;
}
