import { type CsvError, type Options, parse } from 'csv-parse/sync';
import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';

/**
 * The records of a text of separated values. The parser makes an error of each record that is longer or shorter than the
 * first, even where it is told to take them: without their stack traces a file of a million blank lines takes seconds,
 * with them minutes.
 * @param file what the text is called in messages.
 * @param firstLine the line of the file on which the text begins. Default 1.
 * @throws InputError naming the line for broken quotes and rows without an end.
 */
export function separated(text: string, options: Options, file = 'the file', firstLine = 1): string[][] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse(text, options) as string[][];
  } catch (cause) {
    throw damaged(cause as CsvError, file, firstLine);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function damaged(
  cause: CsvError & { lines?: number; column?: number },
  file: string,
  firstLine: number,
): InputError {
  const { code, lines, column, message } = cause;
  const where = lines === undefined ? '' : `, line ${lines + firstLine - 1}, value ${Number(column) + 1}`;
  return new InputError('damaged-file', phrase`${{ file }}${where}: ${QUOTE_FAULTS[code] ?? message}`, {
    cause,
  });
}

const QUOTE_FAULTS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'an opening quotation mark is never closed',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a value; quote the whole value and double the mark',
  CSV_INVALID_CLOSING_QUOTE: 'more text follows a closing quotation mark; double the marks inside a value',
  CSV_MAX_RECORD_SIZE: 'the row is over 128,000 characters long; is the delimiter right?',
};
