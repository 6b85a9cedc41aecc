import { Matrix } from '../../core/matrix';
import type { Random } from '../../core/random';
import { PCA } from '../../reduce/pca';
import type { ColumnGroups } from './columnGroups';
import { isDiscrete } from './columnShape';
import { copulaSource } from './copula';

/**
 * What "no clusters" looks like. `copula`: one cloud in which each column keeps its own shape with one peak, a discrete
 * one its values, and columns go together as in the data. `pca`: rows spread evenly along the principal axes of the data.
 * `box`: each column by itself, evenly over its range or, where it holds but few distinct values (0/1, counts, scores),
 * its own values in random order: else the gaps between such values, which every table of them has, would pass for gaps
 * between groups of customers.
 */
export type Reference = 'copula' | 'pca' | 'box';

/** Every reference there is. */
export const REFERENCES: readonly Reference[] = ['copula', 'pca', 'box'];

/**
 * The references of the gap statistic, and of comparisons: principal axes for columns of measurements, column by column
 * as soon as one of them is discrete or several are one category.
 */
export function evenReference(X: Matrix, columnGroups: ColumnGroups = []): Reference {
  if (columnGroups.length > 0) return 'box';
  return Array.from({ length: X.cols }, (_, j) => X.column(j)).some(isDiscrete) ? 'box' : 'pca';
}

/**
 * A source of tables without clusters, each of the shape of `X`. Those along principal axes are left in these axes:
 * turning them back would change no distance.
 *
 * @param columnGroups for 'copula' and 'box': columns whose values stay together, row by row.
 * Source: of 'pca' and 'box', Tibshirani, Walther & Hastie (2001), section 3, (a) and (b).
 */
export function referenceSource(
  X: Matrix,
  kind: Reference,
  columnGroups: ColumnGroups = [],
): (random: Random) => Matrix {
  if (kind === 'copula') return copulaSource(X, columnGroups);
  const frame = kind === 'pca' ? new PCA().fit(X).transform(X) : X;
  const grouped = new Set(columnGroups.flat());
  const sources = Array.from({ length: frame.cols }, (_, j) => {
    const column = frame.column(j);
    return kind === 'box' && isDiscrete(column) ? shuffled(column) : evenly(column);
  });
  return (random) => {
    const drawn = Matrix.zeros(frame.rows, frame.cols);
    const fill = (j: number, next: (row: number) => number) => {
      for (let i = 0; i < frame.rows; i++) drawn.data[i * frame.cols + j] = next(i);
    };
    sources.forEach((source, j) => {
      if (!grouped.has(j)) fill(j, source(random));
    });
    for (const columns of columnGroups) {
      const order = random.sample(frame.rows, frame.rows);
      for (const j of columns) fill(j, (row) => frame.data[order[row] * frame.cols + j]);
    }
    return drawn;
  };
}

/** A smaller table of the same source: rows that were drawn are in no order. */
export function firstRows(drawn: Matrix, most: number): Matrix {
  if (drawn.rows <= most) return drawn;
  return drawn.selectRows(Int32Array.from({ length: most }, (_, row) => row));
}

/** Gives a column's values, one row after the other. */
type ColumnSource = (random: Random) => (row: number) => number;

function evenly(column: Float64Array): ColumnSource {
  const low = column.reduce((least, value) => Math.min(least, value));
  const width = column.reduce((most, value) => Math.max(most, value)) - low;
  return (random) => () => low + width * random.uniform();
}

function shuffled(column: Float64Array): ColumnSource {
  return (random) => {
    const order = random.sample(column.length, column.length);
    return (row) => column[order[row]];
  };
}
