import type { Dialect } from '../../../datasets/sql/dialect';
import type { DatesFound } from '../../../table/recognize/dates';

/** An offset from UTC at the end of a text. */
const OFFSET = '[+-][0-9]{2}(:?[0-9]{2})?';

/**
 * SQL that reads texts as they were recognized; undefined where they are numbers or hold weekdays, or the engine does
 * not know a token of their formats.
 */
export function dateExpression(
  dialect: Dialect,
  text: string,
  { layouts, weekdays, numbers, zones }: DatesFound,
  orNull?: 'orNull',
): string | undefined {
  if (weekdays || (numbers !== undefined && numbers !== 'digits')) return undefined;
  return dialect.timestamp(withoutZones(dialect, text, zones), longestFirst(layouts), orNull);
}

function withoutZones(dialect: Dialect, text: string, zones: readonly string[]): string {
  if (zones.length === 0) return text;
  const names = zones.filter((zone) => /^[A-Za-z]+$/.test(zone));
  const written = zones.length > names.length ? [OFFSET, ...names] : names;
  return dialect.replaceMatches(text, ` ?(${written.join('|')})$`, '');
}

/** Seconds before none, times before none. */
function longestFirst(layouts: readonly string[]): string[] {
  return [...layouts].sort((one, other) => other.length - one.length);
}
