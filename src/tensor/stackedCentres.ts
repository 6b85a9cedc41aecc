import type { Matrix } from '../core/matrix';

/** A bias that no true centre's score can fall below, so that a filling centre is nobody's nearest. */
const NEVER = -3e38;

/**
 * Centres of several clusterings, one below the other: `slots` to a clustering, so that one matrix product
 * serves every restart and every k of a sweep. A clustering with fewer centres has slots that never win.
 */
export interface StackedCentres {
  runs: number;
  slots: number;
  /** [runs · slots, d + 1], row-major: c, then −|c|²/2, so that [c, −|c|²/2] · [x, 1] ranks centres by nearness. */
  values: Float32Array;
}

/**
 * Stacks centres for the kernels.
 * @param centres each clustering's centres, k × d in the table's own coordinates (k may differ).
 * @param offset what `uploadRows` subtracted from the rows; subtracted here too.
 * Cost: O(centres · d).
 */
export function stackCentres(centres: readonly Matrix[], offset: Float64Array): StackedCentres {
  const d = offset.length;
  const slots = Math.max(...centres.map((own) => own.rows));
  const values = new Float32Array(centres.length * slots * (d + 1));
  centres.forEach((own, run) => {
    for (let slot = 0; slot < slots; slot++) {
      const to = (run * slots + slot) * (d + 1);
      if (slot >= own.rows) values[to + d] = NEVER;
      else writeCentre(values, to, own.row(slot), offset);
    }
  });
  return { runs: centres.length, slots, values };
}

function writeCentre(values: Float32Array, to: number, centre: Float64Array, offset: Float64Array): void {
  let square = 0;
  for (let j = 0; j < offset.length; j++) {
    values[to + j] = centre[j] - offset[j];
    square += values[to + j] ** 2;
  }
  values[to + offset.length] = -square / 2;
}
