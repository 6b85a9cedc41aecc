import { columnLabel } from '../../../core/columnNames';
import { formatCount, plural } from '../../../core/format';
import type { ChangeRecord } from '../../../preprocess/clean/record';
import type { CustomerTableRead } from '../../../segmentation/columns/readCustomerTable';
import type { TableData } from '../../../table/tableData';

/** A table of customers ready to be grouped, and how it is spoken of. */
export interface CustomersRead {
  table: TableData;
  /** The same by what its columns hold, found out once for every way of grouping it. */
  read: CustomerTableRead;
  kind: 'customers' | 'transactions';
  /** What was read and detected, in sentences. */
  detected: string[];
  /** Values that mean missing, where they were said. */
  missingCodes?: string[];
  /** The column that identifies customers, where it was said; otherwise it is looked for. */
  id?: string;
  /** The column with what each customer is worth, where it was said; else it is looked for. */
  value?: string;
  labels: Readonly<Record<string, string>>;
  units: Readonly<Record<string, string>>;
  /** What to group by at first, and into how many; null: as many as the data support. */
  columns: string[];
  k: number | null;
  /** Columns whose logarithm is taken where they are grouped by. */
  log: readonly string[];
}

/** What a column is called on the page. */
export function labelOf({ labels }: Pick<CustomersRead, 'labels'>, name: string): string {
  return Object.hasOwn(labels, name) ? labels[name] : columnLabel(name);
}

/** 'Drop rows with missing values: 2,240 rows in, 2,216 left.' */
export function sentenceOf({
  step,
  rowsBefore,
  rowsAfter,
}: Pick<ChangeRecord, 'step' | 'rowsBefore' | 'rowsAfter'>): string {
  return `${step}: ${plural(rowsBefore, 'row')} in, ${formatCount(rowsAfter)} left.`;
}
