import type {
  ArrayOptions,
  IntegerOptions,
  NumberOptions,
  ObjectOptions,
  SchemaOptions,
  TArray,
  TInteger,
  TLiteral,
  TLiteralValue,
  TNumber,
  TObject,
  TProperties,
  TSchema,
  TUnion,
} from '@sinclair/typebox';

/**
 * JSON Schemas that the compiler reads: plain objects with the types of TypeBox, so that `Static` of one is the type
 * of what passes it. Its own builders would cost every start of the command line some 60 ms and the page 45 kB.
 */

export type { Static, TObject, TSchema } from '@sinclair/typebox';

/** An object of these properties, all of them required. */
export function object<P extends TProperties>(properties: P, keywords: ObjectOptions = {}): TObject<P> {
  return schema({ ...keywords, type: 'object', properties, required: Object.keys(properties) });
}

/** Whatever passes one of these. */
export function either<T extends TSchema[]>(schemas: [...T], keywords: SchemaOptions = {}): TUnion<T> {
  return schema({ ...keywords, anyOf: schemas });
}

/** Just this value. */
export function literal<V extends TLiteralValue>(value: V, keywords: SchemaOptions = {}): TLiteral<V> {
  return schema({ ...keywords, const: value });
}

/** A list of these. */
export function list<T extends TSchema>(items: T, keywords: ArrayOptions = {}): TArray<T> {
  return schema({ ...keywords, type: 'array', items });
}

/** A finite number. */
export function number(keywords: NumberOptions = {}): TNumber {
  return schema({ ...keywords, type: 'number' });
}

/** A whole number. */
export function integer(keywords: IntegerOptions = {}): TInteger {
  return schema({ ...keywords, type: 'integer' });
}

/** TypeBox marks its schemas with symbols that only its own checkers look for; ours are for Ajv. */
function schema<S extends TSchema>(keywords: object): S {
  return keywords as S;
}
