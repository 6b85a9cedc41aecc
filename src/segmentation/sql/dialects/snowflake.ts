import { quoteWithBackslashes } from './backslashes';
import type { ScoringDialect } from './scoringDialect';
import { log1p, standard, values } from './standard';

/** From a text, since a number is a decimal there, with or without an exponent. */
const double = (value: number) => `CAST('${value}' AS DOUBLE)`;

/** Statements are limited to 1 MB. */
const MAX_CHARACTERS = 1_000_000;

export const snowflake: ScoringDialect = {
  ...standard,
  name: 'snowflake',
  maxCharacters: MAX_CHARACTERS,
  quoteText: (text) => quoteWithBackslashes(text),
  double,
  text: (value) => `TO_VARCHAR(${value})`,
  /** TRY_ functions take texts alone, and a number that goes through text loses digits: a variant keeps them. */
  number: (value) =>
    `CASE WHEN IS_VARCHAR(TO_VARIANT(${value})) THEN TRY_TO_DOUBLE(TO_VARCHAR(${value})) ELSE AS_DOUBLE(TO_VARIANT(${value})) END`,
  date: (text) => `TRY_TO_DATE(${text}, 'YYYY-MM-DD')`,
  daysBetween: (from, to) => `DATEDIFF('day', ${from}, ${to})`,
  log1p: (value) => log1p(value, double),
  sum: (value) => `sum(${value})`,
  rows: (table) => values(table, double),
};
