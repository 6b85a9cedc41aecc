import { checkSquares } from '../../core/checkSquares';
import type { Clusterer } from '../../core/estimator';
import { type MatrixLike, toMatrix } from '../../core/matrix';
import { checkFitOptions, type FitOptions } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, integer, number, object } from '../../core/schema';
import type { DistanceMatrix } from '../shared/distanceMatrix';
import { DBSCANModel } from './dbscanModel';
import { type DensityClusters, densityClusters } from './densityClusters';
import { DistanceNeighbors } from './distanceNeighbors';
import { TreeNeighbors } from './treeNeighbors';

/** What the options may be. @internal */
export const DBSCAN_OPTIONS = object({
  /**
   * How far a row reaches (above 0, Euclidean, in the unit of the columns): rows at exactly this distance are
   * neighbors. It has no default, since it depends on the data; `kDistances` suggests one.
   */
  eps: number({ exclusiveMinimum: 0, expects: 'a finite number above 0 (`kDistances` suggests one)' }),
  /** Rows within reach, the row itself counted, that make it a core row. At least 1. Default 5. */
  minSamples: integer({ minimum: 1, default: 5 }),
});

/** Options of `DBSCAN`. */
export interface DBSCANOptions extends Given<typeof DBSCAN_OPTIONS> {
  eps: number;
}

/**
 * Density-based clustering: rows with at least `minSamples` rows within `eps` are core rows, core rows within `eps`
 * of each other belong together, every other row goes to its nearest core row within `eps`, and what is left is
 * noise, −1. It finds clusters of any shape and their number, and may answer "one" or "none"; it cannot find
 * clusters of very unequal density with one `eps`. Scale the columns first. Deterministic.
 *
 * Core rows, noise and the clusters of core rows are those of scikit-learn's `DBSCAN`. A row that is no core row but
 * within reach of several clusters may belong to any of them: scikit-learn gives it to the cluster that comes first
 * in the table, here it goes to its nearest core row, whatever the order of the rows.
 *
 * Cost: as a rule O(n·log n) with few or correlated columns, toward O(n²·d) with many independent ones. On one core
 * 100,000 × 3 takes 0.6 s, 20,000 × 8 0.3 s, 10,000 × 32 about 1 s. Memory: some 4 copies of the table, however many
 * neighbors there are.
 *
 * @throws InputError naming an option that is unknown, missing or out of its range.
 * Source: Ester, Kriegel, Sander & Xu, "A density-based algorithm for discovering clusters" (1996); Schubert et al.,
 * "DBSCAN revisited, revisited" (2017); `minSamples` counts as in scikit-learn.
 *
 * @example
 * const model = new DBSCAN({ eps: 1.5, minSamples: 2 }).fit([[0], [1], [2], [10], [11], [50]]);
 * model.labels;                  // Int32Array [0, 0, 0, 1, 1, -1]
 * model.predict([[3.4], [5]]);   // Int32Array [0, -1]
 */
export class DBSCAN implements Clusterer<DBSCANModel> {
  private readonly eps: number;
  private readonly minSamples: number;

  constructor(options: DBSCANOptions) {
    const { eps, minSamples } = resolveOptions('DBSCAN', DBSCAN_OPTIONS, options);
    this.eps = eps;
    this.minSamples = minSamples;
  }

  /**
   * @param X n × d, every value finite.
   * @param fitOptions `onProgress` is told of the 'rows looked at', each of which is looked at up to three times.
   * @throws InputError when `X` is empty, holds a value that is not finite, or spreads too far to square.
   */
  fit(X: MatrixLike, fitOptions: FitOptions = {}): DBSCANModel {
    const { onProgress } = checkFitOptions(fitOptions);
    const matrix = toMatrix(X);
    checkSquares(matrix);
    const { eps, minSamples } = this;
    const found = densityClusters(new TreeNeighbors(matrix, eps), minSamples, matrix, onProgress);
    const coreSamples = matrix.selectRows(found.coreSampleIndices);
    return new DBSCANModel({ eps, minSamples, ...found, coreSamples });
  }

  /**
   * The same by distances that are not Euclidean, such as `gowerDistances`. Labels and core rows only: without columns
   * nothing could be said of new rows.
   * Cost: O(n²) time.
   */
  fitDistances(distances: DistanceMatrix): DensityClusters {
    return densityClusters(new DistanceNeighbors(distances, this.eps), this.minSamples);
  }
}
