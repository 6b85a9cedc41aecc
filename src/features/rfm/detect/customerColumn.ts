import type { TypedColumn } from '../../../table/column';
import { isMissing } from '../../../table/missing';
import {
  bareHeader,
  CUSTOMER_NAME,
  CUSTOMER_NUMBER,
  EMAIL,
  KEY_AT_END,
  ROW_IDENTIFIER,
  SHARED_NUMBER,
} from '../likelyHeaders';
import { type KeyColumn, keyColumn } from './keyColumn';

/** The column that says whose row it is. */
export interface CustomerColumn extends KeyColumn {
  /** Whether its header may also mean somebody else's number: an account, a card, or just an id. */
  vague: boolean;
}

/** Rows that are known in a smaller share of a column do not tell whether customers repeat. */
const MOSTLY_KNOWN = 0.8;
/** So many repeats are slips. */
const FEW_REPEATS = 0.1;

/**
 * The column that says who the customer of a row is, where there is one. A column of numbers or addresses of customers in
 * which hardly any repeats comes first: then rows are customers, whatever else repeats.
 * @param named what the caller says it is.
 */
export function customerColumn(
  columns: readonly TypedColumn[],
  named: readonly (string | null | undefined)[],
): CustomerColumn | undefined {
  const said = columns.find(({ name }) => named.includes(name));
  const clear = columns.filter(isClear).map(keyColumn).filter(isFilled);
  const unrepeated = clear.find(
    ({ codes, known, distinct }) =>
      known >= MOSTLY_KNOWN * codes.length && known - distinct <= FEW_REPEATS * known,
  );
  if (unrepeated && unrepeated.name !== said?.name) {
    const repeats = said ? keyColumn(said) : undefined;
    if (repeats === undefined || unrepeated.distinct > repeats.distinct)
      return { ...unrepeated, vague: false };
  }
  if (said) return { ...keyColumn(said), vague: false };
  const numbered = clear.filter((column) => isNumbered(column, columns));
  const best = (numbered.length > 0 ? numbered : clear).reduce<KeyColumn | undefined>(
    (most, one) => (most === undefined || one.known > most.known ? one : most),
    undefined,
  );
  if (best) return { ...best, vague: false };
  for (const pattern of [CUSTOMER_NAME, SHARED_NUMBER, ROW_IDENTIFIER]) {
    const found = columns
      .filter(({ name }) => pattern.test(bareHeader(name)))
      .map(keyColumn)
      .find(isFilled);
    if (found) return { ...found, vague: pattern !== CUSTOMER_NAME };
  }
  return undefined;
}

/** A header that can only be a customer's; with words such as 'new' and 'returning' below, it is a category. */
function isClear(column: TypedColumn): boolean {
  const header = bareHeader(column.name);
  if (EMAIL.test(header)) return true;
  if (!CUSTOMER_NUMBER.test(header)) return false;
  return KEY_AT_END.test(header) || !isCategory(column);
}

/** Whether it holds numbers or addresses of customers for most rows, and not their names, which several may have. */
function isNumbered({ name, codes, known }: KeyColumn, columns: readonly TypedColumn[]): boolean {
  const header = bareHeader(name);
  if (known < MOSTLY_KNOWN * codes.length) return false;
  if (EMAIL.test(header) || KEY_AT_END.test(header)) return true;
  const { cells } = columns.find((column) => column.name === name)!;
  return Array.from(cells).every((cell) => isMissing(cell) || /\d/.test(String(cell)));
}

const MAX_WORDS = 12;

function isCategory(column: TypedColumn): boolean {
  if (column.kind === 'boolean') return true;
  if (column.kind !== 'category') return false;
  const { levels, cells } = column;
  if (levels.length <= 3) return !levels.every((level) => /[\d@]/.test(level));
  return (
    levels.length <= MAX_WORDS &&
    levels.length < cells.length / 50 &&
    levels.every((level) => !/\d/.test(level))
  );
}

function isFilled({ known, distinct }: KeyColumn): boolean {
  return known > 0 && distinct > 1;
}
