import { InputError } from '../core/errors';
import { display } from '../core/options';
import { dateFns } from './dateFns';

/** Two-digit years are those nearest to it: 1950 to 2049. */
const REFERENCE = new Date(2000, 0, 1);

/** A text that may be a date: its day, and its time where it has one. */
export interface DateParts {
  day: string;
  /** As 'HH:mm:ss', seconds with the decimals they have; undefined where there is none or it is no time. */
  time?: string;
  /** Whether the time came with a zone, which is left off. */
  zoned?: boolean;
}

const WITH_TIME =
  /^(.+?)(?:,? +|T)(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/;

const times = new Map<string, string | undefined>();

/** Undefined where something like a time follows that is none. */
export function splitDate(text: string): DateParts | undefined {
  const found = WITH_TIME.exec(text);
  if (!found) return { day: text };
  const [, day, clock, fraction, half, zone] = found;
  const written = half === undefined ? clock : `${clock} ${half.toUpperCase()}M`;
  if (!times.has(written)) times.set(written, clockTime(written, half !== undefined));
  const time = times.get(written);
  if (time === undefined) return undefined;
  const decimals = fraction?.replace(/0+$/, '') ?? '';
  return { day, time: decimals === '' ? time : `${time}.${decimals}`, zoned: zone !== undefined };
}

function clockTime(text: string, halves: boolean): string | undefined {
  const seconds = text.split(':').length > 2 ? ':ss' : '';
  const date = dateFns().parse(text, halves ? `h:mm${seconds} a` : `H:mm${seconds}`, REFERENCE);
  return dateFns().isValid(date) ? dateFns().format(date, 'HH:mm:ss') : undefined;
}

interface Shape {
  pattern: RegExp;
  /** The formats that a text of this shape may be written in. */
  formats: readonly string[];
}

const NUMERIC_SHAPES = ['-', '/', '.'].flatMap((mark): Shape[] => {
  const escaped = `\\${mark}`;
  const written = (...parts: string[]) => parts.join(mark);
  // with points the day always comes first
  const years = (year: string) => [
    written('dd', 'MM', year),
    ...(mark === '.' ? [] : [written('MM', 'dd', year)]),
  ];
  return [
    {
      pattern: new RegExp(`^\\d{4}${escaped}\\d{1,2}${escaped}\\d{1,2}$`),
      formats: [written('yyyy', 'MM', 'dd')],
    },
    { pattern: new RegExp(`^\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{4}$`), formats: years('yyyy') },
    { pattern: new RegExp(`^\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{2}$`), formats: years('yy') },
  ];
});

const NAMED_SHAPES = [' ', '-'].flatMap((mark): Shape[] => [
  { pattern: new RegExp(`^\\d{1,2}${mark}[A-Za-z]{3}${mark}\\d{4}$`), formats: [`dd${mark}MMM${mark}yyyy`] },
  { pattern: new RegExp(`^\\d{1,2}${mark}[A-Za-z]{3}${mark}\\d{2}$`), formats: [`dd${mark}MMM${mark}yy`] },
  {
    pattern: new RegExp(`^\\d{1,2}${mark}[A-Za-z]{4,9}${mark}\\d{4}$`),
    formats: [`dd${mark}MMMM${mark}yyyy`],
  },
]);

const SHAPES: readonly Shape[] = [
  ...NUMERIC_SHAPES,
  ...NAMED_SHAPES,
  { pattern: /^[A-Za-z]{3} \d{1,2}, \d{4}$/, formats: ['MMM dd, yyyy'] },
  { pattern: /^[A-Za-z]{4,9} \d{1,2}, \d{4}$/, formats: ['MMMM dd, yyyy'] },
];

/** Formats, in date-fns's tokens, of the shape that this day has; none where it has no day's shape. */
export function formatsOfShape(day: string): readonly string[] {
  return SHAPES.find(({ pattern }) => pattern.test(day))?.formats ?? [];
}

/** Reads many texts in one format; each different one once. */
export class DateReader {
  private readonly known = new Map<string, string | undefined>();
  private readonly hasTime: boolean;

  /** @throws InputError for a format that is none. */
  constructor(readonly format: string) {
    checkDateFormat('dateFormat', format);
    this.hasTime = /[hHkK]/.test(format.replace(/'[^']*'/g, ''));
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
    return dateFns().format(date, this.hasTime ? "yyyy-MM-dd'T'HH:mm:ss" : 'yyyy-MM-dd');
  }

  /** Whether the format itself holds the time, so that texts are read as a whole. */
  get whole(): boolean {
    return this.hasTime;
  }
}

/** With and without leading zeros, in capitals or not: written all the same. */
function bare(text: string): string {
  return text.replace(/\b0+(?=\d)/g, '').toLowerCase();
}

/**
 * Refuses a format that is no text, or is written in other tokens: elsewhere DD and YYYY mean day and year; in
 * date-fns, as in Unicode, they mean day of year and week-year.
 */
export function checkDateFormat(name: string, format: string): void {
  if (typeof format !== 'string' || format === '') {
    throw new InputError(
      `\`${name}\` is ${display(format)}; it must say how dates are written, e.g. 'dd-MM-yyyy'`,
    );
  }
  if (/[DY]/.test(format.replace(/'[^']*'/g, ''))) {
    const meant = format.replaceAll('D', 'd').replaceAll('Y', 'y');
    throw new InputError(`\`${name}\` is '${format}'; days are written dd and years yyyy here: '${meant}'`);
  }
}

/** date-fns's own answer, an invalid date where the text does not fit. @throws InputError for a format that is none. */
export function parseDate(text: string, format: string, name = 'format'): Date {
  try {
    return dateFns().parse(text, format, REFERENCE);
  } catch (cause) {
    throw new InputError(`\`${name}\` '${format}' cannot be used: ${(cause as Error).message}`, { cause });
  }
}
