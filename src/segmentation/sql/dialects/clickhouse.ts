import { quoteWithBackslashes } from './backslashes';
import { checkedName } from './checkName';
import type { ScoringDialect } from './scoringDialect';
import { byPairs, cells, standard } from './standard';

/** A longer statement needs a larger `max_query_size`. */
const MAX_CHARACTERS = 262_144;

const COLUMN_TYPES = { integer: 'Int32', double: 'Float64' } as const;

export const clickhouse: ScoringDialect = {
  ...standard,
  name: 'clickhouse',
  maxCharacters: MAX_CHARACTERS,
  quoteName: (name) => `"${checkedName(name).replaceAll('\\', '\\\\').replaceAll('"', '""')}"`,
  quoteText: (text) => quoteWithBackslashes(text),
  text: (value) => `toString(${value})`,
  number: (value) => `accurateCastOrNull(${value}, 'Float64')`,
  /** A day such as February 30 is read as one of March: only what is written again as it was is a day. */
  date: (text) => `CASE WHEN toString(toDate32OrNull(${text})) = ${text} THEN toDate32OrNull(${text}) END`,
  day: (iso) => `toDate32('${iso}')`,
  daysBetween: (from, to) => `dateDiff('day', ${from}, ${to})`,
  log1p: (value) => `log1p(${value})`,
  extreme: byPairs,
  sum: (value) => `sum(${value})`,
  rows: ({ columns, rows }) => {
    const structure = columns.map(({ name, type }) => `${name} ${COLUMN_TYPES[type]}`).join(', ');
    const lines = rows.map((row) => `(${cells(columns, row, standard.double).join(', ')})`);
    return `VALUES('${structure}',\n    ${lines.join(',\n    ')}\n  )`;
  },
};
