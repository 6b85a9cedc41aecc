import type { Random } from '../../../core/random';
import { float64 } from '../../../datasets/sql/float64';

/** A number from 0 to 1 for each row, which looks random and hangs on these columns and the random numbers here alone. */
export function drawExpression(names: readonly string[], random: Random): string {
  const terms = names.map((name) => `${name} * ${float64(10 + 90 * random.uniform())}`);
  const wave = `sin(${terms.join(' + ')} + ${float64(6.28 * random.uniform())}) * ${float64(43758.5453)}`;
  return `${wave} - floor(${wave})`;
}
