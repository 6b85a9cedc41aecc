import type { TSchema } from './schema';

/** In what form a person gives an option ('pairs': a word for each name); undefined: in none, since it takes objects. */
export type OptionKind = 'list' | 'choice' | 'number' | 'text' | 'flag' | 'pairs';

/** In what form a person gives an option of this schema, whether on a command line, in a form or in an address. */
export function optionKind(schema: TSchema): OptionKind | undefined {
  const alternatives: TSchema[] = schema.anyOf ?? [schema];
  const types = alternatives.map(({ type }) => type);
  if (types.includes('array')) return 'list';
  if (schema.type === 'object')
    return schema.additionalProperties?.anyOf?.every(isWord) ? 'pairs' : undefined;
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (types.includes('string')) return 'text';
  if (types.includes('boolean')) return 'flag';
  return alternatives.every(isWord) ? 'choice' : undefined;
}

/** The words that an option can be, with their titles; some stand beside numbers. */
export function choiceWords(schema: TSchema): { word: string; title: string }[] {
  const alternatives: TSchema[] = schema.anyOf ?? [];
  return alternatives.filter(isWord).map(({ const: word, title = word }) => ({ word, title }));
}

function isWord(schema: TSchema): boolean {
  return 'const' in schema;
}
