import { pickOptions, resolveOptions } from '../../core/resolveOptions';
import { openDatabase } from '../../datasets/sql/openDatabase';
import type { SqlEngine } from '../../datasets/sql/sqlEngine';
import type { TableData } from '../../table/tableData';
import { type CleaningStep, cleanTransactions, type Purchases } from './cleaning/cleanTransactions';
import type { Subtracted } from './cleaning/subtracted';
import {
  CLEAN_OPTIONS,
  LOAD_OPTIONS,
  RFM_ANALYSIS_OPTIONS,
  RFM_OPTIONS,
  type RfmAnalysisOptions,
} from './options';
import { loadTransactions } from './reading/loadTransactions';
import type { TransactionSource } from './reading/rawTransactions';
import { type Rfm, rfm } from './scoring/rfm';
import {
  type CohortPeriod,
  cohortPeriod,
  cohortRetention,
  revenueByMonthAndCountry,
} from './tables/purchaseTables';
import type { TransactionColumns } from './transactionRoles';

/** All that a transaction log says about its customers. */
export interface RfmAnalysis extends Rfm {
  /** Base name of the file, or the name of the table. */
  file: string;
  /** Which column of the log holds what. */
  columns: TransactionColumns;
  /** What was detected rather than given, in sentences. */
  detected: string[];
  rowsRead: number;
  /** Rows that count as purchases. */
  rowsValid: number;
  /** The cleaning, statement by statement. */
  steps: CleaningStep[];
  /** Valid rows that repeat an earlier one in every column, what they amount to, and whether they are in. */
  duplicates: Purchases['duplicates'];
  /** What is subtracted, by kind; empty where nothing is, or sums are gross. */
  subtracted: Subtracted[];
  /** Whether sums are gross: before returns, refunds, vouchers and canceled orders. */
  gross: boolean;
  /** The currency of all money, as its code or sign; null where the log does not say. */
  currency: string | null;
  /** Who comes back, as `cohortRetention` gives it. */
  cohorts: TableData;
  /** How long a cohort is: a month, or in logs of more than two years a quarter, of more than six a year. */
  cohortPeriod: CohortPeriod;
  /** Gross revenue by month and country, as `revenueByMonthAndCountry` gives it; null without a column of countries. */
  monthByCountry: TableData | null;
}

/**
 * From a transaction log to named segments in one call: `loadTransactions`, `cleanTransactions`, `rfm`,
 * `cohortRetention` and `revenueByMonthAndCountry`.
 *
 * @param source path of a file, or `{ table }` of the `database` given.
 * @throws InputError for whatever is wrong with the file, its columns, dates, numbers or the options.
 * Cost: some 1.5 s for 541,909 rows × 8 columns in a gzipped CSV file.
 *
 * @example
 * const { rowsRead, rowsValid, revenue } = await rfmAnalysis('purchases.csv');
 * rowsValid; // 3
 * revenue;   // 60.6
 */
export async function rfmAnalysis(
  source: TransactionSource,
  options: RfmAnalysisOptions = {},
): Promise<RfmAnalysis> {
  const given = resolveOptions('rfmAnalysis', RFM_ANALYSIS_OPTIONS, options);
  const database = given.database ?? (await openDatabase());
  try {
    return await analyze(database, source, given);
  } finally {
    if (given.database === undefined) await database.close();
  }
}

async function analyze(
  database: SqlEngine,
  source: TransactionSource,
  options: RfmAnalysisOptions,
): Promise<RfmAnalysis> {
  const transactions = await loadTransactions(database, source, pickOptions(LOAD_OPTIONS, options));
  const purchases = await cleanTransactions(transactions, pickOptions(CLEAN_OPTIONS, options));
  const by = await cohortPeriod(purchases);
  const { detected, ...scored } = await rfm(purchases, pickOptions(RFM_OPTIONS, options));
  const { file, columns, rows: rowsRead } = transactions;
  const { rows: rowsValid, steps, duplicates, subtracted, currency = null } = purchases;
  return {
    file,
    columns,
    detected: [...transactions.detected, ...purchases.detected, ...detected],
    rowsRead,
    rowsValid,
    steps,
    duplicates,
    ...{ subtracted: subtracted?.kinds ?? [], gross: subtracted === null, currency },
    ...scored,
    cohorts: await cohortRetention(purchases, { by }),
    cohortPeriod: by,
    monthByCountry: columns.country === null ? null : await revenueByMonthAndCountry(purchases),
  };
}
