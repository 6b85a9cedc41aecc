/** RFM with this package, on request: see peer.mjs. Sums are gross, as its peers'. Arguments: name, CSV file. */
import { createInterface } from 'node:readline';
import { openDatabase } from '../../dist/datasets/sql/openDatabase.js';
import { cleanTransactions } from '../../dist/features/rfm/cleaning/cleanTransactions.js';
import { loadTransactions } from '../../dist/features/rfm/reading/loadTransactions.js';
import { rfm } from '../../dist/features/rfm/scoring/rfm.js';

const path = process.argv[3];

for await (const _ of createInterface({ input: process.stdin })) {
  const began = performance.now();
  const database = await openDatabase();
  const purchases = await cleanTransactions(await loadTransactions(database, path), { gross: true });
  const { customers, revenue } = await rfm(purchases);
  const ms = performance.now() - began;
  await database.close();
  const scores = customers.rfm.reduce((sum, cell) => sum + Number(cell), 0);
  console.log(JSON.stringify({ ms, customers: customers.customer.length, revenue, scores }));
}
