import { wordsOf } from '../../core/columnNames';
import { withoutAccents } from '../../core/withoutAccents';

/** What a duration is read in. */
export const DURATION_UNIT = 'minutes';

/** '01:23:45', '120:00:00', '1 day, 02:03:04' and '2 days 03:04:05.5' as Python writes them. */
const DURATION = /^(?:(\d{1,5}) days?,? )?(\d{1,5}):([0-5]\d):([0-5]\d)(?:[.,](\d{1,9}))?$/;

/** A duration in hours, minutes and seconds, in minutes; undefined where a text is none. Cost: one pass. */
export function durationIn(text: string): number | undefined {
  const found = DURATION.exec(text);
  if (found === null) return undefined;
  const [, days = '0', hours, minutes, seconds, fraction = '0'] = found;
  const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (whole + Number(`0.${fraction}`)) / 60;
}

/** Durations of a column, in minutes, and whether they may be times of the day instead. */
export interface DurationsFound {
  minutes: number[];
  /** Whether neither the name nor a value shows that they are no times of the day. */
  mayBeTimes: boolean;
}

/**
 * The texts of a column (trimmed, none missing) as durations written h:mm:ss, as telephone bills and spreadsheets write
 * them; undefined where they are none. A name such as 'Talk time', or a value of a day and more, shows that they are no
 * times of the day. Cost: O(characters).
 */
export function recognizeDurations(name: string, texts: readonly string[]): DurationsFound | undefined {
  const minutes: number[] = [];
  for (const text of texts) {
    const duration = durationIn(text);
    if (duration === undefined) return undefined;
    minutes.push(duration);
  }
  const isLong = minutes.some((value) => value >= DAY);
  return { minutes, mayBeTimes: !isLong && !namesDuration(name) };
}

const DAY = 24 * 60;

// cspell:disable
/** Beginnings of words in seven languages, accents left off. */
const DURATIONS =
  'durat,minute,minut,length,talk,spent,total,average,avg,mean,median,sum,usage,used,watch,listen,viewing,played,playtime,airtime,elapsed,idle,handle,wait,voice,calls,dauer,gesprachszeit,gesamt,durchschnitt,lange,duree,temps passe,moyen,duracion,promedio,durata,medio,duracao,duur,gemiddeld'.split(
    ',',
  );

function namesDuration(name: string): boolean {
  const words = withoutAccents(wordsOf(name)).split(/[^\p{L}]/u);
  return words.some((word) => DURATIONS.some((stem) => word.startsWith(stem)) || word.endsWith('dauer'));
}
// cspell:enable
