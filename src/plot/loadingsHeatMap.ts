import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatNumber, formatShare } from '../core/format';
import { type MatrixLike, toMatrix } from '../core/matrix';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, names, object, optional } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE, SHARES } from './base/figureOptions';
import { colorBar, heatMapTraces } from './base/heatMap';
import { nameOf } from './base/label';
import { argMax } from './base/numbers';
import { DIVERGING } from './base/palette';
import { axisName, compose, nameAxis } from './base/theme';

/** What the options may be. */
const LOADINGS_OPTIONS = object({
  ...FIGURE,
  /** Names of the features, in order; default the matrix's own column names. */
  columns: optional(names()),
  /** Share of variance of each component, said beside its name. */
  explainedVarianceRatio: optional(SHARES),
});

/** Options of `loadingsHeatMap`. */
export interface LoadingsOptions extends Given<typeof LOADINGS_OPTIONS> {}

/**
 * What each principal component is made of: the weight of every feature, red with it, blue against it.
 *
 * @param components c × d, one component a row, as a fitted PCA has them.
 * @throws InputError for an empty matrix, or names or ratios that do not fit it.
 * Cost: O(c·d).
 *
 * @example
 * loadingsHeatMap([[0.7, 0.7, 0.1], [-0.1, 0.0, 0.99]], { columns: ['Income', 'Total_Spending', 'Age'] });
 */
export function loadingsHeatMap(components: MatrixLike, options: LoadingsOptions = {}): Figure {
  const given = resolveOptions('loadingsHeatMap', LOADINGS_OPTIONS, options);
  const weights = toMatrix(components, 'components');
  const columns = given.columns ?? weights.columns ?? defaultNames(weights.cols);
  if (columns.length !== weights.cols) {
    throw new InputError(
      'wrong-shape',
      phrase`${{ option: 'columns' }} has ${columns.length} names for ${weights.cols} features`,
      { remedy: 'give one for each' },
    );
  }
  const features = columns.map((column) => nameOf(column, given));
  const byFeature = features.map((_, j) => Array.from(weights.column(j)));
  const limit = Math.max(...weights.data.map(Math.abs)) || 1;
  return compose(
    {
      data: heatMapTraces({
        z: byFeature,
        x: componentNames(weights.rows, given.explainedVarianceRatio),
        y: features.map((name) => axisName(name)),
        text: byFeature.map((row) => row.map((weight) => formatNumber(weight, { decimals: 2 }))),
        hover: byFeature.map((row, j) =>
          row.map(
            (weight, i) => `${features[j]}: weight ${formatNumber(weight, { decimals: 2 })} in PC${i + 1}`,
          ),
        ),
        range: [-limit, limit],
        scale: DIVERGING,
        bar: colorBar(),
      }),
      layout: {
        xaxis: { ...nameAxis('Principal component'), type: 'category' },
        yaxis: { ...nameAxis('Feature'), autorange: 'reversed' },
      },
      title: Array.from({ length: Math.min(3, weights.rows) }, (_, i) =>
        led(i, weights.row(i), features),
      ).join('; '),
      note: 'Red counts toward the component, blue against it.',
      kind: 'Heat map of PCA loadings',
      plotHeight: 110 + 26 * features.length,
    },
    given,
  );
}

/** Component names with their share of variance, for axes. */
export function componentNames(howMany: number, ratios: ArrayLike<number> | undefined): string[] {
  if (ratios !== undefined && ratios.length < howMany) {
    throw new InputError(
      'wrong-shape',
      phrase`${{ option: 'explainedVarianceRatio' }} has ${ratios.length} shares for ${howMany} components`,
      { remedy: 'give one for each' },
    );
  }
  return Array.from({ length: howMany }, (_, i) =>
    ratios === undefined ? `PC${i + 1}` : `PC${i + 1} (${formatShare(ratios[i])})`,
  );
}

/** 'PC1 is led by income (0.43)'. */
function led(component: number, weights: Float64Array, features: readonly string[]): string {
  const leader = argMax(weights.map(Math.abs));
  const verb = component === 0 ? ' is led by' : ' by';
  return `PC${component + 1}${verb} ${lowerFirst(features[leader])} (${formatNumber(weights[leader], { decimals: 2 })})`;
}

function defaultNames(howMany: number): string[] {
  return Array.from({ length: howMany }, (_, j) => `Column ${j + 1}`);
}
