import { quoteWithBackslashes } from './backslashes';
import { checkedName } from './checkName';
import type { ScoringDialect } from './scoringDialect';
import { cells, standard } from './standard';

/** Statements are limited to 1 MB. */
const MAX_CHARACTERS = 1_000_000;

export const bigquery: ScoringDialect = {
  ...standard,
  name: 'bigquery',
  quote: '`',
  maxCharacters: MAX_CHARACTERS,
  quoteName: (name) => quoteWithBackslashes(checkedName(name), '`'),
  quoteText: (text) => quoteWithBackslashes(text),
  text: (value) => `CAST(${value} AS STRING)`,
  number: (value) => `SAFE_CAST(${value} AS FLOAT64)`,
  date: (text) => `SAFE_CAST(${text} AS DATE)`,
  daysBetween: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
  sum: (value) => `sum(${value})`,
  rows: ({ columns, rows }) => {
    const named = rows.map((row, index) => {
      const written = cells(columns, row, standard.double);
      return index > 0
        ? `(${written.join(', ')})`
        : `STRUCT(${written.map((cell, at) => `${cell} AS ${columns[at].name}`).join(', ')})`;
    });
    return `UNNEST([\n    ${named.join(',\n    ')}\n  ])`;
  },
};
