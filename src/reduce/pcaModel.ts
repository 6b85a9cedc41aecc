import { checkModelJSON } from '../core/checkModelJSON';
import { InputError } from '../core/errors';
import type { ModelJSON, TransformModel } from '../core/estimator';
import { Matrix, type MatrixLike, toFittedMatrix } from '../core/matrix';
import { isGiven } from '../core/options';
import { phrase } from '../core/phrase';
import { checkComponents } from './checkComponents';

/** A fitted PCA as plain data. */
export interface PCAModelJSON extends ModelJSON {
  type: 'PCA';
  version: 1;
  columns?: string[];
  mean: number[];
  /** nComponents rows of d. */
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
  singularValues: number[];
  whiten: boolean;
}

/** What a fit found; the model's public fields. */
export interface PCAState {
  mean: Float64Array;
  components: Matrix;
  explainedVariance: Float64Array;
  explainedVarianceRatio: Float64Array;
  singularValues: Float64Array;
  whiten: boolean;
}

/**
 * A fitted principal component analysis of d columns, e of its components kept. Needs no TensorFlow.
 *
 * @example
 * const model = new PCA().fit([[0, 0], [2, 1], [4, 3]]);
 * const scores = PCAModel.fromJSON(model.toJSON()).transform([[2, 1]]);
 * model.inverseTransform(scores).toRows(); // [[2, 1]]
 */
export class PCAModel implements TransformModel {
  /** Of each column: length d. */
  readonly mean: Float64Array;
  /** e × d: unit vectors, most variance first; in each the loading of largest magnitude is positive. */
  readonly components: Matrix;
  /** Variance (divisor n − 1) along each component, in squared units of the table. Length e. */
  readonly explainedVariance: Float64Array;
  /** The same as a share of the table's whole variance, 0 to 1. Length e. */
  readonly explainedVarianceRatio: Float64Array;
  /** Of the centered table: √((n − 1) · explainedVariance). Length e. */
  readonly singularValues: Float64Array;
  /** e. */
  readonly nComponents: number;
  /** Whether `transform` scales each component to variance 1. */
  readonly whiten: boolean;

  constructor(result: PCAState) {
    this.mean = result.mean;
    this.components = result.components;
    this.explainedVariance = result.explainedVariance;
    this.explainedVarianceRatio = result.explainedVarianceRatio;
    this.singularValues = result.singularValues;
    this.nComponents = result.components.rows;
    this.whiten = result.whiten;
  }

  /**
   * Coordinates along the components: m × d in, m × e out, its columns named PC1, PC2 ….
   * With `whiten`, each has variance 1 over the training rows.
   * @throws InputError when the columns are not those of the fit, or a value is not finite.
   * Cost: O(m·d·e).
   */
  transform(X: MatrixLike): Matrix {
    return this.project(toFittedMatrix(X, this.components));
  }

  /**
   * The same with its first components only, as a fit with this `nComponents` has it, without another fit.
   * @param nComponents as of `PCA`.
   * @throws InputError when it isn't a number of components, or more than this model has.
   *
   * @example
   * const all = new PCA().fit([[0, 0], [2, 1], [4, 3]]);
   * all.keep(1).nComponents;   // 1
   * all.keep(0.9).nComponents; // 1: it explains 99 % of the variance
   */
  keep(nComponents: 'all' | number): PCAModel {
    checkComponents(nComponents);
    const { rows, cols, columns, data } = this.components;
    const kept = this.howMany(nComponents);
    if (kept > rows) {
      throw new InputError(
        'out-of-range',
        phrase`${isGiven('nComponents', nComponents)} but the model has ${rows} components`,
        { remedy: `ask for at most ${rows}` },
      );
    }
    return new PCAModel({
      mean: this.mean,
      components: new Matrix(data.slice(0, kept * cols), kept, cols, columns),
      explainedVariance: this.explainedVariance.slice(0, kept),
      explainedVarianceRatio: this.explainedVarianceRatio.slice(0, kept),
      singularValues: this.singularValues.slice(0, kept),
      whiten: this.whiten,
    });
  }

  private howMany(nComponents: 'all' | number): number {
    if (nComponents === 'all') return this.nComponents;
    if (nComponents >= 1) return nComponents;
    let explained = 0;
    const enough = this.explainedVarianceRatio.findIndex((ratio) => {
      explained += ratio;
      return explained >= nComponents;
    });
    return enough < 0 ? this.nComponents : enough + 1;
  }

  /**
   * Back to the table's own columns and units: m × e in, m × d out. Exact when all components were kept,
   * otherwise the nearest point in the components' plane.
   * @throws InputError when `Z` has not e columns, or a value is not finite.
   * Cost: O(m·d·e).
   */
  inverseTransform(Z: MatrixLike): Matrix {
    const { cols: d, data: loadings, columns } = this.components;
    const scores = toFittedMatrix(Z, { cols: this.nComponents, columns: this.names() }, 'Z');
    const scales = this.scales();
    const restored = Matrix.zeros(scores.rows, d, columns);
    for (let i = 0; i < scores.rows; i++) {
      const row = restored.row(i);
      row.set(this.mean);
      for (let c = 0; c < this.nComponents; c++) {
        const score = scores.get(i, c) * scales[c];
        for (let j = 0; j < d; j++) row[j] += score * loadings[c * d + j];
      }
    }
    return restored;
  }

  /**
   * What the kept components lose: the squared difference between `X` and its image brought back, averaged over
   * all cells (m·d), in squared units of the table. 0 when all components were kept.
   * @throws InputError as `transform`.
   * Cost: O(m·d·e).
   */
  reconstructionError(X: MatrixLike): number {
    const matrix = toFittedMatrix(X, this.components);
    const restored = this.inverseTransform(this.project(matrix));
    let sum = 0;
    for (let at = 0; at < matrix.data.length; at++) sum += (matrix.data[at] - restored.data[at]) ** 2;
    return sum / matrix.data.length;
  }

  /** Plain data that `PCAModel.fromJSON` brings back with identical answers. */
  toJSON(): PCAModelJSON {
    const { columns } = this.components;
    return {
      type: 'PCA',
      version: 1,
      ...(columns && { columns: [...columns] }),
      mean: Array.from(this.mean),
      components: this.components.toRows(),
      explainedVariance: Array.from(this.explainedVariance),
      explainedVarianceRatio: Array.from(this.explainedVarianceRatio),
      singularValues: Array.from(this.singularValues),
      whiten: this.whiten,
    };
  }

  /**
   * The model that `toJSON` wrote.
   * @throws InputError when `json` is another model's, of another version, or damaged.
   */
  static fromJSON(json: PCAModelJSON): PCAModel {
    checkModelJSON(json, 'PCA', 'PCAModel', [
      'mean',
      'components',
      'explainedVariance',
      'explainedVarianceRatio',
      'singularValues',
    ]);
    return new PCAModel({
      mean: Float64Array.from(json.mean),
      components: Matrix.fromRows(json.components, json.columns),
      explainedVariance: Float64Array.from(json.explainedVariance),
      explainedVarianceRatio: Float64Array.from(json.explainedVarianceRatio),
      singularValues: Float64Array.from(json.singularValues),
      whiten: json.whiten,
    });
  }

  private project(matrix: Matrix): Matrix {
    const { cols: d, data: loadings } = this.components;
    const e = this.nComponents;
    const scales = this.scales();
    const scores = Matrix.zeros(matrix.rows, e, this.names());
    for (let i = 0; i < matrix.rows; i++) {
      for (let c = 0; c < e; c++) {
        let score = 0;
        for (let j = 0; j < d; j++) score += (matrix.data[i * d + j] - this.mean[j]) * loadings[c * d + j];
        scores.data[i * e + c] = score / scales[c];
      }
    }
    return scores;
  }

  private names(): string[] {
    return Array.from({ length: this.nComponents }, (_, c) => `PC${c + 1}`);
  }

  /** What whitening divides by; a component without variance has only zeros, which stay zeros. */
  private scales(): Float64Array {
    return this.explainedVariance.map((variance) => (this.whiten && variance > 0 ? Math.sqrt(variance) : 1));
  }
}
