import { quoteText } from '../../identifiers';

/** Days that exist, in ISO 8601, with 29 February in leap years alone; then a time of day, where there is one. */
const LEAP_YEAR = '([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)';
const DAY = [
  '[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])',
  '[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)',
  '[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])',
  `${LEAP_YEAR}-02-29`,
].join('|');
const TIME = '[ T]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?';

/** A TIMESTAMP read from ISO text, NULL where it is none: a cast alone would be an error, and takes much else. */
export function isoTimestampOrNull(text: string): string {
  return `CASE WHEN ${text} ~ ${quoteText(`^(${DAY})(${TIME})?$`)} THEN CAST(${text} AS TIMESTAMP) END`;
}
