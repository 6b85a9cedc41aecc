import { InputError } from '../core/errors';
import { kebabCase } from '../core/kebabCase';
import { isGiven } from '../core/options';
import { type Phrase, phrase } from '../core/phrase';
import { nearestName } from '../datasets/nearestName';
import type { Command, CommandOption } from './command';
import { GENERAL_OPTIONS } from './generalOptions';

/** A command line that cannot be understood. */
export class UsageError extends Error {}

/**
 * What is wrong with a command line, found by looking at its words against the table of commands and their options.
 * Undefined where it is none of the usual mistakes.
 */
export function usageError(
  argv: readonly string[],
  commands: readonly Command[],
): UsageError | InputError | undefined {
  const named = commands.find(({ name }) => argv.includes(name));
  const options = { ...GENERAL_OPTIONS, ...named?.options };
  const { given, rest } = wordsIn(argv, options);
  const [first, ...positionals] = rest;
  if (first === undefined) return new UsageError('a command is missing');
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) return noCommand(first, commands);
  return wrongOption(given, options) ?? wrongPositional(positionals, command) ?? wrongValue(given, options);
}

interface GivenOption {
  name: string;
  /** Undefined where none follows. */
  value?: string;
}

type OptionTable = Readonly<Record<string, CommandOption>>;

/** Options with their values, and the words that are none of these. */
function wordsIn(argv: readonly string[], table: OptionTable): { given: GivenOption[]; rest: string[] } {
  const given: GivenOption[] = [];
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const [word, next] = [argv[i], argv[i + 1]];
    if (word === '--') return { given, rest: [...rest, ...argv.slice(i + 1)] };
    if (!isOption(word)) rest.push(word);
    else {
      const [name, value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word)!.slice(1);
      const follows =
        value === undefined && next !== undefined && !isOption(next) && takes(next, name, table);
      given.push({ name, value: follows ? next : value });
      if (follows) i++;
    }
  }
  return { given, rest };
}

function isOption(word: string): boolean {
  return /^-[^\d.]/.test(word) && word !== '-';
}

/** Whether the next word is the value of an option. */
function takes(next: string, name: string, table: OptionTable): boolean {
  const isFlag = find(name, table)?.type === 'boolean';
  return !isFlag || next === 'true' || next === 'false';
}

/** An option by its name, in whatever case, or by its short one. */
function find(name: string, table: OptionTable): CommandOption | undefined {
  return table[kebabCase(name)] ?? Object.values(table).find(({ alias }) => [alias].flat().includes(name));
}

function noCommand(given: string, commands: readonly Command[]): UsageError {
  const names = commands.map(({ name }) => name);
  return new UsageError(
    `there is no command '${given}'${meant(given, names, '')}; there are ${names.join(', ')}`,
  );
}

function wrongOption(given: readonly GivenOption[], table: OptionTable): UsageError | undefined {
  const unknown = given.find(({ name }) => find(name, table) === undefined);
  if (unknown !== undefined)
    return new UsageError(
      `there is no option ${dashed(unknown.name)}${meant(unknown.name, Object.keys(table), '--')}`,
    );
  const bare = given.find(({ name, value }) => value === undefined && find(name, table)!.type !== 'boolean');
  return bare && new UsageError(`${dashed(bare.name)} needs a value`);
}

function wrongPositional(
  given: readonly string[],
  { name, positionals }: Command,
): UsageError | InputError | undefined {
  const wanted = Object.entries(positionals);
  const needed = wanted.filter(([, { demandOption }]) => demandOption);
  if (given.length < needed.length)
    return new UsageError(`'${name}' needs ${needed.map(([positional]) => `<${positional}>`).join(' ')}`);
  const isOpen = wanted.some(([, { array }]) => array);
  if (given.length > wanted.length && !isOpen)
    return new UsageError(`'${given[wanted.length]}' is one argument too many for '${name}'`);
  const odd = wanted.findIndex(([, { choices }], i) => choices && !choices.includes(given[i]));
  if (odd < 0 || given[odd] === undefined) return undefined;
  const [positional, { choices = [] }] = wanted[odd];
  return notAmong(phrase`${positional} is ${{ value: given[odd] }}`, choices.map(String));
}

function wrongValue(given: readonly GivenOption[], table: OptionTable): InputError | undefined {
  for (const { name, value } of given) {
    const { choices, read } = find(name, table)!;
    if (value === undefined) continue;
    try {
      read?.(value);
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
    if (choices && !choices.includes(value)) return notAmong(isGiven(name, value), choices.map(String));
  }
  return undefined;
}

function notAmong(problem: Phrase, allowed: readonly string[]): InputError {
  const remedy = `it must be one of ${allowed.map((word) => `'${word}'`).join(', ')}`;
  return new InputError('not-allowed', problem, { allowed, remedy });
}

/** --seed, -o */
function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function meant(name: string, names: readonly string[], dashes: string): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? '' : ` (did you mean ${dashes}${nearest}?)`;
}
