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
 * Customers in the space of the first three principal components, by segment; turn it by dragging.
 *
 * @param scores n × c, c ≥ 3: what a fitted PCA's `transform` gives.
 * @param segments segment of each row, length n; −1 is noise.
 * @throws InputError when scores have fewer than three columns, or labels, names, ratios or centres do not fit.
 * Cost: O(n); at most about `maxPoints` points are drawn.
 *
 * @example
 * projection3d([[0, 1, 0], [2, 1, 1], [9, 8, 7]], [0, 0, 1], { explainedVarianceRatio: [0.6, 0.2, 0.1] });
 */
export function projection3d(
  scores: MatrixLike,
  segments: ArrayLike<number>,
  options: ProjectionOptions = {},
): Figure {
  checkOptions('projection3d', options, PROJECTION_OPTIONS);
  const projection = readProjection(scores, segments, 3, options);
  const [x, y, z] = projection.axes.map(axis);
  return compose(
    {
      data: [...drawPoints(projection), ...drawCentres(projection, options)],
      layout: {
        scene: { xaxis: x, yaxis: y, zaxis: z, aspectmode: 'cube', camera: CAMERA },
      },
      title: projection.title,
      note: projection.note,
      kind: 'Three-dimensional scatter plot of the first three principal components, by segment',
      plotHeight: 420,
      legend: projection.legend,
    },
    options,
  );
}

/** The first component runs to the right, the third up, the second into the depth; near enough for a narrow column. */
const CAMERA = { eye: { x: 1.15, y: -2, z: 0.85 }, center: { x: 0, y: 0, z: -0.18 } };

/** WebGL draws symbols of one size very differently large; these look alike. */
const POINT_SIZES: Record<string, number> = { circle: 3.5, square: 3, diamond: 2.5, cross: 4, x: 3 };

function axis(text: string) {
  return {
    title: { text, font: { size: 12 } },
    gridcolor: '#C5CBD2',
    zerolinecolor: '#8E98A3',
    nticks: 5,
    tickfont: { size: 11 },
  };
}

function drawPoints({ scores, groups }: Projection): Data[] {
  return groups.map(({ name, rows, colour, symbol }) => ({
    type: 'scatter3d',
    mode: 'markers',
    name,
    x: plain(rows.map((row) => scores.get(row, 0))),
    y: plain(rows.map((row) => scores.get(row, 1))),
    z: plain(rows.map((row) => scores.get(row, 2))),
    marker: { color: colour, symbol, size: POINT_SIZES[symbol] ?? 3, opacity: 0.8 } as object,
    hovertemplate: projectionHover(name, 3),
  }));
}

function drawCentres({ centres }: Projection, { segmentNames }: ProjectionOptions): Data[] {
  if (centres === undefined) return [];
  return Array.from({ length: centres.rows }, (_, index) => ({
    type: 'scatter3d',
    mode: 'markers',
    name: `Centre of ${segmentName(index, segmentNames)}`,
    x: plain([centres.get(index, 0)]),
    y: plain([centres.get(index, 1)]),
    z: plain([centres.get(index, 2)]),
    marker: {
      color: segmentColour(index),
      symbol: segmentSymbol(index),
      size: 9,
      line: { color: INK, width: 2 },
    } as object,
    showlegend: false,
    hovertemplate: projectionHover(`Centre of ${segmentName(index, segmentNames)}`, 3),
  }));
}
