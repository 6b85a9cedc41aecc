import { lowerFirst } from '../../core/columnNames';
import { formatNumber } from '../../core/format';
import type { Figure } from './figure';
import type { FigureOptions } from './figureOptions';
import { colorBar, columnAxis, heatMapTraces } from './heatMap';
import { argMax } from './numbers';
import { DIVERGING } from './palette';
import { axisName, compose, nameAxis } from './theme';

/** One feature in every segment. */
export interface ProfileRow {
  /** What it is called in a sentence. */
  name: string;
  /** And along the axis, with its unit. */
  axis: string;
  /** By segment: standard deviations of all customers above (or below) the mean of all. */
  z: number[];
  /** By segment: the mean as text, in original units. */
  text: string[];
}

/** Differences beyond this many standard deviations look alike, so that one extreme does not bleach the rest. */
const DEEPEST = 2;

/** What slanted names under the map take of its height. */
const SLANTED_NAMES = 70;

/** The heat map of features by segments. */
export function composeProfiles(
  rows: readonly ProfileRow[],
  segmentNames: readonly string[],
  options: FigureOptions,
  leftOut = '',
): Figure {
  const below = columnAxis(segmentNames);
  const limit = Math.min(
    DEEPEST,
    Math.max(0.5, ...rows.flatMap(({ z }) => z.map(Math.abs)).filter(Number.isFinite)),
  );
  return compose(
    {
      data: heatMapTraces({
        z: rows.map(({ z }) => z),
        x: below.ticks,
        y: rows.map(({ axis }) => axisName(axis)),
        text: rows.map(({ text }) => text),
        hover: rows.map((row) => segmentNames.map((name, s) => hoverOf(row, name, s))),
        range: [-limit, limit],
        scale: DIVERGING,
        bar: colorBar(),
      }),
      layout: {
        xaxis: below.axis,
        yaxis: { ...nameAxis(), autorange: 'reversed' },
      },
      title: finding(rows, segmentNames),
      note: `Text: the segment's mean. Red: above the mean of all customers, blue: below, in standard deviations.${leftOut}`,
      kind: 'Heat map of segment profiles',
      plotHeight: 130 + 26 * rows.length + (below.axis.tickangle === 0 ? 0 : SLANTED_NAMES),
    },
    options,
  );
}

function hoverOf({ axis, z, text }: ProfileRow, segment: string, s: number): string {
  const side = z[s] < 0 ? 'below' : 'above';
  return `${segment}<br>${axis}: mean ${text[s]}, ${formatNumber(Math.abs(z[s]), { decimals: 2 })} standard deviations ${side} average`;
}

function finding(rows: readonly ProfileRow[], segmentNames: readonly string[]): string {
  const strongest = rows.map(({ z }) => argMax(z.map(Math.abs)));
  const row = argMax(rows.map(({ z }, i) => (strongest[i] < 0 ? Number.NaN : Math.abs(z[strongest[i]]))));
  if (row < 0 || rows[row].z[strongest[row]] === 0) return 'The segments do not differ in any feature';
  const segment = strongest[row];
  const { name, z } = rows[row];
  const side = z[segment] > 0 ? 'above' : 'below';
  return `Largest difference: ${segmentNames[segment]}, ${lowerFirst(name)} ${formatNumber(Math.abs(z[segment]), { decimals: 1 })} standard deviations ${side} average`;
}
