import { isoDay } from './calendar';
import { isPlainNumber } from './numberText';

/** Ways of writing a moment as one number. */
export type DateNumberKind = 'digits' | 'stamps' | 'days' | 'seconds' | 'milliseconds';

interface Scale {
  kind: 'days' | 'seconds' | 'milliseconds';
  /** Numbers from the first to below the second are dates of 1970 (days: 1954) to 2100. */
  range: readonly [number, number];
  /** Milliseconds since 1970, UTC. */
  moment(value: number): number;
}

/** Day 0 of spreadsheets is 30 December 1899. */
const DAYS_BEFORE_1970 = 25_569;

const SCALES: readonly Scale[] = [
  {
    kind: 'days',
    range: [20_000, 73_051],
    // to the second: a fraction of a day is rarely exact
    moment: (days) => Math.round((days - DAYS_BEFORE_1970) * 86_400) * 1000,
  },
  { kind: 'seconds', range: [1e8, 4.1e9], moment: (value) => value * 1000 },
  { kind: 'milliseconds', range: [1e11, 4.1e12], moment: (value) => value },
];

/** Moments written as numbers. */
export interface DateNumbers {
  kind: DateNumberKind;
  /** 'yyyy-MM-ddTHH:mm:ss'; times since 1970 by the clock of UTC. */
  moments: string[];
}

/**
 * Days and moments written as one number each: 20240531; 20240531083015 and 20240531T083015; day numbers of a spreadsheet (45443.5); seconds or
 * milliseconds since 1970. Undefined where not all texts are of one such kind. Only for columns that are known to
 * hold dates: an amount may be any of these.
 */
export function recognizeDateNumbers(texts: readonly string[]): DateNumbers | undefined {
  if (texts.every((text) => /^\d{8}$/.test(text))) return eightDigits(texts);
  const stamps = texts.map(readStamp);
  if (!stamps.includes(undefined)) return { kind: 'stamps', moments: stamps as string[] };
  const plain = texts.map((text) => (DAY_WITH_COMMA.test(text) ? text.replace(',', '.') : text));
  if (!plain.every(isPlainNumber)) return undefined;
  const values = plain.map(Number);
  const scale = SCALES.find(({ range: [from, to] }) => values.every((value) => value >= from && value < to));
  if (scale === undefined) return undefined;
  return { kind: scale.kind, moments: values.map((value) => isoMoment(scale.moment(value))) };
}

/** Day and time without marks: '20240531083015', '20240531T083015Z'. */
const STAMP = /^(\d{4})(\d\d)(\d\d)[T ]?(\d\d)(\d\d)(\d\d)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** 'yyyy-MM-ddTHH:mm:ss'; undefined for what is in no calendar, or on no clock. */
function readStamp(text: string): string | undefined {
  const [, year, month, date, hours, minutes, seconds = '00'] = STAMP.exec(text) ?? [];
  if (year === undefined) return undefined;
  const day = isoDay(Number(year), Number(month), Number(date));
  if (day === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined;
  return `${day}T${hours}:${minutes}:${seconds}`;
}

/** A spreadsheet's day with its time, where decimals follow a comma: '45352,4167'. */
const DAY_WITH_COMMA = /^\d{5},\d+$/;

function eightDigits(texts: readonly string[]): DateNumbers | undefined {
  const days = texts.map((text) =>
    isoDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))),
  );
  return days.includes(undefined)
    ? undefined
    : { kind: 'digits', moments: days.map((day) => `${day}T00:00:00`) };
}

function isoMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}
