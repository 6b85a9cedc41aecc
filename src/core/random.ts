import { InputError } from './errors';
import { phrase } from './phrase';

/**
 * Seeded random numbers (sfc32, Doty-Humphrey's small fast counter generator, seeded through splitmix32). The
 * same seed gives the same sequence on every machine and Node version. Not for secrets.
 *
 * Source: PractRand's sfc32 (public domain); normal variates by Marsaglia's polar method (1964).
 *
 * @example
 * const random = new Random(42);
 * random.uniform();      // at least 0, below 1
 * random.integer(6);     // one of 0 to 5
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spare: number | undefined;

  /** @param seed any integer; fractions are cut off. */
  constructor(seed: number) {
    const next = splitmix32(seed);
    [this.a, this.b, this.c] = [next(), next(), next()];
    for (let warmUp = 0; warmUp < 12; warmUp++) this.uint32();
  }

  /** An integer in [0, 2³²). */
  uint32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** A number in [0, 1) with 53 random bits. */
  uniform(): number {
    return ((this.uint32() >>> 5) * 67108864 + (this.uint32() >>> 6)) / 9007199254740992;
  }

  /** An integer in [0, bound). */
  integer(bound: number): number {
    return Math.floor(this.uniform() * bound);
  }

  /** A normal variate with the given mean (default 0) and standard deviation (default 1). */
  normal(mean = 0, standardDeviation = 1): number {
    return mean + standardDeviation * this.standardNormal();
  }

  /** A new array with the items in random order (Fisher–Yates); the input is left alone. */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = items.slice();
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
    }
    return shuffled;
  }

  /**
   * `count` different integers of [0, bound), in random order. Cost: O(bound).
   * @throws InputError when there are not so many.
   */
  sample(bound: number, count: number): Int32Array {
    if (count > bound) {
      throw new InputError(
        'out-of-range',
        phrase`${{ option: 'count' }} is ${{ value: count }}, but there are only ${bound} integers below ${bound}`,
      );
    }
    const pool = Int32Array.from({ length: bound }, (_, index) => index);
    for (let taken = 0; taken < count; taken++) {
      const other = taken + this.integer(bound - taken);
      const kept = pool[taken];
      pool[taken] = pool[other];
      pool[other] = kept;
    }
    return pool.slice(0, count);
  }

  private standardNormal(): number {
    if (this.spare !== undefined) {
      const spare = this.spare;
      this.spare = undefined;
      return spare;
    }
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = 2 * this.uniform() - 1;
      y = 2 * this.uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    this.spare = y * scale;
    return x * scale;
  }
}

function splitmix32(seed: number): () => number {
  let state = (Math.trunc(seed) ^ Math.trunc(seed / 2 ** 32)) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
}
