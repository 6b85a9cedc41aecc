import type { Data, Layout } from 'plotly.js';
import { inside } from '../core/columnNames';
import { correlate } from '../core/correlate';
import { InputError } from '../core/errors';
import { formatNumber } from '../core/format';
import { checkInteger } from '../core/options';
import { type Columns, columnNames, type NamedColumn, readColumns } from './base/columns';
import { d3FormatOf } from './base/d3Format';
import type { Figure } from './base/figure';
import { axisTitle, inUnit, nameOf } from './base/label';
import { type LogarithmicOption, logarithmicAxis, readLogarithmic } from './base/logarithmic';
import { plain, sorted } from './base/numbers';
import { ACCENT, NEUTRAL } from './base/palette';
import { groupBySegment, type SegmentGroup, thin, thinNote } from './base/segments';
import { checkOptions, compose, type FigureOptions } from './base/theme';

/** Options of `scatterPlot`. */
export interface ScatterPlotOptions extends FigureOptions, LogarithmicOption {
  /** Column along the horizontal axis; default the table's first. */
  x?: string;
  /** Column along the vertical axis; default the table's second. */
  y?: string;
  /** Segment of each row (length n; −1 is noise): colors and symbols by segment, no trend line. */
  segments?: ArrayLike<number>;
  /** Draws at most about this many points, a sample of each segment; default 5,000. Statistics use every row. */
  maxPoints?: number;
}

/**
 * Two columns against each other, one point a customer, with the least-squares line; or colored by segment. On
 * logarithmic axes the line is straight there, and the correlation is that of the logarithms.
 *
 * @param table columns of length n; rows where either value is missing are left out.
 * @throws InputError for a table of fewer than two columns, an unknown column or option, wrong labels.
 * Cost: O(n).
 *
 * @example
 * scatterPlot({ Income: [30, 52, 75], Total_Spending: [60, 400, 1200] }, { units: { Income: 'k€' } });
 */
export function scatterPlot(table: Columns, options: ScatterPlotOptions = {}): Figure {
  checkOptions('scatterPlot', options, ['x', 'y', 'segments', 'maxPoints', 'logarithmic']);
  const { x, y } = readPair(table, options);
  const groups = groupRows(x, y, options);
  const drawn = thin(groups, checkInteger('maxPoints', options.maxPoints ?? 5000, { min: 1 }));
  const log = readLogarithmic([x, y], options);
  const fit = correlate(onAxis(x, log[0]), onAxis(y, log[1]));
  const colored = options.segments !== undefined;
  const line = !colored && fit.rows > 2 && Number.isFinite(fit.r) ? [trend(x, y, fit, log)] : [];
  return compose(
    {
      data: [...drawn.map((group) => points(x, y, group, colored, options)), ...line],
      layout: pairAxes(x, y, log, options),
      title: finding(x, y, fit, log, options),
      note: thinNote(drawn, groups),
      kind: `Scatter plot of ${inside(nameOf(y.name, options))} against ${inside(nameOf(x.name, options))}${colored ? ', by segment' : ''}`,
      plotHeight: 340,
      legend: colored ? groups.map(({ name }) => name) : undefined,
    },
    options,
  );
}

/** The two columns of a scatter plot. */
export function readPair(
  table: Columns,
  { x, y }: { x?: string; y?: string },
): { x: NamedColumn; y: NamedColumn } {
  if (x !== undefined && y !== undefined) {
    const [first, second] = readColumns(table, [x, y]);
    return { x: first, y: second };
  }
  const names = columnNames(table);
  const first = x ?? names.find((name) => name !== y);
  const second = y ?? names.find((name) => name !== first);
  if (second === undefined || first === undefined) {
    throw new InputError(`a scatter plot needs two columns; the table has ${names.length}`);
  }
  return readPair(table, { x: first, y: second });
}

/** Axes of a scatter plot, titled, with room around the points. */
export function pairAxes(
  x: NamedColumn,
  y: NamedColumn,
  log: readonly boolean[],
  options: FigureOptions,
): Partial<Layout> {
  const axis = ({ name, values }: NamedColumn, i: number) => ({
    title: { text: axisTitle(name, options) },
    zeroline: false,
    ...(log[i] && logarithmicAxis(values)),
  });
  return { xaxis: axis(x, 0), yaxis: axis(y, 1) };
}

/** The points of one segment, or of everyone. */
export function points(
  x: NamedColumn,
  y: NamedColumn,
  { name, rows, color, symbol }: SegmentGroup,
  colored: boolean,
  options: FigureOptions,
): Data {
  const says = (column: NamedColumn, axis: string) =>
    `${nameOf(column.name, options)} ${inUnit(`%{${axis}:${d3FormatOf(column.values)}}`, column.name, options)}`;
  return {
    type: 'scatter',
    mode: 'markers',
    name,
    x: plain(rows.map((row) => x.values[row])),
    y: plain(rows.map((row) => y.values[row])),
    marker: { color: color, symbol, size: 6, opacity: 0.65 } as object,
    hovertemplate: `${colored ? `${name}<br>` : ''}${says(x, 'x')} · ${says(y, 'y')}<extra></extra>`,
  };
}

function groupRows(x: NamedColumn, y: NamedColumn, options: ScatterPlotOptions): SegmentGroup[] {
  const n = x.values.length;
  const groups = options.segments
    ? groupBySegment(options.segments, n, options.segmentNames)
    : [
        {
          index: 0,
          name: 'Customers',
          rows: Array.from({ length: n }, (_, i) => i),
          color: NEUTRAL,
          symbol: 'circle',
        },
      ];
  const there = (row: number) => !Number.isNaN(x.values[row]) && !Number.isNaN(y.values[row]);
  return groups.map((group) => ({ ...group, rows: group.rows.filter(there) }));
}

/** A column's values as its axis measures them. */
function onAxis({ values }: NamedColumn, logarithmic: boolean): Float64Array {
  return logarithmic ? values.map(Math.log10) : values;
}

/** The line as far as there are customers: within the range of either column. */
function trend(
  x: NamedColumn,
  y: NamedColumn,
  fit: ReturnType<typeof correlate>,
  [logX, logY]: readonly boolean[],
): Data {
  const xs = sorted(onAxis(x, logX));
  const ys = sorted(onAxis(y, logY));
  const ends = [ys[0], ys[ys.length - 1]]
    .map((value) => (value - fit.intercept) / fit.slope)
    .sort((a, b) => a - b);
  const low = Math.max(xs[0], ends[0]);
  const high = Math.min(xs[xs.length - 1], ends[1]);
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'Least-squares line',
    x: plain([low, high].map((at) => (logX ? 10 ** at : at))),
    y: plain([low, high].map((at) => fit.intercept + fit.slope * at).map((at) => (logY ? 10 ** at : at))),
    line: { color: ACCENT, width: 2 },
    hoverinfo: 'skip',
  };
}

function finding(
  x: NamedColumn,
  y: NamedColumn,
  { r, rows }: { r: number; rows: number },
  log: readonly boolean[],
  options: FigureOptions,
) {
  const [one, other] = [nameOf(x.name, options), inside(nameOf(y.name, options))];
  if (rows < 3 || Number.isNaN(r)) return `${one} and ${other}, ${formatNumber(rows)} customers`;
  const strength = `(r = ${formatNumber(r, { decimals: 2 })}${log.some(Boolean) ? ' on these axes' : ''})`;
  if (Math.abs(r) < 0.1) return `${one} and ${other} show no linear relation ${strength}`;
  if (Math.abs(r) < 0.4) return `${one} and ${other} are only weakly related ${strength}`;
  return r > 0
    ? `${one} and ${other} move together ${strength}`
    : `${nameOf(y.name, options)} falls as ${inside(one)} rises ${strength}`;
}
