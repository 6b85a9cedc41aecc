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
  const choice = /Argument: (\S+), Given: (".*"), Choices: (.*)/.exec(message);
  if (choice) {
    const dashes = command?.optionNames.includes(choice[1]) ? '--' : '';
    return `${dashes}${choice[1]} is ${choice[2]}; it must be one of ${choice[3]}`;
  }
  return message;
}

function meant(name: string, names: readonly string[], dashes: string): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? '' : ` (did you mean ${dashes}${nearest}?)`;
}

/** '--min-sample=3' → 'min-sample' */
function bare(word: string): string {
  return word.replace(/^-+/, '').replace(/=.*$/s, '');
}
