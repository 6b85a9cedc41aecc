import { formatList, plural } from '../../../core/format';
import { countWhere } from '../../../datasets/sql/countWhere';
import type { Dialect } from '../../../datasets/sql/dialect';
import { TOTAL_WORDS, totalLabel } from '../../../table/rows/totalLabels';
import type { RoleColumn } from './columnReading';
import { distinctTable } from './distinctTexts';
import type { RawTransactions } from './rawTransactions';

/** Rows that are named one by one. */
const MAX_NAMED = 3;

/** The columns of a log without what stands in rows that are no purchases. */
export interface PurchaseColumns {
  columns: RoleColumn[];
  /** The table of the different texts that are left in the column of dates; see `distinctTable`. */
  dateTexts?: string;
  detected: string[];
}

/**
 * The columns without what stands in rows that are no purchases: rows of totals (a label where a date belongs, or
 * anywhere in a row without a date), the header again, and remarks in the column of dates. Their cells are NULL, so that
 * cleaning takes them out and they keep no date or number from being read. Cost: one pass, and one for the different
 * dates.
 */
export async function withoutOtherRows(
  log: RawTransactions,
  columns: readonly RoleColumn[],
): Promise<PurchaseColumns> {
  const date = columns.find(({ role }) => role === 'date');
  if (date === undefined) return { columns: [...columns], detected: [] };
  const dateTexts = await distinctTable(log, date);
  const found = await otherRow(log, columns, date, dateTexts);
  if (found === undefined) return { columns: [...columns], dateTexts, detected: [] };
  const condition = `coalesce(${found}, FALSE)`;
  const { n } = await log.engine.query(`SELECT count(*) AS n FROM ${log.table}\nWHERE ${condition}`);
  const left = columns.map((column) => ({
    ...column,
    text: `CASE WHEN NOT ${condition} THEN ${column.text} END`,
  }));
  return {
    columns: left,
    dateTexts: await distinctTable(log, left.find(({ role }) => role === 'date')!),
    detected: [await otherRowsSentence(log, condition, Number(n[0]), columns)],
  };
}

/** What is so of a row that is no purchase; undefined where none is. Words are looked for where they can matter alone. */
async function otherRow(
  log: RawTransactions,
  columns: readonly RoleColumn[],
  date: RoleColumn,
  dateTexts: string,
): Promise<string | undefined> {
  const { engine, table } = log;
  const { quoteText, quoteName } = engine.dialect;
  const others = columns.filter(({ role }) => NEEDED.has(role));
  const undated = `${date.text} IS NULL`;
  const alone = `${date.text} IS NOT NULL AND ${others.map(({ text }) => `${text} IS NULL`).join(' AND ')}`;
  const counts = await engine.query(
    `SELECT ${countWhere(undated)} AS undated, ${countWhere(alone)} AS remarks FROM ${table}`,
  );
  const labels = await labelsAmong(log, dateTexts, date.name);
  const total = `${undated} AND (${log.columns.map((name) => isAmong(engine.dialect, quoteName(name), TOTAL_WORDS)).join(' OR ')})`;
  const parts = [
    ...(counts.undated[0] !== 0 && (await isSomewhere(log, total)) ? [total] : []),
    ...(await totalsOfOrders(log, columns)),
    ...(labels.length === 0 ? [] : [`${date.text} IN (${labels.map(quoteText).join(', ')})`]),
    ...(counts.remarks[0] === 0 ? [] : [alone]),
  ];
  return parts.length === 0 ? undefined : parts.map((part) => `(${part})`).join('\n    OR ');
}

/** Whether a text is one of these labels, however it is decorated. */
function isAmong(dialect: Dialect, text: string, labels: readonly string[]): string {
  return `lower(trim(BOTH ' :*=-' FROM ${text})) IN (${labels.map(dialect.quoteText).join(', ')})`;
}

/** Labels of totals among the different texts of the column of dates ('Total 31/05/2024'), and its header. */
async function labelsAmong(log: RawTransactions, dateTexts: string, header: string): Promise<string[]> {
  const { dialect } = log.engine;
  const likely = dialect.matches('lower(value)', `.*(${SUM_WORDS.join('|')}).*`);
  const { value } = await log.engine.query(`SELECT value FROM ${dateTexts}
WHERE ${isAmong(dialect, 'value', TOTAL_WORDS)} OR ${likely} OR lower(value) = ${dialect.quoteText(header.trim().toLowerCase())}`);
  return value
    .map(String)
    .filter(
      (text) => text.trim().toLowerCase() === header.trim().toLowerCase() || totalLabel(text) !== undefined,
    );
}

/**
 * Rows that are called a total where a number of an order or an item belongs: lines of an order are often summed up below
 * them. Where most rows are, the word means something else.
 */
async function totalsOfOrders(log: RawTransactions, columns: readonly RoleColumn[]): Promise<string[]> {
  const { engine, table } = log;
  const conditions = labelPlaces(columns).map(({ text }) => isAmong(engine.dialect, text, ORDER_TOTALS));
  if (conditions.length === 0) return [];
  const counts = conditions.map((condition, j) => `${countWhere(condition)} AS c${j}`);
  const found = await engine.query(`SELECT count(*) AS n, ${counts.join(', ')} FROM ${table}`);
  return conditions.filter((_, j) => {
    const rows = Number(found[`c${j}`][0]);
    return rows > 0 && 2 * rows <= Number(found.n[0]);
  });
}

/** Where the lines of an order have a label. */
function labelPlaces(columns: readonly RoleColumn[]): readonly RoleColumn[] {
  return columns.filter(({ role }) => role === 'invoice' || role === 'description');
}

/** What the sum of an order or of a customer is called, and nothing that is sold. */
const ORDER_TOTALS = [
  ...['total', 'totals', 'subtotal', 'sub-total', 'sub total', 'grand total', 'order total', 'invoice total'],
  ...['total general', 'summe', 'gesamtsumme', 'zwischensumme', 'gesamtbetrag', 'endsumme', 'teilsumme'],
  ...[
    'sous-total',
    'sous total',
    'total ttc',
    'total ht',
    'subtotale',
    'totale',
    'subtotaal',
    'totaal',
    'eindtotaal',
  ],
];

/** Words of labels that say more than that, such as a day. */
const SUM_WORDS = [
  'total',
  'totaal',
  'totais',
  'summe',
  'somme',
  'suma',
  'somma',
  'soma',
  'gesamt',
  'ergebnis',
];

/** Of these every purchase has one. */
const NEEDED: ReadonlySet<string> = new Set(['customer', 'invoice', 'quantity', 'price', 'amount']);

async function isSomewhere({ engine, table }: RawTransactions, condition: string): Promise<boolean> {
  const { n } = await engine.query(`SELECT count(*) AS n FROM ${table}\nWHERE ${condition}`);
  return n[0] !== 0;
}

async function otherRowsSentence(
  { engine, table, columns }: RawTransactions,
  condition: string,
  count: number,
  roles: readonly RoleColumn[],
): Promise<string> {
  const { dialect } = engine;
  const labels = labelPlaces(roles).map(
    ({ text }) => `CASE WHEN ${isAmong(dialect, text, ORDER_TOTALS)} THEN ${text} END`,
  );
  const texts = [...labels, ...columns.map((name) => `nullif(trim(${dialect.quoteName(name)}), '')`)];
  const { row, label } =
    await engine.query(`SELECT ${dialect.rowNumber()} AS row, coalesce(${texts.join(', ')}, '') AS label
FROM ${table}
WHERE ${condition}
ORDER BY row
LIMIT ${MAX_NAMED}`);
  const named = row.map((each, i) => `row ${each} ('${String(label[i]).slice(0, 40)}')`);
  const more = count - named.length;
  const what =
    count === 1
      ? "isn't a purchase: it's a total, a header or a remark, and is left out"
      : "aren't purchases: they're totals, headers or remarks, and are left out";
  const rows = formatList(more > 0 ? [...named, plural(more, 'more row')] : named);
  return `${rows} ${what}`;
}
