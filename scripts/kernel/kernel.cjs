/**
 * The TypeScript kernel: tslab, with its output in batches, the last expression of a cell displayed as Python's is, and
 * an interrupt that ends any loop.
 *
 *     node kernel.cjs kernel --config-path <connection file>
 */
const { startKernel } = require('tslab/dist/main');
const { version } = require('tslab/package.json');
const { batchOutput } = require('./batches.cjs');
const { endAnyLoop } = require('./interrupt.cjs');
const { displayLastExpressions } = require('./lastExpression.cjs');

batchOutput(require('tslab/dist/jupyter'));
displayLastExpressions(require('tslab/dist/converter'), require('tslab/dist/executor'));
endAnyLoop();
const configPath = process.argv[process.argv.indexOf('--config-path') + 1];
startKernel({ configPath, enableFindLocal: false, jsKernel: false, globalVersion: version });
