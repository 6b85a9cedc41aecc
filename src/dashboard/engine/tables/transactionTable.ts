import { formatCount } from '../../../core/format';
import type { RfmAnalysis } from '../../../features/rfm/rfmAnalysis';
import { readCustomerTable } from '../../../segmentation/columns/readCustomerTable';
import { type CustomersRead, sentenceOf } from './customersRead';

/** A transaction log, summed up for each customer. */
export function transactionTable(
  { customers, recognized, rowsRead, rowsValid, asOf, steps }: RfmAnalysis,
  title: string,
): CustomersRead {
  const [read, valid] = [rowsRead, rowsValid].map((rows) => formatCount(rows));
  // '1-1-2' is a cell of the grid; 112 would be taken for a number, and have a median
  const table = { ...customers, rfm: customers.rfm.map((cell) => String(cell).split('').join('-')) };
  return {
    table,
    read: readCustomerTable(table),
    labels: Object.fromEntries(Object.entries(RFM_LABELS).filter(([name]) => Object.hasOwn(customers, name))),
    units: { recency: 'days', tenure: 'days', frequency: 'purchases' },
    kind: 'transactions',
    notes: [
      `${read} transactions from ${title}, ${valid} of them valid purchases; days are counted up to ${asOf}.`,
      ...steps.map(({ name, rowsBefore, rowsAfter }) => sentenceOf({ step: name, rowsBefore, rowsAfter })),
      ...recognized,
    ],
    id: 'customer',
    value: 'monetary',
    columns: ['recency', 'frequency', 'monetary'],
    k: 4,
    log: ['frequency', 'monetary'],
  };
}

const RFM_LABELS = {
  firstPurchase: 'First purchase',
  lastPurchase: 'Last purchase',
  tenure: 'Days since the first purchase',
  recency: 'Recency',
  frequency: 'Frequency',
  monetary: 'Monetary value',
  averageOrderValue: 'Average order value',
  recencyScore: 'Recency score',
  frequencyScore: 'Frequency score',
  monetaryScore: 'Monetary score',
  segment: 'RFM segment',
  rfm: 'RFM cell',
};
