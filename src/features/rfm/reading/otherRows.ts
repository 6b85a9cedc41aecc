import { plural } from '../../../core/format';
import { TOTAL_WORDS } from '../../../table/rows/totalLabels';
import type { RoleColumn } from './columnReading';
import type { RawTransactions } from './rawTransactions';

/** Rows that are named one by one. */
const MAX_NAMED = 3;

/**
 * The columns without what stands in rows that are no purchases: rows of totals (a label where a date belongs, or
 * anywhere in a row without a date), the header again, and remarks in the column of dates. Their cells are NULL, so that
 * cleaning takes them out and they keep no date or number from being read. Cost: one pass.
 */
export async function withoutOtherRows(
  log: RawTransactions,
  columns: readonly RoleColumn[],
): Promise<{ columns: RoleColumn[]; notes: string[] }> {
  const date = columns.find(({ role }) => role === 'date');
  if (date === undefined) return { columns: [...columns], notes: [] };
  const condition = `coalesce(${otherRow(log, columns, date)}, FALSE)`;
  const { n } = await log.engine.query(`SELECT count(*) AS n FROM ${log.table}\nWHERE ${condition}`);
  const count = Number(n[0]);
  if (count === 0) return { columns: [...columns], notes: [] };
  return {
    columns: columns.map((column) => ({
      ...column,
      text: `CASE WHEN NOT ${condition} THEN ${column.text} END`,
    })),
    notes: [await otherRowsNote(log, condition, count)],
  };
}

function otherRow(
  { engine: { dialect }, columns: names }: RawTransactions,
  columns: readonly RoleColumn[],
  date: RoleColumn,
): string {
  const words = TOTAL_WORDS.map(dialect.quoteText).join(', ');
  const isLabel = (text: string) => `lower(trim(BOTH ' :*=-' FROM ${text})) IN (${words})`;
  const others = columns.filter(({ role }) => NEEDED.has(role));
  const labels = names.map((name) => isLabel(dialect.quoteName(name)));
  return [
    `${date.text} IS NULL AND (${labels.join(' OR ')})`,
    isLabel(date.text),
    `lower(${date.text}) = ${dialect.quoteText(date.name.trim().toLowerCase())}`,
    `${date.text} IS NOT NULL AND ${others.map(({ text }) => `${text} IS NULL`).join(' AND ')}`,
  ]
    .map((each) => `(${each})`)
    .join('\n    OR ');
}

/** Of these every purchase has one. */
const NEEDED: ReadonlySet<string> = new Set(['customer', 'invoice', 'quantity', 'price', 'amount']);

async function otherRowsNote(
  { engine, table, columns }: RawTransactions,
  condition: string,
  count: number,
): Promise<string> {
  const { dialect } = engine;
  const texts = columns.map((name) => `nullif(trim(${dialect.quoteName(name)}), '')`);
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
      ? 'no purchase, but a total, a header or a remark'
      : 'no purchases, but totals, headers or remarks';
  const rows = more > 0 ? `${named.join(', ')} and ${plural(more, 'more row')}` : named.join(', ');
  return `${rows} ${count === 1 ? 'is' : 'are'} ${what}: left out`;
}
