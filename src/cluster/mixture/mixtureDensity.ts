import { Matrix } from '../../core/matrix';
import type { CovarianceKind } from './covarianceKind';
import type { MixtureParameters } from './mixtureParameters';

/** A mixture, ready to say how dense it is at any row. */
export interface MixtureDensity {
  /** k × d. */
  means: Matrix;
  /** See `CovarianceKind.whiten`. Length k. */
  whitening: readonly Float64Array[];
  /** Logarithm of each component's weight times its density at its own mean. Length k. */
  logPeaks: Float64Array;
}

/**
 * Prepares a mixture; undefined where a covariance is not positive definite.
 * Cost: O(k·d³).
 */
export function densityOf(
  { weights, means, covariances }: MixtureParameters,
  kind: CovarianceKind,
): MixtureDensity | undefined {
  const { rows: k, cols: d } = means;
  const whitening = kind.whiten(covariances, k, d);
  const logPeaks = whitening?.map(
    (factor, c) => Math.log(weights[c]) + logDeterminant(factor, d) - (d / 2) * Math.log(2 * Math.PI),
  );
  return whitening && logPeaks && { means, whitening, logPeaks: Float64Array.from(logPeaks) };
}

/** What a mixture says of rows. */
export interface Expectation {
  /** Probability of each component, given the row; each row's add up to 1. k × n: a component's rows together. */
  shares: Float64Array;
  /** Logarithm of the mixture's density. Length n. */
  logDensity: Float64Array;
}

/** Room for what a mixture of k components says of n rows. */
export function emptyExpectation(k: number, n: number): Expectation {
  return { shares: new Float64Array(k * n), logDensity: new Float64Array(n) };
}

/**
 * Shares rows among components by Bayes' rule. Where even the logarithms of all densities are −∞, very far away, all
 * components are equally likely.
 * @param into written over.
 * Cost: O(n·k·d²); O(n·k·d) where covariances are diagonal.
 */
export function expectationStep(
  X: Matrix,
  density: MixtureDensity,
  into = emptyExpectation(density.means.rows, X.rows),
): Expectation {
  const { shares, logDensity } = into;
  logJointDensities(X, density, shares);
  for (let i = 0; i < X.rows; i++) logDensity[i] = toShares(shares, i, X.rows);
  return into;
}

/** Sum of the logarithms of the mixture's density at the rows. */
export function sumLogDensity({ logDensity }: Expectation): number {
  return logDensity.reduce((sum, value) => sum + value, 0);
}

/**
 * How far each row is from each component, n × k: √(2·(highest − own)), where `own` is the logarithm of the component's
 * weight times its density at the row, and `highest` the greatest such logarithm anywhere.
 */
export function mixtureDistances(X: Matrix, density: MixtureDensity): Matrix {
  const k = density.means.rows;
  const joint = new Float64Array(k * X.rows);
  logJointDensities(X, density, joint);
  const highest = Math.max(...density.logPeaks);
  const distances = Matrix.zeros(X.rows, k);
  for (let i = 0, at = 0; i < X.rows; i++) {
    for (let c = 0; c < k; c++, at++) {
      distances.data[at] = Math.sqrt(2 * (highest - joint[c * X.rows + i]));
    }
  }
  return distances;
}

/**
 * The probability of each component, by a row's distances as `mixtureDistances` has them; they add up to 1.
 * @public by a module that is loaded when it is needed
 */
export function membershipsAt(distances: Float64Array): Float64Array {
  const shares = distances.map((distance) => -0.5 * distance * distance);
  toShares(shares, 0, 1);
  return shares;
}

/** Logarithm of each component's weight times its density at each row, into k × n: a component's rows together. */
function logJointDensities(X: Matrix, density: MixtureDensity, into: Float64Array): void {
  density.whitening.forEach((factor, c) => {
    const own = into.subarray(c * X.rows, (c + 1) * X.rows);
    // of one column both are the same
    if (factor.length === X.cols) squaresByDiagonal(X, density.means.row(c), factor, own);
    else squaresByTriangle(X, density.means.row(c), factor, own);
    const peak = density.logPeaks[c];
    for (let i = 0; i < own.length; i++) own[i] = peak - 0.5 * own[i];
  });
}

/** Turns row i's joint densities into shares, in place; returns the logarithm of their sum. */
function toShares(joint: Float64Array, i: number, n: number): number {
  let largest = -Infinity;
  for (let at = i; at < joint.length; at += n) if (joint[at] > largest) largest = joint[at];
  let sum = 0;
  for (let at = i; at < joint.length; at += n) {
    const part = largest === -Infinity ? 1 : Math.exp(joint[at] - largest);
    joint[at] = part;
    sum += part;
  }
  for (let at = i; at < joint.length; at += n) joint[at] /= sum;
  return largest + Math.log(sum);
}

function logDeterminant(factor: Float64Array, d: number): number {
  const step = factor.length === d ? 1 : d + 1;
  let sum = 0;
  for (let j = 0; j < d; j++) sum += Math.log(factor[j * step]);
  return sum;
}

/** Squared length of W·(x − mean) of each row. */
function squaresByTriangle(X: Matrix, mean: Float64Array, factor: Float64Array, into: Float64Array): void {
  const { data, rows, cols } = X;
  const difference = new Float64Array(cols);
  for (let i = 0, at = 0; i < rows; i++, at += cols) {
    for (let j = 0; j < cols; j++) difference[j] = data[at + j] - mean[j];
    let square = 0;
    for (let j = 0, from = 0; j < cols; j++, from += cols) {
      let sum = 0;
      for (let l = 0; l <= j; l++) sum += factor[from + l] * difference[l];
      square += sum * sum;
    }
    into[i] = square;
  }
}

function squaresByDiagonal(X: Matrix, mean: Float64Array, factor: Float64Array, into: Float64Array): void {
  const { data, rows, cols } = X;
  for (let i = 0, at = 0; i < rows; i++, at += cols) {
    let square = 0;
    for (let j = 0; j < cols; j++) {
      const scaled = (data[at + j] - mean[j]) * factor[j];
      square += scaled * scaled;
    }
    into[i] = square;
  }
}
