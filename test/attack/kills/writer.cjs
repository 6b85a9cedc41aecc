/** Writes two files that belong together, over and over, each time of another run. */
const { join } = require('node:path');
const { writeAllWhole } = require('../../../dist/datasets/write/writeWhole');

const [folder, first] = process.argv.slice(2);
process.send('ready');
for (let run = Number(first); ; run++) {
  const data = `${run}\n`.repeat(2000);
  writeAllWhole(['segments.csv', 'model.json'].map((name) => ({ path: join(folder, name), data })));
}
