import type { Matrix } from '../core/matrix';
import type { Random } from '../core/random';

/**
 * Greedy k-means++: the first centre is a random row; each next one is the best of 2 + ⌊ln k⌋ rows drawn with a
 * probability proportional to their squared distance from the nearest centre so far, best being what brings the
 * sum of those squares down most. Float64 throughout, so that a row equal to a centre is never drawn again.
 *
 * @param weights multiply the probabilities and the squares; absent, every row weighs 1.
 * Cost: O(n·k·d·log k), on plain arrays.
 * Source: Arthur & Vassilvitskii (2007), "k-means++: the advantages of careful seeding"; the greedy variant is
 * their closing remark, with as many trials as scikit-learn makes.
 */
export function kMeansPlusPlus(X: Matrix, nClusters: number, random: Random, weights?: Float64Array): Matrix {
  const trials = trialsFor(nClusters);
  const closest = new Float64Array(X.rows).fill(Infinity);
  const chosen = [drawFirst(X.rows, random, weights)];
  bringCloser(X, chosen[0], closest);
  while (chosen.length < nClusters) {
    const next = bestOf(X, drawRows(closest, trials, random, weights), closest, weights);
    chosen.push(next);
    bringCloser(X, next, closest);
  }
  return X.takeRows(chosen);
}

/** How many rows are drawn for each next centre. */
export function trialsFor(nClusters: number): number {
  return 2 + Math.floor(Math.log(nClusters));
}

function drawFirst(rows: number, random: Random, weights?: Float64Array): number {
  if (!weights) return random.integer(rows);
  return drawRows(new Float64Array(rows).fill(1), 1, random, weights)[0];
}

/** `count` rows, each with a probability proportional to its weight times its square. */
function drawRows(squares: Float64Array, count: number, random: Random, weights?: Float64Array): number[] {
  const total = weightedSum(squares, weights);
  const targets = Array.from({ length: count }, () => random.uniform() * total).sort((a, b) => a - b);
  const rows: number[] = [];
  let sum = 0;
  let lastPossible = 0;
  for (let i = 0; i < squares.length && rows.length < count; i++) {
    const share = weights ? weights[i] * squares[i] : squares[i];
    if (share > 0) lastPossible = i;
    sum += share;
    while (rows.length < count && targets[rows.length] < sum) rows.push(i);
  }
  while (rows.length < count) rows.push(lastPossible); // the very last share, lost to rounding
  return rows;
}

function weightedSum(squares: Float64Array, weights?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < squares.length; i++) sum += weights ? weights[i] * squares[i] : squares[i];
  return sum;
}

function bestOf(X: Matrix, candidates: number[], closest: Float64Array, weights?: Float64Array): number {
  let best = candidates[0];
  let least = Infinity;
  for (const candidate of candidates) {
    const potential = potentialWith(X, candidate, closest, weights);
    if (potential < least) {
      least = potential;
      best = candidate;
    }
  }
  return best;
}

/** Σ w·(squared distance to the nearest centre) if `candidate` became one. */
function potentialWith(X: Matrix, candidate: number, closest: Float64Array, weights?: Float64Array): number {
  const { data, cols } = X;
  const centre = X.row(candidate).slice();
  let potential = 0;
  for (let i = 0, start = 0; i < closest.length; i++, start += cols) {
    let square = 0;
    for (let j = 0; j < cols; j++) {
      const difference = data[start + j] - centre[j];
      square += difference * difference;
    }
    const kept = Math.min(square, closest[i]);
    potential += weights ? weights[i] * kept : kept;
  }
  return potential;
}

function bringCloser(X: Matrix, chosen: number, closest: Float64Array): void {
  const { data, cols } = X;
  const centre = X.row(chosen).slice();
  for (let i = 0, start = 0; i < closest.length; i++, start += cols) {
    let square = 0;
    for (let j = 0; j < cols; j++) {
      const difference = data[start + j] - centre[j];
      square += difference * difference;
    }
    if (square < closest[i]) closest[i] = square;
  }
}
