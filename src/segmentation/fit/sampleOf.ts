import { Random } from '../../core/random';

/** `count` of `n` rows in ascending order; undefined where there are no more. */
export function sampleOf(n: number, count: number, seed: number): Int32Array | undefined {
  return n > count ? new Random(seed).sample(n, count).sort() : undefined;
}
