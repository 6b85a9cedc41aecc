import type { Argv, InferredOptionTypes, Options, PositionalOptions } from 'yargs';
import type { Terminal } from './terminal';

type Positionals = Record<string, PositionalOptions>;
type OptionList = Record<string, CommandOption>;

/** An option as yargs takes it, and how its value is read from the text that was given. */
export interface CommandOption extends Options {
  /** @throws InputError where the text is no value of the option. */
  read?: (given: string) => unknown;
}

/** What a command is called with: its positionals and options, by the names they are declared under. */
export type ArgumentsOf<P extends Positionals, O extends OptionList> = InferredOptionTypes<P> &
  InferredOptionTypes<O>;

/** A command as it is written down; its work is one function of what was given. */
interface CommandDefinition<P extends Positionals, O extends OptionList> {
  /** As yargs writes it, e.g. 'fit <file>'. */
  usage: string;
  describe: string;
  positionals: P;
  options: O;
  /** Arguments after the command's name, and what they do. */
  examples: readonly (readonly [line: string, what: string])[];
  run(args: ArgumentsOf<P, O>, terminal: Terminal): void | Promise<void>;
}

/** A command, whatever its arguments. */
export interface Command {
  name: string;
  usage: string;
  positionals: Readonly<Positionals>;
  options: Readonly<OptionList>;
  /** Names of its options, for suggestions. */
  optionNames: readonly string[];
  /** Adds it to the command line. */
  addTo(parser: Argv, terminalOf: (args: object) => Terminal): void;
}

/** Keeps the types of options together with the work that reads them. */
export function defineCommand<P extends Positionals, O extends OptionList>(
  definition: CommandDefinition<P, O>,
): Command {
  const { usage, describe, positionals, options, examples, run } = definition;
  const name = usage.split(' ')[0];
  const build = (parser: Argv): Argv => {
    for (const [positional, about] of Object.entries(positionals)) parser.positional(positional, about);
    for (const [line, what] of examples) parser.example(`$0 ${name} ${line}`, what);
    const inGroups = Object.entries(options).map(([option, { read: _read, ...about }]) => [
      option,
      { group: 'Options:', ...about },
    ]);
    return parser.options(Object.fromEntries(inGroups));
  };
  return {
    name,
    usage,
    positionals,
    options,
    optionNames: Object.keys(options),
    addTo: (parser, terminalOf) => {
      parser.command(usage, describe, build, (args) =>
        run(readValues(args, options) as ArgumentsOf<P, O>, terminalOf(args)),
      );
    },
  };
}

/** What was given, read from its texts. @throws InputError */
function readValues(args: Readonly<Record<string, unknown>>, options: OptionList): object {
  const values = Object.entries(options).flatMap(([name, { read }]) =>
    read === undefined || args[name] === undefined ? [] : [[name, read(args[name] as string)]],
  );
  return { ...args, ...Object.fromEntries(values) };
}
