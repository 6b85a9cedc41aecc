import { choice, optional, text } from '../../core/schema';
import { ENCODING_TITLES } from './encodings';

/** How a text is called that is hard to type. */
const TYPED = { tab: '\t', '\\t': '\t', space: ' ' };
const SHORT_TEXT = text({ minLength: 1, maxLength: 500 });

/** How a file is written: what is not given is recognized. Each reader of files takes some of these. */
export const FILE_OPTIONS = {
  /** The character between the values of a CSV file. Default: recognized from its first rows. */
  delimiter: optional(
    text({
      title: 'Delimiter',
      description: "Character between values, e.g. ';' or tab (default: recognized)",
      expects: 'one character',
      minLength: 1,
      maxLength: 1,
      typed: TYPED,
    }),
  ),
  /** Of a text file. Default: by its byte order mark, else UTF-8, else Windows-1252. */
  encoding: optional(
    choice(ENCODING_TITLES, {
      title: 'Encoding',
      description: 'How letters are written in a text file (default: recognized)',
    }),
  ),
  /** The decimal separator. Default: recognized where only one fits. */
  decimal: optional(
    choice(
      { '.': 'point: 1.5', ',': 'comma: 1,5' },
      { title: 'Decimal separator', description: 'Decimal separator (default: recognized)' },
    ),
  ),
  /** The mark between thousands: a comma, a point, a space, an apostrophe, or '' for none. */
  thousands: optional(
    choice(
      { '': 'none', ',': 'comma', '.': 'point', ' ': 'space', "'": 'apostrophe' },
      {
        title: 'Mark between thousands',
        description: 'Mark between thousands (default: recognized)',
        typed: { ...TYPED, none: '' },
      },
    ),
  ),
  /** How dates are written, in date-fns's tokens, e.g. 'M/d/yyyy H:mm'. Default: recognized where only one way fits. */
  dateFormat: optional(
    text({
      title: 'Date format',
      description: 'How dates are written, e.g. dd-MM-yyyy (default: recognized)',
      expects: "how dates are written, e.g. 'dd-MM-yyyy'",
      minLength: 1,
      page: { schema: text({ minLength: 1, maxLength: 40 }) },
    }),
  ),
  /** Of an Excel file. Default the first. */
  sheet: optional(
    text({
      title: 'Sheet',
      description: 'Sheet of an Excel file (default: the first)',
      expects: 'the name of a sheet',
      page: { schema: SHORT_TEXT },
    }),
  ),
};
