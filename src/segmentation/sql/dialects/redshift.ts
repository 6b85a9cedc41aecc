import { quoteText } from '../../../datasets/sql/identifiers';
import type { ScoringDialect } from './scoringDialect';
import { cells, log1p, standard } from './standard';

/** From a text, since a number with a point is a decimal, of 38 digits at most. */
const double = (value: number) => `CAST('${value}' AS DOUBLE PRECISION)`;

export const redshift: ScoringDialect = {
  ...standard,
  name: 'redshift',
  /** A backslash is written as its code, which means the same whether or not it begins an escape. */
  quoteText: (text) =>
    text.includes('\\') ? `(${text.split('\\').map(quoteText).join(' || chr(92) || ')})` : quoteText(text),
  double,
  number: (value) => `TRY_CAST(${value} AS DOUBLE PRECISION)`,
  daysBetween: (from, to) => `datediff(day, ${from}, ${to})`,
  log1p: (value) => log1p(value, double),
  sum: (value) => `sum(${value})`,
  rows: ({ columns, rows }) => {
    const named = rows.map((row) =>
      cells(columns, row, double).map((cell, at) => `${cell} AS ${columns[at].name}`),
    );
    return `(\n    ${named.map((row) => `SELECT ${row.join(', ')}`).join(' UNION ALL\n    ')}\n  ) AS fitted`;
  },
};
