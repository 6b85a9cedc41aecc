import { lowerFirst } from '../../core/columnNames';
import { Matrix } from '../../core/matrix';
import { PCA } from '../../reduce/pca';
import type { PCAModel } from '../../reduce/pcaModel';
import type { Dimension } from './featureSpace';
import type { PreparedCustomers } from './prepareCustomers';
import { sampleOf } from './sampleOf';

/** An axis of a projection. */
export interface ProjectionAxis {
  /** 'PC1' … 'PC3'. */
  name: string;
  /** Share of the variance of the scaled columns, 0 … 1. */
  explained: number;
  /** How each dimension counts toward the axis, −1 … 1, in the order of the dimensions. */
  loadings: { name: string; loading: number }[];
  /** The axis in words: what is high at its right end. */
  meaning: string;
}

/** Customers on the two or three axes along which they differ most, for pictures. */
export interface Projection {
  /** Sampled customers × 2 or 3, rounded to 4 decimals. They carry no identifier. */
  coordinates: Matrix;
  /** The segment of each. */
  labels: Int32Array;
  /** Position of each among the customers clustered, in the table's order; null after loading. */
  rows: Int32Array | null;
  axes: ProjectionAxis[];
}

/** A picture of more points shows no more. */
const MAX_POINTS = 1000;
/** A dimension belongs to an axis where its loading is at least this share of the largest. */
const CLEAR_LOADING = 0.5;

/**
 * Gets ready to project customers on the first three principal components of the scaled columns: on two where there
 * are two columns, and with a second axis of zeros where there is one. The axes are found once, for all customers; each
 * projection is a random sample of at most `mostPoints` (1,000) of them.
 * @param inTableOrder see `TrainingCustomers`.
 * Cost: O(n·d² + d³); then O(mostPoints·d) for each number of points that is asked for the first time.
 */
export function projector(
  { scaled, euclidean, axes }: Pick<PreparedCustomers, 'scaled' | 'euclidean' | 'axes'>,
  labels: Int32Array,
  inTableOrder: Int32Array,
  seed: number,
): (mostPoints?: number) => Projection {
  const count = Math.min(3, scaled.cols, scaled.rows);
  const model = (axes ?? new PCA().fit(scaled)).keep(count);
  const described = Array.from({ length: Math.max(2, count) }, (_, c) => axisOf(model, c, euclidean));
  const placeOf = new Int32Array(inTableOrder.length);
  inTableOrder.forEach((at, place) => {
    placeOf[at] = place;
  });
  const projections = new Map<number, Projection>();
  return (mostPoints = MAX_POINTS) => {
    const points = Math.min(mostPoints, scaled.rows);
    const projection = projections.get(points) ?? {
      ...sampled(scaled, model, points, seed, labels, placeOf),
      axes: described,
    };
    projections.set(points, projection);
    return projection;
  };
}

function sampled(
  X: Matrix,
  model: PCAModel,
  points: number,
  seed: number,
  labels: Int32Array,
  placeOf: Int32Array,
) {
  const rows = sampleOf(X.rows, points, seed) ?? Int32Array.from({ length: X.rows }, (_, row) => row);
  const found = model.transform(X.selectRows(rows));
  const width = Math.max(2, found.cols);
  const coordinates = Matrix.zeros(rows.length, width, namesOf(width));
  for (let i = 0; i < rows.length; i++) {
    for (let c = 0; c < found.cols; c++)
      coordinates.data[i * width + c] = Math.round(found.get(i, c) * 1e4) / 1e4 || 0;
  }
  return {
    coordinates,
    labels: Int32Array.from(rows, (row) => labels[row]),
    rows: rows.map((row) => placeOf[row]),
  };
}

function namesOf(width: number): string[] {
  return Array.from({ length: width }, (_, c) => `PC${c + 1}`);
}

function axisOf(model: PCAModel, c: number, dimensions: readonly Dimension[]): ProjectionAxis {
  const loadings = dimensions.map(({ name }, j) => ({
    name,
    loading: c < model.nComponents ? model.components.get(c, j) : 0,
  }));
  return {
    name: `PC${c + 1}`,
    explained: model.explainedVarianceRatio[c] ?? 0,
    loadings,
    meaning: meaningOf(loadings),
  };
}

/** 'more income and spending, less age' */
function meaningOf(loadings: readonly { name: string; loading: number }[]): string {
  const largest = Math.max(...loadings.map(({ loading }) => Math.abs(loading)));
  if (!(largest > 0)) return 'nothing: customers do not differ along it';
  const clear = loadings
    .filter(({ loading }) => Math.abs(loading) >= CLEAR_LOADING * largest)
    .sort((a, b) => Math.abs(b.loading) - Math.abs(a.loading))
    .slice(0, 4);
  const names = (sign: number) =>
    clear.filter(({ loading }) => Math.sign(loading) === sign).map(({ name }) => lowerFirst(name));
  const parts = [
    { word: 'more', list: names(1) },
    { word: 'less', list: names(-1) },
  ].filter(({ list }) => list.length > 0);
  return parts.map(({ word, list }) => `${word} ${list.join(', ')}`).join('; ');
}
