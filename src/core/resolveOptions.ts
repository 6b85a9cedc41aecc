import { display } from './display';
import { InputError, type MistakeCode } from './errors';
import { isObject } from './isObject';
import { choiceWords, optionKind } from './optionKind';
import { checkKnown, isGiven } from './options';
import { type Phrase, phrase } from './phrase';
import type { Given, Static, TObject, TSchema } from './schema';

/**
 * Options, checked, with every default in its place.
 *
 * @param owner whose options they are, in messages: 'KMeans'.
 * @throws InputError naming an option that does not exist, one that is missing, or one whose value is of another type
 * or out of bounds, with what it must be.
 */
export function resolveOptions<S extends TObject>(owner: string, schema: S, given: object): Static<S> {
  const { properties } = schema;
  checkKnown(owner, given, Object.keys(properties));
  const resolved = Object.entries(properties).map(([name, option]) => [
    name,
    resolveOption(name, option, (given as Record<string, unknown>)[name], schema.required),
  ]);
  return Object.fromEntries(resolved) as Static<S>;
}

/** Of these options the ones that the schema knows, those that were not given left out. */
export function pickOptions<S extends TObject>({ properties }: S, given: object): Given<S> {
  const known = Object.entries(given).filter(([name, value]) => name in properties && value !== undefined);
  return Object.fromEntries(known) as Given<S>;
}

/** Every default that there is. */
export function defaultsOf(schema: TObject): Record<string, unknown> {
  const standing = Object.entries(schema.properties).map(([name, option]) => [name, option.default]);
  return Object.fromEntries(standing.filter(([, value]) => value !== undefined));
}

function resolveOption(name: string, option: TSchema, value: unknown, required: readonly string[] = []) {
  if (value !== undefined) return checkOption(name, option, value);
  if (option.default === undefined && required.includes(name))
    throw new InputError('missing-option', phrase`${{ option: name }} is missing`, {
      remedy: `it must be ${expectation(option)}`,
    });
  return option.default;
}

/**
 * Returns `value` when the schema of the option allows it.
 * @throws InputError naming the option, its value and what it must be.
 */
export function checkOption<T>(name: string, option: TSchema, value: T): T {
  const code = faultOf(option, value);
  if (code === undefined) return value;
  const words = choiceWords(option).map(({ word }) => word);
  const slip = optionKind(option) === 'list' && typeof value === 'string' ? `; write ['${value}']` : '';
  throw new InputError(code, problemOf(name, option, value), {
    remedy: `it must be ${expectation(option)}${slip}`,
    ...(words.length > 0 && { allowed: words }),
  });
}

/** How the message about a value begins; of a list or an object, what is wrong in it. */
function problemOf(name: string, option: TSchema, value: unknown): Phrase {
  const items = option.deep && typeof value === 'object' && value !== null ? Object.values(value) : [];
  const odd = items.find(
    (item) => item !== undefined && !isAllowed(option.items ?? option.additionalProperties, item),
  );
  return odd === undefined ? isGiven(name, value) : phrase`${{ option: name }} holds ${{ value: odd }}`;
}

/** Whether the schema of an option allows a value. */
export function isAllowed(option: TSchema, value: unknown): boolean {
  return faultOf(option, value) === undefined;
}

/** What a schema does not allow about a value; undefined: it is allowed. What lists hold is checked where it is `deep`. */
function faultOf(schema: TSchema, value: unknown): MistakeCode | undefined {
  if (schema.anyOf) return faultOfAll(schema.anyOf, value);
  if ('const' in schema) return schema.const === value ? undefined : 'not-allowed';
  if ('typeof' in schema) return unless(typeof value === schema.typeof && value !== null);
  switch (schema.type) {
    case 'integer':
      return Number.isInteger(value) ? beyond(schema, value as number) : 'wrong-type';
    case 'number':
      return Number.isFinite(value) ? beyond(schema, value as number) : 'wrong-type';
    case 'array':
      return unless(Array.isArray(value) && (!schema.deep || holds(schema, value)));
    case 'object':
      return unless(isObject(value) && (!schema.deep || holdsNamed(schema, value)));
    case 'null':
      return unless(value === null);
    case 'string':
      return typeof value === 'string' ? textFault(schema, value) : 'wrong-type';
    default:
      return unless(typeof value === schema.type);
  }
}

function faultOfAll(schemas: readonly TSchema[], value: unknown): MistakeCode | undefined {
  const faults = schemas.map((schema) => faultOf(schema, value));
  if (faults.includes(undefined)) return undefined;
  if (faults.includes('out-of-range')) return 'out-of-range';
  return faults.every((fault) => fault === 'not-allowed') ? 'not-allowed' : 'wrong-type';
}

function holds({ items, minItems = 0, maxItems = Infinity }: TSchema, values: readonly unknown[]): boolean {
  const fits = values.length >= minItems && values.length <= maxItems;
  return fits && values.every((value) => isAllowed(items, value));
}

/** An entry that is undefined is none. */
function holdsNamed({ additionalProperties }: TSchema, values: object): boolean {
  return Object.values(values).every(
    (value) => value === undefined || isAllowed(additionalProperties, value),
  );
}

function unless(isRight: boolean): 'wrong-type' | undefined {
  return isRight ? undefined : 'wrong-type';
}

function textFault({ minLength = 0, maxLength = Infinity, pattern }: TSchema, value: string) {
  const fits = value.length >= minLength && value.length <= maxLength;
  return fits && (pattern === undefined || new RegExp(pattern, 'u').test(value)) ? undefined : 'not-allowed';
}

function beyond(
  {
    minimum = -Infinity,
    maximum = Infinity,
    exclusiveMinimum = -Infinity,
    exclusiveMaximum = Infinity,
  }: TSchema,
  value: number,
): 'out-of-range' | undefined {
  const within = value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
  return within ? undefined : 'out-of-range';
}

/** What a value must be, as it follows "it must be". */
export function expectation(schema: TSchema): string {
  if (schema.expects !== undefined) return schema.expects;
  if ('const' in schema) return display(schema.const);
  switch (schema.type) {
    case 'integer':
      return `an integer${bounds(schema)}`;
    case 'number':
      return `a finite number${bounds(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'an array';
    case 'object':
      return 'an object with an entry for each name';
    case 'string':
      return 'text';
    default:
      return schema.typeof === 'function' ? 'a function' : alternatives(schema.anyOf ?? []);
  }
}

function alternatives(schemas: readonly TSchema[]): string {
  const offered = schemas.filter(({ type }) => type !== 'null');
  const words = offered.map(expectation);
  if (words.length > 1 && offered.every((schema) => 'const' in schema)) return `one of ${words.join(', ')}`;
  return words.join(' or ');
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: TSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const said = [
    minimum !== undefined && `of at least ${minimum}`,
    exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    maximum !== undefined && `of at most ${maximum}`,
    exclusiveMaximum !== undefined && `below ${exclusiveMaximum}`,
  ].filter(Boolean);
  return said.length > 0 ? ` ${said.join(' and ')}` : '';
}
