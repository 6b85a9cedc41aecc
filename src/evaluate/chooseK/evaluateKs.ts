import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { mean, standardDeviation } from '../../core/statistics';
import { calinskiHarabasz } from '../indices/calinskiHarabasz';
import { daviesBouldin } from '../indices/daviesBouldin';
import { gapsOf } from '../indices/gap';
import { withinSumOfSquares } from '../indices/scatter';
import { silhouettes } from '../indices/silhouette';
import { labelingOf } from '../labeling';
import { resampleStability } from '../stability/resampleStability';
import { defaultReference, type Reference, referenceSource, type Together } from '../structure/reference';
import { range } from './kRange';
import { type MakeClusterer, sweep } from './sweep';

/** Rows of a reference data set whose silhouettes are taken: enough for a mean, and their cost is square. */
const REFERENCE_SILHOUETTE_ROWS = 1000;
/** Starts of each k-means on references and resamples, of which there are many. */
const QUICK_STARTS = 3;

/** Everything measured of one number of clusters. */
export interface KEvaluation {
  k: number;
  /** Within-cluster sum of squares. */
  inertia: number;
  /** Mean silhouette, −1 … 1; higher is better. NaN for k = 1. */
  silhouette: number;
  /** Mean silhouette that as many clusters have on data of the same shape without any structure. */
  nullSilhouette: number;
  /** How much that varies from one such data set to the next (standard deviation). */
  nullSilhouetteSpread: number;
  /** Higher is better. NaN for k = 1. */
  calinskiHarabasz: number;
  /** Lower is better. NaN for k = 1. */
  daviesBouldin: number;
  /** Gap statistic: higher is better. */
  gap: number;
  gapStandardError: number;
  /** Mean adjusted Rand index over bootstrap resamples, 1 at best; NaN for k = 1. */
  stability: number;
  /** Of that mean; NaN for k = 1. */
  stabilityStandardError: number;
}

/** What to measure with. */
export interface EvaluationPlan {
  nInit: number;
  references: number;
  /** Default: what suits the columns. */
  reference: Reference | undefined;
  /** Columns that references keep together. */
  together: Together;
  resamples: number;
  seed: number;
  clusterer: MakeClusterer | undefined;
  onProgress: OnProgress | undefined;
}

/** Measures every k from 1 to `kMax`; the first entry is that of one cluster. */
export function evaluateKs(X: Matrix, kMax: number, plan: EvaluationPlan): KEvaluation[] {
  const random = new Random(plan.seed);
  const ks = range(2, kMax);
  const models = sweep(X, ks, { nInit: plan.nInit, seed: plan.seed, clusterer: plan.clusterer });
  const labelings = [new Int32Array(X.rows), ...models.map((model) => model.labels)];
  const inertias = inertiasOf(X, labelings);
  const own = silhouettes(X, labelings.slice(1));
  const references = measureReferences(X, ks, plan, random);
  const gaps = gapsOf(
    inertias.map(Math.log),
    references.map((reference) => reference.logInertias),
  );
  const stabilities = measureStability(X, ks, models, plan, random);
  return labelings.map((labels, at) => {
    const nulls = references.map((reference) => reference.silhouettes[at - 1]);
    return {
      k: at + 1,
      inertia: inertias[at],
      silhouette: at > 0 ? own[at - 1].mean : Number.NaN,
      nullSilhouette: at > 0 ? mean(nulls) : Number.NaN,
      nullSilhouetteSpread: at > 0 ? standardDeviation(nulls) : Number.NaN,
      calinskiHarabasz: at > 0 ? calinskiHarabasz(X, labels) : Number.NaN,
      daviesBouldin: at > 0 ? daviesBouldin(X, labels) : Number.NaN,
      gap: gaps.gap[at],
      gapStandardError: gaps.standardError[at],
      stability: at > 0 ? mean(stabilities[at - 1]) : Number.NaN,
      stabilityStandardError: at > 0 ? standardError(stabilities[at - 1]) : Number.NaN,
    };
  });
}

/** One data set without clusters. */
interface ReferenceMeasures {
  /** From k = 1. */
  logInertias: number[];
  /** From k = 2. */
  silhouettes: number[];
}

function measureReferences(
  X: Matrix,
  ks: number[],
  plan: EvaluationPlan,
  random: Random,
): ReferenceMeasures[] {
  const { reference = defaultReference(X, plan.together), together } = plan;
  const draw = referenceSource(X, reference, together);
  return Array.from({ length: plan.references }, (_, i) => {
    const drawn = draw(random);
    const models = sweep(drawn, ks, quick(plan, random));
    const labelings = models.map((model) => model.labels);
    const measures = {
      logInertias: inertiasOf(drawn, [new Int32Array(drawn.rows), ...labelings]).map(Math.log),
      silhouettes: silhouettesOfSome(drawn, labelings),
    };
    plan.onProgress?.({ step: 'reference data sets', done: i + 1, total: plan.references });
    return measures;
  });
}

function quick({ nInit, clusterer }: EvaluationPlan, random: Random) {
  return { nInit: Math.min(nInit, QUICK_STARTS), seed: random.uint32(), clusterer };
}

/** Rows of a reference are in no order, so the first will do, with one row of every cluster at least. */
function silhouettesOfSome(X: Matrix, labelings: Int32Array[]): number[] {
  const firstOfClusters = labelings.flatMap((labels) =>
    Array.from(new Set(labels), (label) => labels.indexOf(label)),
  );
  const first = Array.from({ length: Math.min(X.rows, REFERENCE_SILHOUETTE_ROWS) }, (_, i) => i);
  const rows = Int32Array.from(new Set([...first, ...firstOfClusters]));
  const some = labelings.map((labels) => rows.map((row) => labels[row]));
  return silhouettes(X.takeRows(rows), some).map((silhouette) => silhouette.mean);
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
    const refitted = sweep(rows, possible, { nInit, seed, clusterer });
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

function inertiasOf(X: Matrix, labelings: Int32Array[]): number[] {
  return labelings.map((labels) => withinSumOfSquares(X, labelingOf(labels, X.rows)));
}

function standardError(values: readonly number[]): number {
  return standardDeviation(values) / Math.sqrt(values.length);
}
