import { isCurrency } from './currency';
import { unitOfMeasure } from './measure';

/** Units that programs change as values grow, as powers of ten: 800 MB beside 1.5 GB. */
const SIZES: Readonly<Record<string, number>> = { kB: 3, MB: 6, GB: 9, TB: 12 };

/** The same of amounts: $950 beside $1.2k and $3M. */
const MULTIPLES: Readonly<Record<string, number>> = { k: 3, M: 6 };

/** A unit as so many powers of ten of a base: 'k$' is the third of '$'. */
interface Power {
  base: string;
  power: number;
}

/** Numbers in several units, brought to one of them. */
export interface CommonUnit {
  unit: string;
  /** By unit, the power of ten that brings its numbers to the common one. */
  powers: ReadonlyMap<string, number>;
}

/**
 * The unit to which numbers in several units are brought: '$' of '$', 'k$' and 'M$'; GB of MB and GB, and MB where
 * there are none. Undefined for units that programs don't exchange for each other, such as km and m, and for numbers
 * that only seem to be abbreviated: sizes 38 and 38M.
 */
export function commonUnit(units: Iterable<string>): CommonUnit | undefined {
  const all = [...new Set(units)];
  const powers = all.map(powerOf);
  const [first] = powers;
  if (first === undefined || powers.some((other) => other?.base !== first.base)) return undefined;
  if (first.base === '' && !all.includes('k')) return undefined;
  const unit = first.base === BYTES ? sizeFor(all) : first.base;
  return { unit, powers: new Map(all.map((each) => [each, powerBetween(each, unit)!])) };
}

/** The power of ten that brings a number in one unit to another: 3 from 'k$' to '$'; undefined where none does. */
export function powerBetween(from: string, to: string): number | undefined {
  const [one, other] = [powerOf(from), powerOf(to)];
  return one !== undefined && one.base === other?.base ? one.power - other.power : undefined;
}

const BYTES = 'bytes';

function sizeFor(units: readonly string[]): string {
  return units.includes('GB') || units.includes('TB') ? 'GB' : 'MB';
}

function powerOf(unit: string): Power | undefined {
  const size = unitOfMeasure(unit);
  if (size !== undefined && Object.hasOwn(SIZES, size)) return { base: BYTES, power: SIZES[size] };
  const [multiple = '', base] = [unit[0], unit.slice(1)];
  if (Object.hasOwn(MULTIPLES, multiple) && (base === '' || isCurrency(base)))
    return { base, power: MULTIPLES[multiple] }; // before currencies: M$ would pass for one, as A$ does
  return unit === '' || isCurrency(unit) ? { base: unit, power: 0 } : undefined;
}

/** A number times a power of ten, without the rounding of a multiplication: 1.005 thousand are 1005. */
export function timesPowerOfTen(plain: string, power: number): number {
  return /e/i.test(plain) ? Number(plain) * 10 ** power : Number(`${plain}e${power}`);
}
