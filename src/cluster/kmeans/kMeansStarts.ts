import { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import { kMeansPlusPlus, trialsFor } from './kMeansPlusPlus';

/** How many starts to draw, and from which seed. */
export interface StartOptions {
  nInit: number;
  seed: number;
  weights?: Float64Array;
  onProgress?: OnProgress;
}

/**
 * Starting centers for every k of a sweep: for each of `ks`, `nInit` matrices of k × d.
 *
 * Each start has a random stream of its own, the same for every k. A k-means++ start of k centers is then the
 * beginning of a longer one, as long as both make as many trials: drawing the longest is enough.
 */
export function kMeansStarts(X: Matrix, ks: readonly number[], options: StartOptions): Matrix[][] {
  const longest = new Map<number, Matrix[]>();
  const descending = [...ks].sort((a, b) => b - a);
  for (const k of descending) {
    if (!longest.has(trialsFor(k))) longest.set(trialsFor(k), draw(X, k, options));
  }
  return ks.map((k) => longest.get(trialsFor(k))!.map((start) => firstRows(start, k)));
}

function draw(X: Matrix, k: number, { nInit, seed, weights, onProgress }: StartOptions): Matrix[] {
  const seeds = new Random(seed);
  return Array.from({ length: nInit }, (_, start) => {
    const centers = kMeansPlusPlus(X, k, new Random(seeds.uint32()), weights);
    onProgress?.({ step: 'starts drawn', done: start + 1, total: nInit });
    return centers;
  });
}

function firstRows({ data, cols, columns }: Matrix, k: number): Matrix {
  return new Matrix(data.slice(0, k * cols), k, cols, columns);
}
