import { plural } from '../../../core/format';
import { countWhere } from '../../../datasets/sql/countWhere';
import {
  AROUND_WORDS,
  isMissingIdentifier,
  isMissingText,
  MISSING_IDENTIFIER_WORDS,
} from '../../../table/missing';
import type { ColumnReading, RoleColumn } from './columnReading';
import { missingWordsNote, unlessOneOf } from './missingWords';
import type { RawTransactions } from './rawTransactions';

/** Blanks that programs leave around identifiers, besides the ordinary one. */
const ODD_BLANKS = ' \t\r\n\u00A0\u2007\u202F\u200B\uFEFF';

/** Reads the numbers of invoices: words for a missing value are none. */
export function readInvoices(log: RawTransactions, column: RoleColumn): Promise<ColumnReading> {
  return withoutWords(log, column, isMissingText, 'a missing value');
}

/**
 * Reads customers: words for nobody are none, and what programs add to an identifier is removed, so that a customer
 * is one however the cell is spelled. What differs in capital letters only is said, not joined.
 */
export async function readCustomers(log: RawTransactions, column: RoleColumn): Promise<ColumnReading> {
  const { text, recognized } = await asOneSpelling(log, column);
  const { expression, ...reading } = await withoutWords(
    log,
    { ...column, text },
    isMissingIdentifier,
    'that the customer is not known',
  );
  return { expression, recognized: [...recognized, ...reading.recognized] };
}

/** Where there is a customer 1, customer 0 is one too. */
const FIRST = '1';

/** `min` keeps engines from looking at every row before rows are grouped. */
async function withoutWords(
  { engine, table }: RawTransactions,
  { name, text }: RoleColumn,
  isMissing: (text: string) => boolean,
  meaning: string,
): Promise<ColumnReading> {
  const { dialect } = engine;
  const words = [...MISSING_IDENTIFIER_WORDS, FIRST].map(dialect.quoteText).join(', ');
  const { value, n } = await engine.query(`WITH texts AS (
  SELECT min(value) AS value, count(*) AS n
  FROM (SELECT ${text} AS value FROM ${table}) AS plain
  GROUP BY value
)
SELECT value, n FROM texts
WHERE lower(trim(BOTH ${dialect.quoteText(` ${AROUND_WORDS}`)} FROM value)) IN (${words})
ORDER BY n DESC, value`);
  const countedFromZero = value.includes(FIRST);
  const found = value.flatMap((word, i) => {
    const isNobody = isMissing(String(word)) && !(word === '0' && countedFromZero);
    return isNobody ? [{ word: String(word), rows: Number(n[i]) }] : [];
  });
  const written = found.map(({ word }) => word);
  const rows = found.reduce((sum, each) => sum + each.rows, 0);
  return {
    expression: unlessOneOf(dialect, text, written),
    recognized: missingWordsNote(name, written, rows, meaning),
  };
}

async function asOneSpelling(
  { engine, table }: RawTransactions,
  { name, text }: RoleColumn,
): Promise<{ text: string; recognized: string[] }> {
  const { dialect } = engine;
  const trimmed = `trim(BOTH ${dialect.quoteText(ODD_BLANKS)} FROM value)`;
  const found = await engine.query(`SELECT
  ${countWhere(`value <> ${trimmed}`)} AS blanks,
  ${countWhere(`value LIKE '%.0'`)} AS decimals,
  count(*) - count(DISTINCT lower(value)) AS capitals
FROM (SELECT DISTINCT ${text} AS value FROM ${table}) AS customers
WHERE value IS NOT NULL`);
  const [blanks, decimals, capitals] = ['blanks', 'decimals', 'capitals'].map((what) =>
    Number(found[what][0]),
  );
  const bare = blanks === 0 ? text : `nullif(trim(BOTH ${dialect.quoteText(ODD_BLANKS)} FROM ${text}), '')`;
  const whole = decimals === 0 ? bare : withoutDecimals(bare, dialect.matches(bare, '[0-9]+[.]0'));
  return { text: whole, recognized: spellingNotes(name, decimals, capitals) };
}

function spellingNotes(column: string, decimals: number, capitals: number): string[] {
  const some = plural(capitals, 'value');
  return [
    ...(decimals === 0
      ? []
      : [`'.0' at the end of numbers in '${column}' was removed: a program added it to ${decimals} of them`]),
    ...(capitals === 0
      ? []
      : [
          `${some} in '${column}' with the letters of another but other capitals: they count as other customers`,
        ]),
  ];
}

/** '14001.0' is customer '14001'. */
function withoutDecimals(text: string, isNumber: string): string {
  return `CASE WHEN ${isNumber} THEN substr(${text}, 1, position('.' IN ${text}) - 1) ELSE ${text} END`;
}
