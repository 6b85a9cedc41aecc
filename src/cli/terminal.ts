import type { OnProgress } from '../core/progress';
import type { Table } from '../core/table';
import { harmless, harmlessJson } from './harmless';
import { paint } from './paint';
import { progressBar } from './progressBar';
import { tableForTerminal } from './tableForTerminal';

/** Where a command speaks: results on stdout, messages and progress on stderr. */
export interface Terminal {
  /** Whether the result is one JSON document. */
  readonly json: boolean;
  /** A message for the person at the terminal. */
  say(message: string): void;
  /** A heading of the summary. */
  heading(text: string): void;
  /** A line or paragraph of the summary. */
  print(text: string): void;
  table(table: Table): void;
  /** The end of a summary: where the results are. */
  written(files: readonly string[]): void;
  /** The JSON document; nothing where none was asked for. */
  result(document: object): void;
  /** A table of data for another program: as it is, but on a screen. */
  data(texts: Iterable<string>): void;
  /** Runs work that tells how far it is. */
  withProgress<T>(work: (onProgress: OnProgress) => T): T;
}

/** With `json`, stdout holds the document alone; with `quiet`, nothing but errors is said. */
export function createTerminal({
  json = false,
  quiet = false,
}: {
  json?: boolean;
  quiet?: boolean;
}): Terminal {
  const { bold } = paint(process.stdout);
  const summary = (text: string) => {
    if (!json && !quiet) process.stdout.write(`${text}\n`);
  };
  const heading = (text: string) => summary(`\n${bold(harmless(text))}`);
  return {
    json,
    say: (message) => {
      if (!quiet) process.stderr.write(`${harmless(message)}\n`);
    },
    heading,
    print: (text) => summary(harmless(text)),
    table: (table) => summary(harmless(tableForTerminal(table, process.stdout.columns))),
    written: (files) => {
      heading('Written');
      for (const file of files) summary(harmless(file));
    },
    result: (document) => {
      if (json) process.stdout.write(`${harmlessJson(JSON.stringify(document, null, 2))}\n`);
    },
    data: (texts) => {
      const shown = (text: string) => (process.stdout.isTTY ? harmless(text.replaceAll('\r\n', '\n')) : text);
      for (const text of texts) process.stdout.write(shown(text));
    },
    withProgress: (work) => {
      const bar = progressBar(!quiet && process.stderr.isTTY === true && process.env.TERM !== 'dumb');
      const settle = <R>(result: R): R => {
        bar.stop();
        return result;
      };
      try {
        const result = work(bar.onProgress);
        return result instanceof Promise ? (result.finally(bar.stop) as typeof result) : settle(result);
      } catch (error) {
        bar.stop();
        throw error;
      }
    },
  };
}
