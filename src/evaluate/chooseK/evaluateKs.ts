import type { ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { mean } from '../../core/statistics';
import { mapOnThreads } from '../../tensor/threads/mapOnThreads';
import { type Clustering, inertiaOf } from '../clustering';
import { INDICES, type IndexMeasures } from '../indices/registry';
import { drawResamples } from '../stability/resampleStability';
import { bordersOf } from '../structure/borders';
import { bridgeOf, type NearLinks, nearLinks } from '../structure/bridges';
import type { ColumnGroups } from '../structure/columnGroups';
import type { GroupEvidence } from '../structure/naturalK';
import { type Reference, referenceSource } from '../structure/reference';
import { clusteringsOfModels } from './clusteringsOfModels';
import { type FitEachKOptions, fitEachK, type MakeClusterer } from './fitEachK';
import { range } from './kRange';
import { MEASURE_REFERENCE, type MeasuredReference, type ReferenceInput } from './measureReference';
import { type ResampleInput, SCORE_RESAMPLE } from './scoreResample';

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
  const clusterings = clusteringsOfModels(X, models);
  const references = measureReferences(X, ks, plan, random);
  const agreements = [[], ...measureStability(X, ks, models, plan, random.uint32())];
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

/** Multiplications of one pass over all data sets from which threads are worth starting. */
const WORTH_THREADS = 3e7;

/** Whether data sets like `X` are to be shared out; functions cannot be. */
function isShared(
  { rows, cols }: Matrix,
  ks: readonly number[],
  dataSets: number,
  plan: EvaluationPlan,
): boolean {
  const centers = QUICK_STARTS * ks.reduce((sum, k) => sum + k, 0);
  return !plan.clusterer && rows * cols * centers * dataSets >= WORTH_THREADS;
}

function measureReferences(
  X: Matrix,
  ks: number[],
  plan: EvaluationPlan,
  random: Random,
): MeasuredReference[] {
  const { references: total, onProgress } = plan;
  const draw = referenceSource(X, plan.reference, plan.columnGroups);
  function* inputs(): Generator<ReferenceInput> {
    for (let i = 0; i < total; i++) {
      const drawn = draw(random);
      yield { drawn, ks, fit: quick(plan, random.uint32()) };
    }
  }
  return mapOnThreads(MEASURE_REFERENCE, inputs(), {
    isLarge: isShared(X, ks, total, plan),
    onDone: (done) => onProgress?.({ step: 'reference data sets', done, total }),
  });
}

function quick({ nInit, clusterer }: EvaluationPlan, seed: number): FitEachKOptions {
  return { nInit: Math.min(nInit, QUICK_STARTS), seed, clusterer };
}

/** Of each k, the adjusted Rand indices of the resamples that allow it. */
function measureStability(
  X: Matrix,
  ks: number[],
  models: readonly ClusterModel[],
  plan: EvaluationPlan,
  seed: number,
): number[][] {
  const { resamples: total, onProgress } = plan;
  const labels = models.map((model) => model.labels);
  const table = { data: ownNumbers(X.data), rows: X.rows, cols: X.cols };
  function* inputs(): Generator<ResampleInput> {
    for (const { rows, seed: own } of drawResamples(X.rows, total, seed)) {
      yield { X: table, rows, ks, labels, fit: quick(plan, own) };
    }
  }
  const scores = mapOnThreads(SCORE_RESAMPLE, inputs(), {
    isLarge: isShared(X, ks, total, plan),
    onDone: (done) => onProgress?.({ step: 'resamples', done, total }),
  });
  return ks.map((_, at) => scores.flatMap((ofResample) => ofResample[at] ?? []));
}

/** Numbers that are part of a larger buffer take all of it along to another thread. */
function ownNumbers(data: Float64Array): Float64Array {
  return data.byteLength === data.buffer.byteLength ? data : data.slice();
}
