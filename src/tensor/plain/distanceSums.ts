import { type ClusterNumbers, type DistanceSums, type Distances, layOutSums } from '../distanceSums';
import { type Block, giveBack, kernels, lendParts } from '../simd/kernels';
import { type Cells, cellsOf } from './cells';

/** Rows that the kernel takes together. */
const LANES = 8;

/**
 * See `Engine.distanceSums`. Works out each distance once, for both its rows. Rows are taken in order of their cells
 * (rows alike in every labeling), so that a distance is added once for all labelings.
 *
 * Cost: O(n²·d / 2) time, and O(n · cells · labelings).
 */
export function plainDistanceSums(distances: Distances, labelings: readonly ClusterNumbers[]): DistanceSums {
  const { rows } = distances;
  const { width, offsets } = layOutSums(labelings);
  const cells = cellsOf(labelings, rows, offsets);
  const { order, starts, slots } = cells;
  const nCells = starts.length - 1;
  const each = labelings.length;
  const sums = new Float64Array(rows * width);
  const measured = new MeasuredRows(distances, cells);
  try {
    for (let cell = 0; cell < nCells; cell++) {
      measured.beginCell(cell);
      for (let i = starts[cell]; i < starts[cell + 1]; i++) {
        const ofCells = measured.measure(i, cell);
        const own = order[i] * width;
        for (let other = cell; other < nCells; other++)
          addTo(sums, own, slots, other * each, each, ofCells[other]);
      }
      const toCell = measured.toCell();
      for (let j = starts[cell]; j < rows; j++)
        addTo(sums, order[j] * width, slots, cell * each, each, toCell[j]);
    }
  } finally {
    measured.dispose();
  }
  return { sums, width, offsets };
}

/** Adds a cell's distances to the sum that it has a part in, of each labeling. */
function addTo(
  sums: Float64Array,
  own: number,
  slots: Int32Array,
  first: number,
  count: number,
  value: number,
): void {
  for (let at = first; at < first + count; at++) sums[own + slots[at]] += value;
}

/** Distances in the order of cells, worked out row by row in the kernels' memory. */
class MeasuredRows {
  private readonly rows: number;
  private readonly block: Block;
  private readonly columns: number;
  private readonly distances: number;
  private readonly sumsToCell: number;
  private readonly starts: number;
  private readonly sumsOfCells: number;

  constructor(
    private readonly table: Distances,
    private readonly cells: Cells,
  ) {
    const { starts } = cells;
    this.rows = Math.ceil(table.rows / LANES) * LANES;
    const each = 8 * this.rows;
    const columns = table.known ? 0 : each * table.cols;
    const { block, places } = lendParts([columns, each, each, 4 * starts.length, 8 * (starts.length - 1)]);
    this.block = block;
    [this.columns, this.distances, this.sumsToCell, this.starts, this.sumsOfCells] = places;
    new Int32Array(kernels().memory.buffer, this.starts, starts.length).set(starts);
    if (!table.known) this.copyColumns();
  }

  beginCell(cell: number): void {
    this.toCell().fill(0, this.cells.starts[cell]);
  }

  /** The sums of distances from the i-th row in order to the later rows of each cell. */
  measure(i: number, cell: number): Float64Array {
    const { distancesFrom, addToCells, memory } = kernels();
    const nCells = this.cells.starts.length - 1;
    if (this.table.known) this.copyKnown(i);
    else distancesFrom(this.columns, this.rows, this.table.cols, i, this.distances);
    addToCells(this.distances, i, this.starts, cell, nCells, this.sumsToCell, this.sumsOfCells);
    return new Float64Array(memory.buffer, this.sumsOfCells, nCells);
  }

  /** Of each row in order, its sum of distances to the rows of the cell that were measured and come before it. */
  toCell(): Float64Array {
    return new Float64Array(kernels().memory.buffer, this.sumsToCell, this.rows);
  }

  dispose(): void {
    giveBack(this.block);
  }

  private copyColumns(): void {
    const { data, cols } = this.table;
    const columns = new Float64Array(kernels().memory.buffer, this.columns, this.rows * cols);
    for (let c = 0; c < cols; c++) {
      this.cells.order.forEach((row, i) => {
        columns[c * this.rows + i] = data[row * cols + c];
      });
    }
  }

  private copyKnown(i: number): void {
    const { order } = this.cells;
    const { data, cols } = this.table;
    const distances = new Float64Array(kernels().memory.buffer, this.distances, this.rows);
    const start = order[i] * cols;
    for (let j = i + 1; j < order.length; j++) distances[j] = data[start + order[j]];
  }
}
