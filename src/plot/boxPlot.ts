import type { Data } from 'plotly.js';
import { capitalized, lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { countPhrase, formatLike, plural } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, names, object, optional, thing } from '../core/schema';
import {
  areBoxSummaries,
  type Box,
  type BoxColumn,
  type BoxSummaries,
  boxesOfCustomers,
  boxesOfSummaries,
} from './base/boxes';
import type { Columns } from './base/columns';
import { d3FormatOf } from './base/d3Format';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { axisTitle, inUnit, nameOf } from './base/label';
import { argMax, plain } from './base/numbers';
import { panelAt, panelLayout } from './base/panels';
import { axisName, compose, nameAxis } from './base/theme';

/** What the options may be. */
const BOX_PLOT_OPTIONS = object({
  ...FIGURE,
  /** Columns to draw; default all. */
  columns: optional(names()),
  /** Segment of each row (length n; −1 is noise): one box a segment. */
  segments: optional(thing<ArrayLike<number>>('object', { expects: 'an array of segment numbers' })),
});

/** Options of `boxPlot`. */
export interface BoxPlotOptions extends Given<typeof BOX_PLOT_OPTIONS> {}

/** No picture needs more points beyond the whiskers than this from one box; the most extreme are kept. */
const MAX_OUTLIERS = 300;

/**
 * Medians, quartiles and outliers of one or several columns, for all customers or segment by segment. Whiskers
 * end at the last value within 1.5 times the box's length; what lies beyond is drawn as points.
 *
 * @param table columns of length n, missing values are left out; or of each column the numbers of its boxes, one for each
 * segment or a single one.
 * @throws InputError for an empty table, an unknown column or option, labels that do not fit the rows, numbers of a box
 * that do not rise.
 * Cost: O(n log n) a column. Source: Tukey (1977); quartiles as numpy's default.
 *
 * @example
 * boxPlot({ Income: [30000, 45000, 52000, 666666] });
 * boxPlot({ Income: [{ low: 30000, q1: 41250, median: 48500, q3: 205666, high: 205666, outliers: [666666] }] });
 */
export function boxPlot(table: Columns | BoxSummaries, options: BoxPlotOptions = {}): Figure {
  const given = resolveOptions('boxPlot', BOX_PLOT_OPTIONS, options);
  const columns = readBoxes(table, given);
  const { boxes, bySegment } = columns[0];
  const rowHeight = bySegment ? 60 + 36 * boxes.length : 100;
  return compose(
    {
      data: columns.flatMap((column, i) => column.boxes.map((box) => draw(box, i))),
      layout: panelLayout(
        columns.map((column) => axes(column, given)),
        1,
        { x: 0, y: bySegment ? 0.4 : 0.5 },
      ),
      title: bySegment ? spreadFinding(columns, given) : outlierFinding(columns, given),
      kind: `Box plot of ${columns.map(({ name }) => lowerFirst(nameOf(name, given))).join(', ')}${bySegment ? ' by segment' : ''}`,
      plotHeight: Math.max(150, columns.length * rowHeight),
    },
    given,
  );
}

function readBoxes(
  table: Columns | BoxSummaries,
  { columns, segments, segmentNames }: BoxPlotOptions,
): BoxColumn[] {
  if (!areBoxSummaries(table)) return boxesOfCustomers(table, columns, segments, segmentNames);
  if (segments === undefined) return boxesOfSummaries(table, columns, segmentNames);
  throw new InputError(
    'conflict',
    phrase`${{ option: 'segments' }} divides customers, and the table holds summaries`,
    { remedy: phrase`give each its ${{ option: 'segment' }}` },
  );
}

function draw({ name, color, symbol, low, q1, median, q3, high, outliers = [] }: Box, i: number): Data {
  const drawn = [...outliers]
    .sort((a, b) => Math.abs(b - median) - Math.abs(a - median))
    .slice(0, MAX_OUTLIERS);
  return {
    type: 'box',
    ...panelAt(i, 1).axes,
    orientation: 'h',
    name: axisName(name) || ' ',
    y: [axisName(name) || ' '],
    width: 0.65,
    q1: plain([q1]),
    median: plain([median]),
    q3: plain([q3]),
    lowerfence: plain([low]),
    upperfence: plain([high]),
    // An empty list of points would hide the whole box.
    ...(drawn.length > 0 && { x: [plain(drawn)] }),
    boxpoints: drawn.length > 0 ? 'outliers' : false,
    ...(drawn.length > 0 && {
      jitter: 0.4,
      pointpos: 0,
      marker: { color: color, symbol: symbol, size: 4, opacity: 0.6 },
    }),
    line: { color: color, width: 2 },
    hoveron: drawn.length > 0 ? 'boxes+points' : 'boxes',
    showlegend: false,
  } as unknown as Data;
}

function axes({ name, values, boxes, bySegment }: BoxColumn, options: BoxPlotOptions) {
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
      categoryarray: boxes.map((box) => axisName(box.name) || ' ').reverse(),
    },
  };
}

function outlierFinding(columns: readonly BoxColumn[], options: BoxPlotOptions): string {
  const known = columns.filter(({ boxes }) => boxes[0].outliers !== undefined);
  if (known.length === 0) return middleFinding(columns, options);
  const most = argMax(known.map(({ boxes }) => boxes[0].outliers!.length));
  const { name, values, boxes } = known[most];
  const [{ median, outliers: beyond = [] }] = boxes;
  if (beyond.length === 0) {
    return columns.length === 1
      ? `${nameOf(columns[0].name, options)} has no value beyond the whiskers`
      : `${capitalized(countPhrase(columns.length, 'column'))}, none with a value beyond the whiskers`;
  }
  const extreme = beyond[argMax(beyond.map((value) => Math.abs(value - median)))];
  const says = `${plural(beyond.length, 'value')} beyond the whiskers; the most extreme is ${inUnit(formatLike(extreme, values), name, options)}`;
  return columns.length === 1
    ? `${nameOf(name, options)} has ${says}`
    : `${nameOf(name, options)} has most outliers: ${says}`;
}

/** Where outliers are not known. */
function middleFinding(columns: readonly BoxColumn[], options: BoxPlotOptions): string {
  if (columns.length > 1) return `Medians and quartiles of ${countPhrase(columns.length, 'column')}`;
  const [{ name, values, boxes }] = columns;
  const [median, q1, q3] = [boxes[0].median, boxes[0].q1, boxes[0].q3].map((value) =>
    formatLike(value, values),
  );
  return `${nameOf(name, options)}: median ${inUnit(median, name, options)}, the middle half from ${q1} to ${q3}`;
}

/** Names the column whose segment medians lie furthest apart against its own spread. */
function spreadFinding(columns: readonly BoxColumn[], options: BoxPlotOptions): string {
  const real = columns.map(({ boxes }) => boxes.filter(({ index }) => index >= 0));
  const medians = real.map((boxes) => boxes.map(({ median }) => median));
  const apart = medians.map((ofColumn, i) => range(ofColumn) / columns[i].spread);
  const most = Math.max(0, argMax(apart));
  const { name, values } = columns[most];
  const highest = argMax(medians[most]);
  const lowest = argMax(medians[most].map((value) => -value));
  if (highest < 0 || highest === lowest) return `${nameOf(name, options)} does not differ between segments`;
  const says = (at: number) => formatLike(medians[most][at], values);
  const lead = columns.length > 1 ? ' differs most: its median' : ': the median';
  return `${nameOf(name, options)}${lead} runs from ${says(lowest)} (${real[most][lowest].name}) to ${says(highest)} (${real[most][highest].name})`;
}

function range(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
