import { pick } from '../pick';

type Random = () => number;

/** As much of JSON Schema as requests are declared in. */
export interface Declared {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Declared[];
  properties?: Readonly<Record<string, Declared>>;
  required?: readonly string[];
  additionalProperties?: boolean | Declared;
  items?: Declared;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

/** What stands where something else should: each can be sent as JSON. */
const LIES: readonly unknown[] = [
  null,
  -1,
  0,
  0.5,
  1e308,
  -1e-308,
  2 ** 53,
  '',
  ' ',
  '0',
  '__proto__',
  'constructor',
  '\0',
  '\u202e',
  '../../etc/passwd',
  '(.*)*$',
  '=1+1',
  'x'.repeat(600),
  [],
  [null],
  {},
  { length: -1 },
  true,
  [[[[]]]],
];

/** Edges of what is allowed. */
const NUMBERS: readonly number[] = [0, 1, 2, 3, 5, 50, 1e-300, 0.1, 1e9, 1e300, -1, -5];

/** Some value that the schema allows, mostly; now and then a lie. `texts` are those that mean something here. */
export function guessOf(schema: Declared, texts: readonly string[], random: Random): unknown {
  if (random() < 0.01) return pick(LIES, random);
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return pick(schema.enum, random);
  if (schema.anyOf !== undefined) return guessOf(pick(schema.anyOf, random), texts, random);
  switch (schema.type) {
    case 'null':
      return null;
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return numberIn(schema, random);
    case 'array':
      return listOf(schema, texts, random);
    case 'object':
      return objectOf(schema, texts, random);
    default:
      return pick(texts, random);
  }
}

function numberIn({ type, minimum = -1e308, maximum = 1e308 }: Declared, random: Random): number {
  const edge = Math.min(maximum, Math.max(minimum, pick([...NUMBERS, minimum, maximum], random)));
  return type === 'integer' ? Math.round(edge) : edge;
}

function listOf({ items = {} }: Declared, texts: readonly string[], random: Random): unknown[] {
  const length = 1 + Math.floor(random() * 3);
  return Array.from({ length }, () => guessOf(items, texts, random));
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Declared,
  texts: readonly string[],
  random: Random,
): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => required.includes(name) || random() < 0.25);
  const known = names.map((name): [string, unknown] => [name, guessOf(properties[name], texts, random)]);
  if (typeof additionalProperties !== 'object') return Object.fromEntries(known);
  const more = Array.from({ length: Math.floor(random() * 4) }, (): [string, unknown] => [
    pick(texts, random),
    guessOf(additionalProperties, texts, random),
  ]);
  return Object.fromEntries([...known, ...more]);
}
