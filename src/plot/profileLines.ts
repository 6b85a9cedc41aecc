import type { Data } from 'plotly.js';
import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatLike, formatNumber } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, names, object, optional } from '../core/schema';
import { mean, standardDeviation } from '../core/statistics';
import { type Columns, type NamedColumn, readColumns } from './base/columns';
import type { Figure } from './base/figure';
import { FIGURE, type FigureOptions } from './base/figureOptions';
import { inUnit, nameOf } from './base/label';
import { argMax, known, plain } from './base/numbers';
import { MUTED } from './base/palette';
import { type SegmentGroup, segmentGroups } from './base/segments';
import { axisName, compose, nameAxis } from './base/theme';

/** What the options may be. */
const PROFILE_LINES_OPTIONS = object({
  ...FIGURE,
  /** Features to draw, from top to bottom; default all columns. */
  columns: optional(names()),
});

/** Options of `profileLines`. */
export interface ProfileLinesOptions extends Given<typeof PROFILE_LINES_OPTIONS> {}

/**
 * Parallel coordinates of the segments: for each feature, how many standard deviations of all customers a segment's
 * mean lies above or below theirs. Where lines run apart the segments differ, where they meet they do not.
 *
 * @param table at least two features of length n; missing values are left out.
 * @param segments segment of each row, length n; −1 (noise) counts in the mean of all and has no line.
 * @throws InputError for fewer than two features, an unknown column or option, labels that do not fit.
 * Cost: O(n·d).
 *
 * @example
 * profileLines({ Income: [30, 52, 75], Age: [25, 61, 40] }, [0, 0, 1], { units: { Income: 'k€' } });
 */
export function profileLines(
  table: Columns,
  segments: ArrayLike<number>,
  options: ProfileLinesOptions = {},
): Figure {
  const given = resolveOptions('profileLines', PROFILE_LINES_OPTIONS, options);
  const columns = readColumns(table, given.columns);
  if (columns.length < 2)
    throw new InputError('no-data', 'profile lines join two features or more', {
      remedy: 'the table has one',
    });
  const groups = segmentGroups(segments, columns[0].values.length, given.segmentNames);
  const real = groups.filter(({ index }) => index >= 0);
  const drawn = real.length > 0 ? real : groups;
  const spreads = columns.map((column) => deviations(column, drawn));
  return compose(
    {
      data: drawn.map((group, g) => line(group, g, columns, spreads, given)),
      layout: {
        xaxis: { title: { text: 'Standard deviations from the mean of all' }, zeroline: false },
        yaxis: { ...nameAxis(), autorange: 'reversed', type: 'category', showgrid: true },
        shapes: [
          {
            type: 'line',
            x0: 0,
            x1: 0,
            yref: 'paper',
            y0: 0,
            y1: 1,
            line: { color: MUTED, width: 1.5 },
            layer: 'below',
          },
        ],
      },
      title: finding(columns, drawn, spreads, given),
      kind: `Parallel coordinates of ${columns.length} features by segment`,
      plotHeight: 70 + 46 * columns.length,
      legend: drawn.map(({ name }) => name),
    },
    given,
  );
}

interface Deviations {
  means: number[];
  /** The same in standard deviations from the mean of all. */
  z: number[];
}

/** A constant column sets nobody apart. */
function deviations({ values }: NamedColumn, groups: readonly SegmentGroup[]): Deviations {
  const there = known(values);
  const [center, spread] = [mean(there), standardDeviation(there)];
  const means = groups.map(({ rows }) => mean(known(rows.map((row) => values[row]))));
  return { means, z: means.map((value) => (spread > 0 ? (value - center) / spread : value - center)) };
}

function line(
  { name, color, symbol }: SegmentGroup,
  g: number,
  columns: readonly NamedColumn[],
  spreads: readonly Deviations[],
  options: FigureOptions,
): Data {
  const says = columns.map(({ name: column, values }, i) => {
    const value = spreads[i].means[g];
    const said = Number.isNaN(value) ? 'none' : inUnit(formatLike(value, values), column, options);
    return `${name}<br>mean ${lowerFirst(nameOf(column, options))} ${said}`;
  });
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name,
    x: plain(spreads.map(({ z }) => z[g])),
    y: columns.map((column) => axisName(nameOf(column.name, options))),
    line: { color: color, width: 2 },
    marker: { color: color, symbol, size: 9 },
    customdata: says,
    hovertemplate: '%{customdata}<extra></extra>',
  } as Data;
}

function finding(
  columns: readonly NamedColumn[],
  groups: readonly SegmentGroup[],
  spreads: readonly Deviations[],
  options: FigureOptions,
): string {
  if (groups.length === 1) return `${groups[0].name} against the mean of all`;
  const apart = spreads.map(({ z }) => {
    const there = known(z);
    return there.length > 1 ? Math.max(...there) - Math.min(...there) : Number.NaN;
  });
  const widest = argMax(apart);
  if (widest < 0 || apart[widest] === 0) return 'The segments do not differ in any feature';
  const { z } = spreads[widest];
  const [high, low] = [argMax(z), argMax(z.map((value) => -value))];
  const name = lowerFirst(nameOf(columns[widest].name, options));
  return `Largest gap: ${name}, ${formatNumber(apart[widest], { decimals: 1 })} standard deviations from ${groups[low].name} to ${groups[high].name}`;
}
