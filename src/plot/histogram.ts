import type { Annotations, Data, Shape } from 'plotly.js';
import { capitalized, lowerFirst } from '../core/columnNames';
import { countPhrase, formatLike, formatNumber } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, integer, names, object, optional } from '../core/schema';
import type { Columns } from './base/columns';
import {
  areBinned,
  type BinnedColumns,
  type Distribution,
  distributionsOf,
  distributionsOfBins,
} from './base/distributions';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { axisTitle, inUnit, nameOf } from './base/label';
import { LOGARITHMIC, logarithmicAxis } from './base/logarithmic';
import { argMax } from './base/numbers';
import { ACCENT, NEUTRAL } from './base/palette';
import { type Panel, panelAt, panelLayout } from './base/panels';
import { compose } from './base/theme';

/** What the options may be. */
const HISTOGRAM_OPTIONS = object({
  ...FIGURE,
  ...LOGARITHMIC,
  /** Columns to draw; default all. */
  columns: optional(names()),
  /** About how many bars; default by Freedman and Diaconis' rule, at most 100. */
  bins: optional(integer({ minimum: 1, maximum: 200 })),
});

/** Options of `histogram`. */
export interface HistogramOptions extends Given<typeof HISTOGRAM_OPTIONS> {}

/**
 * How the values of one or several columns are distributed: a histogram each, with the median as a line.
 * Counting happens here, so that a figure of a million customers is as small as one of a hundred.
 *
 * @param table columns of length n, missing values are left out and counted under the title; or columns that are counted
 * already, whose median is then estimated.
 * @throws InputError for an empty table, an unknown column or option, text among numbers, counts that do not fit.
 * Cost: O(n log n) a column; O(bins) when it is counted. Source: Freedman and Diaconis (1981) for the bar width, rounded to a plain number.
 *
 * @example
 * histogram({ Income: [30000, 45000, 52000, 58000] }, { units: { Income: '€' } });
 * histogram({ Income: { edges: [20000, 40000, 60000], counts: [1, 3] } });
 */
export function histogram(table: Columns | BinnedColumns, options: HistogramOptions = {}): Figure {
  const given = resolveOptions('histogram', HISTOGRAM_OPTIONS, options);
  const columns = areBinned(table) ? distributionsOfBins(table, given) : distributionsOf(table, given);
  const perRow = columns.length === 1 ? 1 : 2;
  const panels = columns.map((column, i) =>
    drawPanel(column, panelAt(i, perRow), given, columns.length === 1),
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
      title: finding(columns, given),
      note: note(columns),
      kind: `Histogram of ${columns.map(({ name }) => lowerFirst(nameOf(name, given))).join(', ')}`,
      plotHeight: columns.length === 1 ? 300 : rows * 165,
    },
    given,
  );
}

function drawPanel(
  { name, bars, logarithmic, quartiles: [, middle], values, isEstimated }: Distribution,
  panel: Panel,
  options: HistogramOptions,
  alone: boolean,
) {
  const said = (value: number) => inUnit(formatLike(value, values), name, options);
  const says = bars.single
    ? bars.from.map(said)
    : bars.from.map((from, i) => `${formatLike(from, values)} to ${said(bars.to[i])}`);
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
          ? logarithmicAxis(values)
          : { nticks: 5, range: [centers[0] - bars.width, centers[centers.length - 1] + bars.width] }),
        ...(bars.single && { tickformat: ',d' }),
      },
      y: { title: { text: panel.leftmost ? 'Customers' : '' }, nticks: 5, rangemode: 'tozero' as const },
    },
    line: medianLine(middle, panel),
    note: medianNote(
      middle,
      `${alone ? 'median ' : ''}${isEstimated ? 'about ' : ''}${said(middle)}`,
      panel,
      values,
      logarithmic,
    ),
  };
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
  values: ArrayLike<number>,
  logarithmic: boolean,
) {
  if (Number.isNaN(value)) return [];
  const measured = (at: number) => (logarithmic ? Math.log10(at) : at);
  const [low, at, high] = [values[0], value, values[values.length - 1]].map(measured);
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

function finding(columns: readonly Distribution[], options: HistogramOptions): string {
  if (columns.length > 1) {
    const skew = columns.map(({ skewness }) => skewness);
    const most = argMax(skew.map(Math.abs));
    if (most < 0) return `${capitalized(countPhrase(columns.length, 'column'))} without any value`;
    if (Math.abs(skew[most]) < 0.05)
      return `${capitalized(countPhrase(columns.length, 'column'))}, none with a longer tail to one side`;
    const side = skew[most] < 0 ? 'low' : 'high';
    return `${capitalized(countPhrase(columns.length, 'column'))}; ${lowerFirst(nameOf(columns[most].name, options))} has the longest tail, to the ${side} side (skewness ${formatNumber(skew[most], { decimals: 1 })})`;
  }
  const [{ name, quartiles, values, isEstimated }] = columns;
  if (Number.isNaN(quartiles[1])) return `${nameOf(name, options)} has no values`;
  const [q1, middle, q3] = quartiles.map((value) => formatLike(value, values));
  const about = isEstimated ? 'about ' : '';
  return `${nameOf(name, options)}: median ${about}${inUnit(middle, name, options)}, the middle half from ${about}${q1} to ${q3}`;
}

function note(columns: readonly Distribution[]): string | undefined {
  const missing = columns.reduce((sum, column) => sum + column.missing, 0);
  const leftOut =
    missing > 0
      ? `${capitalized(countPhrase(missing, 'missing value is', 'missing values are'))} left out.`
      : '';
  const lines = columns.length > 1 ? 'Dashed lines are medians.' : '';
  return [lines, leftOut].filter(Boolean).join(' ') || undefined;
}
