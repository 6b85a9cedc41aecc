import { mustBe } from '../../core/options';

/**
 * Covariances as nested arrays, in scikit-learn's shapes: k × d × d for `full`, d × d for `tied`, k × d (variances) for
 * `diagonal`, k for `spherical`.
 */
export type MixtureCovariances =
  | readonly number[]
  | readonly (readonly number[])[]
  | readonly (readonly (readonly number[])[])[];

type Nested = number | readonly Nested[];

/** Flat numbers, row-major, as arrays of arrays of the shape given. */
export function nestCovariances(flat: Float64Array, shape: readonly number[]): MixtureCovariances {
  return nest(flat, shape) as MixtureCovariances;
}

/**
 * The numbers of nested arrays, row-major, checked against a shape.
 * @param name what they are called in error messages.
 * @throws InputError naming what has another length, or is not a finite number.
 */
export function flattenCovariances(
  nested: MixtureCovariances,
  shape: readonly number[],
  name: string,
): Float64Array {
  const flat: number[] = [];
  collect(nested, shape, name, flat);
  return Float64Array.from(flat);
}

function nest(flat: Float64Array, [length, ...inner]: readonly number[]): Nested {
  if (inner.length === 0) return Array.from(flat);
  const step = flat.length / length;
  return Array.from({ length }, (_, at) => nest(flat.subarray(at * step, (at + 1) * step), inner));
}

function collect(value: Nested, [length, ...inner]: readonly number[], name: string, into: number[]): void {
  if (length === undefined) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw mustBe(name, value, 'a finite number');
    into.push(value);
    return;
  }
  if (!Array.isArray(value) || value.length !== length) throw mustBe(name, value, `an array of ${length}`);
  value.forEach((part, at) => {
    collect(part, inner, `${name}[${at}]`, into);
  });
}
