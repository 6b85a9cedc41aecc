import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { object, text } from '../../core/schema';
import { columnOf } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import type { Cell } from '../../table/cell';
import { dateFns } from '../../table/recognize/dateFns';
import { checkDateFormat, parseDate } from '../../table/recognize/dateFormat';
import { replaceColumns } from '../scale/reshape';
import type { Recorded } from './record';

const PARSE_DATES_OPTIONS = object({
  format: text({ minLength: 1, expects: "how dates are written, e.g. 'dd-MM-yyyy'" }),
});

/**
 * Reads a column of dates and writes them as ISO 8601 text: 'yyyy-MM-dd', or 'yyyy-MM-ddTHH:mm:ss' where the
 * format has a time. Text rather than `Date`, since a calendar day has no time zone; as ISO text it sorts,
 * compares, prints and goes through JSON as it is. Missing values stay missing.
 *
 * @param options.format the date format, in date-fns's tokens, e.g. 'dd-MM-yyyy'.
 * @throws InputError naming row (0-based) and value of the first that is not a date in exactly that format.
 *
 * Cost: O(rows), some 10 µs each.
 *
 * @example
 * const { data } = parseDates(createFrame({ Since: ['04-09-2012'] }), 'Since', { format: 'dd-MM-yyyy' });
 * columnOf(data, 'Since'); // ['2012-09-04']
 */
export function parseDates(
  frame: DataFrame,
  column: string,
  options: { format: string },
): Recorded<DataFrame> {
  const { format } = resolveOptions('parseDates', PARSE_DATES_OPTIONS, options);
  checkDateFormat('format', format);
  const written = /[hHkK]/.test(format) ? "yyyy-MM-dd'T'HH:mm:ss" : 'yyyy-MM-dd';
  const dates = columnOf(frame, column).map((cell, row) =>
    cell === null ? null : dateFns().format(parseExactly(cell, format, column, row), written),
  );
  const known = dates.filter((date) => date !== null).sort();
  const range = `${known[0]} to ${known[known.length - 1]}`;
  const changes = known.length
    ? [{ column, what: `read as dates in the format ${format}: ${range}`, count: known.length }]
    : [];
  return replaceColumns(frame, 'Read dates', new Map([[column, dates]]), changes);
}

/** Written back, a date must give the same text: date-fns alone would take '4-9-12' for a day in the year 12. */
function parseExactly(cell: Cell, format: string, column: string, row: number): Date {
  const text = String(cell);
  const date = parseDate(text, format);
  if (!dateFns().isValid(date) || dateFns().format(date, format) !== text) {
    throw new InputError(
      'unreadable-value',
      phrase`column ${{ column }} holds ${{ value: cell }} in row ${{ row }}, which isn't a date in the format ${format}`,
    );
  }
  return date;
}
