import { Matrix } from '../../core/matrix';

/** How numbers and categories of one row are weighed against each other. */
export interface MixedMeasure {
  /** Positions of the columns that hold codes of categories, ascending. */
  categoricalColumns: readonly number[];
  /** Positions of the columns that hold numbers, ascending. */
  numericColumns: readonly number[];
  /** What one category that differs costs, in the squared unit of the numbers. */
  gamma: number;
}

/**
 * Huang's dissimilarity of a row to a prototype: the squared Euclidean distance of their numbers, and `gamma` for each
 * category that differs. It is the squared Euclidean distance of the rows of `embedded`.
 */
export function mixedDissimilarity(
  X: Matrix,
  row: number,
  prototypes: Matrix,
  prototype: number,
  { numericColumns, categoricalColumns, gamma }: MixedMeasure,
): number {
  const [own, other] = [row * X.cols, prototype * X.cols];
  let squares = 0;
  for (const j of numericColumns) {
    const difference = X.data[own + j] - prototypes.data[other + j];
    squares += difference * difference;
  }
  let mismatches = 0;
  for (const j of categoricalColumns) if (X.data[own + j] !== prototypes.data[other + j]) mismatches++;
  return squares + gamma * mismatches;
}

/** The nearest prototype of each row; the first of several equally near. Cost: O(n·k·d). */
export function nearestPrototypes(X: Matrix, prototypes: Matrix, measure: MixedMeasure): Int32Array {
  const nearest = new Int32Array(X.rows);
  for (let i = 0; i < X.rows; i++) {
    let least = Infinity;
    for (let prototype = 0; prototype < prototypes.rows; prototype++) {
      const dissimilarity = mixedDissimilarity(X, i, prototypes, prototype, measure);
      if (dissimilarity < least) {
        least = dissimilarity;
        nearest[i] = prototype;
      }
    }
  }
  return nearest;
}

/** The square root of the dissimilarity of each row to each prototype: m × k. Cost: O(m·k·d). */
export function prototypeDistances(X: Matrix, prototypes: Matrix, measure: MixedMeasure): Matrix {
  const distances = Matrix.zeros(X.rows, prototypes.rows);
  for (let i = 0, at = 0; i < X.rows; i++) {
    for (let prototype = 0; prototype < prototypes.rows; prototype++, at++)
      distances.data[at] = Math.sqrt(mixedDissimilarity(X, i, prototypes, prototype, measure));
  }
  return distances;
}

/**
 * The table with each category as a column of 0 and √(gamma / 2), so that squared Euclidean distances between its rows
 * are mixed dissimilarities. Cost and memory: O(n · (numbers + categories)).
 */
export function embedded(X: Matrix, { numericColumns, categoricalColumns, gamma }: MixedMeasure): Matrix {
  const places = placesOf(X, categoricalColumns, numericColumns.length);
  const width = places.reduce((sum, { size }) => sum + size, numericColumns.length);
  const table = Matrix.zeros(X.rows, width);
  for (let i = 0; i < X.rows; i++) {
    const row = table.row(i);
    numericColumns.forEach((j, at) => {
      row[at] = X.get(i, j);
    });
    categoricalColumns.forEach((j, at) => {
      row[places[at].get(X.get(i, j))!] = Math.sqrt(gamma / 2);
    });
  }
  return table;
}

/** For each categorical column, the new column of each of its codes, counting on from `first`. */
function placesOf(X: Matrix, columns: readonly number[], first: number): Map<number, number>[] {
  let next = first;
  return columns.map((j) => new Map(Array.from(new Set(X.column(j)), (code) => [code, next++])));
}
