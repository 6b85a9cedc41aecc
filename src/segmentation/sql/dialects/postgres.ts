import type { ScoringDialect } from './scoringDialect';
import { inParentheses, log1p, standard, values, withExponent } from './standard';

/** A number with an exponent is a decimal in Postgres: only the cast makes it float64. */
const double = (value: number) => inParentheses(`${withExponent(value)}::double precision`);

const text = (value: string) => `CAST(${value} AS text)`;

/** Postgres has no cast that gives NULL: patterns say what a cast can read. */
export const postgres: ScoringDialect = {
  ...standard,
  name: 'postgres',
  fence: '\n  OFFSET 0',
  double,
  text,
  number: (value) =>
    `CASE WHEN ${text(value)} ~* '^\\s*[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)(e[-+]?[0-9]+)?\\s*$' THEN CAST(${text(value)} AS double precision) END`,
  date: (value) => {
    const day = `(CAST(substr(${value}, 1, 8) || '01' AS date) + (CAST(substr(${value}, 9, 2) AS integer) - 1))`;
    return `CASE WHEN ${value} ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' AND ${value} >= '0001' THEN CASE WHEN to_char(${day}, 'MM') = substr(${value}, 6, 2) THEN ${day} END END`;
  },
  daysBetween: (from, to) => `(${to} - ${from})`,
  log1p: (value) => log1p(value, double),
  rows: (table) => values(table, double),
};
