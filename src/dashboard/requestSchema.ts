import type { TSchema } from '../core/schema';

/** What requests and links may hold of an option: its schema without what only the library needs to know. */
export function requestSchema(option: TSchema): TSchema {
  const { page, ...declared } = option;
  const { expects: _expects, default: _default, typed: _typed, ...schema } = page?.schema ?? declared;
  return schema as TSchema;
}

/** `requestSchema` of each of these. */
export function requestSchemas<Name extends string>(
  options: Readonly<Record<Name, TSchema>>,
): Record<Name, TSchema> {
  const schemas = Object.entries<TSchema>(options).map(([name, option]) => [name, requestSchema(option)]);
  return Object.fromEntries(schemas) as Record<Name, TSchema>;
}
