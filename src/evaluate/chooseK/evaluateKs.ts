import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { mean } from '../../core/statistics';
import { type Clustering, clusteringOf, inertiaOf } from '../clustering';
import { checkTwoClusters, countLabels } from '../clusterLabels';
import type { ClusterIndex } from '../indices/clusterIndex';
import { INDICES, type IndexMeasures } from '../indices/registry';
import { resampleStability } from '../stability/resampleStability';
import { bordersOf } from '../structure/borders';
import { bridgeOf, type NearLinks, nearLinks } from '../structure/bridges';
import type { ColumnGroups } from '../structure/columnGroups';
import type { GroupEvidence } from '../structure/naturalK';
import { type Reference, referenceSource } from '../structure/reference';
import { fitEachK, type MakeClusterer } from './fitEachK';
import { range } from './kRange';

/** Starts of each k-means on references and resamples, of which there are many. */
const QUICK_STARTS = 3;

/** Everything measured of one number of clusters. */
export interface KEvaluation extends IndexMeasures, GroupEvidence {
  k: number;
  /** Within-cluster sum of squares. */
  inertia: number;
}

/** What to measure with. */
export interface EvaluationPlan {
  nInit: number;
  references: number;
  reference: Reference;
  /** Columns that references keep together. */
  columnGroups: ColumnGroups;
  resamples: number;
  seed: number;
  clusterer: MakeClusterer | undefined;
  onProgress: OnProgress | undefined;
}

/** What was found for every k. */
export interface EvaluatedKs {
  /** From k = 1 up. */
  rows: KEvaluation[];
  /** From k = 2 up. */
  models: ClusterModel[];
}

/** Measures every k from 1 to `kMax` by every index. */
export function evaluateKs(X: Matrix, kMax: number, plan: EvaluationPlan): EvaluatedKs {
  const random = new Random(plan.seed);
  const ks = range(2, kMax);
  const models = fitEachK(X, ks, { nInit: plan.nInit, seed: plan.seed, clusterer: plan.clusterer });
  const clusterings = clusteringsOf(X, models);
  const references = measureReferences(X, ks, plan, random);
  const agreements = [[], ...measureStability(X, ks, models, plan, random)];
  const measured = INDICES.map((index, place) =>
    index.measureKs({
      clusterings,
      agreements,
      references: references.map(({ measures }) => measures[place]),
    }),
  );
  const links = nearLinks(X);
  const rows = clusterings.map(
    (clustering, at): KEvaluation =>
      Object.assign(
        { k: at + 1, inertia: inertiaOf(clustering) },
        bordersOfK(
          clustering,
          links,
          references.map(({ borders }) => borders[at]),
        ),
        ...measured.map((of): Partial<KEvaluation> => of[at]),
      ),
  );
  return { rows, models };
}

type BordersOfK = Omit<GroupEvidence, keyof IndexMeasures | 'k'>;

function bordersOfK(clustering: Clustering, links: NearLinks, references: readonly number[]): BordersOfK {
  const { density, bound, clearest, tiny } = bordersOf(clustering);
  return {
    borderDensity: density,
    borderBound: bound,
    referenceBorderDensity: mean(references),
    clearestBorder: clearest,
    bridge: bridgeOf(clustering, links),
    tinyClusters: tiny,
  };
}

/** One cluster, and those of the models. */
function clusteringsOf(X: Matrix, models: readonly ClusterModel[]): Clustering[] {
  const one = countLabels(new Int32Array(X.rows), X.rows);
  const several = models.map(({ labels }) => checkTwoClusters(labels, X.rows, 'the silhouette'));
  return [one, ...several].map((counted) => clusteringOf(X, counted));
}

/** One data set without groups. */
interface MeasuredReference {
  /** What each index measures of it. */
  measures: number[][];
  /** Of each k, the density at the border that is least distinct. */
  borders: number[];
}

function measureReferences(
  X: Matrix,
  ks: number[],
  plan: EvaluationPlan,
  random: Random,
): MeasuredReference[] {
  const draw = referenceSource(X, plan.reference, plan.columnGroups);
  return Array.from({ length: plan.references }, (_, i) => {
    const drawn = draw(random);
    const distinct = countDistinctRows(drawn, ks[ks.length - 1]);
    const models = fitEachK(
      drawn,
      ks.filter((k) => k <= distinct),
      quick(plan, random),
    );
    // where the values of a reference allow no more clusters, those it has stand for more
    const clusterings = clusteringsOf(drawn, models);
    while (clusterings.length <= ks.length) clusterings.push(clusterings[clusterings.length - 1]);
    const measures = INDICES.map((index: ClusterIndex) => index.measureReference?.(clusterings) ?? []);
    plan.onProgress?.({ step: 'reference data sets', done: i + 1, total: plan.references });
    return { measures, borders: clusterings.map((clustering) => bordersOf(clustering).density) };
  });
}

function quick({ nInit, clusterer }: EvaluationPlan, random: Random) {
  return { nInit: Math.min(nInit, QUICK_STARTS), seed: random.uint32(), clusterer };
}

function measureStability(
  X: Matrix,
  ks: number[],
  models: ClusterModel[],
  plan: EvaluationPlan,
  random: Random,
): number[][] {
  const refit = (rows: Matrix, seed: number) => {
    const distinct = countDistinctRows(rows, ks[ks.length - 1]);
    const possible = ks.filter((k) => k <= distinct);
    const { nInit, clusterer } = quick(plan, random);
    const refitted = fitEachK(rows, possible, { nInit, seed, clusterer });
    return ks.map((_, at) => refitted[at]);
  };
  const { resamples, onProgress } = plan;
  const resampling = { resamples, seed: random.uint32(), onProgress };
  return resampleStability(X, models, refit, resampling).map(({ scores }) => Array.from(scores));
}
