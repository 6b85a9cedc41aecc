import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Random } from '../../src/core/random';
import { writeCsv } from '../../src/datasets/writeCsv';
import { Segmentation } from '../../src/segmentation/segmentation';

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

const SCRIPT = `
  const { transformFileSync } = require('@swc/core');
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
  const HEAVY = ['@tensorflow', 'danfojs-node', '@duckdb', '@e965', 'xlsx', 'playwright-core', 'date-fns'];
  const loaded = () => HEAVY.filter((name) =>
    Object.keys(require.cache).some((path) => path.replaceAll('\\\\', '/').includes('/node_modules/' + name + '/')));
  require.extensions['.ts'] = (module, path) => module._compile(transformFileSync(path, options).code, path);
  const { SegmentationModel } = require(${JSON.stringify(resolve(__dirname, '../../src/segmentation/segmentationModel.ts'))});
  const { readTable } = require(${JSON.stringify(resolve(__dirname, '../../src/datasets/readTable.ts'))});
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  readTable(process.argv[2]).then(({ table }) => {
    const { labels } = SegmentationModel.load(process.argv[1]).predict(table);
    const { user, system } = process.cpuUsage(started);
    const grown = 1024 * process.resourceUsage().maxRSS - before;
    const seconds = (user + system) / 1e6;
    console.log(JSON.stringify({ labels: Array.from(labels), seconds, grown, loaded: loaded() }));
  });
`;

let model: ReturnType<Segmentation['fit']>;
let scored: { labels: number[]; seconds: number; grown: number; loaded: string[] };

beforeAll(() => {
  model = new Segmentation({ k: 4 }).fit(table);
  model.save(modelFile);
  writeCsv(file, table);
  const { stdout, stderr } = spawnSync(process.execPath, ['--eval', SCRIPT, modelFile, file], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
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

// Some 0.3 s of processor time and 50 MB beyond what Node and the loaded sources take; twice that is allowed.
test('takes less than a second, and less than 100 MB of memory', () => {
  expect(scored.seconds).toBeLessThan(1);
  expect(scored.grown).toBeLessThan(100e6);
});

test('a file that is no model is refused there too', () => {
  writeFileSync(join(folder, 'other.json'), '{}');
  const { stderr } = spawnSync(process.execPath, ['--eval', SCRIPT, join(folder, 'other.json'), file], {
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
  });
  expect(stderr).toContain('other.json: this is no segmentation model');
});
