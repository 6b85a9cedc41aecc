import type { Dialect } from '../../dialect';
import { quoteIdentifier, quoteText } from '../../identifiers';
import { isIsoFormat } from '../../isIsoFormat';
import { wrapNames } from '../../wrapNames';
import { strptimeFormat } from './strptimeFormat';

/** How DuckDB writes what engines write differently. `rowid` counts a table's rows from 0, in the order they came. */
export const duckdbDialect: Dialect = {
  quoteName: quoteIdentifier,
  quoteText,
  reservedNames: ['rowid'],
  rowNumber: (table) => `${table === undefined ? '' : `${table}.`}rowid + 1`,
  numbering: '',
  replaceTable: (table, select) => `CREATE OR REPLACE TABLE ${table} AS\n${select}`,
  replaceView: (view, select) => `CREATE OR REPLACE VIEW ${view} AS\n${select}`,
  matches: (text, pattern) => `regexp_full_match(${text}, ${quoteText(pattern)})`,
  replaceMatches: (text, pattern, by) =>
    `regexp_replace(${text}, ${quoteText(pattern)}, ${quoteText(by.replaceAll('\\', '\\\\'))}, 'g')`,
  fingerprint: (columns) => `hash(${wrapNames(columns, 6)})`,
  latest: (value, by) => `max_by(${value}, (${by.join(', ')}))`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  timestamp(text, formats, orNull) {
    const attempt = orNull ? 'try_' : '';
    if (formats.every(isIsoFormat)) return `${attempt}cast(${text} AS TIMESTAMP)`;
    const written = formats.map(strptimeFormat);
    if (written.includes(undefined)) return undefined;
    const quoted = written.map((format) => quoteText(format!));
    const list = quoted.length === 1 ? quoted[0] : `[${quoted.join(', ')}]`;
    return `${attempt}strptime(${text}, ${list})`;
  },
};
