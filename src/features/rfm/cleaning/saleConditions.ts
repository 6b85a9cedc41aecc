import { plural } from '../../../core/format';
import { isMissingText } from '../../../table/missing';
import type { Transactions } from '../reading/loadTransactions';
import { isCanceled, type StatusMeaning, statusMeaning } from './orderStatus';

/** Conditions in SQL on rows by what status and cancellation say of them; undefined where no row is so. */
export interface SaleConditions {
  /** No sale took place: canceled, failed, pending, a test. */
  notSold?: string;
  /** All that was paid came back. */
  refunded?: string;
  /** The row itself takes money back. */
  refund?: string;
  /** The row is no order. */
  noOrder?: string;
  /** What was understood and what was not, in sentences. */
  notes: string[];
}

/** Without a look at status: every row is what its numbers say. */
export const ALL_SOLD: SaleConditions = { notes: [] };

/** A status as it stands in the log, in how many rows. */
interface Status {
  value: string;
  rows: number;
}

/**
 * What the log's columns of status and cancellation say.
 * @param paid statuses that count as paid, whatever they usually mean.
 * Cost: one pass over the rows for each of the two columns.
 */
export async function saleConditions(
  transactions: Transactions,
  paid: readonly string[],
): Promise<SaleConditions> {
  const statuses = await valuesOf(transactions, 'status');
  const meaningOf = ({ value }: Status): StatusMeaning | undefined =>
    paid.includes(value) ? 'sale' : statusMeaning(value);
  const known = statuses.filter((status) => meaningOf(status) !== undefined);
  const { quoteText } = transactions.engine.dialect;
  const among = (column: string, values: readonly string[]) =>
    `(${column} IS NOT NULL AND ${column} IN (${values.map(quoteText).join(', ')}))`;
  const withMeaning = (meaning: StatusMeaning) => known.filter((status) => meaningOf(status) === meaning);
  const whether = (meaning: StatusMeaning) => {
    const values = withMeaning(meaning).map(({ value }) => value);
    return values.length === 0 ? undefined : among('status', values);
  };
  const canceled = (await valuesOf(transactions, 'canceled')).filter(({ value }) => isCanceled(value));
  const notSold = [
    whether('none'),
    canceled.length === 0
      ? undefined
      : among(
          'canceled',
          canceled.map(({ value }) => value),
        ),
  ].filter((condition) => condition !== undefined);
  return {
    ...(notSold.length > 0 && { notSold: notSold.join(' OR ') }),
    ...(whether('refunded') && { refunded: whether('refunded') }),
    ...(whether('refund') && { refund: whether('refund') }),
    ...(whether('other') && { noOrder: whether('other') }),
    notes: statusNotes(transactions, statuses, known, withMeaning),
  };
}

async function valuesOf(
  { engine, table, columns }: Transactions,
  role: 'status' | 'canceled',
): Promise<Status[]> {
  if (columns[role] === null) return [];
  const { value, n } = await engine.query(`SELECT ${role} AS value, count(*) AS n
FROM ${table}
WHERE ${role} IS NOT NULL
GROUP BY ${role}
ORDER BY n DESC, value`);
  return value
    .map((text, i) => ({ value: String(text), rows: Number(n[i]) }))
    .filter((status) => !isMissingText(status.value));
}

/** Of many statuses so many are named. */
const MAX_NAMED = 6;

function statusNotes(
  { columns: { status: column, refunded } }: Transactions,
  statuses: readonly Status[],
  known: readonly Status[],
  withMeaning: (meaning: StatusMeaning) => readonly Status[],
): string[] {
  if (column === null || statuses.length === 0) return [];
  if (known.length === 0)
    return [`'${column}' was not used: none of its values is a known status (${named(statuses)})`];
  const unknown = statuses.filter((status) => !known.includes(status));
  const partly = statuses.filter(({ value }) => isPartial(value));
  const said: [string, readonly Status[]][] = [
    ['no sale', withMeaning('none')],
    ['a sale that was paid back', withMeaning('refunded')],
    ['money paid back', withMeaning('refund')],
    ['no order', withMeaning('other')],
  ];
  return [
    ...said
      .filter(([, those]) => those.length > 0)
      .map(
        ([meaning, those]) =>
          `in '${column}', ${named(those)} ${those.length === 1 ? 'means' : 'mean'} ${meaning}`,
      ),
    ...(unknown.length === 0
      ? []
      : [
          `in '${column}', ${named(unknown)} ${unknown.length === 1 ? 'is no known status and counts' : 'are no known statuses and count'} as a sale`,
        ]),
    ...(refunded === null && partly.length > 0
      ? [`no column says how much was refunded: orders with ${named(partly)} count in full`]
      : []),
  ];
}

function named(statuses: readonly Status[]): string {
  const shown = statuses.slice(0, MAX_NAMED).map(({ value, rows }) => `'${value}' (${plural(rows, 'row')})`);
  const more = statuses.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Whether a part comes back: 'Partially refunded', 'partial return'. */
function isPartial(status: string): boolean {
  const at = status.search(/part/i);
  return at >= 0 && /refund|return|back/i.test(status.slice(at));
}
