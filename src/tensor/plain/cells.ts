import type { ClusterNumbers } from '../distanceSums';

/** Rows in groups that every labeling treats alike. */
export interface Cells {
  /** Rows in order of their cells. Length n. */
  order: Int32Array;
  /** Where in `order` each cell begins, and n. */
  starts: Int32Array;
  /** Of each cell, the places of its sums in each labeling, cell by cell. */
  slots: Int32Array;
}

/** @param offsets where the sums of each labeling stand. Cost: O(n · labelings). */
export function cellsOf(
  labelings: readonly ClusterNumbers[],
  rows: number,
  offsets: readonly number[],
): Cells {
  const cellOf = new Int32Array(rows);
  let slots: number[][] = [[]];
  labelings.forEach(({ labels, nClusters }, l) => {
    const refined: number[][] = [];
    const numbers = new Map<number, number>();
    for (let i = 0; i < rows; i++) {
      const slot = offsets[l] + (labels[i] < 0 ? nClusters : labels[i]);
      const key = cellOf[i] * (offsets[l] + nClusters + 1) + slot;
      let cell = numbers.get(key);
      if (cell === undefined) {
        cell = refined.length;
        numbers.set(key, cell);
        refined.push([...slots[cellOf[i]], slot]);
      }
      cellOf[i] = cell;
    }
    slots = refined;
  });
  return { ...sorted(cellOf, slots.length), slots: Int32Array.from(slots.flat()) };
}

function sorted(cellOf: Int32Array, cells: number): Pick<Cells, 'order' | 'starts'> {
  const starts = new Int32Array(cells + 1);
  for (const cell of cellOf) starts[cell + 1]++;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1] += starts[cell];
  const next = starts.slice();
  const order = new Int32Array(cellOf.length);
  cellOf.forEach((cell, row) => {
    order[next[cell]++] = row;
  });
  return { order, starts };
}
