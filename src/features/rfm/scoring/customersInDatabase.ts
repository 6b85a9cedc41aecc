import type { TableData } from '../../../table/tableData';
import type { Purchases } from '../cleaning/cleanTransactions';
import type { Purchasers } from './outsized';

/** How many customers a segment has, and the middle of their measures. */
export interface SegmentSize {
  customers: number;
  recency: number;
  frequency: number;
  monetary: number;
}

const MEASURES = ['recency', 'frequency', 'monetary'] as const;

/** The sizes and medians of segments, of customers that stay in the database. Cost: three windows over the customers. */
export async function segmentSizes(
  { transactions: { engine } }: Purchases,
  table: string,
): Promise<Map<string, SegmentSize>> {
  const found = await engine.query(
    MEASURES.map((measure) => middleStatement(table, measure)).join('\nUNION ALL\n'),
  );
  const sizes = new Map<string, SegmentSize>();
  found.segment.forEach((cell, i) => {
    const [name, measure] = [String(cell), String(found.measure[i])];
    const known = sizes.get(name) ?? { customers: Number(found.n[i]), recency: 0, frequency: 0, monetary: 0 };
    const [low, high] = [Number(found.low[i]), Number(found.high[i])];
    sizes.set(name, { ...known, [measure]: low + (high - low) / 2 });
  });
  return sizes;
}

/** The one or two values in the middle of each segment; as floating-point numbers, so that measures fit one column. */
function middleStatement(table: string, measure: string): string {
  return `SELECT segment, '${measure}' AS measure, n,
  CAST(min(value) AS DOUBLE PRECISION) AS low, CAST(max(value) AS DOUBLE PRECISION) AS high
FROM (
  SELECT segment, ${measure} AS value,
    row_number() OVER (PARTITION BY segment ORDER BY ${measure}) AS place,
    count(*) OVER (PARTITION BY segment) AS n
  FROM ${table}
) AS ranked
WHERE 2 * place BETWEEN n AND n + 2
GROUP BY segment, n`;
}

/** Two customers at most, with the least and the greatest of each measure: what is the same in both is the same in all. */
export async function extremeCustomers(
  { transactions: { engine } }: Purchases,
  table: string,
): Promise<TableData> {
  const columns = MEASURES.map((name) => `min(${name}) AS least_${name}, max(${name}) AS greatest_${name}`);
  const found = await engine.query(`SELECT count(*) AS n, ${columns.join(', ')} FROM ${table}`);
  const both = Number(found.n[0]) === 1 ? ['least'] : ['least', 'greatest'];
  return {
    customer: both,
    ...Object.fromEntries(MEASURES.map((name) => [name, both.map((end) => found[`${end}_${name}`][0])])),
  };
}

/** Who bought how often, of customers that stay in the database. */
export async function mostFrequent(
  { transactions: { engine } }: Purchases,
  table: string,
): Promise<Purchasers> {
  const { n, total } = await engine.query(`SELECT count(*) AS n, sum(frequency) AS total FROM ${table}`);
  const { frequency } = await engine.query(
    `SELECT frequency FROM ${table}\nORDER BY frequency DESC\nLIMIT 2`,
  );
  const [first, second = 0] = frequency.map(Number);
  return { customers: Number(n[0]), total: Number(total[0]), first, second };
}
