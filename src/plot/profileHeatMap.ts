import type { Data } from 'plotly.js';
import { inside } from '../core/columnNames';
import { mean, standardDeviation } from '../core/statistics';
import { type Columns, type NamedColumn, readColumns } from './columns';
import type { Figure } from './figure';
import { colourBar, columnAxis } from './heatMap';
import { axisTitle, nameOf } from './label';
import { argMax, known, plain } from './numbers';
import { DIVERGING } from './palette';
import { groupBySegment, type SegmentGroup } from './segments';
import { axisName, checkOptions, compose, type FigureOptions, nameAxis } from './theme';
import { decimalsFor, number } from './words';

/** Options of `profileHeatMap`. */
export interface ProfileHeatMapOptions extends FigureOptions {
  /** Features to draw, in order; default all columns. */
  columns?: readonly string[];
}

/** Differences beyond this many standard deviations look alike, so that one extreme does not bleach the rest. */
const DEEPEST = 2;

/**
 * What sets each segment apart: its mean of every feature, coloured by how many standard deviations of all
 * customers it lies above (red) or below (blue) the mean of all customers. The text is in original units.
 *
 * @param table features of length n; missing values are left out.
 * @param segments segment of each row, length n; −1 (noise) is not drawn but counts in the mean of all.
 * @throws InputError for an empty table, an unknown column or option, labels that do not fit.
 * Cost: O(n·d).
 *
 * @example
 * profileHeatMap({ Income: [30, 52, 75], Age: [25, 61, 40] }, [0, 0, 1], { units: { Income: 'k€' } });
 */
export function profileHeatMap(
  table: Columns,
  segments: ArrayLike<number>,
  options: ProfileHeatMapOptions = {},
): Figure {
  checkOptions('profileHeatMap', options, ['columns']);
  const columns = readColumns(table, options.columns);
  const groups = groupBySegment(segments, columns[0].values.length, options.segmentNames);
  const segmentsOnly = groups.filter(({ index }) => index >= 0);
  const drawn = segmentsOnly.length > 0 ? segmentsOnly : groups;
  const means = columns.map((column) =>
    drawn.map(({ rows }) => mean(known(rows.map((row) => column.values[row])))),
  );
  const z = columns.map((column, i) => standardise(column.values, means[i]));
  const below = columnAxis(drawn.map(({ name }) => name));
  const limit = Math.min(DEEPEST, Math.max(0.5, ...z.flat().map(Math.abs).filter(Number.isFinite)));
  return compose(
    {
      data: [
        {
          type: 'heatmap',
          z: z.map(plain),
          x: below.ticks,
          y: columns.map(({ name }) => axisName(axisTitle(name, options))),
          text: columns.map(({ values }, i) => means[i].map((value) => said(value, values))),
          texttemplate: '%{text}',
          customdata: columns.map(() => drawn.map(({ name }) => name)),
          hovertemplate: '%{customdata}<br>%{y}: mean %{text}, %{z:+.2f} standard deviations<extra></extra>',
          zmin: -limit,
          zmax: limit,
          colorscale: DIVERGING,
          xgap: 2,
          ygap: 1,
          hoverongaps: false,
          colorbar: colourBar(),
        } as unknown as Data,
      ],
      layout: {
        xaxis: below.axis,
        yaxis: { ...nameAxis(), autorange: 'reversed' },
      },
      title: finding(columns, drawn, z, options),
      note: "Text: the segment's mean. Red: above the mean of all customers, blue: below, in standard deviations.",
      kind: 'Heat map of segment profiles',
      plotHeight: 130 + 26 * columns.length,
    },
    options,
  );
}

/** A constant column sets nobody apart: 0 throughout. */
function standardise(values: ArrayLike<number>, means: readonly number[]): number[] {
  const there = known(values);
  const centre = mean(there);
  const spread = standardDeviation(there);
  return means.map((value) => (spread > 0 ? (value - centre) / spread : value - centre));
}

function said(value: number, values: ArrayLike<number>): string {
  if (Number.isNaN(value)) return 'none';
  const decimals = decimalsFor(values) === 0 && Math.abs(value) < 100 ? 1 : decimalsFor(values);
  return number(value, decimals);
}

function finding(
  columns: readonly NamedColumn[],
  groups: readonly SegmentGroup[],
  z: readonly (readonly number[])[],
  options: FigureOptions,
): string {
  const strongest = z.map((row) => argMax(row.map(Math.abs)));
  const feature = argMax(z.map((row, i) => (strongest[i] < 0 ? Number.NaN : Math.abs(row[strongest[i]]))));
  if (feature < 0 || z[feature][strongest[feature]] === 0) return 'The segments do not differ in any feature';
  const group = strongest[feature];
  const side = z[feature][group] > 0 ? 'above' : 'below';
  const distance = number(Math.abs(z[feature][group]), 1);
  return `Largest difference: ${groups[group].name}, ${inside(nameOf(columns[feature].name, options))} ${distance} standard deviations ${side} average`;
}
