import { isDay } from './calendar';
import { type SplitMoment, splitClock, type WrittenClock } from './clockText';
import type { DateReader } from './dateFormat';
import { type DateNumberKind, recognizeDateNumbers } from './dateNumbers';
import { type DayOrder, readDay, splitDay, type WrittenDay } from './dayText';

/** The texts of a column that are all dates, and the ways in which they can be read. */
export interface DatesFound {
  /**
   * Formats of the day in date-fns's tokens, each of which fits every text: one, or several where days and months
   * cannot be distinguished. Of moments written as numbers none, but for 'yyyyMMdd'.
   */
  formats: string[];
  /** The texts, in order, in the first format: 'yyyy-MM-dd', or 'yyyy-MM-ddTHH:mm:ss' where `times` are kept. */
  dates: string[];
  /** Position of a text that the formats read differently; −1 where there is one, or all agree. */
  differsAt: number;
  /** What there is to say of times of day. Rows without one are midnight where others have one. */
  times: 'none' | 'kept' | 'midnight';
  /** Time zones as written, each once. They are left off: days and times are those that the file shows. */
  zones: string[];
  /** Every way in which whole texts are written, in the first format, apart from weekdays and time zones. */
  layouts: string[];
  /** Whether weekdays stand before dates. */
  weekdays: boolean;
  /** Of moments written as numbers, what they count. */
  numbers?: DateNumberKind;
}

/** What is known of a column before it is read. */
export interface GivenDates {
  /** The format, where the caller says it. Default: any that is known. */
  reader?: DateReader;
  /** Whether the column is known to hold dates, so that numbers may be days or moments. Default false. */
  expected?: boolean;
}

/**
 * How the texts of a column (trimmed, none missing) can all be read as dates; undefined where they cannot. Times may be
 * missing from some rows, as may seconds; the order of day, month and year and the marks between them must be the same
 * in all. Distinct texts give the same answer as the whole column.
 * Cost: O(characters); with a format given some 10 µs for each different day.
 */
export function recognizeDates(texts: readonly string[], given: GivenDates = {}): DatesFound | undefined {
  const { reader, expected = false } = given;
  if (reader) return reader.whole ? inWholeFormat(texts, reader) : inDayFormat(texts, reader);
  return writtenDates(texts) ?? (expected ? datesAsNumbers(texts) : undefined);
}

/** Whether a text is a day written yyyy-MM-dd, with or without a time. */
export function isIsoDate(text: string): boolean {
  if (text[4] !== '-') return false;
  if (ISO.test(text))
    return isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  const moment = splitMoment(text.trim());
  return moment !== undefined && moment.day.orders[0] === 'ymd' && readDay(moment.day, 'ymd') !== undefined;
}

/** As readers write dates: most of the texts that are asked about. */
const ISO = /^\d{4}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/;

/** How many of the texts are no dates in a format, and the first of them. */
export function mismatches(texts: readonly string[], reader: DateReader): { count: number; first: number } {
  const bad = texts.map((text) => recognizeDates([text], { reader }) === undefined);
  return { count: bad.filter(Boolean).length, first: bad.indexOf(true) };
}

const NUMBER_NAMES: Readonly<Record<DateNumberKind, string>> = {
  digits: 'written yyyyMMdd',
  stamps: 'as yyyyMMddHHmmss',
  days: 'as day numbers of a spreadsheet',
  seconds: 'as seconds since 1970, by the clock of UTC',
  milliseconds: 'as milliseconds since 1970, by the clock of UTC',
};

/** How dates are written and what was done with times: 'written d/M/yyyy with times'. */
export function describeDates({ formats, times, zones, numbers }: DatesFound): string {
  const how = numbers === undefined ? `written ${formats[0]}` : NUMBER_NAMES[numbers];
  const time = { none: '', kept: ' with times', midnight: ' with times that are all midnight, left off' }[
    times
  ];
  return `${how}${time}${zones.length === 0 ? '' : ` (${describeZones(zones)})`}`;
}

/** What was done with time zones: days and times are kept as the file shows them. */
function describeZones(found: readonly string[]): string {
  const zones = found.slice().sort(); // in no order of rows
  const listed = zones.length > 3 ? `${zones.slice(0, 3).join(', ')} and others` : zones.join(' and ');
  return zones.length === 1
    ? `as the file shows them, without the time zone ${listed}`
    : `as the file shows them, without the time zones ${listed}, which differ from row to row`;
}

interface Moment {
  day: WrittenDay;
  clock?: WrittenClock;
  zone?: string;
}

function splitMoment(text: string): Moment | undefined {
  const split = splitClock(text);
  const day = split && splitDay(split.day);
  return split && day && { ...split, day };
}

function writtenDates(texts: readonly string[]): DatesFound | undefined {
  const different = distinct(texts);
  const moments: Moment[] = [];
  for (const text of different) {
    const moment = splitMoment(text);
    if (moment === undefined || moment.day.shape !== (moments[0] ?? moment).day.shape) return undefined;
    moments.push(moment);
  }
  const readings = readingsOf(moments.map(({ day }) => day));
  return readings.length === 0 ? undefined : ofAll(texts, different, found(moments, readings));
}

/** What was found of different texts, for all of them: few different days stand in most columns. */
function ofAll(texts: readonly string[], different: readonly string[], of: DatesFound): DatesFound {
  if (different.length === texts.length) return of;
  const dateOf = new Map(different.map((text, at) => [text, of.dates[at]]));
  const differsAt = of.differsAt < 0 ? -1 : texts.indexOf(different[of.differsAt]);
  return { ...of, differsAt, dates: texts.map((text) => dateOf.get(text)!) };
}

/** One order of day, month and year, and the days it gives. */
interface Reading {
  order: DayOrder;
  days: string[];
}

function readingsOf(days: readonly WrittenDay[]): Reading[] {
  return days[0].orders.flatMap((order) => {
    const read = days.map((day) => readDay(day, order));
    return read.includes(undefined) ? [] : [{ order, days: read as string[] }];
  });
}

function found(moments: readonly Moment[], readings: readonly Reading[]): DatesFound {
  const written = moments.map(({ day }) => day);
  const formats = readings.map(({ order }) => dayFormat(written, order));
  const [{ days }] = readings;
  return {
    formats,
    differsAt: days.findIndex((day, i) => readings.some((other) => other.days[i] !== day)),
    ...withClocks(days, formats[0], moments),
    weekdays: written.some(({ weekday }) => weekday),
  };
}

/** Leading zeros where every day and month has them, names of months written out where some are. */
function dayFormat(days: readonly WrittenDay[], order: DayOrder): string {
  const formats = distinct(days.map((day) => day.format(order)));
  const longest = formats.reduce((long, format) => (format.length > long.length ? format : long));
  const unpadded = days.some((day) => day.unpadded);
  return unpadded ? longest.replace('dd', 'd').replace(/(?<!M)MM(?!M)/, 'M') : longest;
}

type WithClocks = Pick<DatesFound, 'dates' | 'times' | 'zones' | 'layouts'>;

function withClocks(
  days: readonly string[],
  format: string,
  moments: readonly Pick<Moment, 'clock' | 'zone'>[],
): WithClocks {
  const clocks = moments.map(({ clock }) => clock);
  const timed = clocks.some((clock) => clock !== undefined);
  const kept = clocks.some((clock) => clock !== undefined && clock.time !== MIDNIGHT);
  const unpadded = clocks.some((clock) => clock?.unpadded);
  const layouts = distinct(clocks.map((clock) => format + (clock?.format ?? '')));
  return {
    dates: kept ? days.map((day, i) => `${day}T${clocks[i]?.time ?? MIDNIGHT}`) : days.slice(),
    times: kept ? 'kept' : timed ? 'midnight' : 'none',
    zones: distinct(moments.flatMap(({ zone }) => zone ?? [])),
    layouts: unpadded ? layouts.map((layout) => layout.replace('HH', 'H').replace('hh', 'h')) : layouts,
  };
}

const MIDNIGHT = '00:00:00';

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function inDayFormat(texts: readonly string[], reader: DateReader): DatesFound | undefined {
  const moments = texts.map(splitClock);
  const days = moments.map((moment) => moment && reader.read(moment.day));
  if (days.includes(undefined)) return undefined;
  const clocks = withClocks(days as string[], reader.format, moments as SplitMoment[]);
  return { formats: [reader.format], differsAt: -1, ...clocks, weekdays: false };
}

function inWholeFormat(texts: readonly string[], reader: DateReader): DatesFound | undefined {
  const dates = texts.map((text) => reader.read(text));
  if (dates.includes(undefined)) return undefined;
  return {
    ...PLAIN,
    formats: [reader.format],
    dates: dates as string[],
    times: 'kept',
    layouts: [reader.format],
  };
}

/** One reading, without anything to say of zones and weekdays. */
const PLAIN = { differsAt: -1, zones: [] as string[], weekdays: false };

function datesAsNumbers(texts: readonly string[]): DatesFound | undefined {
  const read = recognizeDateNumbers(texts);
  if (read === undefined) return undefined;
  const kept = read.moments.some((moment) => !moment.endsWith(`T${MIDNIGHT}`));
  const formats = read.kind === 'digits' ? ['yyyyMMdd'] : [];
  return {
    ...PLAIN,
    formats,
    dates: kept ? read.moments : read.moments.map((moment) => moment.slice(0, 'yyyy-MM-dd'.length)),
    times: kept ? 'kept' : 'none',
    layouts: formats,
    numbers: read.kind,
  };
}
