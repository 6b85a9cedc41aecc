import type { Random } from '../../core/random';

/** How a resample is drawn. */
export type Scheme = 'bootstrap' | 'subsample';

/** Every scheme there is. */
export const SCHEMES: readonly Scheme[] = ['bootstrap', 'subsample'];

/** `n` of `n` rows, drawn with replacement: some occur several times. */
export function drawWithReplacement(n: number, random: Random): Int32Array {
  return Int32Array.from({ length: n }, () => random.integer(n));
}

/** The rows that a bootstrap draws, each once, in ascending order: some 63% of `n`. */
export function drawDistinct(n: number, random: Random): Int32Array {
  const isDrawn = new Uint8Array(n);
  let count = 0;
  for (let draw = 0; draw < n; draw++) {
    const row = random.integer(n);
    count += 1 - isDrawn[row];
    isDrawn[row] = 1;
  }
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; row < n; row++) if (isDrawn[row]) rows[at++] = row;
  return rows;
}

/** A share of `n` rows, each at most once, in ascending order. */
export function drawSubsample(n: number, fraction: number, random: Random): Int32Array {
  return random.sample(n, Math.max(1, Math.round(fraction * n))).sort();
}
