import { LRUCache } from 'lru-cache';
import type { ReadLimits } from '../../../datasets/read/limits';
import type { Source } from '../../sources';
import type { CustomersRead } from './customersRead';
import { DATASETS } from './datasets';
import { readFile } from './readFile';

/** Cells of tables, and as many of models, that are kept: each takes some ten bytes in the table and ten where it was read. */
export const MAX_CELLS = 20_000_000;

/** A source that is a table, not a model. */
export type TableSource = Exclude<Source, { kind: 'model' }>;

/** Tables lately used: no more than 6, nor more than some gigabyte together. */
const kept = new LRUCache<string, Promise<CustomersRead>>({ max: 6, maxSize: MAX_CELLS });

/** The table of a source, read on its first use. */
export function loadCustomers(source: TableSource, limits: ReadLimits): Promise<CustomersRead> {
  const there = kept.get(source.id);
  if (there) return there;
  const reading = readSource(source, limits);
  kept.set(source.id, reading, { size: 1 });
  const isThere = () => kept.peek(source.id) === reading;
  reading.then(
    (customers) => isThere() && kept.set(source.id, reading, { size: cellsOf(customers) }),
    () => isThere() && kept.delete(source.id),
  );
  return reading;
}

/** How much memory a table takes, in cells; one that is larger than all that may be kept is kept alone. */
export function cellsOf({ read: { table } }: CustomersRead): number {
  return Math.min(MAX_CELLS, 1 + table.columns.length * table.rows);
}

/** Gives the memory of a table back. */
export function forgetTable(id: string): void {
  kept.delete(id);
}

function readSource(source: TableSource, limits: ReadLimits): Promise<CustomersRead> {
  if (source.kind === 'dataset') return DATASETS[source.name]();
  return readFile(source, limits);
}
