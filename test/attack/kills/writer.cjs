/** Writes two files that belong together, over and over, each time of another run. */
const { join } = require('node:path');
const { writeFilesAtomic } = require('../../../dist/datasets/write/writeFileAtomic');

const [folder, first] = process.argv.slice(2);
process.send('ready');
for (let run = Number(first); ; run++) {
  const data = `${run}\n`.repeat(2000);
  writeFilesAtomic(['segments.csv', 'model.json'].map((name) => ({ path: join(folder, name), data })));
}
