import type { Data } from 'plotly.js';
import { inside } from '../core/columnNames';
import { checkInteger } from '../core/options';
import { type Columns, columnNames, type NamedColumn } from './columns';
import type { Figure } from './figure';
import { nameOf, unitAfter } from './label';
import { argMax, median, plain } from './numbers';
import { INK } from './palette';
import { pairAxes, points, readPair } from './scatterPlot';
import { groupBySegment, type SegmentGroup, thin, thinNote } from './segments';
import { checkOptions, compose, type FigureOptions } from './theme';
import { d3FormatOf, numberOf } from './words';

/** Options of `segmentScatter`. */
export interface SegmentScatterOptions extends FigureOptions {
  /** Column along the horizontal axis; default 'Income' where the table has it, else the first. */
  x?: string;
  /** Column along the vertical axis; default 'Total_Spending' where the table has it, else the next. */
  y?: string;
  /** Draws at most about this many points, a sample of each segment; default 5,000. Medians use every row. */
  maxPoints?: number;
}

/**
 * Two columns against each other, by segment, with each segment's medians as a large marker: spending against
 * income, unless told otherwise.
 *
 * @param table columns of length n; rows where either value is missing are left out.
 * @param segments segment of each row, length n; −1 is noise.
 * @throws InputError for fewer than two columns, an unknown column or option, labels that do not fit.
 * Cost: O(n log n).
 *
 * @example
 * segmentScatter({ Income: [30, 52, 75], Total_Spending: [60, 400, 1200] }, [0, 0, 1]);
 */
export function segmentScatter(
  table: Columns,
  segments: ArrayLike<number>,
  options: SegmentScatterOptions = {},
): Figure {
  checkOptions('segmentScatter', options, ['x', 'y', 'maxPoints']);
  const { x, y } = readPair(table, withDefaults(table, options));
  const there = (row: number) => !Number.isNaN(x.values[row]) && !Number.isNaN(y.values[row]);
  const groups = groupBySegment(segments, x.values.length, options.segmentNames).map((group) => ({
    ...group,
    rows: group.rows.filter(there),
  }));
  const drawn = thin(groups, checkInteger('maxPoints', options.maxPoints ?? 5000, { min: 1 }));
  const middles = groups
    .filter(({ index, rows }) => index >= 0 && rows.length > 0)
    .map((group) => middleOf(group, x, y));
  return compose(
    {
      data: [
        ...drawn.map((group) => points(x, y, group, true, options)),
        ...middles.map((middle) => drawMiddle(middle, x, y, options)),
      ],
      layout: pairAxes(x, y, options),
      title: finding(middles, x, y, options),
      note: ['Large markers are medians.', thinNote(drawn, groups)].filter(Boolean).join(' '),
      kind: `Scatter plot of ${inside(nameOf(y.name, options))} against ${inside(nameOf(x.name, options))}, by segment`,
      plotHeight: 360,
      legend: groups.map(({ name }) => name),
    },
    options,
  );
}

function withDefaults(table: Columns, { x, y }: SegmentScatterOptions): { x?: string; y?: string } {
  if (x !== undefined && y !== undefined) return { x, y };
  const names = columnNames(table);
  const preferred = (name: string, other: string | undefined) =>
    names.includes(name) && name !== other ? name : undefined;
  return { x: x ?? preferred('Income', y), y: y ?? preferred('Total_Spending', x) };
}

interface Middle {
  group: SegmentGroup;
  x: number;
  y: number;
}

function middleOf(group: SegmentGroup, x: NamedColumn, y: NamedColumn): Middle {
  return {
    group,
    x: median(group.rows.map((row) => x.values[row])),
    y: median(group.rows.map((row) => y.values[row])),
  };
}

function drawMiddle(middle: Middle, x: NamedColumn, y: NamedColumn, options: FigureOptions): Data {
  const { name, colour, symbol } = middle.group;
  const says = ({ name: column, values }: NamedColumn, axis: string) =>
    `median ${inside(nameOf(column, options))} %{${axis}:${d3FormatOf(values)}}${unitAfter(column, options)}`;
  return {
    type: 'scatter',
    mode: 'markers',
    name: `Median of ${name}`,
    x: plain([middle.x]),
    y: plain([middle.y]),
    marker: { color: colour, symbol, size: 16, line: { color: INK, width: 2 } } as object,
    showlegend: false,
    hovertemplate: `${name}<br>${says(x, 'x')} · ${says(y, 'y')}<extra></extra>`,
  };
}

function finding(middles: readonly Middle[], x: NamedColumn, y: NamedColumn, options: FigureOptions): string {
  const names = `${nameOf(y.name, options)} against ${inside(nameOf(x.name, options))}`;
  const highest = argMax(middles.map((middle) => middle.y));
  const lowest = argMax(middles.map((middle) => -middle.y));
  if (highest < 0 || highest === lowest) return `${names}, by segment`;
  const says = ({ y: value, group }: Middle) => `${numberOf(value, y.values)} (${group.name})`;
  return `Median ${inside(nameOf(y.name, options))} runs from ${says(middles[lowest])} to ${says(middles[highest])}`;
}
