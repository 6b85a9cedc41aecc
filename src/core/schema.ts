import type {
  ArrayOptions,
  IntegerOptions,
  NumberOptions,
  ObjectOptions,
  OptionalKind,
  SchemaOptions,
  Static,
  StringOptions,
  TArray,
  TBoolean,
  TInteger,
  TLiteral,
  TLiteralValue,
  TNull,
  TNumber,
  TObject,
  TOptional,
  TProperties,
  TSchema,
  TString,
  TUnion,
  TUnsafe,
} from '@sinclair/typebox';

/**
 * JSON Schemas that the compiler reads: plain objects with the types of TypeBox, so that `Static` of one is the type
 * of what passes it. Its own builders would cost every start of the command line some 60 ms and the page 45 kB.
 *
 * An option is declared once, by such a schema: `title` is what a control is called, `description` is its help,
 * `default` stands in where nothing is given.
 */

export type { Static, TObject, TSchema } from '@sinclair/typebox';

/** What callers give: each option may be left out, unless it has no default. */
export type Given<S extends TObject> = Partial<Static<S>>;

/** What is said of an option beside JSON Schema. */
interface Keywords extends SchemaOptions {
  /** What the value must be, in the words of a message: 'the name of a column'. Default: told by the schema. */
  expects?: string;
  /** How the dashboard's page offers the option, where that is not told by the schema. */
  page?: PageOption;
  /** Whether what a list or an object holds is checked with it. Default: whoever uses it does, and says more. */
  deep?: boolean;
  /** Words for values that are hard to type on a command line: 'tab' for a tab. */
  typed?: Readonly<Record<string, string>>;
}

/** An option on the dashboard's page. */
export interface PageOption {
  /** What links and requests may hold, where that is less than the library takes. */
  schema?: TSchema;
  /** The ends of its slider, and how far apart its stops are (default 1). Absent: a field. */
  slider?: { from: number; to: number; step?: number };
}

/** Keywords that are no JSON Schema: validators must be told of them. */
export const OPTION_KEYWORDS = ['expects', 'page', 'deep', 'typed'];

/** An object of these properties, all of them required but the optional ones. */
export function object<P extends TProperties>(properties: P, keywords: ObjectOptions = {}): TObject<P> {
  const required = Object.keys(properties).filter((name) => !isOptional(properties[name]));
  return schema({ ...keywords, type: 'object', properties, required });
}

/** A property that may be absent. */
export function optional<S extends TSchema>(property: S): TOptional<S> {
  return schema({ ...property, [OPTIONAL]: 'Optional' });
}

/** Whatever passes one of these. */
export function either<T extends TSchema[]>(schemas: [...T], keywords: Keywords = {}): TUnion<T> {
  return schema({ ...keywords, anyOf: schemas });
}

/** Just this value. */
export function literal<V extends TLiteralValue>(value: V, keywords: Keywords = {}): TLiteral<V> {
  return schema({ ...keywords, const: value });
}

/** One of the words that have a title here. */
export function choice<W extends string>(
  titles: Readonly<Record<W, string>>,
  keywords: Keywords = {},
): TUnsafe<W> {
  const words = Object.entries<string>(titles);
  return schema({ ...keywords, anyOf: words.map(([word, title]) => literal(word, { title })) });
}

/** One of these words. */
export function oneOf<const W extends string>(words: readonly W[], keywords: Keywords = {}): TUnsafe<W> {
  return schema({ ...keywords, anyOf: words.map((word) => literal(word)) });
}

/** Nothing, where what is to be is found out. */
export function nothing(): TNull {
  return schema({ type: 'null' });
}

/** A finite number. */
export function number(keywords: NumberOptions & Keywords = {}): TNumber {
  return schema({ ...keywords, type: 'number' });
}

/** A whole number. */
export function integer(keywords: IntegerOptions & Keywords = {}): TInteger {
  return schema({ ...keywords, type: 'integer' });
}

/** Text. */
export function text(keywords: StringOptions & Keywords = {}): TString {
  return schema({ ...keywords, type: 'string' });
}

/** True or false. */
export function boolean(keywords: Keywords = {}): TBoolean {
  return schema({ ...keywords, type: 'boolean' });
}

/** A list of these. */
export function list<T extends TSchema>(items: T, keywords: ArrayOptions & Keywords = {}): TArray<T> {
  return schema({ ...keywords, type: 'array', items });
}

/** A list of names. */
export function names(keywords: ArrayOptions & Keywords = {}): TUnsafe<readonly string[]> {
  return schema({ ...keywords, type: 'array', items: text() });
}

/** A list of columns, each by its position (from 0) or its name. */
export function columnList(keywords: ArrayOptions & Keywords = {}): TUnsafe<readonly (number | string)[]> {
  return schema({ ...keywords, type: 'array', items: either([number(), text()]) });
}

/** A list of this type; whoever uses it checks what it holds. */
export function array<L extends readonly unknown[]>(keywords: ArrayOptions & Keywords = {}): TUnsafe<L> {
  return schema({ ...keywords, type: 'array' });
}

/** An object with an entry for each name. */
export function named<S extends TSchema>(
  values: S,
  keywords: Keywords = {},
): TUnsafe<Readonly<Record<string, Static<S>>>> {
  return schema({ ...keywords, type: 'object', additionalProperties: values });
}

/** An object of this type with an entry for each name; whoever uses it checks what it holds. */
export function record<R extends object>(keywords: Keywords = {}): TUnsafe<R> {
  return schema({ ...keywords, type: 'object' });
}

/** Something that is no JSON, such as a function or a matrix, told by its `typeof`; no validator but ours takes it. */
export function thing<T>(type: 'function' | 'object', keywords: Keywords = {}): TUnsafe<T> {
  return schema({ ...keywords, typeof: type });
}

const OPTIONAL = Symbol.for('TypeBox.Optional') as typeof OptionalKind;

function isOptional(property: TSchema): boolean {
  return OPTIONAL in property;
}

/** TypeBox marks its schemas with symbols that only its own checkers look for; ours are for Ajv. */
function schema<S extends TSchema>(keywords: object): S {
  return keywords as S;
}
