import { InputError } from '../../../core/errors';
import { display } from '../../../core/options';
import { quoteText } from '../../../datasets/sql/identifiers';
import { firstRow } from './firstRow';
import type { UntypedLog } from './untypedLog';

/** How a column of text becomes moments. */
export interface DateReading {
  /** SQL that gives TIMESTAMP, NULL where the text is empty. */
  expression: string;
  recognized: string[];
}

const ISO = 'ISO 8601';

/**
 * Reads a column of dates written as text. The way they are written is recognized when every value allows it and
 * no other way: '12/13/2010' settles that months come first.
 * @param text SQL for the column without blanks around its values.
 * @param given in date-fns's tokens, e.g. 'M/d/yyyy H:mm'.
 * @throws InputError naming row and value of the first that is no date, or both ways where two are possible.
 */
export async function dateText(
  raw: UntypedLog,
  column: string,
  text: string,
  given: string | undefined,
): Promise<DateReading> {
  const candidates = given === undefined ? await candidatesFor(raw, column, text) : [given];
  const misfits = await countMisfits(raw, text, candidates);
  const fitting = candidates.filter((_, i) => misfits[i] === 0);
  if (fitting.length === 0) {
    const nearest = candidates[misfits.indexOf(Math.min(...misfits))];
    throw await noDate(raw, column, text, nearest, given !== undefined);
  }
  if (fitting.length > 1 || (given === undefined && !/yyyy|ISO/.test(fitting[0])))
    throw await ambiguous(raw, column, text, fitting);
  const why = candidates.length > 1 ? ': no other order of day, month and year fits every row' : '';
  return {
    expression: reading(text, fitting[0], ''),
    recognized: given === undefined ? [`dates in '${column}' are written ${fitting[0]}${why}`] : [],
  };
}

/** SQL that reads a text; with `try` for the prefix, NULL where it is no such date. */
function reading(text: string, format: string, prefix: 'try_' | ''): string {
  if (format === ISO) return `${prefix}cast(${text} AS TIMESTAMP)`;
  return `${prefix}strptime(${text}, ${quoteText(strptimeFormat(format))})`;
}

/** A year of fewer than four digits would be read as one of antiquity. */
function misfit(text: string, format: string): string {
  const read = reading(text, format, 'try_');
  return `${text} IS NOT NULL AND coalesce(year(${read}) < 1000, true)`;
}

async function countMisfits(raw: UntypedLog, text: string, formats: readonly string[]): Promise<number[]> {
  const counts = formats.map((format, i) => `count(*) FILTER (WHERE ${misfit('value', format)}) AS n${i}`);
  const found = await raw.engine.query(
    `WITH texts AS (SELECT DISTINCT ${text} AS value FROM ${raw.table})
SELECT ${counts.join(', ')} FROM texts`,
  );
  return formats.map((_, i) => found[`n${i}`][0] as number);
}

/** The ways in which the first date can be meant, in date-fns's tokens. */
async function candidatesFor(raw: UntypedLog, column: string, text: string): Promise<string[]> {
  const { row, value } = await firstRow(raw, text, 'value IS NOT NULL');
  if (row === undefined) throw new InputError(`${raw.file}: column '${column}' holds no date at all`);
  const candidates = waysToRead(value);
  if (candidates.length > 0) return candidates;
  throw new InputError(
    `${raw.file}: column '${column}' holds ${display(value)}, which is not recognized as a date; give \`dateFormat\`, e.g. 'd/M/yyyy H:mm'`,
  );
}

const DAY = /^(?<a>\d{1,4})(?<mark>[./-])(?<b>\d{1,2}|\p{L}{3,})\k<mark>(?<c>\d{1,4})(?<time>.*)$/u;
const TIME = /^(?<gap>[ T])\d{1,2}:\d\d(?<seconds>:\d\d)?(?<half> ?[AaPp][Mm])?$/;

/** Exported for tests. */
function waysToRead(value: string): string[] {
  if (/^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?$/.test(value)) return [ISO];
  if (/^\d{8}$/.test(value)) return ['yyyyMMdd'];
  const { a, b, c, mark, time } = DAY.exec(value)?.groups ?? {};
  const clock = time === undefined ? undefined : clockFormat(time);
  if (clock === undefined) return [];
  return orders(a, b, c).map((order) => order.join(mark) + clock);
}

function orders(a: string, b: string, c: string): string[][] {
  if (a.length === 4) return [['yyyy', 'M', 'd']];
  if (c.length !== 4 && c.length !== 2) return [];
  const year = c.length === 4 ? 'yyyy' : 'yy';
  if (!/^\d/.test(b)) return [['d', b.length === 3 ? 'MMM' : 'MMMM', year]];
  const dayOrMonthFirst = [
    ['d', 'M', year],
    ['M', 'd', year],
  ];
  return year === 'yy' ? [...dayOrMonthFirst, ['yy', 'M', 'd']] : dayOrMonthFirst;
}

function clockFormat(time: string): string | undefined {
  if (time === '') return '';
  const { gap, seconds, half } = TIME.exec(time)?.groups ?? {};
  if (gap === undefined) return undefined;
  const minutes = `${half === undefined ? 'H' : 'h'}:mm${seconds === undefined ? '' : ':ss'}`;
  const meridiem = half === undefined ? '' : half.startsWith(' ') ? ' a' : 'a';
  return `${gap === 'T' ? "'T'" : gap}${minutes}${meridiem}`;
}

const TOKENS: Record<string, string> = {
  ...{ yyyy: '%Y', y: '%Y', yy: '%y', MMMM: '%B', MMM: '%b', MM: '%m', M: '%m', dd: '%d', d: '%d' },
  ...{ HH: '%H', H: '%H', hh: '%I', h: '%I', mm: '%M', m: '%M', ss: '%S', s: '%S', SSS: '%g', a: '%p' },
};

/** date-fns's tokens in those of SQL's strptime. @throws InputError for a token that has no counterpart. */
function strptimeFormat(format: string): string {
  return format.replace(/'([^']*)'|([A-Za-z])\2*|%/g, (part, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted.replaceAll('%', '%%');
    if (part === '%') return '%%';
    if (Object.hasOwn(TOKENS, part)) return TOKENS[part];
    throw new InputError(
      `\`dateFormat\` is ${display(format)}, and '${part}' in it is not known; use ${Object.keys(TOKENS).join(', ')}`,
    );
  });
}

async function noDate(
  raw: UntypedLog,
  column: string,
  text: string,
  format: string,
  given: boolean,
): Promise<InputError> {
  const { row, value } = await firstRow(raw, text, misfit('value', format));
  const remedy = given ? '' : '; mend it, or give `dateFormat`';
  return new InputError(
    `${raw.file}: column '${column}' holds ${display(value)} in row ${row} (the header not counted), which is no date written ${format}${remedy}`,
  );
}

async function ambiguous(
  raw: UntypedLog,
  column: string,
  text: string,
  formats: readonly string[],
): Promise<InputError> {
  const { value } = await firstRow(raw, text, 'value IS NOT NULL');
  const ways = formats.map((format) => `'${format}'`).join(' or ');
  const fault =
    formats.length > 1
      ? `dates in column '${column}' can be read in ${formats.length} ways, such as ${display(value)}`
      : `dates in column '${column}' have years of two digits, such as ${display(value)} (which would be 1969 to 2068)`;
  return new InputError(`${raw.file}: ${fault}; give \`dateFormat\`: ${ways}`);
}
