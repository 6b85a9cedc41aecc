import { quoteWithBackslashes } from './backslashes';
import { checkedName } from './checkName';
import type { ScoringDialect } from './scoringDialect';
import { inParentheses, standard, values, withExponent } from './standard';

/** The letter makes it float64. */
const double = (value: number) => inParentheses(`${withExponent(value)}D`);

export const databricks: ScoringDialect = {
  ...standard,
  name: 'databricks',
  quote: '`',
  quoteName: (name) => `\`${checkedName(name).replaceAll('`', '``')}\``,
  quoteText: (text) => quoteWithBackslashes(text),
  double,
  text: (value) => `CAST(${value} AS STRING)`,
  daysBetween: (from, to) => `datediff(${to}, ${from})`,
  log1p: (value) => `log1p(${value})`,
  sum: (value) => `sum(${value})`,
  rows: (table) => values(table, double),
};
