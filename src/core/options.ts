import { InputError } from './errors';

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
  if (!Number.isInteger(value) || outside(value as number, bounds)) {
    throw new InputError(`\`${name}\` is ${display(value)}; it must be an integer${describe(bounds)}`);
  }
  return value as number;
}

/**
 * Returns `value` when it is a finite number within the bounds.
 * @throws InputError naming the option, its value and what is allowed.
 */
export function checkNumber(name: string, value: unknown, bounds: Bounds = {}): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || outside(value, bounds)) {
    throw new InputError(`\`${name}\` is ${display(value)}; it must be a finite number${describe(bounds)}`);
  }
  return value;
}

/**
 * Returns `value` when it is one of `allowed`.
 * @throws InputError naming the option, its value and every allowed value.
 */
export function checkOneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  if (!allowed.includes(value as T)) {
    const list = allowed.map((choice) => `'${choice}'`).join(', ');
    throw new InputError(`\`${name}\` is ${display(value)}; it must be one of ${list}`);
  }
  return value as T;
}

/**
 * Returns `value` when it is an array, such as one of column names; what it holds is checked where it is used.
 * @throws InputError naming the option and its value. A single name in place of a list of one is the usual slip.
 */
export function checkList<T>(name: string, value: readonly T[]): readonly T[] {
  if (!Array.isArray(value)) {
    const remedy = typeof value === 'string' ? `; write [${display(value)}]` : '';
    throw new InputError(`\`${name}\` is ${display(value)}; it must be an array${remedy}`);
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
    throw new InputError(
      `\`${name}\` is ${display(value)}; it must be an object with an entry for each name`,
    );
  }
  return value;
}

/**
 * Refuses option names that do not exist, so that a typing mistake is not silently a default.
 * @throws InputError naming the unknown option and the known ones, or what was given instead of options.
 */
export function checkKnown(owner: string, options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InputError(
      `${owner} was given ${display(options)} for its options; they are an object of ${known.join(', ')}`,
    );
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new InputError(`${owner} has no option \`${name}\`; it has ${known.join(', ')}`);
    }
  }
}

/** How a value reads in an error message: strings quoted, long values cut. */
export function display(value: unknown): string {
  if (['number', 'bigint', 'boolean'].includes(typeof value)) return String(value);
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}…` : value}'`;
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === 'object' ? `a ${value.constructor?.name ?? 'object'}` : typeof value;
}

function outside(value: number, { min = -Infinity, max = Infinity }: Bounds): boolean {
  return value < min || value > max;
}

function describe({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max !== undefined ? ` of at most ${max}` : '';
}
