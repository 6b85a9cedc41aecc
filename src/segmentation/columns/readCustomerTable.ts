import type { MissingCode } from '../../table/missingCodes';
import { type CustomerTable, type TypedTable, typedTable } from '../../table/typedTable';
import { keepWords, type MissingValueOptions, USUAL_MISSING, withoutCodes } from './missingValues';
import { type SuggestedColumns, suggestFrom } from './suggestColumns';

/** A table of customers, read once for any number of fits. */
export interface CustomerTableRead {
  table: TypedTable;
  suggested: SuggestedColumns;
  /** Codes for missing values that were left out of the table. */
  codes: readonly MissingCode[];
  /** Values that may be codes, and stay. */
  questions: readonly MissingCode[];
  /** The table with them. */
  given: TypedTable;
}

/**
 * Reads a table: what each column holds, which values are codes for missing ones, and which to cluster on.
 * @throws InputError when the table is empty, its columns differ in length, or a number is infinite.
 * Cost: O(n · columns²), about 0.1 s for 50,000 × 7.
 */
export function readCustomerTable(customers: CustomerTable): CustomerTableRead {
  return readTyped(typedTable(customers), USUAL_MISSING);
}

/** The table as options want it that say which words and values are missing. */
export function readAs(read: CustomerTableRead, options: MissingValueOptions): CustomerTableRead {
  const { missingCodes, keepMissing } = options;
  const isUsual = keepMissing.length === 0 && missingCodes.every((code) => code === 'auto');
  return isUsual ? read : readTyped(read.given, options);
}

function readTyped(given: TypedTable, { missingCodes, keepMissing }: MissingValueOptions): CustomerTableRead {
  const { table, codes, questions } = withoutCodes(keepWords(given, keepMissing), missingCodes);
  return { table, suggested: suggestFrom(table), codes, questions, given };
}
