import type { Matrix } from '../../core/matrix';
import type { Random } from '../../core/random';

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
  const anywhere = new Float64Array(X.rows).fill(Infinity);
  let [nearest] = tryRows(X, [first], anywhere, [new Float64Array(X.rows)], weights);
  const spare: Float64Array[] = Array.from(
    { length: nClusters > 1 ? trials : 0 },
    () => new Float64Array(X.rows),
  );
  const chosen = [first];
  while (chosen.length < nClusters) {
    const drawn = drawRows(nearest, trials, random, weights);
    const tried = tryRows(X, drawn, nearest.squares, spare, weights);
    const best = tried.reduce((least, trial) => (trial.potential < least.potential ? trial : least));
    spare[tried.indexOf(best)] = nearest.squares;
    nearest = best;
    chosen.push(best.row);
  }
  return chosen;
}

/** How many rows are drawn for each next center. */
export function trialsFor(nClusters: number): number {
  return 2 + Math.floor(Math.log(nClusters));
}

function drawFirst(rows: number, random: Random, weights?: Float64Array): number {
  if (!weights) return random.integer(rows);
  const potential = weights.reduce((sum, weight) => sum + weight, 0);
  return drawRows({ squares: new Float64Array(rows).fill(1), potential }, 1, random, weights)[0];
}

/** `count` rows, each with a probability proportional to its weight times its square. */
function drawRows(
  { squares, potential }: Pick<Trial, 'squares' | 'potential'>,
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

/** What would be if a row became a center. */
interface Trial {
  row: number;
  /** Of each row, the squared distance to its nearest center then. Length n. */
  squares: Float64Array;
  /** Their sum, weighted. */
  potential: number;
}

/** Rows tried in one pass: their sums need not wait for each other, so four take little longer than one. */
const LANES = 4;

/** Columns after which it is asked whether the rest can change anything. */
const STRETCH = 8;

/** @param kept where the squares of each trial go, one array for each. */
function tryRows(
  X: Matrix,
  rows: readonly number[],
  closest: Float64Array,
  kept: readonly Float64Array[],
  weights?: Float64Array,
): Trial[] {
  const trials = rows.map((row, at): Trial => ({ row, squares: kept[at], potential: 0 }));
  for (let at = 0; at < trials.length; at += LANES) {
    const batch = trials.slice(at, at + LANES);
    tryFour(
      X,
      Array.from({ length: LANES }, (_, lane) => batch[lane] ?? batch[0]),
      closest,
      weights,
    );
  }
  return trials;
}

/** Works out four trials; fewer are filled up with the first, which comes to the same again. */
function tryFour(X: Matrix, trials: readonly Trial[], closest: Float64Array, weights?: Float64Array): void {
  const { data, cols } = X;
  const [a, b, c, d] = trials.map(({ row }) => X.row(row).slice());
  const [keptA, keptB, keptC, keptD] = trials.map(({ squares }) => squares);
  let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
  for (let i = 0; i < closest.length; i++) {
    const nearest = closest[i];
    const start = i * cols;
    let squareA = 0;
    let squareB = 0;
    let squareC = 0;
    let squareD = 0;
    for (let from = 0; from < cols; from += STRETCH) {
      const end = from + STRETCH < cols ? from + STRETCH : cols;
      for (let j = from; j < end; j++) {
        const value = data[start + j];
        const fromA = value - a[j];
        const fromB = value - b[j];
        const fromC = value - c[j];
        const fromD = value - d[j];
        squareA += fromA * fromA;
        squareB += fromB * fromB;
        squareC += fromC * fromC;
        squareD += fromD * fromD;
      }
      // squares only grow: a row farther from all four than from its center needs no more columns
      if (squareA >= nearest && squareB >= nearest && squareC >= nearest && squareD >= nearest) break;
    }
    const weight = weights ? weights[i] : 1;
    keptA[i] = squareA < nearest ? squareA : nearest;
    keptB[i] = squareB < nearest ? squareB : nearest;
    keptC[i] = squareC < nearest ? squareC : nearest;
    keptD[i] = squareD < nearest ? squareD : nearest;
    sumA += weight * keptA[i];
    sumB += weight * keptB[i];
    sumC += weight * keptC[i];
    sumD += weight * keptD[i];
  }
  // The first last: where it fills up for others, all have its sum.
  [sumD, sumC, sumB, sumA].forEach((sum, lane) => {
    trials[LANES - 1 - lane].potential = sum;
  });
}
