import { nearestName } from '../datasets/nearestName';
import type { Command } from './command';
import { GENERAL_OPTIONS } from './generalOptions';

/** A command line that cannot be understood. */
export class UsageError extends Error {}

/**
 * The parser's complaint in plain words: what does not exist is written as it was given, with the nearest name that
 * does.
 */
export function usageMistake(message: string, argv: readonly string[], commands: readonly Command[]): string {
  const command = commands.find(({ name }) => argv.includes(name));
  const unknown = /^Unknown (?:argument|command)s?: (.*)$/s.exec(message)?.[1].split(', ');
  if (!unknown) return plain(message, command);
  // an option of two words is told twice, once in camel case, which was never given
  const given = unknown.filter((name) => argv.some((word) => bare(word) === name));
  const [first] = given.length > 0 ? given : unknown;
  const isOption = argv.some((word) => word.startsWith('-') && bare(word) === first);
  if (isOption) {
    const names = [...(command?.optionNames ?? []), ...GENERAL_OPTIONS];
    return `there is no option --${first}${meant(first, names, '--')}`;
  }
  if (command) return `'${first}' is one argument too many for '${command.name}'`;
  const names = commands.map(({ name }) => name);
  return `there is no command '${first}'${meant(first, names, '')}; there are ${names.join(', ')}`;
}

function plain(message: string, command: Command | undefined): string {
  if (message.startsWith('Not enough non-option arguments')) {
    return `'${command?.name}' needs ${command?.usage.match(/<[^>]+>/g)?.join(' ')}`;
  }
  const missing = /^Not enough arguments following: (.*)$/.exec(message);
  if (missing) return `--${missing[1]} needs a value`;
  return wrongChoice(message, command) ?? message;
}

/** 'Argument: color, Given: "maroon", Choices: "red", "blue"', of an option or of the word after the command. */
function wrongChoice(message: string, command: Command | undefined): string | undefined {
  const [argument, given, choices] = ['Argument: ', ', Given: ', ', Choices: '].map((mark) => ({
    from: message.indexOf(mark),
    to: message.indexOf(mark) + mark.length,
  }));
  if (argument.from < 0 || given.from < argument.to || choices.from < given.to) return undefined;
  const name = message.slice(argument.to, given.from);
  const dashes = command?.optionNames.includes(name) ? '--' : '';
  const allowed = message.slice(choices.to).split('\n', 1)[0];
  return `${dashes}${name} is ${message.slice(given.to, choices.from)}; it must be one of ${allowed}`;
}

function meant(name: string, names: readonly string[], dashes: string): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? '' : ` (did you mean ${dashes}${nearest}?)`;
}

/** '--min-sample=3' → 'min-sample' */
function bare(word: string): string {
  return word.replace(/^-+/, '').split('=', 1)[0];
}
