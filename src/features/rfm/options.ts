import {
  array,
  boolean,
  choice,
  either,
  type Given,
  names,
  nothing,
  object,
  optional,
  text,
  thing,
} from '../../core/schema';
import { FILE_OPTIONS } from '../../datasets/read/fileOptions';
import type { SqlEngine } from '../../datasets/sql/sqlEngine';
import type { Joinable } from '../../table/spelling';
import { byRole } from './transactionRoles';

/** Apart from what uses them, since the dashboard's page reads them too. */

const { dateFormat, decimal, delimiter, encoding, sheet } = FILE_OPTIONS;

/** What the options of `loadTransactions` may be. @internal */
export const LOAD_OPTIONS = object({
  ...byRole(({ title, help }) =>
    optional(
      text({
        title,
        description: `Column of ${help}; default: recognized by its name`,
        expects: 'the name of a column',
        page: { schema: text({ minLength: 1, maxLength: 500 }) },
      }),
    ),
  ),
  dateFormat,
  decimal,
  delimiter,
  encoding,
  sheet,
  /** Words that are customers here, though they mean nobody elsewhere, such as 'guest'. Default none. */
  keepMissing: names({
    title: 'Words to keep',
    description: 'Words that are customers here, though they mean nobody elsewhere',
    default: [],
  }),
  /**
   * Differences in spelling that make no other customer: 'zeros' (00123 and 123), 'capitals' (AB12 and ab12), 'marks'
   * (AB-12, AB 12 and AB12). Default none: they are said.
   */
  joinCustomers: array<readonly Joinable[]>({
    title: 'Spellings to join',
    description: 'Spellings that are one customer: zeros (00123, 123), capitals, marks (A-1, A1)',
    default: [],
  }),
  /** SQL schema in which tables are made, replacing those of an earlier run. Default 'rfm'. */
  schema: text({ default: 'rfm' }),
});

/** What the options of `cleanTransactions` may be. @internal */
export const CLEAN_OPTIONS = object({
  /**
   * Rows that repeat an earlier one in every column: 'keep' (default) takes them for two lines of one basket, and
   * counts an invoice entered twice double; 'drop' takes them for entered twice, and loses the lines that were not.
   */
  duplicates: choice(
    { keep: 'Keep', drop: 'Drop' },
    {
      title: 'Repeated rows',
      description: 'Rows that repeat an earlier one in every column',
      default: 'keep',
    },
  ),
  /**
   * What the number of a canceled invoice begins with; null when there are none. Default 'C' where the other
   * invoices are all digits, and none where they are not.
   */
  cancellationPrefix: optional(
    either([nothing(), text({ minLength: 1 })], {
      title: 'Canceled invoices begin with',
      description: 'What numbers of canceled invoices begin with (default: C, where others are digits)',
      expects: "what numbers of canceled invoices begin with, such as 'C'",
    }),
  ),
  /**
   * Whether what customers paid is counted before returns, refunds, vouchers and canceled orders. Default false: these
   * are subtracted, by negative quantities and amounts, by the numbers of canceled invoices, and by columns of status,
   * cancellation and refunds.
   */
  gross: boolean({
    title: 'Gross',
    description: 'Sums before returns, refunds, vouchers and canceled orders, which are subtracted otherwise',
    default: false,
  }),
  /** Statuses that count as paid, although they usually do not, such as 'pending'. Default none. */
  paidStatuses: names({
    title: 'Statuses that count as paid',
    description: 'Statuses that count as paid, although they usually do not',
    default: [],
  }),
  /** The one currency that counts, of a log with several, which is refused otherwise. */
  onlyCurrency: optional(
    text({
      title: 'Only this currency',
      description: 'The one currency that counts, of a file with several',
      expects: "a currency such as 'EUR'",
      minLength: 1,
      page: { schema: text({ minLength: 1, maxLength: 20 }) },
    }),
  ),
  /**
   * Whether an amount is that of its 'line' or of the whole 'order', which then counts once. Default: of the order where
   * all lines of each order have the same and quantity × price or the header says so.
   */
  amountPer: optional(
    choice(
      { line: 'its line', order: 'the whole order' },
      {
        title: 'An amount is that of',
        description:
          'Whether an amount is that of its line, or of the whole order and counts once (default: recognized)',
      },
    ),
  ),
});

/** What the options of `rfm` may be. @internal */
export const RFM_OPTIONS = object({
  /** The day on which recency is counted, 'yyyy-MM-dd'. Default: the day after the last purchase. */
  asOf: optional(
    text({
      title: 'Count days up to',
      description: 'Day on which recency is counted, yyyy-MM-dd (default: the day after the last purchase)',
      expects: "a day 'yyyy-MM-dd'",
    }),
  ),
  /**
   * Whether the rows of customers are read from the database. Default true; false leaves them in its table, which a
   * process has no room for where they are tens of millions: everything else is the same.
   */
  readCustomers: boolean({ default: true }),
});

/** What the options of `rfmAnalysis` may be. @internal */
export const RFM_ANALYSIS_OPTIONS = object({
  ...LOAD_OPTIONS.properties,
  ...CLEAN_OPTIONS.properties,
  ...RFM_OPTIONS.properties,
  /** A database that keeps the tables. Default: one in memory, gone at the end. */
  database: optional(thing<SqlEngine>('object', { expects: 'what `openDatabase` returns' })),
});

/** Options of `loadTransactions`: columns by their meaning, default recognized by their names, and how they are written. */
export interface LoadTransactionsOptions extends Given<typeof LOAD_OPTIONS> {}

/** Options of `cleanTransactions`. */
export interface CleanTransactionsOptions extends Given<typeof CLEAN_OPTIONS> {}

/** Options of `rfm`. */
export interface RfmOptions extends Given<typeof RFM_OPTIONS> {}

/** Options of `rfmAnalysis`: those of its steps, and where the tables live. */
export interface RfmAnalysisOptions extends Given<typeof RFM_ANALYSIS_OPTIONS> {}
