import { currencySign, formatCount, plural } from '../../../core/format';
import type { RfmAnalysis } from '../../../features/rfm/rfmAnalysis';
import { moneySentences } from '../../../features/rfm/tables/moneySentences';
import { readCustomerTable } from '../../../segmentation/columns/readCustomerTable';
import type { Cell } from '../../../table/cell';
import { type CustomersRead, sentenceOf } from './customersRead';

/** A transaction log, summed up for each customer. */
export function transactionTable(analysis: RfmAnalysis, title: string): CustomersRead {
  const { customers, detected, rowsRead, rowsValid, asOf, steps } = analysis;
  const unit = currencySign(analysis.currency);
  const [read, valid] = [rowsRead, rowsValid].map((rows) => formatCount(rows));
  // '1-1-2' is a cell of the grid; 112 would be taken for a number, and have a median
  const rfm = customers.rfm.map((cell) => String(cell).split('').join('-'));
  const { monetary, below } = atLeastNothing(customers.monetary);
  const table = { ...customers, monetary, rfm };
  return {
    table,
    read: readCustomerTable(table),
    labels: Object.fromEntries(Object.entries(RFM_LABELS).filter(([name]) => Object.hasOwn(customers, name))),
    units: {
      ...{ recency: 'days', tenure: 'days', frequency: 'purchases' },
      ...(unit && { monetary: unit, gross: unit, averageOrderValue: unit }),
    },
    kind: 'transactions',
    detected: [
      `${read} transactions from ${title}, ${valid} of them valid purchases; days are counted up to ${asOf}.`,
      ...steps.map(({ name, rowsBefore, rowsAfter }) => sentenceOf({ step: name, rowsBefore, rowsAfter })),
      ...moneySentences(analysis, unit),
      ...below,
      ...detected,
    ],
    id: 'customer',
    value: 'monetary',
    columns: ['recency', 'frequency', 'monetary'],
    k: 4,
    log: ['frequency', 'monetary'],
  };
}

/** Who got back more than they paid here is worth nothing: a logarithm has no room for less. */
function atLeastNothing(values: readonly Cell[]): { monetary: Cell[]; below: string[] } {
  const less = values.filter((value) => Number(value) < 0).length;
  const monetary = values.map((value) => (Number(value) < 0 ? 0 : value));
  if (less === 0) return { monetary, below: [] };
  const who = plural(less, 'customer');
  return {
    monetary,
    below: [`${who} got back more than they paid in this file: the monetary value counts as 0.`],
  };
}

const RFM_LABELS = {
  firstPurchase: 'First purchase',
  lastPurchase: 'Last purchase',
  tenure: 'Days since the first purchase',
  recency: 'Recency',
  frequency: 'Frequency',
  monetary: 'Monetary value',
  gross: 'Gross value',
  averageOrderValue: 'Average order value',
  recencyScore: 'Recency score',
  frequencyScore: 'Frequency score',
  monetaryScore: 'Monetary score',
  segment: 'RFM segment',
  rfm: 'RFM cell',
};
