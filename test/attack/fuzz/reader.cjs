/** Reads each file that it is sent and answers how that ended: read, refused in words, or a foreign exception. */
const { readTable } = require('../../../dist/datasets/read/readTable');
const { readCustomerTable } = require('../../../dist/segmentation/columns/readCustomerTable');
const { SegmentationModel } = require('../../../dist/segmentation/segmentationModel');
const { importFile } = require('../../../dist/datasets/sql/importFile');
const { openDatabase } = require('../../../dist/datasets/sql/openDatabase');

const ways = {
  table: async (path) => readCustomerTable((await readTable(path)).table),
  model: async (path) => SegmentationModel.load(path),
  sql: async (path) => {
    const database = await openDatabase();
    await importFile(database, path, 'log').finally(() => database.close());
  },
};

process.on('message', async ({ path, way }) => {
  let outcome = 'read';
  try {
    await ways[way](path);
  } catch (error) {
    outcome = error.name === 'InputError' ? 'refused' : `${error.name}: ${String(error.stack).slice(0, 500)}`;
  }
  process.send({ outcome, memory: process.memoryUsage().rss });
});
process.send({ outcome: 'ready', memory: 0 });
