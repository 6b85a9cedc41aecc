import { InputError } from '../../core/errors';
import { type Bounds, checkNumber } from '../../core/options';
import { phrase } from '../../core/phrase';

/** Two ends, the lower first. */
export type Range = readonly [low: number, high: number];

/**
 * Returns a copy of the two ends of a range.
 * @throws InputError naming the option if an end isn't a number within the bounds, or the ends are not in order.
 */
export function checkRange(name: string, [low, high]: Range, bounds?: Bounds): [number, number] {
  checkNumber(`${name}[0]`, low, bounds);
  checkNumber(`${name}[1]`, high, bounds);
  if (low >= high) {
    throw new InputError('out-of-range', phrase`${{ option: name }} is [${low}, ${high}]`, {
      remedy: 'its first end must be less than its second',
    });
  }
  return [low, high];
}
