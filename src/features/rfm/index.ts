/**
 * Recency, frequency and monetary value of transaction logs.
 *
 * @packageDocumentation
 */

export {
  type CleaningStep,
  cleanTransactions,
  type Purchases,
} from './cleaning/cleanTransactions';
export type { AmountPer } from './cleaning/orderLines';
export type { Subtracted, SubtractedKind } from './cleaning/subtracted';
export type {
  CleanTransactionsOptions,
  LoadTransactionsOptions,
  RfmAnalysisOptions,
  RfmOptions,
} from './options';
export {
  loadTransactions,
  type Transactions,
} from './reading/loadTransactions';
export type { TransactionSource } from './reading/rawTransactions';
export { type RfmAnalysis, rfmAnalysis } from './rfmAnalysis';
export { type Rfm, type RfmSegment, rfm } from './scoring/rfm';
export { RFM_SEGMENTS, type RfmSegmentMeaning, type RfmSegmentName, rfmSegment } from './scoring/rfmSegments';
export {
  type CohortOptions,
  type CohortPeriod,
  cohortRetention,
  revenueByMonthAndCountry,
} from './tables/purchaseTables';
export { cleaningTable, rfmActionTable, rfmSegmentTable } from './tables/rfmTables';
export type { TransactionColumnOptions, TransactionColumns, TransactionRole } from './transactionRoles';
