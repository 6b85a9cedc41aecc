import { kebabCase } from '../core/kebabCase';
import { choiceWords, optionKind } from '../core/optionKind';
import { mustBe } from '../core/options';
import { checkOption, expectation } from '../core/resolveOptions';
import type { TSchema } from '../core/schema';
import type { CommandOption } from './command';

/** Options of the library, declared by schemas, as the options of a command. */
export interface SchemaOptions {
  /** As yargs takes them. Their types are the library's to check, so that none are told to the compiler. */
  readonly options: Record<never, CommandOption>;
  /** What was given of them, under the names that the library has. */
  given(args: object): Record<string, unknown>;
}

/**
 * The options of the library that can be written on a command line: all but objects of named values.
 * @param heading what they stand under in the help. Default: with the command's own.
 */
export function schemaOptions(
  properties: Readonly<Record<string, TSchema>>,
  heading?: string,
): SchemaOptions {
  const group = heading === undefined ? {} : { group: `${heading}:` };
  const taken = Object.entries(properties).filter(([, schema]) => optionKind(schema) !== undefined);
  return {
    options: Object.fromEntries(
      taken.map(([name, schema]) => [kebabCase(name), { ...optionOf(name, schema), ...group }]),
    ),
    given: (args) => {
      const values = taken.map(([name]) => [name, (args as Record<string, unknown>)[kebabCase(name)]]);
      return Object.fromEntries(values.filter(([, value]) => value !== undefined));
    },
  };
}

function optionOf(name: string, schema: TSchema): CommandOption {
  const describe = helpOf(schema);
  switch (optionKind(schema)) {
    case 'flag':
      return { type: 'boolean', describe };
    case 'list':
      return { requiresArg: true, describe: `${describe} (comma-separated)`, read: namesIn };
    case 'pairs':
      return {
        requiresArg: true,
        describe,
        alias: kebabCase(name.replace(/s$/, '')),
        read: (given) => pairsIn(name, schema, given),
      };
    case 'number':
      return { requiresArg: true, describe, read: (given) => numberIn(name, schema, given) };
    case 'choice': {
      const choices = choiceWords(schema).map(({ word }) => typedWord(schema, word));
      return {
        requiresArg: true,
        describe,
        choices,
        read: (given) => textIn(name, schema, given),
      };
    }
    default:
      return {
        type: 'string',
        requiresArg: true,
        describe,
        read: (given) => textIn(name, schema, given),
      };
  }
}

/** What an option does, and what stands in for it. */
function helpOf({ description = '', default: standing }: TSchema): string {
  const isTold = ['string', 'number'].includes(typeof standing);
  return isTold ? `${description} (default: ${standing})` : description;
}

/** A text, or a word that stands for one that is hard to type. */
function textIn(name: string, schema: TSchema, given: string): string {
  return checkOption(name, schema, schema.typed?.[given] ?? given);
}

/** How a word of an option is typed. */
function typedWord({ typed = {} }: TSchema, word: string): string {
  return Object.entries<string>(typed).find(([, stands]) => stands === word)?.[0] ?? word;
}

/** Names with commas between them; a comma that belongs to a name has a backslash before it. */
function namesIn(given: string): string[] {
  return given
    .split(/(?<!\\),/)
    .map((name) => name.replaceAll('\\,', ',').trim())
    .filter((name) => name !== '');
}

/** `wert=spending,kind=children`, or the option more than once. */
function pairsIn(name: string, schema: TSchema, given: string | string[]): Record<string, string> {
  const pairs = [given].flat().flatMap(namesIn);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1) throw mustBe(name, pair, 'written as column=meaning');
      const column = pair.slice(0, at).trim();
      return [
        column,
        checkOption(`${name}['${column}']`, schema.additionalProperties, pair.slice(at + 1).trim()),
      ];
    }),
  );
}

/** A number, or a word that the schema allows in its place. */
function numberIn(name: string, schema: TSchema, given: string): number | string {
  if (choiceWords(schema).some(({ word }) => word === given)) return given;
  const value = given.trim() === '' ? Number.NaN : Number(given);
  if (Number.isNaN(value)) throw mustBe(name, given, expectation(schema));
  return value;
}
