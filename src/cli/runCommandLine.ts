import yargs from 'yargs';
import { InputError, messageParts } from '../core/errors';
import { exhaustedText } from '../core/exhausted';
import { textOf } from '../core/phrase';
import { refusalText } from '../core/refusals';
import { packageVersion } from '../segmentation/file/packageVersion';
import { COMMANDS } from './commands';
import { GENERAL_OPTIONS } from './generalOptions';
import { harmless } from './harmless';
import { Interrupted } from './interrupted';
import { optionNaming } from './naming';
import { paint } from './paint';
import { withStandardInput } from './standardInput';
import { createTerminal } from './terminal';
import { UsageError, usageError } from './usageError';

const NAME = 'customer-segmentation';

/** What a process ends with; 130 for an interruption is the shell's own. */
const OK = 0;
const DEFECT = 1;
const MISTAKE = 2;

/** Runs one command. Resolves to the exit code: 0, 2 for a mistake of the caller's, 1 for a defect of ours. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  try {
    await commandLine(withStandardInput(argv)).parseAsync();
    return OK;
  } catch (error) {
    return explain(error, argv);
  }
}

function commandLine(argv: readonly string[]) {
  const parser = yargs(argv)
    .scriptName(NAME)
    .usage(
      '$0 <command>\n\nFrom a customer table to segments with a name, a profile and a recommended action.',
    )
    .parserConfiguration({
      'boolean-negation': false,
      'dot-notation': false,
      'duplicate-arguments-array': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .locale('en')
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .option('json', GENERAL_OPTIONS.json)
    .option('quiet', GENERAL_OPTIONS.quiet)
    .updateStrings({ 'Options:': 'General:' })
    .demandCommand(1, 'a command is missing')
    .strict()
    .help()
    .alias('help', GENERAL_OPTIONS.help.alias)
    .version(packageVersion())
    .epilogue(`What a command can do: ${NAME} <command> --help`)
    .exitProcess(false)
    .fail((message, error) => {
      if (error && error.name !== 'YError') throw error;
      throw usageError(argv, COMMANDS) ?? new UsageError(message ?? error?.message);
    });
  for (const command of COMMANDS) command.addTo(parser, createTerminal);
  return parser.completion('completion', 'Print a script that completes commands and options in bash or zsh');
}

function explain(error: unknown, argv: readonly string[]): number {
  if (error instanceof Interrupted) return error.exitCode;
  const { red } = paint(process.stderr);
  const say = (text: string, before = '') => process.stderr.write(`${before}${harmless(text)}\n`);
  const refused = refusalText(error) ?? exhaustedText(error);
  if (refused !== undefined) {
    say(refused, red('Error: '));
    return MISTAKE;
  }
  const command = COMMANDS.find(({ name }) => argv[0] === name);
  if (error instanceof UsageError) {
    const help = [NAME, ...(command ? [command.name] : []), '--help'].join(' ');
    say(`${error.message}. See ${help}`, red('Error: '));
    return MISTAKE;
  }
  if (error instanceof InputError) {
    say(textOf(messageParts(error), optionNaming(command?.optionNames ?? [])), red('Error: '));
    if (process.env.DEBUG) say(String((error.cause as Error | undefined)?.stack ?? error.stack));
    return MISTAKE;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  say(message, red('Defect: '));
  say(`This is a bug in ${NAME} ${packageVersion()}. Please report it with the command you ran.`);
  say(process.env.DEBUG ? String(stack) : 'Run with DEBUG=1 to see where.');
  return DEFECT;
}
