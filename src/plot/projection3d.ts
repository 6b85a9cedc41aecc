import type { Annotations } from 'plotly.js';
import type { MatrixLike } from '../core/matrix';
import { resolveOptions } from '../core/resolveOptions';
import type { Figure } from './base/figure';
import { plain } from './base/numbers';
import {
  PROJECTION_OPTIONS,
  type ProjectionLook,
  type ProjectionOptions,
  type ProjectionParts,
  projectionTraces,
  readProjection,
} from './base/projection';
import { compose } from './base/theme';

/**
 * Customers in the space of the first three principal components, by segment; turn it by dragging.
 *
 * @param scores n × c, c ≥ 3: what a fitted PCA's `transform` gives.
 * @param segments segment of each row, length n; −1 is noise.
 * @throws InputError when scores have fewer than three columns, or labels, names, ratios or centers do not fit.
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
  const given = resolveOptions('projection3d', PROJECTION_OPTIONS, options);
  const projection = readProjection(scores, segments, 3, given);
  const [x, y, z] = projection.axes;
  return compose(
    {
      data: projectionTraces(projection, LOOK, given),
      layout: {
        scene: {
          xaxis: axis(x),
          yaxis: axis(y),
          zaxis: axis(''),
          annotations: [nameOfHeight(z, projection)],
          aspectmode: 'cube',
          camera: CAMERA,
        },
      },
      title: projection.title,
      note: projection.note,
      kind: 'Three-dimensional scatter plot of the first three principal components, by segment',
      plotHeight: 420,
      legend: projection.legend,
    },
    given,
  );
}

/** The first component runs to the right, the third up, the second into the depth; near enough for a narrow column. */
const CAMERA = { eye: { x: 1.15, y: -2, z: 0.85 }, center: { x: 0, y: 0, z: -0.18 } };

/** WebGL draws symbols of one size very differently large; these look alike. */
const POINT_SIZES: Record<string, number> = { circle: 3.5, square: 3, diamond: 2.5, cross: 4 };

const LOOK: ProjectionLook = {
  type: 'scatter3d',
  // Drawn as the character U+274C, which many machines have no font for and show as an empty box.
  symbol: (symbol) => (symbol === 'x' ? 'circle' : symbol),
  pointSize: (symbol) => POINT_SIZES[symbol] ?? 3,
  opacity: 0.8,
  centerSize: 9,
};

/** At the upper end of the leftmost edge: beside it, where Plotly would write it, a narrow column cuts it off. */
function nameOfHeight(text: string, { scores, groups }: ProjectionParts): Partial<Annotations> {
  const rows = groups.flatMap((group) => group.rows);
  const values = [0, 1, 2].map((axis) => rows.map((row) => scores.get(row, axis)));
  const [x, y] = values.map((column) => plain([Math.min(...column)])[0]);
  const [z] = plain([Math.max(...values[2])]);
  const place = { text, x, y, z, xanchor: 'left', yanchor: 'bottom' } as Partial<Annotations>;
  return { ...place, showarrow: false, font: { size: 12 } };
}

function axis(text: string) {
  return {
    title: { text, font: { size: 12 } },
    gridcolor: '#C5CBD2',
    zerolinecolor: '#8E98A3',
    nticks: 5,
    tickfont: { size: 11 },
  };
}
