import type { Annotations, Data, Shape } from 'plotly.js';
import { capitalized, inside } from '../core/columnNames';
import { countPhrase, formatLike, formatNumber } from '../core/format';
import { checkInteger } from '../core/options';
import { quantile, skewness } from '../core/statistics';
import { type Columns, type NamedColumn, readColumns } from './base/columns';
import type { Figure } from './base/figure';
import { axisTitle, inUnit, nameOf } from './base/label';
import { type LogarithmicOption, logarithmicAxis, readLogarithmic } from './base/logarithmic';
import { argMax, known, median, sorted } from './base/numbers';
import { ACCENT, NEUTRAL } from './base/palette';
import { type Panel, panelAt, panelLayout } from './base/panels';
import { checkOptions, compose, type FigureOptions } from './base/theme';

/** Options of `histogram`. */
export interface HistogramOptions extends FigureOptions, LogarithmicOption {
  /** Columns to draw; default all. */
  columns?: readonly string[];
  /** About how many bars; default by Freedman and Diaconis' rule, at most 100. */
  bins?: number;
}

/**
 * How the values of one or several columns are distributed: a histogram each, with the median as a line.
 * Counting happens here, so that a figure of a million customers is as small as one of a hundred.
 *
 * @param table columns of length n; missing values are left out and counted under the title.
 * @throws InputError for an empty table, an unknown column or option, text among numbers.
 * Cost: O(n log n) a column. Source: Freedman and Diaconis (1981) for the bar width, rounded to a plain number.
 *
 * @example
 * histogram({ Income: [30000, 45000, 52000, 58000] }, { units: { Income: '€' } });
 */
export function histogram(table: Columns, options: HistogramOptions = {}): Figure {
  checkOptions('histogram', options, ['columns', 'bins', 'logarithmic']);
  if (options.bins !== undefined) checkInteger('bins', options.bins, { min: 1, max: 200 });
  const columns = readColumns(table, options.columns);
  const log = readLogarithmic(columns, options);
  const perRow = columns.length === 1 ? 1 : 2;
  const panels = columns.map((column, i) =>
    drawPanel(column, panelAt(i, perRow), options, columns.length === 1, log[i]),
  );
  const rows = Math.ceil(columns.length / perRow);
  return compose(
    {
      data: panels.map(({ trace }) => trace),
      layout: {
        ...panelLayout(
          panels.map(({ axes }) => axes),
          perRow,
          { x: 0.28, y: 0.42 },
        ),
        shapes: panels.flatMap(({ line }) => line),
        annotations: panels.flatMap(({ note }) => note),
        bargap: 0.04,
      },
      title: finding(columns, log, options),
      note: note(columns),
      kind: `Histogram of ${columns.map(({ name }) => inside(nameOf(name, options))).join(', ')}`,
      plotHeight: columns.length === 1 ? 300 : rows * 165,
    },
    options,
  );
}

function drawPanel(
  { name, values }: NamedColumn,
  panel: Panel,
  options: HistogramOptions,
  alone: boolean,
  logarithmic: boolean,
) {
  const ascending = sorted(values);
  const bars = logarithmic ? countMultiples(ascending, options.bins) : countBars(ascending, options.bins);
  const said = (value: number) => inUnit(formatLike(value, ascending), name, options);
  const says = bars.single
    ? bars.from.map(said)
    : bars.from.map((from, i) => `${formatLike(from, ascending)} to ${said(bars.to[i])}`);
  const middle = median(ascending);
  const centers = bars.single ? bars.from : bars.from.map((from, i) => (from + bars.to[i]) / 2);
  return {
    trace: {
      type: 'bar',
      ...panel.axes,
      x: centers,
      y: bars.counts,
      width: logarithmic ? bars.from.map((from, i) => bars.to[i] - from) : bars.width * 0.96,
      marker: { color: NEUTRAL, ...(logarithmic && { line: { color: '#FFFFFF', width: 1 } }) },
      customdata: says,
      hovertemplate: `${nameOf(name, options)} %{customdata}<br>%{y:,} customers<extra></extra>`,
    } as Data,
    axes: {
      x: {
        title: { text: axisTitle(name, options) },
        tickangle: 0,
        ...(logarithmic
          ? logarithmicAxis(ascending)
          : { nticks: 5, range: [centers[0] - bars.width, centers[centers.length - 1] + bars.width] }),
        ...(bars.single && { tickformat: ',d' }),
      },
      y: { title: { text: panel.leftmost ? 'Customers' : '' }, nticks: 5, rangemode: 'tozero' as const },
    },
    line: medianLine(middle, panel),
    note: medianNote(middle, `${alone ? 'median ' : ''}${said(middle)}`, panel, ascending, logarithmic),
  };
}

interface Bars {
  from: number[];
  to: number[];
  counts: number[];
  /** Of a bar; on a logarithmic axis the multiple from its start to its end. */
  width: number;
  /** Each bar is one whole number. */
  single: boolean;
}

function countBars(ascending: Float64Array, bins: number | undefined): Bars {
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
function countMultiples(ascending: Float64Array, bins: number | undefined): Bars {
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

function medianLine(value: number, panel: Panel): Partial<Shape>[] {
  if (Number.isNaN(value)) return [];
  return [
    {
      type: 'line',
      xref: panel.x as 'x',
      yref: `${panel.y} domain` as 'y',
      x0: value,
      x1: value,
      y0: 0,
      y1: 1,
      line: { color: ACCENT, width: 2, dash: 'dash' },
    },
  ];
}

function medianNote(
  value: number,
  text: string,
  panel: Panel,
  ascending: Float64Array,
  logarithmic: boolean,
) {
  if (Number.isNaN(value)) return [];
  const measured = (at: number) => (logarithmic ? Math.log10(at) : at);
  const [low, at, high] = [ascending[0], value, ascending[ascending.length - 1]].map(measured);
  const note: Partial<Annotations> = {
    text,
    xref: panel.x as 'x',
    yref: `${panel.y} domain` as 'y',
    x: at,
    y: 1,
    yanchor: 'bottom',
    xanchor: high > low && (at - low) / (high - low) > 0.5 ? 'right' : 'left',
    showarrow: false,
    font: { color: ACCENT, size: 12 },
  };
  return [note];
}

function finding(
  columns: readonly NamedColumn[],
  log: readonly boolean[],
  options: HistogramOptions,
): string {
  if (columns.length > 1) {
    const skew = columns.map(({ values }, i) => skewness(known(log[i] ? values.map(Math.log10) : values)));
    const most = argMax(skew.map(Math.abs));
    if (most < 0) return `${capitalized(countPhrase(columns.length, 'column'))} without any value`;
    if (Math.abs(skew[most]) < 0.05)
      return `${capitalized(countPhrase(columns.length, 'column'))}, none with a longer tail to one side`;
    const side = skew[most] < 0 ? 'low' : 'high';
    return `${capitalized(countPhrase(columns.length, 'column'))}; ${inside(nameOf(columns[most].name, options))} has the longest tail, to the ${side} side (skewness ${formatNumber(skew[most], { decimals: 1 })})`;
  }
  const [{ name, values }] = columns;
  const ascending = sorted(values);
  if (ascending.length === 0) return `${nameOf(name, options)} has no values`;
  const at = (share: number) => formatLike(quantile(ascending, share), ascending);
  return `${nameOf(name, options)}: median ${inUnit(at(0.5), name, options)}, the middle half from ${at(0.25)} to ${at(0.75)}`;
}

function note(columns: readonly NamedColumn[]): string | undefined {
  const missing = columns.reduce(
    (sum, { values }) => sum + values.reduce((found, value) => found + (Number.isNaN(value) ? 1 : 0), 0),
    0,
  );
  const leftOut =
    missing > 0
      ? `${capitalized(countPhrase(missing, 'missing value is', 'missing values are'))} left out.`
      : '';
  const lines = columns.length > 1 ? 'Dashed lines are medians.' : '';
  return [lines, leftOut].filter(Boolean).join(' ') || undefined;
}
