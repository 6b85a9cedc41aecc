import { InputError } from '../../../core/errors';
import { plural } from '../../../core/format';
import { phrase } from '../../../core/phrase';
import { isMissingText } from '../../../table/missing';
import type { Transactions } from '../reading/loadTransactions';
import {
  areDocuments,
  areSides,
  codeMeaning,
  flagMeaning,
  isAboutTests,
  isCanceled,
  isCredit,
  isPartial,
  repeatsHead,
  repeatsInvoice,
  type StatusMeaning,
  statusMeaning,
  statusOf,
} from './orderStatus';

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
  detected: string[];
}

/** Without a look at status: every row is what its numbers say. */
export const ALL_SOLD: SaleConditions = { detected: [] };

/** A status as it stands in the log, in how many rows. */
interface Status {
  value: string;
  rows: number;
}

/** What a column says of orders: of the money, or of what else became of them. */
interface StatusColumn {
  role: 'status' | 'canceled';
  all: Status[];
  known: Status[];
  /** Whether it holds a yes, a no or a day for what its header says. */
  isFlag: boolean;
  withMeaning: (meaning: StatusMeaning) => readonly Status[];
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
  const first = await statusColumn(transactions, 'status', paid);
  const second = await statusColumn(transactions, 'canceled', paid);
  const { quoteText } = transactions.engine.dialect;
  const whether = (meaning: StatusMeaning, columns: readonly StatusColumn[] = [first, second]) => {
    const conditions = columns
      .filter(({ withMeaning }) => withMeaning(meaning).length > 0)
      .map(({ role, withMeaning }) => {
        const values = withMeaning(meaning).map(({ value }) => quoteText(value));
        return `(${role} IS NOT NULL AND ${role} IN (${values.join(', ')}))`;
      });
    return conditions.length < 2 ? conditions[0] : `(${conditions.join(' OR ')})`;
  };
  const returned = whether('refunded', withoutOwnRefunds(first, second));
  const [notSold, refund, noOrder] = [whether('none'), whether('refund'), whether('other')];
  return {
    ...(notSold && { notSold }),
    ...(returned && { refunded: returned }),
    ...(refund && { refund }),
    ...(noOrder && { noOrder }),
    detected: [...statusSentences(transactions, first), ...secondSentences(transactions, second)],
  };
}

async function statusColumn(
  transactions: Transactions,
  role: 'status' | 'canceled',
  paid: readonly string[],
): Promise<StatusColumn> {
  const all = await valuesOf(transactions, role);
  const words = all.map(({ value }) => value);
  const sides = areSides(words, transactions.columns[role] ?? '');
  if (sides && !words.some((word) => paid.includes(word))) throw whichSideIsSold(transactions, role, all);
  const ledger = areDocuments(words);
  const of = ledger ? 'document' : statusOf(transactions.columns[role] ?? '');
  const flag = role === 'canceled' ? flagMeaning(transactions.columns.canceled ?? '') : undefined;
  const besideSales = of === 'document' && all.some(({ value }) => statusMeaning(value, of) === 'sale');
  const codeOf = codeMeaning(words);
  const isRepeated = repeatsHead(words);
  const meaningOf = ({ value }: Status): StatusMeaning | undefined => {
    if (paid.includes(value)) return 'sale';
    if (sides) return 'refund';
    const code = codeOf(value);
    if (code !== undefined) return code;
    if ((ledger && repeatsInvoice(value)) || isRepeated(value)) return 'other';
    if (besideSales && isCredit(value)) return 'refund';
    if (flag !== undefined) return flag(value);
    if (role === 'canceled' && of !== 'document' && isCanceled(value)) return 'none';
    return statusMeaning(value, of);
  };
  const meanings = new Map(all.map((status) => [status, meaningOf(status)]));
  const known = all.filter((status) => meanings.get(status) !== undefined);
  return {
    role,
    all,
    known,
    isFlag: flag !== undefined,
    withMeaning: (meaning) => known.filter((status) => meanings.get(status) === meaning),
  };
}

/** That a column of debits and credits alone does not say which of them are sales. */
function whichSideIsSold(
  { file, columns }: Transactions,
  role: 'status' | 'canceled',
  all: readonly Status[],
): InputError {
  return new InputError(
    'ambiguous',
    phrase`${{ file }}: column ${{ column: columns[role]! }} holds debits and credits: ${named(all)}. Either can be the sales`,
    {
      remedy: phrase`give ${{ option: 'paidStatuses' }}: the one that is sales, and the other is money that customers got back; both, if they are kinds of cards. Leave payments of invoices that are in the file too out of it first`,
      option: 'paidStatuses',
      allowed: all.map(({ value }) => value),
    },
  );
}

/** Where one column tells of refunds that are rows of their own, what the other says of their orders is the same money. */
function withoutOwnRefunds(first: StatusColumn, second: StatusColumn): StatusColumn[] {
  const refunds = ({ withMeaning }: StatusColumn) => withMeaning('refund').length > 0;
  return [...(refunds(second) ? [] : [first]), ...(refunds(first) ? [] : [second])];
}

/** What the second column means, besides days on which orders were canceled. */
function secondSentences({ columns }: Transactions, second: StatusColumn): string[] {
  const { all, known, isFlag, withMeaning } = second;
  if (isFlag) return flagSentences(columns.canceled!, second);
  const told = MEANINGS.filter(([meaning]) => meaning !== 'none' && withMeaning(meaning).length > 0);
  if (told.length === 0) return [];
  const unknown = all.filter((status) => !known.includes(status));
  return [
    ...told.map(([meaning, what]) => `in '${columns.canceled}', ${meaningOfAll(withMeaning(meaning), what)}`),
    ...unknownSentences(columns.canceled!, unknown),
  ];
}

const FLAGS: readonly (readonly [StatusMeaning, string])[] = [
  ['none', 'were not paid'],
  ['refunded', 'were paid back'],
];

function flagSentences(column: string, { all, known, withMeaning }: StatusColumn): string[] {
  const unknown = all.filter((status) => !known.includes(status));
  const rowsOf = (statuses: readonly Status[]) => statuses.reduce((sum, { rows }) => sum + rows, 0);
  return [
    ...FLAGS.filter(([meaning]) => withMeaning(meaning).length > 0).map(
      ([meaning, what]) =>
        `'${column}' says which orders ${meaning === 'none' && isAboutTests(column) ? 'were tests' : what}: ${plural(rowsOf(withMeaning(meaning)), 'row')}`,
    ),
    ...(unknown.length === 0
      ? []
      : [
          `in '${column}', ${named(unknown)} ${unknown.length === 1 ? 'is' : 'are'} no yes, no or day, and not used`,
        ]),
  ];
}

function unknownSentences(column: string, unknown: readonly Status[]): string[] {
  if (unknown.length === 0) return [];
  const what = unknown.length === 1 ? 'is no known status and counts' : 'are no known statuses and count';
  return [`in '${column}', ${named(unknown)} ${what} as a sale`];
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

const MEANINGS: readonly (readonly [StatusMeaning, string])[] = [
  ['none', 'no sale'],
  ['refunded', 'a sale that was paid back'],
  ['refund', 'money paid back'],
  ['other', 'no order'],
];

function statusSentences(
  { columns: { status: column, refunded } }: Transactions,
  { all: statuses, known, withMeaning }: StatusColumn,
): string[] {
  if (column === null || statuses.length === 0) return [];
  if (known.length === 0)
    return [`'${column}' was not used: none of its values is a known status (${named(statuses)})`];
  const unknown = statuses.filter((status) => !known.includes(status));
  const partly = statuses.filter(({ value }) => isPartial(value));
  return [
    ...MEANINGS.filter(([meaning]) => withMeaning(meaning).length > 0).map(
      ([meaning, what]) => `in '${column}', ${meaningOfAll(withMeaning(meaning), what)}`,
    ),
    ...unknownSentences(column, unknown),
    ...(refunded === null && partly.length > 0
      ? [`no column says how much was refunded: orders with ${named(partly)} count in full`]
      : []),
  ];
}

function meaningOfAll(statuses: readonly Status[], what: string): string {
  return `${named(statuses)} ${statuses.length === 1 ? 'means' : 'mean'} ${what}`;
}

function named(statuses: readonly Status[]): string {
  const shown = statuses.slice(0, MAX_NAMED).map(({ value, rows }) => `'${value}' (${plural(rows, 'row')})`);
  const more = statuses.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
