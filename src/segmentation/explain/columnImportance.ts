import { Random } from '../../core/random';
import { toSpace } from '../fit/featureSpace';
import { sampleOf } from '../fit/sampleOf';
import { placeCustomers } from '../score/placeCustomers';
import type { Scoring } from '../score/scoring';

/** How much a column decides. */
export interface ColumnImportance {
  column: string;
  label: string;
  /**
   * Share of the customers whose segment hangs on the column: by so much fewer stay in their segment when the column's
   * values are dealt out among them at random.
   */
  drop: number;
}

/** How many customers are placed again, and how often. */
interface Effort {
  rows: number;
  deals: number;
}

/** More change little. */
const USUAL: Effort = { rows: 1000, deals: 3 };
/** Where each customer is compared with those of the fit. */
const FEW: Effort = { rows: 300, deals: 2 };

/**
 * Permutation importance of each column, the most important first: by how much the agreement with the segments of the fit
 * drops. Columns that say the same stand in for each other, so that each matters less.
 * @param values by column, as `readFeatures` gives them, without missing ones.
 * Source: Breiman (2001), "Random forests"; Fisher, Rudin & Dominici (2019).
 * @param isSlow whether placing a customer takes comparing it with those of the fit.
 * Cost: three placements of 1,000 customers for each column; two of 300 where these are slow.
 */
export function columnImportance(
  { columns, dimensions, pca, measure }: Scoring,
  values: readonly Float64Array[],
  labels: Int32Array,
  { seed, isSlow }: { seed: number; isSlow: boolean },
): ColumnImportance[] {
  const effort = isSlow ? FEW : USUAL;
  const rows = sampleOf(labels.length, effort.rows, seed) ?? Int32Array.from(labels.keys());
  const sampled = values.map((column) => Float64Array.from(rows, (row) => column[row]));
  const own = Int32Array.from(rows, (row) => labels[row]);
  const random = new Random(seed);
  const agreement = (given: readonly Float64Array[]) => {
    const scaled = toSpace(dimensions, columns, given);
    const placed = placeCustomers(measure, pca ? pca.transform(scaled) : scaled).labels;
    return placed.filter((label, i) => label === own[i]).length / own.length;
  };
  const whole = agreement(sampled);
  const found = columns.map(({ name, label }, j) => {
    let sum = 0;
    for (let deal = 0; deal < effort.deals; deal++) {
      const dealt = Float64Array.from(random.shuffle(Array.from(sampled[j])));
      sum += agreement(sampled.map((column, at) => (at === j ? dealt : column)));
    }
    return { column: name, label, drop: Math.max(0, whole - sum / effort.deals) };
  });
  return found.sort((a, b) => b.drop - a.drop);
}
