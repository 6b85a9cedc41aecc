import { InputError } from '../../core/errors';
import { type Bounds, checkList, checkNumber } from '../../core/options';
import { phrase } from '../../core/phrase';

/**
 * Returns a copy of the two ends of a range.
 * @throws InputError naming the option if an end isn't a number within the bounds, or the ends are not in order.
 */
export function checkRange(
  name: string,
  range: readonly [number, number],
  bounds?: Bounds,
): [number, number] {
  const [low, high] = checkList(name, range);
  checkNumber(`${name}[0]`, low, bounds);
  checkNumber(`${name}[1]`, high, bounds);
  if (low >= high) {
    throw new InputError('out-of-range', phrase`${{ option: name }} is [${low}, ${high}]`, {
      remedy: 'its first end must be less than its second',
    });
  }
  return [low, high];
}
