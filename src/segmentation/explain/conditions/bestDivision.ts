import type { ColumnBins } from './binnedColumns';
import type { Division, TreeNode } from './tree';

/** What adds up over the customers of a node: `width` numbers of each. */
export interface Terms {
  width: number;
  /** Adds those of a customer to `sums`, from `at` on. */
  add(row: number, sums: Float64Array, at: number): void;
}

/**
 * The best way to divide a node by a worth of the sums of both sides.
 * @param worth of a side, from its sums and how many customers it has: the more the better.
 * Cost: O(customers of the node · columns · width).
 */
export function bestDivision(
  { rows }: TreeNode,
  columns: readonly ColumnBins[],
  { width, add }: Terms,
  worth: (sums: Float64Array) => number,
): Division | undefined {
  const total = new Float64Array(width + 1);
  for (const row of rows) {
    total[width]++;
    add(row, total, 0);
  }
  const whole = worth(total);
  let best: Division | undefined;
  columns.forEach((column, j) => {
    const byBin = sumsByBin(rows, column, { width, add });
    const side = new Float64Array(width + 1);
    const rest = new Float64Array(width + 1);
    const isCategory = column.column.kind === 'category';
    const last = isCategory ? column.bins : column.bins - 1;
    for (let bin = 0; bin < last; bin++) {
      if (isCategory) side.fill(0);
      for (let i = 0; i <= width; i++) {
        side[i] += byBin[bin * (width + 1) + i];
        rest[i] = total[i] - side[i];
      }
      if (side[width] === 0 || rest[width] === 0) continue;
      const gain = worth(side) + worth(rest) - whole;
      if (gain > (best?.gain ?? 1e-9 * Math.abs(whole)))
        best = { split: { column: j, left: leftOf(column, bin) }, gain };
    }
  });
  return best;
}

/** Up to and with a bin of numbers; one category alone. */
export function leftOf({ column, bins }: ColumnBins, bin: number): Uint8Array {
  const isCategory = column.kind === 'category';
  return Uint8Array.from({ length: bins }, (_, b) => Number(isCategory ? b === bin : b <= bin));
}

function sumsByBin(rows: Int32Array, { filled, bins }: ColumnBins, { width, add }: Terms): Float64Array {
  const sums = new Float64Array(bins * (width + 1));
  for (const row of rows) {
    const at = filled[row] * (width + 1);
    sums[at + width]++;
    add(row, sums, at);
  }
  return sums;
}
