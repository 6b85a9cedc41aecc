import { InputError } from '../../core/errors';
import { isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';
import { dateFns } from './dateFns';

/** Makes date-fns read years of two digits as 1969 to 2068, the same as `yearOf`: from 50 years before to 49 after it. */
const REFERENCE = new Date(2019, 0, 1);

/** Reads many texts in one format; each different one once. */
export class DateReader {
  private readonly known = new Map<string, string | undefined>();
  /** Whether the format itself holds the time, so that texts are read as a whole. */
  readonly whole: boolean;

  /** @param format in date-fns's tokens. @throws InputError for a format that is none. */
  constructor(readonly format: string) {
    checkDateFormat('dateFormat', format);
    this.whole = /[hHkK]/.test(format.replace(/'[^']*'/g, ''));
  }

  /** 'yyyy-MM-dd', with 'THH:mm:ss' where the format has a time; undefined where the text is not so written. */
  read(text: string): string | undefined {
    if (!this.known.has(text)) this.known.set(text, this.parse(text));
    return this.known.get(text);
  }

  private parse(text: string): string | undefined {
    const date = parseDate(text, this.format, 'dateFormat');
    if (!dateFns().isValid(date) || date.getFullYear() < 1000) return undefined;
    if (bare(dateFns().format(date, this.format)) !== bare(text)) return undefined;
    return dateFns().format(date, this.whole ? "yyyy-MM-dd'T'HH:mm:ss" : 'yyyy-MM-dd');
  }
}

/** With and without leading zeros, in capitals or not: written all the same. */
function bare(text: string): string {
  return text.replace(/\b0{1,9}(?=\d)/g, '').toLowerCase();
}

/**
 * Refuses a format that isn't text, or is written in other tokens: elsewhere DD and YYYY mean day and year; in
 * date-fns, as in Unicode, they mean day of year and week-year.
 */
export function checkDateFormat(name: string, format: string): void {
  if (typeof format !== 'string' || format === '') {
    throw new InputError('wrong-type', isGiven(name, format), {
      remedy: "it must say how dates are written, e.g. 'dd-MM-yyyy'",
    });
  }
  if (/[DY]/.test(format.replace(/'[^']*'/g, ''))) {
    const meant = format.replaceAll('D', 'd').replaceAll('Y', 'y');
    throw new InputError('not-allowed', isGiven(name, format), {
      remedy: phrase`days are written dd and years yyyy here: ${{ value: meant }}`,
    });
  }
}

/** date-fns's own answer, an invalid date where the text does not fit. @throws InputError for a format that is none. */
export function parseDate(text: string, format: string, name = 'format'): Date {
  try {
    return dateFns().parse(text, format, REFERENCE);
  } catch (cause) {
    throw new InputError(
      'not-allowed',
      phrase`${{ option: name }} ${{ value: format }} cannot be used: ${(cause as Error).message}`,
      { cause },
    );
  }
}
