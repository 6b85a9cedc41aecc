import { type ClusterNumbers, type DistanceSums, type Distances, layOutSums } from '../distanceSums';
import { type Cells, cellsOf } from './cells';

/**
 * See `Engine.distanceSums`. Works out each distance once, for both its rows. Rows are taken in order of their cells
 * (rows alike in every labeling), so that a distance is added once for all labelings.
 *
 * Cost: O(n²·d / 2) time, and O(n · cells · labelings).
 */
export function plainDistanceSums(distances: Distances, labelings: readonly ClusterNumbers[]): DistanceSums {
  const { width, offsets } = layOutSums(labelings);
  const cells = cellsOf(labelings, distances.rows, offsets);
  const { order, starts, slots } = cells;
  const sums = new Float64Array(distances.rows * width);
  const toCell = new Float64Array(distances.rows); // of each later row, the sum to the rows of the cell at work
  const buffer = new Float64Array(distances.rows);
  const measure = measureOf(distances, order);
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    toCell.fill(0, starts[cell]);
    for (let i = starts[cell]; i < starts[cell + 1]; i++) {
      measure(i, buffer);
      addRow(sums, order[i] * width, buffer, toCell, i, cell, cells);
    }
    for (let j = starts[cell]; j < order.length; j++) {
      for (const slot of slots[cell]) sums[order[j] * width + slot] += toCell[j];
    }
  }
  return { sums, width, offsets };
}

/** Adds the distances from row `i` to all later rows: to its own sums cell by cell, to theirs in `toCell`. */
function addRow(
  sums: Float64Array,
  own: number,
  distances: Float64Array,
  toCell: Float64Array,
  i: number,
  first: number,
  { starts, slots }: Cells,
): void {
  for (let cell = first, j = i + 1; cell < slots.length; cell++) {
    let sum = 0;
    for (const end = starts[cell + 1]; j < end; j++) {
      sum += distances[j];
      toCell[j] += distances[j];
    }
    for (const slot of slots[cell]) sums[own + slot] += sum;
  }
}

/** Writes the distances of the i-th row in order to all later ones. */
type Measure = (i: number, distances: Float64Array) => void;

function measureOf({ data, cols, rows, known }: Distances, order: Int32Array): Measure {
  if (known) {
    return (i, distances) => {
      const start = order[i] * cols;
      for (let j = i + 1; j < rows; j++) distances[j] = data[start + order[j]];
    };
  }
  const columns = Array.from({ length: cols }, (_, c) =>
    Float64Array.from(order, (row) => data[row * cols + c]),
  );
  return (i, distances) => measureColumns(columns, i, distances);
}

/** Two columns a turn: half the time of row by row. */
function measureColumns(columns: readonly Float64Array[], i: number, distances: Float64Array): void {
  distances.fill(0, i + 1);
  let c = 0;
  for (; c + 1 < columns.length; c += 2) {
    const a = columns[c];
    const b = columns[c + 1];
    const ofA = a[i];
    const ofB = b[i];
    for (let j = i + 1; j < distances.length; j++) {
      const fromA = ofA - a[j];
      const fromB = ofB - b[j];
      distances[j] += fromA * fromA + fromB * fromB;
    }
  }
  if (c < columns.length) {
    const a = columns[c];
    const ofA = a[i];
    for (let j = i + 1; j < distances.length; j++) {
      const fromA = ofA - a[j];
      distances[j] += fromA * fromA;
    }
  }
  for (let j = i + 1; j < distances.length; j++) distances[j] = Math.sqrt(distances[j]);
}
