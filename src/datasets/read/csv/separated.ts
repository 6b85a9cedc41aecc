import { type Options, parse } from 'csv-parse/sync';

/**
 * The records of a text of separated values. The parser makes an error of each record that is longer or shorter than the
 * first, even where it is told to take them: without their stack traces a file of a million blank lines takes seconds,
 * with them minutes.
 * @throws the parser's own error.
 */
export function separated(text: string, options: Options): string[][] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse(text, options) as string[][];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
