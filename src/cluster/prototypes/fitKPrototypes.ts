import { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { seedRows } from '../kmeans/kMeansPlusPlus';
import { canonicalOrder, restoreOrder } from '../shared/canonicalOrder';
import { relabelBySize } from '../shared/relabel';
import type { KPrototypesState } from './kPrototypesModel';
import { embedded, type MixedMeasure, mixedDissimilarity, nearestPrototypes } from './mixedDissimilarity';

/** Checked options of one fit. */
export interface PrototypePlan {
  nClusters: number;
  nInit: number;
  maxIter: number;
  seed: number;
  onProgress?: OnProgress;
}

/** The start of the least cost, of equally good ones the earliest, run until no row changes its cluster. */
export function fitKPrototypes(X: Matrix, measure: MixedMeasure, plan: PrototypePlan): KPrototypesState {
  const order = canonicalOrder(X);
  const found = bestStart(X.selectRows(order), measure, plan);
  return { ...found, labels: restoreOrder(found.labels, order) };
}

function bestStart(X: Matrix, measure: MixedMeasure, plan: PrototypePlan): KPrototypesState {
  const seeds = new Random(plan.seed);
  const space = embedded(X, measure);
  let best: KPrototypesState | undefined;
  for (let start = 0; start < plan.nInit; start++) {
    const told = () => plan.onProgress?.({ step: 'starts run', done: start, total: plan.nInit });
    const rows = seedRows(space, plan.nClusters, new Random(seeds.uint32()));
    const found = iterate(X, X.selectRows(rows), measure, plan.maxIter, told);
    if (!best || found.cost < best.cost) best = found;
  }
  return best!;
}

/**
 * Assign, update, until the labels stand still. Clusters are kept in order of size all along: of equally near
 * prototypes, which categories bring about often, a row then takes the one of the larger cluster, and the labels that
 * the iterations settle on are those that `predict` gives.
 */
function iterate(
  X: Matrix,
  start: Matrix,
  measure: MixedMeasure,
  maxIter: number,
  told: () => void,
): KPrototypesState {
  let prototypes = start;
  let labels: Int32Array = new Int32Array(X.rows).fill(-1);
  for (let nIter = 1; ; nIter++) {
    told();
    const nearest = nearestPrototypes(X, prototypes, measure);
    fillEmptyClusters(X, prototypes, measure, nearest);
    const settled = nearest.every((label, i) => label === labels[i]);
    if (!settled) {
      labels = relabelBySize(nearest, start.rows, X).labels;
      prototypes = prototypesOf(X, labels, start.rows, measure);
    }
    if (settled || nIter === maxIter) {
      const stopReason = settled ? 'converged' : 'max-iterations';
      return { labels, prototypes, measure, cost: costOf(X, prototypes, measure, labels), nIter, stopReason };
    }
  }
}

/** Gives each empty cluster the row that is farthest from its own prototype, out of a cluster that has others. */
function fillEmptyClusters(X: Matrix, prototypes: Matrix, measure: MixedMeasure, labels: Int32Array): void {
  const sizes = new Int32Array(prototypes.rows);
  for (const label of labels) sizes[label]++;
  sizes.forEach((size, empty) => {
    if (size > 0) return;
    let farthest = -1;
    let most = -1;
    for (let i = 0; i < X.rows; i++) {
      const distance = mixedDissimilarity(X, i, prototypes, labels[i], measure);
      if (sizes[labels[i]] > 1 && distance > most) [farthest, most] = [i, distance];
    }
    sizes[labels[farthest]]--;
    sizes[empty]++;
    labels[farthest] = empty;
  });
}

/** Of each cluster the mean of its numbers and its most frequent categories; of equally frequent ones the lowest code. */
function prototypesOf(
  X: Matrix,
  labels: Int32Array,
  nClusters: number,
  { numericColumns, categoricalColumns }: MixedMeasure,
): Matrix {
  const prototypes = Matrix.zeros(nClusters, X.cols, X.columns);
  for (const j of numericColumns) setMeans(X, labels, j, prototypes);
  for (const j of categoricalColumns) setModes(X, labels, j, prototypes);
  return prototypes;
}

/** Summed as steps from a row of the cluster, so that far from zero nothing cancels and equal values stay exact. */
function setMeans(X: Matrix, labels: Int32Array, j: number, prototypes: Matrix): void {
  const sizes = new Int32Array(prototypes.rows);
  const origins = new Float64Array(prototypes.rows);
  const steps = new Float64Array(prototypes.rows);
  labels.forEach((label, i) => {
    if (sizes[label]++ === 0) origins[label] = X.get(i, j);
    else steps[label] += X.get(i, j) - origins[label];
  });
  sizes.forEach((size, label) => {
    prototypes.row(label)[j] = origins[label] + steps[label] / size;
  });
}

function setModes(X: Matrix, labels: Int32Array, j: number, prototypes: Matrix): void {
  const counts = Array.from({ length: prototypes.rows }, () => new Map<number, number>());
  labels.forEach((label, i) => {
    const code = X.get(i, j);
    counts[label].set(code, (counts[label].get(code) ?? 0) + 1);
  });
  counts.forEach((count, label) => {
    const byFrequency = Array.from(count).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    prototypes.row(label)[j] = byFrequency[0][0];
  });
}

function costOf(X: Matrix, prototypes: Matrix, measure: MixedMeasure, labels: Int32Array): number {
  return labels.reduce((sum, label, i) => sum + mixedDissimilarity(X, i, prototypes, label, measure), 0);
}
