import type { Dialect } from '../../../datasets/sql/dialect';
import type { RoleColumn } from './columnReading';
import type { RawTransactions } from './rawTransactions';

/** The different texts of a column. */
export interface DistinctTexts {
  texts: string[];
  /** How many rows hold each. */
  rows: number[];
  /** Whether these are all. If not, each stands for others in the same format. */
  complete: boolean;
}

/** More different dates than this are not looked at one by one: the engine is asked whether it can read them all. */
const MAX_TEXTS = 5_000;

/** Minutes, seconds and their decimals: a day has 1440 of the first, and they are read in the same way. */
const WITHIN_HOUR = ':[0-9]{2}([.,][0-9]+)?';

/**
 * Makes a table of the different texts of a column, `value`, with the number of rows that hold each, `n`: for a column
 * that is asked about more than once.
 * @returns its name.
 */
export async function distinctTable(log: RawTransactions, { role, text }: RoleColumn): Promise<string> {
  const { engine, schema } = log;
  const table = `${schema}.${role}_texts`;
  await engine.run(engine.dialect.replaceTable(table, countedTexts(log, text)));
  return table;
}

/**
 * The different dates of a table of texts; of very many one for each day, hour and way of writing the time.
 * @param table as `distinctTable` makes it.
 */
export async function distinctDates({ engine }: RawTransactions, table: string): Promise<DistinctTexts> {
  const all = await engine.query(`SELECT value, n FROM ${table}\nLIMIT ${MAX_TEXTS + 1}`);
  const complete = all.value.length <= MAX_TEXTS;
  const { value, n } = complete ? all : await engine.query(datesByHour(engine.dialect, table));
  const found = value.map((each, i) => ({ text: String(each), rows: Number(n[i]) }));
  found.sort((a, b) => (a.text < b.text ? -1 : 1)); // engines give groups in any order
  return { texts: found.map((each) => each.text), rows: found.map((each) => each.rows), complete };
}

function datesByHour({ replaceMatches }: Dialect, table: string): string {
  return `SELECT min(value) AS value, sum(n) AS n
FROM (
  SELECT value, n, ${replaceMatches('value', WITHIN_HOUR, ':00')} AS hour
  FROM ${table}
) AS hours
GROUP BY hour`;
}

/** Whatever has an exponent: there every digit counts. */
const EXPONENT = '.*[0-9.][eE][+-]?[0-9]+';

/**
 * The numbers of a column as texts: of those with the same digits and marks at the same places the first and last in
 * the order of the alphabet. What all these can be read as, all can.
 * @param text SQL for the column.
 */
export async function numberShapes(log: RawTransactions, text: string): Promise<DistinctTexts> {
  const { dialect } = log.engine;
  const { least, greatest, n } = await log.engine.query(`${textsOf(log, text)}
SELECT min(value) AS least, max(value) AS greatest, sum(n) AS n
FROM (
  SELECT value, n,
    CASE WHEN ${dialect.matches('value', EXPONENT)} THEN value
      ELSE translate(value, '0123456789', '9999999999') END AS shape
  FROM texts
) AS shapes
GROUP BY shape
ORDER BY least`);
  const texts = least.flatMap((value, i) => (value === greatest[i] ? [value] : [value, greatest[i]]));
  const rows = n.flatMap((count, i) => (least[i] === greatest[i] ? [count] : [count, 0]));
  return { texts: texts.map(String), rows: rows.map(Number), complete: false };
}

/** All different texts of a column. */
export async function allTexts(log: RawTransactions, text: string): Promise<string[]> {
  const { value } = await log.engine.query(`${textsOf(log, text)}\nSELECT value FROM texts`);
  return value.map(String);
}

/** Different texts of a column, and how many rows hold each. */
function textsOf(log: RawTransactions, text: string): string {
  return `WITH texts AS (\n${countedTexts(log, text)}\n)`;
}

function countedTexts({ table }: RawTransactions, text: string): string {
  return `  SELECT value, count(*) AS n
  FROM (SELECT ${text} AS value FROM ${table}) AS plain
  WHERE value IS NOT NULL
  GROUP BY value`;
}
