import { Random } from '../../src/core/random';

/** One made-up kind of customer: how many, and for each column the mean and deviation to draw from. */
export interface Kind {
  count: number;
  draw: Record<string, [mean: number, deviation: number]>;
}

/** A made-up customer table in which row blocks are segments, and its labels. Columns named in `whole` are rounded. */
export function customersOf(
  kinds: readonly Kind[],
  { seed = 1, whole = [] }: { seed?: number; whole?: readonly string[] } = {},
): { table: Record<string, number[]>; labels: Int32Array } {
  const random = new Random(seed);
  const table: Record<string, number[]> = {};
  const labels: number[] = [];
  kinds.forEach(({ count, draw }, segment) => {
    for (let i = 0; i < count; i++) labels.push(segment);
    for (const [column, [mean, deviation]] of Object.entries(draw)) {
      table[column] ??= [];
      for (let i = 0; i < count; i++) {
        const value = Math.max(0, random.normal(mean, deviation));
        table[column].push(whole.includes(column) ? Math.round(value) : value);
      }
    }
  });
  return { table, labels: Int32Array.from(labels) };
}

/** Four kinds of household like those of the marketing study, overlapping. */
export function households(seed = 1): { table: Record<string, number[]>; labels: Int32Array } {
  const kind = (count: number, [Income, Spending, Age, Kids, Teens, Deals]: [number, number][]): Kind => ({
    count,
    draw: { Income, Spending, Age, Kids, Teens, Deals },
  });
  const { table, labels } = customersOf(
    [
      kind(650, [
        [58000, 13000],
        [690, 420],
        [51, 8],
        [0, 0.2],
        [1, 0.2],
        [2.7, 1.5],
      ]),
      kind(610, [
        [31000, 10000],
        [140, 120],
        [36, 7],
        [0.9, 0.4],
        [0, 0.2],
        [1.9, 1.2],
      ]),
      kind(510, [
        [76000, 11000],
        [1380, 450],
        [45, 12],
        [0, 0.2],
        [0, 0.2],
        [1, 0.7],
      ]),
      kind(430, [
        [44500, 11000],
        [220, 180],
        [46, 8],
        [1, 0.3],
        [1, 0.2],
        [3.9, 1.8],
      ]),
    ],
    { seed, whole: ['Age', 'Kids', 'Teens', 'Deals'] },
  );
  const random = new Random(seed + 1);
  return {
    table: { ...table, Has_Partner: Array.from(labels, () => Number(random.uniform() < 0.6)) },
    labels,
  };
}
