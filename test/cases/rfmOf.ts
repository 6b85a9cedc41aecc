import { join } from 'node:path';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../src/datasets/sql/sqlEngine';
import type { RfmAnalysisOptions } from '../../src/features/rfm/options';
import { rfmAnalysis } from '../../src/features/rfm/rfmAnalysis';
import { logs } from '../features/rfm/log';

/** What a log says of each customer, as '127 2 100.00 244': days, purchases, money, scores. */
export async function rfmOf(path: string, options: RfmAnalysisOptions = {}, database?: SqlEngine) {
  const own = database ?? (await openDatabase({ threads: 1 }));
  try {
    const analysis = await rfmAnalysis(path, { ...options, database: own });
    const { customers } = analysis;
    const said = customers.customer.map((name, i): [string, string] => [
      String(name),
      [
        ...[customers.recency[i], customers.frequency[i], Number(customers.monetary[i]).toFixed(2)],
        customers.rfm[i],
      ].join(' '),
    ]);
    return { ...analysis, by: Object.fromEntries(said) };
  } finally {
    if (database === undefined) await own.close();
  }
}

/** The files of a case, and logs made up as its neighbors, in one database. */
export function caseFiles(folder: string) {
  const { database, write } = logs();
  return {
    file: (name: string, options?: RfmAnalysisOptions) =>
      rfmOf(join(__dirname, folder, name), options, database()),
    lines: (text: readonly string[], options?: RfmAnalysisOptions) => rfmOf(write(text), options, database()),
  };
}
