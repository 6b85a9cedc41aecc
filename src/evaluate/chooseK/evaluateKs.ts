import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { type Clustering, clusteringOf, inertiaOf } from '../clustering';
import { checkTwoClusters, countLabels } from '../clusterLabels';
import type { ClusterIndex } from '../indices/clusterIndex';
import { INDICES, type IndexMeasures } from '../indices/registry';
import { resampleStability } from '../stability/resampleStability';
import { type ColumnGroups, defaultReference, type Reference, referenceSource } from '../structure/reference';
import { fitEachK, type MakeClusterer } from './fitEachK';
import { range } from './kRange';

/** Starts of each k-means on references and resamples, of which there are many. */
const QUICK_STARTS = 3;

/** Everything measured of one number of clusters. */
export interface KEvaluation extends IndexMeasures {
  k: number;
  /** Within-cluster sum of squares. */
  inertia: number;
}

/** What to measure with. */
export interface EvaluationPlan {
  nInit: number;
  references: number;
  /** Default: what suits the columns. */
  reference: Reference | undefined;
  /** Columns that references keep together. */
  columnGroups: ColumnGroups;
  resamples: number;
  seed: number;
  clusterer: MakeClusterer | undefined;
  onProgress: OnProgress | undefined;
}

/** Measures every k from 1 to `kMax` by every index; the first entry is that of one cluster. */
export function evaluateKs(X: Matrix, kMax: number, plan: EvaluationPlan): KEvaluation[] {
  const random = new Random(plan.seed);
  const ks = range(2, kMax);
  const models = fitEachK(X, ks, { nInit: plan.nInit, seed: plan.seed, clusterer: plan.clusterer });
  const clusterings = clusteringsOf(X, models);
  const references = measureReferences(X, ks, plan, random);
  const agreements = [[], ...measureStability(X, ks, models, plan, random)];
  const measured = INDICES.map((index, place) =>
    index.measureKs({ clusterings, agreements, references: references.map((of) => of[place]) }),
  );
  return clusterings.map((clustering, at) =>
    Object.assign(
      { k: at + 1, inertia: inertiaOf(clustering) },
      ...measured.map((rows): Partial<KEvaluation> => rows[at]),
    ),
  );
}

/** One cluster, and those of the models. */
function clusteringsOf(X: Matrix, models: readonly ClusterModel[]): Clustering[] {
  const one = countLabels(new Int32Array(X.rows), X.rows);
  const several = models.map(({ labels }) => checkTwoClusters(labels, X.rows, 'the silhouette'));
  return [one, ...several].map((counted) => clusteringOf(X, counted));
}

/** Of each data set without clusters, what each index measures of it. */
function measureReferences(X: Matrix, ks: number[], plan: EvaluationPlan, random: Random): number[][][] {
  const { reference = defaultReference(X, plan.columnGroups), columnGroups } = plan;
  const draw = referenceSource(X, reference, columnGroups);
  return Array.from({ length: plan.references }, (_, i) => {
    const drawn = draw(random);
    const clusterings = clusteringsOf(drawn, fitEachK(drawn, ks, quick(plan, random)));
    const measures = INDICES.map((index: ClusterIndex) => index.measureReference?.(clusterings) ?? []);
    plan.onProgress?.({ step: 'reference data sets', done: i + 1, total: plan.references });
    return measures;
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
  const resampling = {
    resamples,
    scheme: 'bootstrap',
    fraction: 1,
    seed: random.uint32(),
    onProgress,
  } as const;
  return resampleStability(X, models, refit, resampling).map(({ scores }) => Array.from(scores));
}
