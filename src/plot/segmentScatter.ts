import type { Data } from 'plotly.js';
import { capitalized, lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatLike } from '../core/format';
import { type MatrixLike, toMatrix } from '../core/matrix';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, integer, object, optional, text, thing } from '../core/schema';
import { type Columns, columnNames, type NamedColumn } from './base/columns';
import { d3FormatOf } from './base/d3Format';
import type { Figure } from './base/figure';
import { FIGURE, type FigureOptions } from './base/figureOptions';
import { inUnit, nameOf } from './base/label';
import { LOGARITHMIC, readLogarithmic } from './base/logarithmic';
import { argMax, median, plain } from './base/numbers';
import { isKnown, pairAxes, points, readPair } from './base/pair';
import { INK } from './base/palette';
import { type SegmentGroup, sampleNote, samplePoints, segmentGroups } from './base/segments';
import { compose } from './base/theme';
import { wrap } from './base/wrap';

/** What the options may be. */
const SEGMENT_SCATTER_OPTIONS = object({
  ...FIGURE,
  ...LOGARITHMIC,
  /** Column along the horizontal axis; default 'Income' where the table has it, else the first. */
  x: optional(text()),
  /** Column along the vertical axis; default 'Total_Spending' where the table has it, else the next. */
  y: optional(text()),
  /** Draws at most about this many points, a sample of each segment; default 5,000. Medians use every row. */
  maxPoints: integer({ minimum: 1, default: 5000 }),
  /**
   * Center of each segment in the columns' own units, k × 2 (x, y) or more columns of which two have the names of x
   * and y; row i belongs to segment i. They are drawn with the segments' names, instead of the medians.
   */
  centers: optional(thing<MatrixLike>('object', { expects: 'a matrix, or an array of rows' })),
});

/** Options of `segmentScatter`. */
export interface SegmentScatterOptions extends Given<typeof SEGMENT_SCATTER_OPTIONS> {}

/**
 * Two columns against each other, by segment, with each segment's medians as a large marker, or its center with its
 * name: spending against income, unless told otherwise.
 *
 * @param table columns of length n; rows where either value is missing are left out.
 * @param segments segment of each row, length n; −1 is noise.
 * @throws InputError for fewer than two columns, an unknown column or option, labels or centers that do not fit.
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
  const given = resolveOptions('segmentScatter', SEGMENT_SCATTER_OPTIONS, options);
  const { x, y } = readPair(table, withDefaults(table, given));
  const groups = segmentGroups(segments, x.values.length, given.segmentNames).map((group) => ({
    ...group,
    rows: group.rows.filter((row) => isKnown(x, y, row)),
  }));
  const drawn = samplePoints(groups, given.maxPoints);
  const real = groups.filter(({ index, rows }) => index >= 0 && rows.length > 0);
  const kind = given.centers === undefined ? 'median' : 'center';
  const middles =
    given.centers === undefined
      ? real.map((group) => medianOf(group, x, y))
      : readCenters(given.centers, real, x, y);
  return compose(
    {
      data: [
        ...drawn.map((group) => points(x, y, group, true, given)),
        ...middles.map((middle) => drawMiddle(middle, kind, x, y, given)),
      ],
      layout: pairAxes(x, y, readLogarithmic([x, y], given), given),
      title: finding(middles, kind, x, y, given),
      note: [`Large markers are ${kind}s.`, sampleNote(drawn, groups)].filter(Boolean).join(' '),
      kind: `Scatter plot of ${lowerFirst(nameOf(y.name, given))} against ${lowerFirst(nameOf(x.name, given))}, by segment`,
      plotHeight: 360,
      legend: groups.map(({ name }) => name),
    },
    given,
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

function medianOf(group: SegmentGroup, x: NamedColumn, y: NamedColumn): Middle {
  return {
    group,
    x: median(group.rows.map((row) => x.values[row])),
    y: median(group.rows.map((row) => y.values[row])),
  };
}

function readCenters(
  centers: MatrixLike,
  groups: readonly SegmentGroup[],
  x: NamedColumn,
  y: NamedColumn,
): Middle[] {
  const matrix = toMatrix(centers, 'centers');
  const byName = [x, y].map(({ name }) => matrix.columns?.indexOf(name) ?? -1);
  if (byName.includes(-1) && matrix.cols !== 2)
    throw new InputError('wrong-shape', `centers have ${matrix.cols} columns, not all named`, {
      remedy: phrase`give the two of ${{ value: x.name }} and ${{ value: y.name }}`,
    });
  const [ofX, ofY] = byName.includes(-1) ? [0, 1] : byName;
  return groups.map((group) => {
    if (group.index < matrix.rows)
      return { group, x: matrix.get(group.index, ofX), y: matrix.get(group.index, ofY) };
    throw new InputError('wrong-shape', `there are ${matrix.rows} centers, and labels up to ${group.index}`, {
      remedy: 'give one for each segment',
    });
  });
}

type MiddleKind = 'median' | 'center';

function drawMiddle(
  middle: Middle,
  kind: MiddleKind,
  x: NamedColumn,
  y: NamedColumn,
  options: FigureOptions,
): Data {
  const { name, color, symbol } = middle.group;
  const says = ({ name: column, values }: NamedColumn, axis: string) =>
    `${kind} ${lowerFirst(nameOf(column, options))} ${inUnit(`%{${axis}:${d3FormatOf(values)}}`, column, options)}`;
  return {
    type: 'scatter',
    mode: kind === 'center' ? 'markers+text' : 'markers',
    name: `${capitalized(kind)} of ${name}`,
    ...(kind === 'center' && {
      text: [wrap(name, 18)],
      textposition: 'top center',
      textfont: { color: INK, size: 13, shadow: '0 0 3px #FFF, 0 0 3px #FFF, 0 0 4px #FFF, 0 0 5px #FFF' },
      cliponaxis: false,
    }),
    x: plain([middle.x]),
    y: plain([middle.y]),
    marker: { color: color, symbol, size: 16, line: { color: INK, width: 2 } } as object,
    showlegend: false,
    hovertemplate: `${name}<br>${says(x, 'x')} · ${says(y, 'y')}<extra></extra>`,
  } as Data;
}

function finding(
  middles: readonly Middle[],
  kind: MiddleKind,
  x: NamedColumn,
  y: NamedColumn,
  options: FigureOptions,
): string {
  const names = `${nameOf(y.name, options)} against ${lowerFirst(nameOf(x.name, options))}`;
  const highest = argMax(middles.map((middle) => middle.y));
  const lowest = argMax(middles.map((middle) => -middle.y));
  if (highest < 0 || highest === lowest) return `${names}, by segment`;
  const says = ({ y: value, group }: Middle) => `${formatLike(value, y.values)} (${group.name})`;
  const what = lowerFirst(nameOf(y.name, options));
  return `${kind === 'median' ? `Median ${what}` : `From center to center, ${what}`} runs from ${says(middles[lowest])} to ${says(middles[highest])}`;
}
