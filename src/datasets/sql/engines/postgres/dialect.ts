import type { Dialect } from '../../dialect';
import { quoteIdentifier, quoteText } from '../../identifiers';
import { isIsoFormat } from '../../isIsoFormat';
import { ROW_NUMBER } from '../../rowNumber';
import { wrapNames } from '../../wrapNames';
import { isoTimestampOrNull } from './isoTimestamp';

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
  fingerprint: (columns) => `hashtextextended(CAST(ROW(${wrapNames(columns, 6)}) AS TEXT), 0)`,
  latest: (value, by) =>
    `(array_agg(${value} ORDER BY ${by.map((order) => `${order} DESC`).join(', ')}) FILTER (WHERE ${value} IS NOT NULL))[1]`,
  daysBetween: (from, to) => `${to} - ${from}`,
  timestamp(text, formats, orNull) {
    // of other formats `to_timestamp` takes much that fits none: 31 February is 2 March
    if (!formats.every(isIsoFormat)) return undefined;
    return orNull ? isoTimestampOrNull(text) : `CAST(${text} AS TIMESTAMP)`;
  },
};
