import type { TableData } from '../../../table/tableData';

const MEASURES = [
  ['recency', 'recency'],
  ['frequency', 'frequency'],
  ['monetary', 'monetary value'],
] as const;

/** What to know where a measure is the same for all customers, so that its scores distinguish nobody; else nothing. */
export function sameForAll(customers: TableData): string[] {
  if (customers.customer.length === 1)
    return ['there is only one customer, and scores compare customers with each other'];
  const same = MEASURES.filter(([name]) => new Set(customers[name]).size === 1);
  if (same.length === 0) return [];
  const list = same.map(([, words]) => `the same ${words}`).join(' and ');
  return [`all customers have ${list}: these scores distinguish nobody${restOn(same.map(([name]) => name))}`];
}

/** Named segments look at recency and frequency. */
function restOn(same: readonly string[]): string {
  const left = ['recency', 'frequency'].filter((name) => !same.includes(name));
  if (left.length === 2) return '';
  return left.length === 1 ? `, and segments rest on ${left[0]} alone` : ', and all are in one segment';
}
