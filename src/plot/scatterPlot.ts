import type { Data } from 'plotly.js';
import { lowerFirst } from '../core/columnNames';
import { correlate } from '../core/correlate';
import { formatNumber } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, integer, object, optional, text } from '../core/schema';
import type { Columns, NamedColumn } from './base/columns';
import type { Figure } from './base/figure';
import { FIGURE, type FigureOptions } from './base/figureOptions';
import { nameOf } from './base/label';
import { LOGARITHMIC, readLogarithmic } from './base/logarithmic';
import { plain, sorted } from './base/numbers';
import { isKnown, pairAxes, points, readPair } from './base/pair';
import { ACCENT, NEUTRAL } from './base/palette';
import { type SegmentGroup, sampleNote, samplePoints } from './base/segments';
import { compose } from './base/theme';

/** What the options may be. */
const SCATTER_PLOT_OPTIONS = object({
  ...FIGURE,
  ...LOGARITHMIC,
  /** Column along the horizontal axis; default the table's first. */
  x: optional(text()),
  /** Column along the vertical axis; default the table's second. */
  y: optional(text()),
  /** Draws at most about this many points, a sample; default 5,000. Statistics use every row. */
  maxPoints: integer({ minimum: 1, default: 5000 }),
});

/** Options of `scatterPlot`. */
export interface ScatterPlotOptions extends Given<typeof SCATTER_PLOT_OPTIONS> {}

/**
 * Two columns against each other, one point per customer, with the least-squares line; `segmentScatter` colors them by
 * segment. On logarithmic axes the line is straight there, and the correlation is that of the logarithms.
 *
 * @param table columns of length n; rows where either value is missing are left out.
 * @throws InputError for a table of fewer than two columns, an unknown column or option.
 * Cost: O(n).
 *
 * @example
 * scatterPlot({ Income: [30, 52, 75], Total_Spending: [60, 400, 1200] }, { units: { Income: 'k€' } });
 */
export function scatterPlot(table: Columns, options: ScatterPlotOptions = {}): Figure {
  const given = resolveOptions('scatterPlot', SCATTER_PLOT_OPTIONS, options);
  const { x, y } = readPair(table, given);
  const groups = [everyone(x, y)];
  const drawn = samplePoints(groups, given.maxPoints);
  const log = readLogarithmic([x, y], given);
  const fit = correlate(onAxis(x, log[0]), onAxis(y, log[1]));
  const line = fit.rows > 2 && Number.isFinite(fit.r) ? [trend(x, y, fit, log)] : [];
  return compose(
    {
      data: [...drawn.map((group) => points(x, y, group, false, given)), ...line],
      layout: pairAxes(x, y, log, given),
      title: finding(x, y, fit, log, given),
      note: sampleNote(drawn, groups),
      kind: `Scatter plot of ${lowerFirst(nameOf(y.name, given))} against ${lowerFirst(nameOf(x.name, given))}`,
      plotHeight: 340,
    },
    given,
  );
}

function everyone(x: NamedColumn, y: NamedColumn): SegmentGroup {
  const rows = Array.from(x.values.keys()).filter((row) => isKnown(x, y, row));
  return { index: 0, name: 'Customers', rows, color: NEUTRAL, symbol: 'circle' };
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
  const [one, other] = [nameOf(x.name, options), lowerFirst(nameOf(y.name, options))];
  if (rows < 3 || Number.isNaN(r)) return `${one} and ${other}, ${formatNumber(rows)} customers`;
  const strength = `(r = ${formatNumber(r, { decimals: 2 })}${log.some(Boolean) ? ' on these axes' : ''})`;
  if (Math.abs(r) < 0.1) return `${one} and ${other} show no linear relation ${strength}`;
  if (Math.abs(r) < 0.4) return `${one} and ${other} are only weakly related ${strength}`;
  return r > 0
    ? `${one} and ${other} move together ${strength}`
    : `${nameOf(y.name, options)} falls as ${lowerFirst(one)} rises ${strength}`;
}
