import { display } from './display';
import { InputError, type MistakeCode } from './errors';
import { type Phrase, phrase } from './phrase';

export { display };

/** Inclusive bounds of a numeric option. */
export interface Bounds {
  min?: number;
  max?: number;
}

/**
 * Returns `value` when it is an integer within the bounds.
 * @throws InputError naming the option, its value and what is allowed.
 */
export function checkInteger(name: string, value: unknown, bounds: Bounds = {}): number {
  if (!Number.isInteger(value)) throw noNumber('wrong-type', name, value, 'an integer', bounds);
  if (outside(value as number, bounds)) throw noNumber('out-of-range', name, value, 'an integer', bounds);
  return value as number;
}

/**
 * Returns `value` when it is a finite number within the bounds.
 * @throws InputError naming the option, its value and what is allowed.
 */
export function checkNumber(name: string, value: unknown, bounds: Bounds = {}): number {
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (!isNumber) throw noNumber('wrong-type', name, value, 'a finite number', bounds);
  if (outside(value, bounds)) throw noNumber('out-of-range', name, value, 'a finite number', bounds);
  return value;
}

/**
 * Returns `value` when it is one of `allowed`.
 * @throws InputError naming the option, its value and every allowed value.
 */
export function checkOneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  if (!allowed.includes(value as T)) {
    const remedy = `it must be one of ${allowed.map(display).join(', ')}`;
    throw new InputError('not-allowed', isGiven(name, value), { allowed, remedy });
  }
  return value as T;
}

/**
 * Returns `value` when it is an array, such as one of column names; what it holds is checked where it is used.
 * @throws InputError naming the option and its value. A single name instead of a list of one is the usual slip.
 */
export function checkList<T>(name: string, value: readonly T[]): readonly T[] {
  if (!Array.isArray(value)) {
    const slip = typeof value === 'string' ? `; write [${display(value)}]` : '';
    throw new InputError('wrong-type', isGiven(name, value), { remedy: `it must be an array${slip}` });
  }
  return value;
}

/**
 * Returns `value` when it is an object of named values, such as `{ Income: '$' }`; what it holds is checked where it
 * is used.
 * @throws InputError naming the option and its value.
 */
export function checkNamed<T extends object>(name: string, value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const remedy = 'it must be an object with an entry for each name';
    throw new InputError('wrong-type', isGiven(name, value), { remedy });
  }
  return value;
}

/**
 * Refuses option names that do not exist, so that a typing mistake is not silently a default.
 * @throws InputError naming the unknown option and the known ones, or what was given instead of options.
 */
export function checkKnown(owner: string, options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    const remedy = `they are an object of ${known.join(', ')}`;
    throw new InputError('wrong-type', phrase`${owner} was given ${{ value: options }} for its options`, {
      remedy,
    });
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      const problem = phrase`${owner} has no option ${{ option: name }}`;
      throw new InputError('unknown-option', problem, {
        allowed: known,
        remedy: `it has ${known.join(', ')}`,
      });
    }
  }
}

/** How a message about an option begins. */
export function isGiven(option: string, value: unknown): Phrase {
  return phrase`${{ option }} is ${{ value }}`;
}

/** The mistake of a value that is not `what` it must be: '`columns` is 5; it must be an array of names'. */
export function mustBe(option: string, value: unknown, what: string): InputError {
  return new InputError('wrong-type', isGiven(option, value), { remedy: `it must be ${what}` });
}

function noNumber(code: MistakeCode, name: string, value: unknown, kind: string, bounds: Bounds): InputError {
  return new InputError(code, isGiven(name, value), { remedy: `it must be ${kind}${describe(bounds)}` });
}

function outside(value: number, { min = -Infinity, max = Infinity }: Bounds): boolean {
  return value < min || value > max;
}

function describe({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max !== undefined ? ` of at most ${max}` : '';
}
