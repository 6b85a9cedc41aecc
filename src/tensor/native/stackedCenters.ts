import type { Matrix } from '../../core/matrix';

/** A bias that no true center's score can fall below, so that a filling center is nobody's nearest. */
const NEVER = -3e38;

/**
 * Centers of several clusterings, one below the other: `slots` to a clustering, so that one matrix product
 * serves every restart and every k of a sweep. A clustering with fewer centers has slots that never win.
 */
export interface StackedCenters {
  runs: number;
  slots: number;
  /** [runs · slots, d + 1], row-major: c, then −|c|²/2, so that [c, −|c|²/2] · [x, 1] ranks centers by nearness. */
  values: Float32Array;
}

/**
 * Stacks centers for the kernels.
 * @param centers each clustering's centers, k × d in the table's own coordinates (k may differ).
 * @param offset what `uploadRows` subtracted from the rows; subtracted here too.
 * Cost: O(centers · d).
 */
export function stackCenters(centers: readonly Matrix[], offset: Float64Array): StackedCenters {
  const d = offset.length;
  const slots = Math.max(...centers.map((own) => own.rows));
  const values = new Float32Array(centers.length * slots * (d + 1));
  centers.forEach((own, run) => {
    for (let slot = 0; slot < slots; slot++) {
      const to = (run * slots + slot) * (d + 1);
      if (slot >= own.rows) values[to + d] = NEVER;
      else writeCenter(values, to, own.row(slot), offset);
    }
  });
  return { runs: centers.length, slots, values };
}

function writeCenter(values: Float32Array, to: number, center: Float64Array, offset: Float64Array): void {
  let square = 0;
  for (let j = 0; j < offset.length; j++) {
    values[to + j] = center[j] - offset[j];
    square += values[to + j] ** 2;
  }
  values[to + offset.length] = -square / 2;
}
