import type { Matrix } from '../../core/matrix';
import type { Random } from '../../core/random';
import { type Block, giveBack, kernels, lendParts } from '../../tensor/simd/kernels';

/**
 * Greedy k-means++: the first center is a random row; each next one is the best of 2 + ⌊ln k⌋ rows drawn with a
 * probability proportional to their squared distance from the nearest center so far, best being what brings the
 * sum of those squares down most. Float64 throughout, so that a row equal to a center is never drawn again.
 *
 * @param weights multiply the probabilities and the squares; absent, every row weighs 1.
 * Cost: O(n·k·d·log k), on plain arrays; 8 centers of 1,000,000 × 8 take about 0.4 s. Memory: 8·n bytes for each
 * row drawn at a time, and as many for the nearest distances.
 * Source: Arthur & Vassilvitskii (2007), "k-means++: the advantages of careful seeding"; the greedy variant is
 * their closing remark, with as many trials as scikit-learn makes.
 */
export function kMeansPlusPlus(X: Matrix, nClusters: number, random: Random, weights?: Float64Array): Matrix {
  return X.selectRows(seedRows(X, nClusters, random, weights));
}

/** The rows that `kMeansPlusPlus` takes for centers, in the order in which they were drawn. */
export function seedRows(X: Matrix, nClusters: number, random: Random, weights?: Float64Array): number[] {
  const trials = trialsFor(nClusters);
  const first = drawFirst(X.rows, random, weights);
  const rows = new TriedRows(X, nClusters > 1 ? trials : 0, weights);
  try {
    const chosen = [first];
    let nearest = rows.first(first);
    while (chosen.length < nClusters) {
      const drawn = drawRows(rows.squares(), nearest, trials, random, weights);
      const potentials = rows.attempt(drawn);
      nearest = Math.min(...potentials);
      const best = potentials.indexOf(nearest);
      rows.take(best);
      chosen.push(drawn[best]);
    }
    return chosen;
  } finally {
    rows.dispose();
  }
}

/** How many rows are drawn for each next center. */
export function trialsFor(nClusters: number): number {
  return 2 + Math.floor(Math.log(nClusters));
}

function drawFirst(rows: number, random: Random, weights?: Float64Array): number {
  if (!weights) return random.integer(rows);
  const potential = weights.reduce((sum, weight) => sum + weight, 0);
  return drawRows(new Float64Array(rows).fill(1), potential, 1, random, weights)[0];
}

/** `count` rows, each with a probability proportional to its weight times its square; `potential` is the sum of these. */
function drawRows(
  squares: Float64Array,
  potential: number,
  count: number,
  random: Random,
  weights?: Float64Array,
): number[] {
  const targets = Array.from({ length: count }, () => random.uniform() * potential).sort((a, b) => a - b);
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

/** Rows tried in one pass. */
const LANES = 4;

/** A table in the kernels' memory, and of each row its squared distance to the nearest of the centers so far. */
class TriedRows {
  private readonly block: Block;
  private readonly rows: number;
  private readonly weights: number;
  private readonly tried: number;
  private readonly potentials: number;
  /** Squares of the centers so far. */
  private nearest: number;
  /** Squares with each row that is tried. */
  private readonly attempts: number[];

  /** Memory: 8·n·(d + trials + 2) bytes outside the heap, until `dispose`. */
  constructor(
    private readonly X: Matrix,
    trials: number,
    weights: Float64Array | undefined,
  ) {
    const { rows, cols, data } = X;
    const each = 8 * rows;
    const sizes = [8 * data.length, weights ? each : 0, 8 * LANES * cols, 8 * LANES];
    const { block, places } = lendParts([...sizes, each, ...new Array(Math.max(1, trials)).fill(each)]);
    this.block = block;
    [this.rows, this.weights, this.tried, this.potentials, this.nearest, ...this.attempts] = places;
    const { buffer } = kernels().memory;
    new Float64Array(buffer, this.rows, data.length).set(data);
    if (weights) new Float64Array(buffer, this.weights, rows).set(weights);
    else this.weights = 0;
  }

  /** Takes the first center. @returns the potential: the weighted sum of squares. */
  first(row: number): number {
    this.squares().fill(Infinity);
    const [potential] = this.attempt([row]);
    this.take(0);
    return potential;
  }

  /** Of each row, its squared distance to the nearest center so far. Good until memory is lent. */
  squares(): Float64Array {
    return new Float64Array(kernels().memory.buffer, this.nearest, this.X.rows);
  }

  /** @returns the potential with each of some rows as one more center. Cost: O(n·d) for every four. */
  attempt(drawn: readonly number[]): number[] {
    const potentials: number[] = [];
    for (let at = 0; at < drawn.length; at += LANES)
      potentials.push(...this.attemptFour(drawn.slice(at, at + LANES), this.attempts.slice(at, at + LANES)));
    return potentials;
  }

  /** Makes the row that was tried in this place a center. */
  take(place: number): void {
    [this.nearest, this.attempts[place]] = [this.attempts[place], this.nearest];
  }

  dispose(): void {
    giveBack(this.block);
  }

  /** Fewer than four are filled up with the first, which comes to the same again. */
  private attemptFour(drawn: readonly number[], kept: readonly number[]): Float64Array {
    const { X } = this;
    const { memory, tryFour } = kernels();
    const tried = new Float64Array(memory.buffer, this.tried, LANES * X.cols);
    for (let lane = 0; lane < LANES; lane++) {
      const start = (drawn[lane] ?? drawn[0]) * X.cols;
      for (let j = 0; j < X.cols; j++) tried[LANES * j + lane] = X.data[start + j];
    }
    const [a, b = a, c = a, d = a] = kept;
    tryFour(this.rows, X.rows, X.cols, this.tried, this.nearest, this.weights, a, b, c, d, this.potentials);
    return new Float64Array(memory.buffer, this.potentials, drawn.length);
  }
}
