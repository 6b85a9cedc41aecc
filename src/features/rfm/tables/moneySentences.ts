import { formatList, formatNumber, plural, withUnit } from '../../../core/format';
import type { Table } from '../../../core/table';
import { isCustomerNumber } from '../../../table/personal';
import type { RfmAnalysis } from '../rfmAnalysis';

type Money = Pick<
  RfmAnalysis,
  'subtracted' | 'gross' | 'revenue' | 'grossRevenue' | 'keptNothing' | 'onlyReturns'
>;

/**
 * What is subtracted as a table: a line for each kind, with rows, amount and rule; undefined where nothing is.
 *
 * @param analysis as `rfmAnalysis` gives it.
 * @param unit of money, e.g. '£'.
 *
 * @example
 * const analysis = await rfmAnalysis('purchases.csv');
 * subtractedTable(analysis); // undefined: nothing came back
 */
export function subtractedTable({ subtracted, grossRevenue, revenue }: Money, unit = ''): Table | undefined {
  if (subtracted.length === 0) return undefined;
  return {
    caption: `${inFull(grossRevenue, unit)} gross, ${inFull(revenue, unit)} net`,
    columns: [
      { name: 'Subtracted' },
      { name: 'Rows', format: 'integer' },
      { name: 'Amount' },
      { name: 'Rule' },
    ],
    rows: subtracted.map(({ kind, rows, amount, reason }) => [kind, rows, inFull(amount, unit), reason]),
  };
}

/**
 * What to know of net and gross sums, in sentences: what was subtracted, who kept nothing, and who is no customer since
 * money only came back.
 *
 * @param unit of money, e.g. '£'.
 * @param names whether customers who kept nothing are named: where the text may be passed on, only numbers are.
 */
export function moneySentences(analysis: Money, unit = '', names: 'all' | 'numbers' = 'all'): string[] {
  const { subtracted, revenue, grossRevenue, onlyReturns } = analysis;
  if (subtracted.length === 0) return [];
  const off = subtracted.reduce((sum, { amount }) => sum + amount, 0);
  const kinds = formatList(
    subtracted.map(({ kind, rows, amount }) => `${kind} (${plural(rows, 'row')}, ${inFull(amount, unit)})`),
  );
  return [
    `Gross ${inFull(grossRevenue, unit)}, net ${inFull(revenue, unit)}: ${inFull(-off, unit)} came back or were not paid. Subtracted: ${kinds}.`,
    ...keptNothingSentence(analysis, unit, names),
    ...(onlyReturns.customers === 0
      ? []
      : [
          `${plural(onlyReturns.customers, 'person', 'people')} only got money back in this file (${inFull(onlyReturns.amount, unit)}): no purchase, so no customer.`,
        ]),
  ];
}

/** Of those who kept nothing so many are named. */
const MAX_NAMED = 3;

function keptNothingSentence({ keptNothing }: Money, unit: string, names: 'all' | 'numbers'): string[] {
  const { customers, first } = keptNothing;
  if (customers === 0) return [];
  const shown = first
    .filter(({ customer }) => names === 'all' || isCustomerNumber(customer))
    .slice(0, MAX_NAMED)
    .map(({ customer, gross }) => `${customer} (of ${inFull(gross, unit)})`);
  const who =
    shown.length === 0
      ? ''
      : shown.length === customers
        ? `: ${formatList(shown)}`
        : `, such as ${formatList(shown)}`;
  return [`${plural(customers, 'customer')} kept nothing of what they bought${who}.`];
}

/** An amount to the hundredth, since sums are to be compared. */
function inFull(amount: number, unit: string): string {
  return withUnit(formatNumber(amount, { decimals: 2 }), unit);
}
