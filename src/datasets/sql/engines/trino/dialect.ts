import type { Dialect } from '../../dialect';
import { quoteIdentifier, quoteText } from '../../identifiers';
import { isIsoFormat } from '../../isIsoFormat';
import { ROW_NUMBER } from '../../rowNumber';
import { dateParseFormat } from './dateParseFormat';
import { underNewName } from './newName';

/** How Trino writes what engines write differently. */
export const trinoDialect: Dialect = {
  quoteName: quoteIdentifier,
  quoteText,
  reservedNames: [ROW_NUMBER],
  rowNumber: (table) => (table === undefined ? ROW_NUMBER : `${table}.${ROW_NUMBER}`),
  numbering: `row_number() OVER () AS ${ROW_NUMBER}`,
  // few connectors replace a table at once: the old one stays until the new one is whole
  replaceTable: (table, select) =>
    underNewName(table, (fresh) => [`CREATE TABLE ${fresh} AS\n${select}`]).join(';\n'),
  replaceView: (view, select) => `CREATE OR REPLACE VIEW ${view} AS\n${select}`,
  matches: (text, pattern) => `regexp_like(${text}, ${quoteText(`\\A(?:${pattern})\\z`)})`,
  replaceMatches: (text, pattern, by) =>
    `regexp_replace(${text}, ${quoteText(pattern)}, ${quoteText(by.replace(/[\\$]/g, '\\$&'))})`,
  fingerprint: (columns) =>
    `xxhash64(to_utf8(${columns.map((column) => `coalesce(${column}, '')`).join(" || ',' || ")}))`,
  latest: (value, by) => `max_by(${value}, ROW(${by.join(', ')})) FILTER (WHERE ${value} IS NOT NULL)`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  timestamp(text, formats, orNull) {
    const readings = formats.map((format) => reading(text, format));
    if (readings.includes(undefined)) return undefined;
    const tried = (readings as string[]).map((each, i) =>
      orNull || i < formats.length - 1 ? `try(${each})` : each,
    );
    return tried.length === 1 ? tried[0] : `coalesce(${tried.join(', ')})`;
  },
};

function reading(text: string, format: string): string | undefined {
  if (isIsoFormat(format)) return `CAST(replace(${text}, 'T', ' ') AS TIMESTAMP)`;
  const written = dateParseFormat(format);
  return written === undefined ? undefined : `CAST(date_parse(${text}, ${quoteText(written)}) AS TIMESTAMP)`;
}
