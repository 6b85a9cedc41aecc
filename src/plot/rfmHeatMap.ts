import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatCompact, formatNumber, formatShare, plural } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, object, text } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE, type FigureOptions } from './base/figureOptions';
import { colorBar, heatMapTraces } from './base/heatMap';
import { inUnit, nameOf } from './base/label';
import { SEQUENTIAL } from './base/palette';
import { openRecords, type Records } from './base/records';
import { compose, nameAxis } from './base/theme';

/** What the options may be. */
const RFM_HEAT_MAP_OPTIONS = object({
  ...FIGURE,
  /** Field of the recency score, 1 (long ago) to 5 (just now); default 'recencyScore'. */
  recencyScore: text({ default: 'recencyScore' }),
  /** Field of the frequency score, 1 (rarely) to 5 (often); default 'frequencyScore'. */
  frequencyScore: text({ default: 'frequencyScore' }),
  /** Field of what a customer spent; default 'monetary'. */
  monetary: text({ default: 'monetary' }),
});

/** Options of `rfmHeatMap`. */
export interface RfmHeatMapOptions extends Given<typeof RFM_HEAT_MAP_OPTIONS> {}

/** Means this many times apart leave all but the largest pale; colors then go by the logarithm. */
const WIDE = 20;

/**
 * Recency score against frequency score: how many customers stand in each cell, and what they spent on average.
 *
 * @param customers one row per customer, with two scores from 1 to 10 and an amount.
 * @throws InputError for no customers, a field that is missing, a score that is no whole number from 1 to 10.
 * Cost: O(n).
 *
 * @example
 * rfmHeatMap([
 *   { recencyScore: 5, frequencyScore: 5, monetary: 900 },
 *   { recencyScore: 1, frequencyScore: 1, monetary: 40 },
 * ], { units: { monetary: '£' } });
 */
export function rfmHeatMap(customers: Records, options: RfmHeatMapOptions = {}): Figure {
  const given = resolveOptions('rfmHeatMap', RFM_HEAT_MAP_OPTIONS, options);
  const read = openRecords(customers);
  const recency = checkScores(read.numbers(given.recencyScore), given.recencyScore);
  const frequency = checkScores(read.numbers(given.frequencyScore), given.frequencyScore);
  const cells = fillGrid(recency, frequency, read.numbers(given.monetary));
  const means = cells.map((row) => row.map(({ customers: n, total }) => (n > 0 ? total / n : Number.NaN)));
  const colors = colorLevels(means.flat().filter(Number.isFinite));
  const steps = cells.map((_, i) => String(i + 1));
  return compose(
    {
      data: heatMapTraces({
        z: means.map((row) => row.map(colors.level)).reverse(),
        x: steps,
        y: [...steps].reverse(),
        text: cells
          .map((row, i) =>
            row.map(
              ({ customers: n }, j) =>
                `${formatNumber(n)}<br>${inUnit(formatCompact(means[i][j]), given.monetary, given)}`,
            ),
          )
          .reverse(),
        hover: cells
          .map((row, i) =>
            row.map(
              ({ customers: n }, j) =>
                `Recency ${j + 1}, frequency ${i + 1}<br>${plural(n, 'customer')}, mean ${inUnit(formatNumber(means[i][j]), given.monetary, given)}`,
            ),
          )
          .reverse(),
        range: colors.range,
        scale: SEQUENTIAL,
        bar: colorBar(colors.bar),
      }),
      layout: {
        xaxis: { ...nameAxis(`Recency score (${steps.length}: bought last)`), type: 'category' },
        yaxis: {
          ...nameAxis(`Frequency score (${steps.length}: buys most often)`),
          type: 'category',
          autorange: 'reversed',
        },
      },
      title: finding(cells, recency.length, given.monetary, given),
      note: `Text: customers, and what they spent on average. Color: the average${colors.logarithmic ? ', on a logarithmic scale' : ''}.`,
      kind: 'Heat map of customers and their mean spending by recency and frequency score',
      plotHeight: 130 + 48 * cells.length,
    },
    given,
  );
}

function checkScores(scores: number[], field: string): number[] {
  const odd = scores.findIndex((score) => !Number.isInteger(score) || score < 1 || score > 10);
  if (odd < 0) return scores;
  throw new InputError(
    'unreadable-value',
    phrase`${{ column: field }} is ${{ value: scores[odd] }} in row ${{ row: odd }}`,
    { remedy: 'a score is a whole number from 1 to 10' },
  );
}

interface Cell {
  customers: number;
  total: number;
}

/** `cells[frequency − 1][recency − 1]`, square, as large as the highest score and at least 5 × 5. */
function fillGrid(
  recency: readonly number[],
  frequency: readonly number[],
  monetary: readonly number[],
): Cell[][] {
  const size = Math.max(5, ...new Set(recency), ...new Set(frequency));
  const cells = Array.from({ length: size }, () =>
    Array.from({ length: size }, (): Cell => ({ customers: 0, total: 0 })),
  );
  recency.forEach((score, i) => {
    const cell = cells[frequency[i] - 1][score - 1];
    cell.customers++;
    cell.total += monetary[i];
  });
  return cells;
}

function colorLevels(means: readonly number[]) {
  const [low, high] = [Math.min(...means), Math.max(...means)];
  if (!(low > 0 && high / low > WIDE)) {
    return {
      logarithmic: false,
      level: (value: number) => value,
      range: [Math.min(0, low), high] as const,
      bar: {},
    };
  }
  const decades = [1, 2, 5].flatMap((step) =>
    Array.from({ length: 13 }, (_, power) => step * 10 ** (power - 2)),
  );
  const ticks = decades.filter((tick) => tick >= low && tick <= high).sort((a, b) => a - b);
  const kept = ticks.length > 6 ? ticks.filter((tick) => Number.isInteger(Math.log10(tick))) : ticks;
  return {
    logarithmic: true,
    level: (value: number) => Math.log10(value),
    range: [Math.log10(low), Math.log10(high)] as const,
    bar: { tickvals: kept.map((tick) => Math.log10(tick)), ticktext: kept.map(formatCompact) },
  };
}

function finding(cells: readonly Cell[][], n: number, monetary: string, options: FigureOptions): string {
  const total = cells.flat().reduce((sum, cell) => sum + cell.total, 0);
  const best = cells[cells.length - 1][cells.length - 1];
  const what = lowerFirst(nameOf(monetary, { labels: { monetary: 'Revenue', ...options.labels } }));
  if (best.customers === 0 || !(total > 0)) return `${plural(n, 'customer')} by recency and frequency score`;
  return `The latest and most frequent buyers are ${formatShare(best.customers / n)} of customers and ${formatShare(best.total / total)} of ${what}`;
}
