import { wordsOf } from '../../../core/columnNames';
import { columnNumbers, type TypedColumn } from '../../../table/column';
import { bareHeader, CUSTOMER_DATE, LINE_AMOUNT, NOT_PAID, PERIOD } from '../likelyHeaders';
import { cashFlows, ledgerSides } from '../reading/ledgerSides';
import { headerRank, type TransactionColumnOptions, type TransactionRole } from '../transactionRoles';

/** The columns of a table that tell of purchases, by their headers and what they hold. */
export interface PurchaseColumns {
  invoice?: TypedColumn;
  /** A day of an order, not one in the life of a customer. */
  date?: TypedColumn;
  /** A month, a week or a year. */
  period?: TypedColumn;
  amount?: TypedColumn;
  quantity?: TypedColumn;
  price?: TypedColumn;
}

/** Finds them; each column means one thing at most. Cost: O(n · columns). */
export function purchaseColumns(columns: readonly TypedColumn[]): PurchaseColumns {
  const headers = new Map(columns.map((column) => [column, bareHeader(column.name)]));
  const first = (role: TransactionRole, holds: (column: TypedColumn) => boolean) =>
    columns.find((column) => headerRank(role, column.name) !== undefined && holds(column));
  const isMoney = (column: TypedColumn) => holdsNumbers(column) && !NOT_PAID.test(wordsOf(column.name));
  const quantity = first('quantity', holdsNumbers);
  const price = first('price', isMoney);
  return {
    invoice: first('invoice', isNumbering) ?? columns.find(isShopName),
    date:
      orderDate(columns.filter((column) => isOrderDate(column, headers.get(column)!))) ??
      columns.find((column) => column.kind === 'date' && !CUSTOMER_DATE.test(headers.get(column)!)),
    period: columns.find((column) => PERIOD.test(headers.get(column)!) && !column.constant),
    amount:
      bestAmount(columns.filter((column) => column !== price && column !== quantity && isMoney(column))) ??
      (quantity && price ? undefined : sideOf(columns)),
    quantity,
    price,
  };
}

/**
 * The columns as `rfmAnalysis` takes them: quantity and price, or else an amount; a price alone is what one row cost.
 * Undefined where they do not suffice.
 */
export function analysisColumns(
  customer: string | undefined,
  { invoice, date, amount, quantity, price }: PurchaseColumns,
): TransactionColumnOptions | undefined {
  if (customer === undefined || date === undefined) return undefined;
  const paid = amount ?? price;
  if (paid === undefined) return undefined;
  const money = quantity && price ? { quantity: quantity.name, price: price.name } : { amount: paid.name };
  return { customer, ...(invoice && { invoice: invoice.name }), date: date.name, ...money };
}

/** A side of a ledger, of which nobody knows yet which it is. */
function sideOf(columns: readonly TypedColumn[]): TypedColumn | undefined {
  const names = columns.map(({ name }) => name);
  const side = cashFlows(names).amount ?? ledgerSides(names)?.debit;
  return side === undefined ? undefined : columns.find(({ name }) => name === side);
}

/** What a line cost comes before what an order cost, and a total before its parts. */
function bestAmount(columns: readonly TypedColumn[]): TypedColumn | undefined {
  const rank = ({ name }: TypedColumn) =>
    LINE_AMOUNT.test(bareHeader(name)) ? -1 : (headerRank('amount', name) ?? Number.POSITIVE_INFINITY);
  const ranked = columns.filter((column) => rank(column) < Number.POSITIVE_INFINITY);
  return ranked.reduce<TypedColumn | undefined>(
    (best, one) => (best === undefined || rank(one) < rank(best) ? one : best),
    undefined,
  );
}

function isOrderDate(column: TypedColumn, header: string): boolean {
  return headerRank('date', column.name) !== undefined && !CUSTOMER_DATE.test(header) && holdsDays(column);
}

/** Of several days that of the order: the one that most rows have, since not all are paid. */
function orderDate(dates: readonly TypedColumn[]): TypedColumn | undefined {
  const least = Math.min(...dates.map(({ missing }) => missing));
  const filled = dates.filter(({ missing }) => missing === least);
  return filled.find(({ name }) => !PAID_OR_DONE.test(bareHeader(name))) ?? filled[0];
}

const PAID_OR_DONE = /^(?:paid|processed|completed|closed)/;

/** Small numbers are how many orders somebody placed. */
function isNumbering(column: TypedColumn): boolean {
  const numbers = columnNumbers(column);
  if (numbers === undefined) return column.kind !== 'date' && column.kind !== 'empty' && !column.constant;
  const known = numbers.filter((value) => !Number.isNaN(value));
  return (
    known.every(Number.isInteger) &&
    (new Set(known).size === known.length || known.reduce((most, value) => Math.max(most, value), 0) > 100)
  );
}

/** A shop calls an order '#1001'. */
function isShopName({ name, cells, kind }: TypedColumn): boolean {
  if (kind === 'number' || bareHeader(name) !== 'name') return false;
  return Array.from(cells).every(
    (cell) => typeof cell === 'string' && /^#?[A-Z]{0,4}-?\d+$/.test(cell.trim()),
  );
}

function holdsNumbers(column: TypedColumn): boolean {
  if (columnNumbers(column) !== undefined) return !column.constant || column.kind === 'number';
  if (column.kind !== 'text' && column.kind !== 'category' && column.kind !== 'identifier') return false;
  return mostly(column, (text) => /^[^\d]{0,5}\d[\d.,'’\s]*[^\d]{0,5}$/.test(text));
}

function holdsDays(column: TypedColumn): boolean {
  if (column.kind === 'date') return true;
  if (column.kind === 'number' || column.kind === 'identifier')
    return columnNumbers(column) === undefined ? isDayText(column) : isDayNumber(column);
  return column.kind === 'text' || column.kind === 'category' ? isDayText(column) : false;
}

/** Digits with marks between them, with or without a time. */
function isDayText(column: TypedColumn): boolean {
  return mostly(
    column,
    (text) => /\d/.test(text) && /^[\p{L}\d .,:/+-]{6,40}$/u.test(text) && /\d[^\d]+\d|\d{8}/.test(text),
  );
}

/** Days as 20240131, day numbers of spreadsheets and seconds or milliseconds since 1970. */
function isDayNumber(column: TypedColumn): boolean {
  const numbers = columnNumbers(column)!;
  return numbers.every((value) => Number.isNaN(value) || value > 20_000);
}

const MOSTLY = 0.8;
const ENOUGH = 1000;

/** Whether most of the texts, or of the first thousand of many, are like that. */
function mostly({ cells }: TypedColumn, isLikeThat: (text: string) => boolean): boolean {
  let [known, like] = [0, 0];
  for (let row = 0; row < cells.length && known < ENOUGH; row++) {
    const cell = cells[row];
    if (typeof cell !== 'string' || cell.trim() === '') continue;
    known++;
    if (isLikeThat(cell.trim())) like++;
  }
  return known > 0 && like >= MOSTLY * known;
}
