import type { Data } from 'plotly.js';
import { capitalized, inside } from '../core/columnNames';
import { countPhrase, formatLike, plural } from '../core/format';
import { mean, quantile } from '../core/statistics';
import { type Columns, type NamedColumn, readColumns } from './base/columns';
import { d3FormatOf } from './base/d3Format';
import type { Figure } from './base/figure';
import { axisTitle, inUnit, nameOf } from './base/label';
import { argMax, median, plain, sorted } from './base/numbers';
import { NEUTRAL } from './base/palette';
import { panelAt, panelLayout } from './base/panels';
import { groupBySegment, type SegmentGroup } from './base/segments';
import { axisName, checkOptions, compose, type FigureOptions, nameAxis } from './base/theme';

/** Options of `boxPlot`. */
export interface BoxPlotOptions extends FigureOptions {
  /** Columns to draw; default all. */
  columns?: readonly string[];
  /** Segment of each row (length n; −1 is noise): one box a segment. */
  segments?: ArrayLike<number>;
}

/** No picture needs more points beyond the whiskers than this from one box; the most extreme are kept. */
const MAX_OUTLIERS = 300;

/**
 * Medians, quartiles and outliers of one or several columns, for all customers or segment by segment. Whiskers
 * end at the last value within 1.5 times the box's length; what lies beyond is drawn as points.
 *
 * @param table columns of length n; missing values are left out.
 * @throws InputError for an empty table, an unknown column or option, labels that do not fit the rows.
 * Cost: O(n log n) a column. Source: Tukey (1977); quartiles as numpy's default.
 *
 * @example
 * boxPlot({ Income: [30000, 45000, 52000, 666666] });
 */
export function boxPlot(table: Columns, options: BoxPlotOptions = {}): Figure {
  checkOptions('boxPlot', options, ['columns', 'segments']);
  const columns = readColumns(table, options.columns);
  const n = columns[0].values.length;
  const groups = options.segments ? groupBySegment(options.segments, n, options.segmentNames) : everyone(n);
  const bySegment = options.segments !== undefined;
  const rowHeight = bySegment ? 60 + 36 * groups.length : 100;
  return compose(
    {
      data: columns.flatMap((column, i) => groups.map((group) => box(column, group, i))),
      layout: panelLayout(
        columns.map((column) => axes(column, groups, bySegment, options)),
        1,
        { x: 0, y: bySegment ? 0.4 : 0.5 },
      ),
      title: bySegment ? spreadFinding(columns, groups, options) : outlierFinding(columns, options),
      kind: `Box plot of ${columns.map(({ name }) => inside(nameOf(name, options))).join(', ')}${bySegment ? ' by segment' : ''}`,
      plotHeight: Math.max(150, columns.length * rowHeight),
    },
    options,
  );
}

function everyone(n: number): SegmentGroup[] {
  const rows = Array.from({ length: n }, (_, i) => i);
  return [{ index: 0, name: '', rows, color: NEUTRAL, symbol: 'circle' }];
}

function box(column: NamedColumn, group: SegmentGroup, i: number): Data {
  const { ascending, low, q1, middle, q3, high } = tukey(column.values, group.rows);
  const beyond = ascending.filter((value) => value < low || value > high);
  const drawn = [...beyond]
    .sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    .slice(0, MAX_OUTLIERS);
  return {
    type: 'box',
    ...panelAt(i, 1).axes,
    orientation: 'h',
    name: axisName(group.name) || ' ',
    y: [axisName(group.name) || ' '],
    width: 0.65,
    q1: plain([q1]),
    median: plain([middle]),
    q3: plain([q3]),
    lowerfence: plain([low]),
    upperfence: plain([high]),
    // An empty list of points would hide the whole box.
    ...(drawn.length > 0 && { x: [plain(drawn)] }),
    boxpoints: drawn.length > 0 ? 'outliers' : false,
    ...(drawn.length > 0 && {
      jitter: 0.4,
      pointpos: 0,
      marker: { color: group.color, symbol: group.symbol, size: 4, opacity: 0.6 },
    }),
    line: { color: group.color, width: 2 },
    hoveron: drawn.length > 0 ? 'boxes+points' : 'boxes',
    showlegend: false,
  } as unknown as Data;
}

/** Tukey's five numbers; NaN throughout when the segment has no value there. */
function tukey(values: ArrayLike<number>, rows: readonly number[]) {
  const ascending = sorted(rows.map((row) => values[row]));
  if (ascending.length === 0) {
    return {
      ascending,
      low: Number.NaN,
      q1: Number.NaN,
      middle: Number.NaN,
      q3: Number.NaN,
      high: Number.NaN,
    };
  }
  const [q1, middle, q3] = [0.25, 0.5, 0.75].map((share) => quantile(ascending, share));
  const reach = 1.5 * (q3 - q1);
  const low = ascending.find((value) => value >= q1 - reach)!;
  const high = ascending.filter((value) => value <= q3 + reach).at(-1)!;
  return { ascending, low, q1, middle, q3, high };
}

function axes(
  { name, values }: NamedColumn,
  groups: readonly SegmentGroup[],
  bySegment: boolean,
  options: BoxPlotOptions,
) {
  return {
    x: {
      title: { text: axisTitle(name, options) },
      hoverformat: d3FormatOf(values),
      zeroline: false,
    },
    y: {
      ...nameAxis(bySegment ? 'Segment' : ''),
      showticklabels: bySegment,
      categoryorder: 'array' as const,
      categoryarray: groups.map((group) => axisName(group.name) || ' ').reverse(),
    },
  };
}

function outlierFinding(columns: readonly NamedColumn[], options: BoxPlotOptions): string {
  const outside = columns.map(({ values }) => {
    const { ascending, low, high } = tukey(
      values,
      Array.from(values, (_, i) => i),
    );
    return ascending.filter((value) => value < low || value > high);
  });
  const most = argMax(outside.map((beyond) => beyond.length));
  const beyond = outside[most];
  if (beyond.length === 0) {
    return columns.length === 1
      ? `${nameOf(columns[0].name, options)} has no value beyond the whiskers`
      : `${capitalized(countPhrase(columns.length, 'column'))}, none with a value beyond the whiskers`;
  }
  const { name, values } = columns[most];
  const middle = median(values);
  const extreme = beyond[argMax(beyond.map((value) => Math.abs(value - middle)))];
  const says = `${plural(beyond.length, 'value')} beyond the whiskers; the most extreme is ${inUnit(formatLike(extreme, values), name, options)}`;
  return columns.length === 1
    ? `${nameOf(name, options)} has ${says}`
    : `${nameOf(name, options)} has most outliers: ${says}`;
}

/** Names the column whose segment medians lie furthest apart against its own spread. */
function spreadFinding(
  columns: readonly NamedColumn[],
  groups: readonly SegmentGroup[],
  options: BoxPlotOptions,
): string {
  const real = groups.filter(({ index }) => index >= 0);
  const medians = columns.map(({ values }) => real.map(({ rows }) => median(rows.map((row) => values[row]))));
  const apart = medians.map((ofColumn, i) => range(ofColumn) / middleHalf(columns[i].values));
  const most = Math.max(0, argMax(apart));
  const { name, values } = columns[most];
  const highest = argMax(medians[most]);
  const lowest = argMax(medians[most].map((value) => -value));
  if (highest < 0 || highest === lowest) return `${nameOf(name, options)} does not differ between segments`;
  const says = (at: number) => formatLike(medians[most][at], values);
  const lead = columns.length > 1 ? ' differs most: its median' : ': the median';
  return `${nameOf(name, options)}${lead} runs from ${says(lowest)} (${real[lowest].name}) to ${says(highest)} (${real[highest].name})`;
}

function range(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function middleHalf(values: ArrayLike<number>): number {
  const ascending = sorted(values);
  return quantile(ascending, 0.75) - quantile(ascending, 0.25) || Math.abs(mean(ascending)) || 1;
}
