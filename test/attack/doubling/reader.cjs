/** Reads the files that it is named, one after the other, and tells for each how long it took and what memory it had. */
const { readTable } = require('../../../dist/datasets/read/readTable');
const { transactionsIn } = require('../../../dist/features/rfm/detect/detectTransactions');
const { readCustomerTable } = require('../../../dist/segmentation/columns/readCustomerTable');

async function measure(path) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = process.cpuUsage();
  let outcome = 'read';
  try {
    const read = await readTable(path);
    readCustomerTable(read.table);
    transactionsIn(read);
  } catch (error) {
    outcome = error.name === 'InputError' ? error.code : `${error.name}: ${error.message}`;
  }
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, bytes: process.memoryUsage().rss - before, outcome };
}

(async () => {
  for (const path of process.argv.slice(2)) process.send(await measure(path));
  process.disconnect();
})();
