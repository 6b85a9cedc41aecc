import { quantile } from '../../core/statistics';

/** The bars of a histogram. */
export interface Bars {
  from: number[];
  to: number[];
  counts: number[];
  /** Of a bar; on a logarithmic axis the multiple from its start to its end. */
  width: number;
  /** Each bar is one whole number. */
  single: boolean;
}

/**
 * Bars of one plain width, by Freedman and Diaconis' rule (1981) or about as many as asked for; whole numbers of a short
 * range have one each.
 */
export function countBars(ascending: Float64Array, bins: number | undefined): Bars {
  if (ascending.length === 0) return { from: [], to: [], counts: [], width: 1, single: false };
  const lowest = ascending[0];
  const range = ascending[ascending.length - 1] - lowest;
  const whole = ascending.every((value) => Number.isInteger(value));
  if (bins === undefined && whole && range <= 30) return countWhole(ascending);
  const width = range === 0 ? 1 : plainStep(bins ? range / bins : freedmanDiaconis(ascending, range), whole);
  const first = Math.floor(lowest / width);
  const counts = new Array<number>(Math.floor((lowest + range) / width) - first + 1).fill(0);
  for (const value of ascending) counts[Math.floor(value / width) - first]++;
  const edge = (i: number) => (first + i) * width;
  return {
    from: counts.map((_, i) => edge(i)),
    to: counts.map((_, i) => edge(i + 1)),
    counts,
    width,
    single: false,
  };
}

/** Bars as wide as each other on a logarithmic axis: each ends at the same multiple of its start. */
export function countMultiples(ascending: Float64Array, bins: number | undefined): Bars {
  if (ascending.length === 0) return countBars(ascending, bins);
  const logs = ascending.map(Math.log10);
  const range = logs[logs.length - 1] - logs[0];
  const width = range === 0 ? 0.1 : range / Math.ceil(bins ?? range / freedmanDiaconis(logs, range));
  const howMany = range === 0 ? 1 : Math.round(range / width);
  const counts = new Array<number>(howMany).fill(0);
  for (const value of logs) counts[Math.min(howMany - 1, Math.floor((value - logs[0]) / width))]++;
  const edge = (i: number) => 10 ** (logs[0] + i * width);
  return {
    from: counts.map((_, i) => edge(i)),
    to: counts.map((_, i) => edge(i + 1)),
    counts,
    width: 10 ** width,
    single: false,
  };
}

function countWhole(ascending: Float64Array): Bars {
  const lowest = ascending[0];
  const counts = new Array<number>(ascending[ascending.length - 1] - lowest + 1).fill(0);
  for (const value of ascending) counts[value - lowest]++;
  const values = counts.map((_, i) => lowest + i);
  return { from: values, to: values, counts, width: 1, single: true };
}

function freedmanDiaconis(ascending: Float64Array, range: number): number {
  const middleHalf = quantile(ascending, 0.75) - quantile(ascending, 0.25);
  const width = (2 * middleHalf) / Math.cbrt(ascending.length);
  return Math.max(width || range / 20, range / 100);
}

/** The next 1, 2 or 5 times a power of ten. */
function plainStep(width: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((multiple) => multiple * power >= width * 0.999)! * power;
  return whole ? Math.max(1, step) : step;
}
