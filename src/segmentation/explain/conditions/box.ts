import type { ColumnBins } from './binnedColumns';

/** Conditions that hold together: by column the bins that are allowed (1) or not (0). Of numbers they lie side by side. */
export type AllowedBins = ReadonlyMap<number, Uint8Array>;

/** How many customers fit a box. */
export interface BoxCounts {
  fits: number;
  /** Those of them who are in the segment. */
  own: number;
}

/** By customer 1 where every condition is known and true, otherwise 0. */
export function fitting(box: AllowedBins, columns: readonly ColumnBins[], rows: number): Uint8Array {
  const fits = new Uint8Array(rows).fill(1);
  for (const [j, allowed] of box) {
    const { known } = columns[j];
    for (let row = 0; row < rows; row++) if (known[row] < 0 || allowed[known[row]] === 0) fits[row] = 0;
  }
  return fits;
}

/** What the words cost: each bound, each digit of it that is not round, each further category. */
export function burdenOf(allowed: Uint8Array, column: ColumnBins): number {
  if (column.column.kind === 'category') return BOUND + ANOTHER_LEVEL * (levelsToName(allowed) - 1);
  return burdenOfRange(allowed.indexOf(1), allowed.lastIndexOf(1), column);
}

/** The same of a condition on a number, by its first and last bin. */
export function burdenOfRange(first: number, last: number, { digits }: ColumnBins): number {
  const below = first > 0 ? BOUND + DIGIT * (digits[first - 1] - 1) : 0;
  return below + (last < digits.length ? BOUND + DIGIT * (digits[last] - 1) : 0);
}

/** Of two sides of a category the shorter is named. */
function levelsToName(allowed: Uint8Array): number {
  const inside = allowed.reduce((sum, is) => sum + is, 0);
  return Math.min(inside, allowed.length - inside);
}

/** So much better a rule must be for another bound, digit or category to be worth its words. */
const BOUND = 0.02;
const DIGIT = 0.004;
const ANOTHER_LEVEL = 0.01;

/**
 * How well "fits" and "is in the segment" agree: the correlation of the two (Matthews 1975), from −1 to 1. Unlike the mean
 * of coverage and precision it gives nothing for a rule that fits everyone.
 */
export function agreement({ fits, own }: BoxCounts, size: number, all: number): number {
  const spread = Math.sqrt(fits * (all - fits)) * Math.sqrt(size * (all - size));
  return spread === 0 ? 0 : (own * all - fits * size) / spread;
}
