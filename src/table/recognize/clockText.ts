/** A text that may be a date, its time of day set apart. */
export interface SplitMoment {
  /** What stands before the time. */
  day: string;
  clock?: WrittenClock;
  /** The time zone as written: 'Z', '+02:00', 'CEST'. */
  zone?: string;
}

/** A time of day as written. */
export interface WrittenClock {
  /** 'HH:mm:ss', seconds with the decimals they have. */
  time: string;
  /** In date-fns's tokens, with what stands before it: ' HH:mm', "'T'HH:mm:ss.SSS", ', hh:mm a'. */
  format: string;
  /** Whether the hour is written with one digit. */
  unpadded: boolean;
}

/** No date is longer, weekday and time zone included. */
const LONGEST = 80;

/**
 * Sets the time of day apart: '2024-05-31T00:30:12+02:00', '1/31/2024 8:30 PM', '31 May 2024 00:30:12 GMT'. Undefined
 * where something like a time follows that is none. Cost: one pass; no pattern can take a character in two ways.
 */
export function splitClock(text: string): SplitMoment | undefined {
  if (text.length > LONGEST) return undefined;
  const colon = text.indexOf(':');
  if (colon < 0) return { day: text };
  const start = isDigit(text[colon - 2]) ? colon - 2 : colon - 1;
  const gap = gapBefore(text, start);
  const found = TIME.exec(text.slice(start));
  if (gap === '' || found === null) return { day: text };
  const clock = clockOf(found, gap);
  if (clock === undefined) return undefined;
  const zone = found[7];
  return { day: text.slice(0, start - gap.length), clock, ...(zone !== undefined && { zone }) };
}

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const HALF = String.raw`( ?)([AaPp])\.?[Mm]\.?`;
const ZONE = [
  String.raw`(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT)[+-]\d|Z|UTC|GMT`,
  'WES?T|CES?T|MES?Z|EES?T|MSK|BST|IST|[ECMP][SD]T|AK[SD]T|HST|JST|KST|HKT|SGT|A[CEW][SD]T|NZ[SD]T|SAST|BRT|ART',
].join('|');
/** As Java and JavaScript add it: '[Europe/Berlin]', ' (Central European Summer Time)'. */
const ZONE_NAME = String.raw`\[[A-Za-z0-9_/+-]+\]|\([A-Za-z ]+\)`;
const TIME = new RegExp(`^${CLOCK}(?:${HALF})?(?: ?(${ZONE}))?(?: ?(?:${ZONE_NAME}))?$`);

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** What people say before a time: 'May 31, 2024 at 8:30 PM'. */
const WORD = /,? (?:at|um|à)$/;
const LONGEST_WORD = ', at'.length;

/** 'T', blanks, a comma that blanks may follow, or ' at '; '' where there is none of them. */
function gapBefore(text: string, end: number): string {
  let start = end;
  while (text[start - 1] === ' ') start--;
  const word = start < end ? WORD.exec(text.slice(Math.max(0, start - LONGEST_WORD), start)) : null;
  if (word !== null) return text.slice(start - word[0].length, end);
  const mark = text[start - 1];
  if (mark === ',' || (mark === 'T' && start === end)) start--;
  return text.slice(start, end);
}

function clockOf(found: RegExpExecArray, gap: string): WrittenClock | undefined {
  const [, hours, minutes, seconds, fraction, space, half] = found;
  const hour = hourOf(Number(hours), half?.toUpperCase());
  if (hour === undefined || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const decimals = fraction?.replace(/0+$/, '') ?? '';
  const format = [
    gap.replace(/\p{L}+/u, "'$&'"),
    half === undefined ? 'HH:mm' : 'hh:mm',
    seconds !== undefined && ':ss',
    fraction !== undefined && `.${'S'.repeat(fraction.length)}`,
    half !== undefined && `${space}a`,
  ];
  return {
    time: `${String(hour).padStart(2, '0')}:${minutes}:${seconds ?? '00'}${decimals && `.${decimals}`}`,
    format: format.filter(Boolean).join(''),
    unpadded: hours.length === 1,
  };
}

/** Of 24 hours, from one of 24 or of twice 12. */
function hourOf(written: number, half: string | undefined): number | undefined {
  if (half === undefined) return written < 24 ? written : undefined;
  if (written < 1 || written > 12) return undefined;
  return (written % 12) + (half === 'P' ? 12 : 0);
}
