import { checkSquares, widestRange } from '../../core/checkSquares';
import { InputError } from '../../core/errors';
import { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { squaredDistance } from '../../core/squaredDistance';
import { engineFor } from '../../tensor/chooseEngine';
import type { HeldRows } from '../../tensor/engine';
import { countDistinctRows } from '../shared/distinctRows';
import { relabelBySize } from '../shared/relabel';
import { lightweightCoreset } from './coreset';
import { KMeansModel } from './kMeansModel';
import { kMeansStarts } from './kMeansStarts';
import type { KMeansTable } from './kMeansTable';
import { type LloydRun, lastStep, lloyd, type StopRule } from './lloyd';

/** Squares of distances between these can be added over a hundred million rows in float32, and none vanishes. */
const WIDEST = 1e15;
const NARROWEST = 1e-15;

/** How to fit: checked options of `KMeans`. */
export interface FitPlan {
  /** How many starts to draw for each k, or the starts of each k themselves, as many for each. */
  starts: number | readonly (readonly Matrix[])[];
  maxIter: number;
  tol: number;
  seed: number;
  /** Length n; absent where every row weighs 1. */
  weights?: Float64Array;
  onProgress?: OnProgress;
}

/** Rows of a coreset: hundreds to a cluster, however many clusters are looked for. */
const CORESET_ROWS = 20_000;
const CORESET_ROWS_PER_CLUSTER = 1000;
/** How many times its coreset a table must be for the detour to pay. */
const LARGE = 3;
/** Each has all starts and one winner: what chance left out of one of them, the other has. */
const CORESETS = 2;

/**
 * The best k-means of a checked table for each of `ks`. A large table is clustered on two coresets first, and the best
 * centers of each are the starts on the whole table.
 * @throws InputError when rows lie too far apart to add squares in float32.
 */
export function fitKMeans(X: Matrix, ks: readonly number[], plan: FitPlan): KMeansModel[] {
  const size = Math.max(CORESET_ROWS, CORESET_ROWS_PER_CLUSTER * Math.max(...ks));
  const isLarge = typeof plan.starts === 'number' && X.rows >= LARGE * size;
  return fitWhole(X, ks, (isLarge && startsOfCoresets(X, ks, plan, size)) || plan);
}

/** The plan with starts found on coresets of so many rows; undefined where one has too few different rows. */
function startsOfCoresets(
  X: Matrix,
  ks: readonly number[],
  plan: FitPlan,
  size: number,
): FitPlan | undefined {
  const random = new Random(plan.seed);
  const most = Math.max(...ks);
  const starts: Matrix[][] = ks.map(() => []);
  for (let done = 0; done < CORESETS; done++) {
    const { X: sample, weights } = lightweightCoreset(X, size, random, plan.weights);
    if (countDistinctRows(sample, most) < most) return undefined;
    const onProgress: OnProgress = ({ step, done: drawn, total }) => {
      if (step === 'starts drawn')
        plan.onProgress?.({ step, done: done * total + drawn, total: CORESETS * total });
    };
    const models = fitWhole(sample, ks, { ...plan, seed: random.uint32(), weights, onProgress });
    for (const [at, { centroids }] of models.entries()) starts[at].push(centroids);
  }
  return { ...plan, starts };
}

/** Starts, Lloyd's iterations of all of them together, the last iteration of the best in float64. */
function fitWhole(X: Matrix, ks: readonly number[], plan: FitPlan): KMeansModel[] {
  const { starts, maxIter, tol, seed, weights, onProgress } = plan;
  const perK = typeof starts === 'number' ? starts : starts[0].length;
  const centers = perK * ks.reduce((sum, k) => sum + k, 0);
  const engine = engineFor({ kernel: 'kMeans', multiplications: X.rows * X.cols * centers });
  const held = engine.holdRows(X, { centers: ks.length * perK * Math.max(...ks), weights });
  try {
    checkSpread(held);
    if (isTooNarrow(X, held)) return fitEnlarged(X, ks, plan);
    const table: KMeansTable = { X, weights, held };
    const drawn =
      typeof starts === 'number' ? kMeansStarts(X, ks, { nInit: starts, seed, weights, onProgress }) : starts;
    const rule = { maxIter, tolerance: tol === 0 ? 0 : tol * meanVariance(X) };
    const runs = lloyd(table, drawn.flat(), rule, onProgress);
    return ks.map((_, at) => finish(table, bestRun(table, runs.slice(at * perK, (at + 1) * perK)), rule));
  } finally {
    held.dispose();
  }
}

/** In float32 the squares of such a table would vanish; a constant one lies within rounding of its mean, and may. */
function isTooNarrow(X: Matrix, { longest }: HeldRows): boolean {
  return longest < NARROWEST && widestRange(X) > 0;
}

/** Fits the table times a power of two, which rounds nothing, and brings the answer back to its units. */
function fitEnlarged(X: Matrix, ks: readonly number[], plan: FitPlan): KMeansModel[] {
  checkSquares(X);
  const factor = 2 ** -Math.floor(Math.log2(widestRange(X)));
  const starts =
    typeof plan.starts === 'number'
      ? plan.starts
      : plan.starts.map((own) => own.map((start) => times(start, factor)));
  return fitWhole(times(X, factor), ks, { ...plan, starts }).map(
    ({ labels, centroids, inertia, nIter, stopReason }) =>
      new KMeansModel({
        labels,
        centroids: times(centroids, 1 / factor),
        inertia: inertia / factor / factor,
        nIter,
        stopReason,
      }),
  );
}

function times({ data, rows, cols, columns }: Matrix, factor: number): Matrix {
  return new Matrix(
    data.map((value) => value * factor),
    rows,
    cols,
    columns,
  );
}

/** Sums of squares must fit float32. */
function checkSpread({ longest }: HeldRows): void {
  if (longest > WIDEST) {
    throw new InputError(
      'out-of-range',
      `a row of X lies more than ${WIDEST} from the others, too far to add squares`,
      { remedy: 'scale X first' },
    );
  }
}

/** Mean over columns of the variance (divisor n, unweighted): what makes `tol` independent of units. */
function meanVariance(X: Matrix): number {
  const shift = X.row(0);
  const sums = new Float64Array(X.cols);
  let squares = 0;
  for (let i = 0, at = 0; i < X.rows; i++) {
    for (let j = 0; j < X.cols; j++, at++) {
      const value = X.data[at] - shift[j];
      sums[j] += value;
      squares += value * value;
    }
  }
  const means = sums.reduce((total, sum) => total + (sum / X.rows) ** 2, 0);
  return Math.max(0, squares / X.rows - means) / X.cols;
}

/** The run with the least inertia; of those equal up to float32's rounding, the earliest. */
function bestRun({ held }: KMeansTable, runs: LloydRun[]): LloydRun {
  if (runs.length === 1) return runs[0];
  const inertias = held.inertias(runs);
  const least = Math.min(...inertias);
  return runs[inertias.findIndex((inertia) => inertia <= least + 1e-6 * Math.abs(least))];
}

function finish(table: KMeansTable, run: LloydRun, rule: StopRule): KMeansModel {
  const { centers, nIter, converged } = lastStep(table, run, rule);
  const k = centers.rows;
  const { labels, order } = relabelBySize(table.held.nearest(centers), k, table.X);
  const centroids = centers.selectRows(order);
  return new KMeansModel({
    labels,
    centroids,
    inertia: inertiaOf(table, centroids, labels),
    nIter,
    stopReason: converged ? 'converged' : 'max-iterations',
  });
}

function inertiaOf({ X, weights }: KMeansTable, centroids: Matrix, labels: Int32Array): number {
  const { data, cols } = X;
  const centers = centroids.data;
  let inertia = 0;
  for (let i = 0; i < X.rows; i++) {
    const square = squaredDistance(data, i * cols, centers, labels[i] * cols, cols);
    inertia += weights ? weights[i] * square : square;
  }
  return inertia;
}
