import type { MatrixLike } from '../core/matrix';
import { resolveOptions } from '../core/resolveOptions';
import type { Figure } from './base/figure';
import {
  PROJECTION_OPTIONS,
  type ProjectionLook,
  type ProjectionOptions,
  projectionTraces,
  readProjection,
} from './base/projection';
import { compose } from './base/theme';

/**
 * Customers on the first two principal components, by segment; with `centers`, where each segment's middle lies.
 *
 * @param scores n × c, c ≥ 2: what a fitted PCA's `transform` gives.
 * @param segments segment of each row, length n; −1 is noise.
 * @throws InputError when scores have fewer than two columns, or labels, names, ratios or centers do not fit.
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
  const given = resolveOptions('projection2d', PROJECTION_OPTIONS, options);
  const projection = readProjection(scores, segments, 2, given);
  return compose(
    {
      data: projectionTraces(projection, LOOK, given),
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
    given,
  );
}

/** The flat picture's points. */
const LOOK: ProjectionLook = {
  type: 'scatter',
  symbol: (symbol) => symbol,
  pointSize: () => 6,
  opacity: 0.65,
  centerSize: 16,
};
