import type { Dialect } from '../../dialect';
import { quoteIdentifier, quoteText } from '../../identifiers';

/** Numbers the rows of tables in the order in which they came, since Postgres keeps none. */
export const ROW_NUMBER = 'row_of_table';

/** How Postgres writes what engines write differently. */
export const postgresDialect: Dialect = {
  quoteName: quoteIdentifier,
  quoteText,
  reservedNames: [ROW_NUMBER, 'tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'],
  rowNumber: (table) => (table === undefined ? ROW_NUMBER : `${table}.${ROW_NUMBER}`),
  numbering: `row_number() OVER () AS ${ROW_NUMBER}`,
  replaceTable: (table, select) =>
    `DROP TABLE IF EXISTS ${table} CASCADE;\nCREATE TABLE ${table} AS\n${select}`,
  replaceView: (view, select) => `DROP VIEW IF EXISTS ${view} CASCADE;\nCREATE VIEW ${view} AS\n${select}`,
  matches: (text, pattern) => `${text} ~ ${quoteText(`^(?:${pattern})$`)}`,
  replaceMatches: (text, pattern, by) =>
    `regexp_replace(${text}, ${quoteText(pattern)}, ${quoteText(by.replaceAll('\\', '\\\\'))}, 'g')`,
  latest: (value, by) =>
    `(array_agg(${value} ORDER BY ${by.map((order) => `${order} DESC`).join(', ')}) FILTER (WHERE ${value} IS NOT NULL))[1]`,
  daysBetween: (from, to) => `${to} - ${from}`,
  // to_timestamp takes 31 February for 2 March
  timestamp: () => undefined,
};
