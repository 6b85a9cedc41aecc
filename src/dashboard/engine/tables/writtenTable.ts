import type { ReadLimits } from '../../../datasets/read/limits';
import type { WrittenCustomers } from '../../../segmentation/score/scoredTable';
import type { CustomersRead } from './customersRead';
import type { TableSource } from './loadCustomers';
import { opened, readAsSaid } from './readFile';

/** Customers with every value as it stands in their file, which is read again for it: nobody else needs these texts. */
export async function writtenTable(
  source: TableSource,
  { table, kind, read }: CustomersRead,
  limits: ReadLimits,
): Promise<WrittenCustomers> {
  const { rows } = read.table;
  if (source.kind !== 'file' || kind !== 'customers') return { table, rows };
  return opened(source, limits, async (file) => {
    const { written } = await readAsSaid(file, source.reading);
    return { table, written, rows };
  });
}
