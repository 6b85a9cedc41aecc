import { plural } from '../../../core/format';
import {
  AROUND_WORDS,
  isMissingIdentifier,
  isMissingText,
  MISSING_IDENTIFIER_WORDS,
} from '../../../table/missing';
import { missingCountsSentence, wordsToKeep } from '../../../table/missingWords';
import { type Joinable, spellingsOf } from '../../../table/spelling';
import type { ColumnReading, RoleColumn } from './columnReading';
import { missingWordsSentences, unlessOneOf } from './missingWords';
import type { RawTransactions } from './rawTransactions';
import { valueTable } from './valueTable';

/** Reads the numbers of invoices: words for a missing value are none. */
export function readInvoices(log: RawTransactions, column: RoleColumn): Promise<ColumnReading> {
  return withoutWords(log, column, isMissingText, 'a missing value');
}

/** What the caller says of customers that cannot be told from the log. */
export interface CustomerReading {
  /** Words that are customers here, though they mean nobody elsewhere. */
  keepMissing?: readonly string[];
  /** Differences in spelling that make no other customer. */
  joinCustomers?: readonly Joinable[];
}

/**
 * Reads customers: words for nobody are none, and what programs add to an identifier is removed, so that a customer
 * is one however the cell is spelled. Differences that may matter are said, and joined where the caller asks for it.
 */
export async function readIdentifiers(
  log: RawTransactions,
  given: RoleColumn,
  { keepMissing = [], joinCustomers = [] }: CustomerReading = {},
): Promise<ColumnReading> {
  const { dialect } = log.engine;
  const { column, found, marks } = await withoutByteOrderMarks(log, given);
  const isKept = wordsToKeep(keepMissing);
  const countedFromZero = found.some(({ text }) => text === FIRST);
  const isNobody = (text: string) =>
    isMissingIdentifier(text) && !isKept(text) && !(text === '0' && countedFromZero);
  const nobody = found.filter(({ text }) => isNobody(text));
  const somebody = found.filter(({ text }) => !isNobody(text));
  const texts = somebody.map(({ text }) => text);
  const { plain, detected } = spellingsOf(column.name, texts, joinCustomers);
  const words = nobody.map(({ text, rows }) => ({ word: text, rows })).sort((a, b) => b.rows - a.rows);
  const known = unlessOneOf(
    dialect,
    column.text,
    words.map(({ word }) => word),
  );
  return {
    ...(plain.size === 0 ? { expression: known } : await spelledOut(log, column, plain, known)),
    detected: [
      ...(words.length === 0 ? [] : [missingCountsSentence(column.name, words)]),
      ...marks,
      ...detected,
    ],
  };
}

/** A customer as the log writes it. */
interface WrittenCustomer {
  text: string;
  rows: number;
  /** Whether a byte order mark stands in it; what comes from an engine no longer shows it. */
  marked: boolean;
}

/** Files that were put together have byte order marks in their midst. */
async function withoutByteOrderMarks(
  log: RawTransactions,
  column: RoleColumn,
): Promise<{ column: RoleColumn; found: WrittenCustomer[]; marks: string[] }> {
  const found = await differentCustomers(log, column);
  const rows = found.reduce((sum, customer) => sum + (customer.marked ? customer.rows : 0), 0);
  if (rows === 0) return { column, found, marks: [] };
  const plain = { ...column, text: `nullif(trim(${unmarked(log, column.text)}), '')` };
  return {
    column: plain,
    found: await differentCustomers(log, plain),
    marks: [`byte order marks in '${column.name}' were removed: ${plural(rows, 'row')}`],
  };
}

function unmarked({ engine: { dialect } }: RawTransactions, text: string): string {
  return `replace(${text}, ${dialect.quoteText('\uFEFF')}, '')`;
}

/** Of more different customers only those are looked at that are not spelled plainly. */
const MAX_CUSTOMERS = 200_000;

/** Digits and letters in one word, and addresses in small letters: nothing clings to them. */
const PLAIN = '[0-9A-Za-z_#-]+|[a-z0-9_.+-]+@[a-z0-9.-]+';

async function differentCustomers(log: RawTransactions, { text }: RoleColumn): Promise<WrittenCustomer[]> {
  const { engine, table } = log;
  const { dialect } = engine;
  const texts = `WITH texts AS (
  SELECT value, count(*) AS n
  FROM (SELECT ${text} AS value FROM ${table}) AS plain
  WHERE value IS NOT NULL
  GROUP BY value
)
SELECT value, n, value <> ${unmarked(log, 'value')} AS marked FROM texts`;
  const all = await engine.query(`${texts}\nORDER BY value\nLIMIT ${MAX_CUSTOMERS + 1}`);
  const words = [...MISSING_IDENTIFIER_WORDS, FIRST].map(dialect.quoteText).join(', ');
  const odd = `WHERE NOT ${dialect.matches('value', PLAIN)} OR lower(value) IN (${words})`;
  const { value, n, marked } =
    all.value.length <= MAX_CUSTOMERS ? all : await engine.query(`${texts}\n${odd}\nORDER BY value`);
  return value.map((each, i) => ({ text: String(each), rows: Number(n[i]), marked: marked[i] === true }));
}

/** The plain spelling of every customer, from a table of those that are spelled otherwise. */
async function spelledOut(
  log: RawTransactions,
  column: RoleColumn,
  plain: ReadonlyMap<string, string>,
  known: string,
): Promise<Omit<ColumnReading, 'detected'>> {
  const { value, join } = await valueTable(log, column, [...plain.keys()], [...plain.values()]);
  return { expression: `coalesce(${value}, ${known})`, join };
}

/** Where there is a customer 1, customer 0 is one too. */
const FIRST = '1';

/** How invoices are numbered mostly, as no word is: these need not be compared with all words. */
const NUMBERED = '[A-Za-z]?[0-9]{4,}';

/** `min` keeps engines from looking at every row before rows are grouped. */
async function withoutWords(
  { engine, table }: RawTransactions,
  { name, text }: RoleColumn,
  isMissing: (text: string) => boolean,
  meaning: string,
): Promise<ColumnReading> {
  const { dialect } = engine;
  const words = [...MISSING_IDENTIFIER_WORDS, FIRST].map(dialect.quoteText).join(', ');
  const around = dialect.quoteText(` ${AROUND_WORDS}`);
  const { value, n } = await engine.query(`WITH texts AS (
  SELECT min(value) AS value, count(*) AS n
  FROM (SELECT ${text} AS value FROM ${table}) AS plain
  GROUP BY value
)
SELECT value, n FROM texts
WHERE CASE WHEN NOT ${dialect.matches('value', NUMBERED)}
    THEN lower(trim(BOTH ${around} FROM value)) END IN (${words})
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
    detected: missingWordsSentences(name, written, rows, meaning),
  };
}
