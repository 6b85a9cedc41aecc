import { wordsOf } from '../../core/columnNames';
import { withoutAccents } from '../../core/withoutAccents';

/** What a duration is read in. */
export const DURATION_UNIT = 'minutes';

/** '01:23:45', '120:00:00', '1 day, 02:03:04' and '2 days 03:04:05.5' as Python writes them. */
const DURATION = /^(?:(\d{1,5}) days?,? )?(\d{1,5}):([0-5]\d):([0-5]\d)(?:[.,](\d{1,9}))?$/;

// cspell:disable
/** '2h 05m', '1 hr 20 min', '3d 4h', '90 sec' and '1h05'. */
const IN_WORDS =
  /^(?:(\d{1,5}) ?(?:d|days?|tage?|jours?),? ?)?(?:(\d{1,5}) ?(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|ore|uur),? ?)?(?:(\d{1,5}) ?(?:m|mins?|minutes?|minuten?|minutos?|minuti)\.?,? ?)?(?:(\d{1,5}) ?(?:s|secs?|seconds?|sek\.?|sekunden?|secondes?)\.?)?$/i;
const HOURS_AND_MINUTES = /^(\d{1,5}) ?h ?([0-5]\d)$/i;
// cspell:enable

/** A duration in hours, minutes and seconds, in minutes; undefined where a text is none. Cost: one pass. */
export function durationIn(text: string): number | undefined {
  const found = DURATION.exec(text);
  if (found === null) return inWords(text)?.minutes;
  const [, days = '0', hours, minutes, seconds, fraction = '0'] = found;
  const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (whole + Number(`0.${fraction}`)) / 60;
}

/** A duration in units of time, and in how many of them. */
function inWords(text: string): { minutes: number; units: number } | undefined {
  const short = HOURS_AND_MINUTES.exec(text);
  if (short !== null) return { minutes: Number(short[1]) * 60 + Number(short[2]), units: 2 };
  const found = text === '' ? null : IN_WORDS.exec(text);
  if (found === null) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  return {
    minutes: (Number(days) * 24 + Number(hours)) * 60 + Number(minutes) + Number(seconds) / 60,
    units: found.slice(1).filter((part) => part !== undefined).length,
  };
}

/** Durations of a column, in minutes, and whether they may be times of the day instead. */
export interface DurationsFound {
  minutes: number[];
  /** Whether neither the name nor a value shows that they are no times of the day. */
  mayBeTimes: boolean;
}

/**
 * The texts of a column (trimmed, none missing) as durations written h:mm:ss, as telephone bills and spreadsheets write
 * them, or in units of time ('2h 05m'), or as '31:34' where the name says whether these are minutes or hours; undefined
 * where they are none. A name such as 'Talk time' or 'Study hours', and a value of a day and more, show that they are no
 * times of the day, as 'Opening hours' may be. Cost: O(characters).
 */
export function recognizeDurations(name: string, texts: readonly string[]): DurationsFound | undefined {
  const unit = namesUnit(name);
  if (unit !== undefined && texts.every((text) => TWO_PARTS.test(text))) {
    const minutes = texts.map((text) => inTwoParts(text, unit));
    return { minutes, mayBeTimes: unit === 'hours' && !minutes.some(isLong) && !namesHoursOf(name) };
  }
  const words = texts.length > 0 && texts.every((text) => inWords(text) !== undefined);
  if (words && !texts.some((text) => inWords(text)!.units > 1)) return undefined; // numbers with a unit
  const minutes: number[] = [];
  for (const text of texts) {
    const duration = durationIn(text);
    if (duration === undefined) return undefined;
    minutes.push(duration);
  }
  return { minutes, mayBeTimes: !words && !minutes.some(isLong) && !namesDuration(name) };
}

/** No time of the day. */
function isLong(minutes: number): boolean {
  return minutes >= DAY;
}

/** How a duration of a column is written, as a sentence has it. */
export function durationLayout(name: string, text: string): string {
  if (DURATION.test(text)) return 'written h:mm:ss';
  if (TWO_PARTS.test(text)) return namesUnit(name) === 'minutes' ? 'written m:ss' : 'written h:mm';
  return 'in units of time';
}

const DAY = 24 * 60;

const TWO_PARTS = /^\d{1,5}:[0-5]\d$/;

function inTwoParts(text: string, unit: 'minutes' | 'hours'): number {
  const [whole, sixtieths] = text.split(':').map(Number);
  return unit === 'minutes' ? whole + sixtieths / 60 : whole * 60 + sixtieths;
}

/** What a name says that its durations are written in: 'Call minutes', 'hours watched'. */
function namesUnit(name: string): 'minutes' | 'hours' | undefined {
  const words = withoutAccents(wordsOf(name)).split(/[^\p{L}]/u);
  if (words.some((word) => /^(?:minut\w{0,3}|mins)$/.test(word))) return 'minutes'; // cspell:disable-line
  return words.some((word) => /^(?:hours|hrs|stunden|heures|horas|uren)$/.test(word)) ? 'hours' : undefined; // cspell:disable-line
}

// cspell:disable
/** It begins like 'sum' and is none: 'Summer hours'. */
const SUMMER = /^s[uo]mmer/;

/** Beginnings of words in seven languages, accents left off. */
const DURATIONS =
  'durat,minute,minut,length,talk,spent,total,average,avg,mean,median,sum,usage,used,watch,listen,viewing,played,playtime,airtime,elapsed,idle,handle,wait,voice,calls,dauer,gesprachszeit,gesamt,durchschnitt,lange,duree,temps passe,moyen,duracion,promedio,durata,medio,duracao,duur,gemiddeld'.split(
    ',',
  );

function namesDuration(name: string): boolean {
  const words = withoutAccents(wordsOf(name))
    .split(/[^\p{L}]/u)
    .filter((word) => !SUMMER.test(word));
  return words.some((word) => DURATIONS.some((stem) => word.startsWith(stem)) || word.endsWith('dauer'));
}

/** Words that say what somebody does for hours; the German word for hours means no times of the day. */
const HOURS_OF = new Set(
  'stunden,study,studied,studying,streamed,streaming,sleep,slept,sleeping,worked,logged,billed,billable,trained,driven,flown,gaming,playing,per,weekly,monthly,overtime,jouees,jugadas,gewerkt,gespeeld'.split(
    ',',
  ),
);

/** Whether hours so named are durations: 'hours watched', 'study hours'. */
function namesHoursOf(name: string): boolean {
  const words = withoutAccents(wordsOf(name)).split(/[^\p{L}]/u);
  return namesDuration(name) || words.some((word) => HOURS_OF.has(word));
}
// cspell:enable
