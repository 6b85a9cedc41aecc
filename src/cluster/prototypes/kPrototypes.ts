import { checkSquares } from '../../core/checkSquares';
import type { Clusterer } from '../../core/estimator';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { checkFitOptions, type FitOptions } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { columnList, either, type Given, integer, literal, number, object } from '../../core/schema';
import { mean, standardDeviation } from '../../core/statistics';
import { checkDistinctRows } from '../shared/distinctRows';
import { checkCategoricalColumns, checkCodes, columnKinds } from './categoricalColumns';
import { fitKPrototypes } from './fitKPrototypes';
import { KPrototypesModel } from './kPrototypesModel';

/** What the options may be. @internal */
export const KPROTOTYPES_OPTIONS = object({
  /** How many segments. Default 8. */
  nClusters: integer({ minimum: 1, default: 8 }),
  /**
   * The columns that hold categories as codes 0, 1, 2, …, by position or by name. Default none: then it is k-means.
   */
  categoricalColumns: columnList({ default: [] }),
  /**
   * What one category that differs costs, in the squared unit of the numbers (≥ 0). Default 'auto': half the mean
   * standard deviation of the columns of numbers, that is 0.5 where these are standardized.
   */
  gamma: either([literal('auto'), number({ minimum: 0 })], { default: 'auto' }),
  /** Starts, of which the one with the least cost is kept. Default 10. */
  nInit: integer({ minimum: 1, default: 10 }),
  /** Iterations of one start, at most. Default 100. */
  maxIter: integer({ minimum: 1, default: 100 }),
  /** Any integer: the same seed gives the same model. Default 0. */
  seed: integer({ default: 0 }),
});

/** Options of `KPrototypes`. */
export interface KPrototypesOptions extends Given<typeof KPROTOTYPES_OPTIONS> {}

/**
 * k-prototypes, the k-means of tables that hold numbers and categories: a segment's prototype is the mean of its
 * numbers and the most frequent of its categories, and a row is as far from it as the squared Euclidean distance of
 * the numbers plus `gamma` for each category that differs. Bring the numbers to comparable scales first; do not scale
 * the codes (`mixedMatrix` does both).
 *
 * Starts are drawn by greedy k-means++ on the same dissimilarity; all rows are assigned before prototypes are updated,
 * so that the answer does not hang on the order of rows. An empty cluster gets the row farthest from its prototype.
 *
 * Cost: O(n·k·d) an iteration and start, on plain arrays without TensorFlow; ten starts of 100,000 × 8 with 4 clusters
 * take some 10 s. Memory: 8·n bytes for each number and each
 * category while starts are drawn.
 * Source: Huang, "Clustering large data sets with mixed numeric and categorical values" (1997, also on gamma);
 * Huang, "Extensions to the k-means algorithm for clustering large data sets with categorical values" (1998); half the
 * mean standard deviation is the default of the Python package `kmodes`.
 *
 * @example
 * const rows = [[0, 1], [1, 1], [9, 0], [10, 0], [11, 0]]; // a number and a code
 * const model = new KPrototypes({ nClusters: 2, categoricalColumns: [1] }).fit(rows);
 * model.labels; // Int32Array [1, 1, 0, 0, 0]
 * model.cost;   // 2.5
 */
export class KPrototypes implements Clusterer<KPrototypesModel> {
  private readonly options: Required<KPrototypesOptions>;

  /** @throws InputError naming an option that is unknown or out of its range. */
  constructor(options: KPrototypesOptions = {}) {
    this.options = checkOptions(options);
  }

  /**
   * @param X n × d, every value finite; categorical columns hold whole numbers from 0 on.
   * @param fitOptions `onProgress` is told of the 'starts run' at every iteration.
   * @throws InputError when there are fewer rows, or fewer distinct rows, than clusters; on a bad cell, named by row
   * and column; when X lacks a categorical column.
   */
  fit(X: MatrixLike, fitOptions: FitOptions = {}): KPrototypesModel {
    const { onProgress } = checkFitOptions(fitOptions);
    const matrix = toMatrix(X);
    const kinds = columnKinds(matrix, this.options.categoricalColumns);
    checkCodes(matrix, kinds.categoricalColumns);
    checkSquares(matrix);
    checkDistinctRows(matrix, this.options.nClusters);
    const { gamma } = this.options;
    const measure = { ...kinds, gamma: gamma === 'auto' ? gammaFor(matrix, kinds.numericColumns) : gamma };
    return new KPrototypesModel(fitKPrototypes(matrix, measure, { ...this.options, onProgress }));
  }
}

/** 1 where no number varies: any positive cost then gives the same segments, and 0 would give none. */
function gammaFor(X: Matrix, numericColumns: readonly number[]): number {
  const deviations = numericColumns.map((j) => standardDeviation(X.column(j)));
  const half = deviations.length > 0 ? mean(deviations) / 2 : 0;
  return half > 0 ? half : 1;
}

function checkOptions(options: KPrototypesOptions): Required<KPrototypesOptions> {
  const resolved = resolveOptions('KPrototypes', KPROTOTYPES_OPTIONS, options);
  return { ...resolved, categoricalColumns: checkCategoricalColumns(resolved.categoricalColumns) };
}
