import type { Data } from 'plotly.js';
import { InputError } from '../core/errors';
import { formatNumber, formatShare } from '../core/format';
import { mustBe } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { mean, quantile } from '../core/statistics';
import type { Figure } from './base/figure';
import { FIGURE_OPTIONS, type FigureOptions } from './base/figureOptions';
import { argMax, plain } from './base/numbers';
import { ACCENT } from './base/palette';
import { type SegmentGroup, segmentGroups } from './base/segments';
import { axisName, compose, nameAxis } from './base/theme';

/** Steps that a segment's outline is drawn in at most; a screen shows no more. */
const MAX_STEPS = 300;

/**
 * The silhouette of every customer: a band a segment, its customers from best placed to worst, each band as high
 * as the segment is large. The dashed line is the mean; what reaches left of zero sits nearer another segment.
 *
 * @param silhouettes one a customer, −1 … 1, length n.
 * @param segments segment of each customer, length n; −1 (noise) has no silhouette and is left out.
 * @throws InputError when lengths differ, a silhouette lies outside −1 … 1, or everything is noise.
 * Cost: O(n log n); a band has at most 300 steps, however many customers. Source: Rousseeuw (1987).
 *
 * @example
 * silhouettePlot([0.7, 0.6, 0.5, -0.1], [0, 0, 1, 1]);
 */
export function silhouettePlot(
  silhouettes: ArrayLike<number>,
  segments: ArrayLike<number>,
  options: FigureOptions = {},
): Figure {
  const given = resolveOptions('silhouettePlot', FIGURE_OPTIONS, options);
  if (typeof silhouettes?.length !== 'number') {
    throw mustBe('silhouettes', silhouettes, 'an array of one for each customer');
  }
  const groups = segmentGroups(segments, silhouettes.length, given.segmentNames).filter(
    ({ index }) => index >= 0,
  );
  if (groups.length === 0)
    throw new InputError(
      'no-data',
      'there is nothing to draw: every customer is noise, and noise has no silhouette',
    );
  const bands = stack(groups, silhouettes);
  const all = bands.flatMap(({ values }) => Array.from(values));
  const average = mean(all);
  return compose(
    {
      data: bands.map(drawBand),
      layout: {
        xaxis: { title: { text: 'Silhouette' }, zeroline: true, zerolinecolor: '#5A6470' },
        yaxis: {
          ...nameAxis('Customers, by segment'),
          autorange: 'reversed',
          tickmode: 'array',
          tickvals: bands.map(({ start, values }) => start + values.length / 2),
          ticktext: bands.map(({ group }) => axisName(group.name)),
        },
        shapes: [
          {
            type: 'line',
            x0: average,
            x1: average,
            yref: 'paper',
            y0: 0,
            y1: 1,
            line: { color: ACCENT, width: 2, dash: 'dash' },
          },
        ],
        annotations: [
          {
            text: `mean ${formatNumber(average, { decimals: 2 })}`,
            x: average,
            yref: 'paper',
            y: 1,
            yanchor: 'bottom',
            showarrow: false,
            font: { color: ACCENT, size: 12 },
          },
        ],
      },
      title: finding(bands, all, average),
      kind: `Silhouette of ${formatNumber(all.length)} customers by segment`,
      plotHeight: Math.max(260, 70 * bands.length),
    },
    given,
  );
}

interface Band {
  group: SegmentGroup;
  /** Best first. */
  values: Float64Array;
  /** Where the band begins along the axis of customers. */
  start: number;
}

/** Bands one under the other, with a gap of two per cent of the customers between them. */
function stack(groups: readonly SegmentGroup[], silhouettes: ArrayLike<number>): Band[] {
  const gap = Math.max(1, silhouettes.length * 0.02);
  let start = 0;
  return groups.map((group) => {
    const values = Float64Array.from(group.rows, (row) => checkValue(silhouettes[row], row))
      .sort()
      .reverse();
    const band = { group, values, start };
    start += values.length + gap;
    return band;
  });
}

function checkValue(value: number, row: number): number {
  if (value >= -1 && value <= 1) return value;
  throw new InputError('unreadable-value', phrase`the silhouette in row ${{ row }} is ${{ value }}`, {
    remedy: 'it must be a number from −1 to 1',
  });
}

function drawBand({ group, values, start }: Band): Data {
  const steps = Math.min(values.length, MAX_STEPS);
  const at = Array.from({ length: steps }, (_, i) => (steps === 1 ? 0 : i / (steps - 1)));
  const heights = at.map((share) => quantile(values, share));
  return {
    type: 'scatter',
    mode: 'lines',
    name: group.name,
    x: plain([0, ...heights, 0]),
    y: plain([start, ...at.map((share) => start + share * values.length), start + values.length]),
    fill: 'tozerox',
    fillcolor: group.color,
    line: { color: group.color, width: 1 },
    hovertemplate: `${group.name}: silhouette %{x:.2f}<extra></extra>`,
  };
}

function finding(bands: readonly Band[], all: readonly number[], average: number): string {
  const astray = all.filter((value) => value < 0).length / all.length;
  const lead = `Mean silhouette ${formatNumber(average, { decimals: 2 })}; ${formatShare(astray)} of customers sit nearer another segment`;
  if (bands.length < 2) return lead;
  const means = bands.map(({ values }) => mean(values));
  const weakest = argMax(means.map((value) => -value));
  return `${lead}; weakest: ${bands[weakest].group.name} (${formatNumber(means[weakest], { decimals: 2 })})`;
}
