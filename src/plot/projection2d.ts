import type { Data } from 'plotly.js';
import type { MatrixLike } from '../core/matrix';
import type { Figure } from './figure';
import { plain } from './numbers';
import { INK, segmentColour, segmentSymbol } from './palette';
import {
  PROJECTION_OPTIONS,
  type Projection,
  type ProjectionOptions,
  projectionHover,
  readProjection,
} from './projection';
import { segmentName } from './segments';
import { checkOptions, compose } from './theme';

/**
 * Customers on the first two principal components, by segment; with `centres`, where each segment's middle lies.
 *
 * @param scores n × c, c ≥ 2: what a fitted PCA's `transform` gives.
 * @param segments segment of each row, length n; −1 is noise.
 * @throws InputError when scores have fewer than two columns, or labels, names, ratios or centres do not fit.
 * Cost: O(n); at most about `maxPoints` points are drawn.
 *
 * @example
 * projection2d([[0, 1], [2, 1], [9, 8]], [0, 0, 1], { explainedVarianceRatio: [0.7, 0.2] });
 */
export function projection2d(
  scores: MatrixLike,
  segments: ArrayLike<number>,
  options: ProjectionOptions = {},
): Figure {
  checkOptions('projection2d', options, PROJECTION_OPTIONS);
  const projection = readProjection(scores, segments, 2, options);
  return compose(
    {
      data: [...drawPoints(projection), ...drawCentres(projection, options)],
      layout: {
        xaxis: { title: { text: projection.axes[0] } },
        yaxis: { title: { text: projection.axes[1] } },
      },
      title: projection.title,
      note: projection.note,
      kind: 'Scatter plot of the first two principal components, by segment',
      plotHeight: 380,
      legend: projection.legend,
    },
    options,
  );
}

function drawPoints({ scores, groups }: Projection): Data[] {
  return groups.map(({ name, rows, colour, symbol }) => ({
    type: 'scatter',
    mode: 'markers',
    name,
    x: plain(rows.map((row) => scores.get(row, 0))),
    y: plain(rows.map((row) => scores.get(row, 1))),
    marker: { color: colour, symbol, size: 6, opacity: 0.65 } as object,
    hovertemplate: projectionHover(name, 2),
  }));
}

function drawCentres({ centres }: Projection, { segmentNames }: ProjectionOptions): Data[] {
  if (centres === undefined) return [];
  return Array.from({ length: centres.rows }, (_, index) => ({
    type: 'scatter',
    mode: 'markers',
    name: `Centre of ${segmentName(index, segmentNames)}`,
    x: plain([centres.get(index, 0)]),
    y: plain([centres.get(index, 1)]),
    marker: {
      color: segmentColour(index),
      symbol: segmentSymbol(index),
      size: 16,
      line: { color: INK, width: 2 },
    } as object,
    showlegend: false,
    hovertemplate: projectionHover(`Centre of ${segmentName(index, segmentNames)}`, 2),
  }));
}
