import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Random } from '../../../src/core/random';
import { writeCsv } from '../../../src/datasets/write/writeCsv';
import { Segmentation } from '../../../src/segmentation/segmentation';

/** 10,000 customers × 8 columns, from a CSV file, by a model from a JSON file, in a Node of their own. */
const ROWS = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'scoring-'));
const file = join(folder, 'customers.csv');
const modelFile = join(folder, 'model.json');

const random = new Random(1);
const table = Object.fromEntries(
  Array.from({ length: 8 }, (_, j) => [
    `column ${j}`,
    Array.from(
      { length: ROWS },
      (_, i) => Math.round(100 * (random.normal() + (i % 4 === j % 4 ? 4 : 0))) / 100,
    ),
  ]),
);

// Built, as users run it: compiling sources on the way would cost more memory than scoring.
const SCRIPT = `
  const { existsSync, readFileSync } = require('node:fs');
  // what the system counts for resourceUsage() may begin with the memory of the process that started this one
  const most = () => 1024 * (existsSync('/proc/self/status')
    ? Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
    : process.resourceUsage().maxRSS);
  const bare = process.memoryUsage().rss;
  const HEAVY = ['@tensorflow', 'danfojs-node', '@duckdb', '@e965', 'xlsx', 'playwright-core', 'date-fns'];
  const loaded = () => HEAVY.filter((name) =>
    Object.keys(require.cache).some((path) => path.replaceAll('\\\\', '/').includes('/node_modules/' + name + '/')));
  const { SegmentationModel } = require('./dist/segmentation/segmentationModel.js');
  const { readTable } = require('./dist/datasets/read/readTable.js');
  readTable(process.argv[2]).then(({ table }) => {
    const { labels } = SegmentationModel.load(process.argv[1]).predict(table);
    const grown = most() - bare;
    console.log(JSON.stringify({ labels: Array.from(labels), grown, loaded: loaded() }));
  });
`;

let model: ReturnType<Segmentation['fit']>;
let scored: { labels: number[]; grown: number; loaded: string[] };

beforeAll(() => {
  model = new Segmentation({ k: 4 }).fit(table);
  model.save(modelFile);
  writeCsv(file, table);
  const { stdout, stderr } = spawnSync(process.execPath, ['--eval', SCRIPT, modelFile, file], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../../..'),
  });
  expect(stderr).toBe('');
  scored = JSON.parse(stdout);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('gives the labels of the fit', () => {
  expect(scored.labels).toHaveLength(ROWS);
  expect(scored.labels).toEqual(Array.from(model.labels!));
});

test('loads none of the heavy libraries: TensorFlow alone would cost 330 MB', () => {
  expect(scored.loaded).toEqual([]);
});

// Some 45 MB beyond what Node itself takes; twice that is allowed.
test('takes less than 100 MB of memory', () => {
  expect(scored.grown).toBeGreaterThan(0);
  expect(scored.grown).toBeLessThan(100e6);
});

test('a file that is no model is refused there too', () => {
  writeFileSync(join(folder, 'other.json'), '{}');
  const { stderr } = spawnSync(process.execPath, ['--eval', SCRIPT, join(folder, 'other.json'), file], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../../..'),
  });
  expect(stderr).toContain('other.json: this is no segmentation model');
});
