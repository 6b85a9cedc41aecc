import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const DIST = resolve(__dirname, '../../dist');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'threads-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program that may use `mapOnThreads` of the built package; returns what it prints as JSON. */
function run(threads: number, program: string): unknown {
  const file = join(folder, 'program.cjs');
  writeFileSync(
    file,
    `const { mapOnThreads } = require(${JSON.stringify(join(DIST, 'tensor/threads/mapOnThreads.js'))});
    const { isMainThread, threadId } = require('node:worker_threads');
    exports.where = (input) => { const end = Date.now() + 20; while (Date.now() < end); return { input, threadId }; };
    exports.fails = (input) => { if (input === 3) throw new RangeError('no 3'); return input; };
    exports.failsElsewhere = (input) => { if (!isMainThread) throw new Error('not here'); return 100 - input; };
    exports.endsThread = (input) => { if (!isMainThread) process.exit(1); return 100 - input; };
    const task = (name) => ({ file: __filename, name, run: exports[name] });
    if (isMainThread) { ${program} }`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
    env: { ...process.env, CUSTOMER_SEGMENTATION_THREADS: String(threads) },
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const print = (expression: string) => `console.log(JSON.stringify(${expression}));`;
const NUMBERS = 'Array.from({ length: 100 }, (_, i) => i)';

test('other threads take part, and outputs come in order; small work stays on this thread', () => {
  const large = print(`mapOnThreads(task('where'), ${NUMBERS}, { isLarge: true })`);
  const outputs = run(3, large) as { input: number; threadId: number }[];
  expect(outputs.map(({ input }) => input)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(new Set(outputs.map(({ threadId }) => threadId)).size).toBeGreaterThan(1);
  const small = run(3, large.replace('isLarge: true', 'isLarge: false')) as typeof outputs;
  expect(new Set(small.map(({ threadId }) => threadId))).toEqual(new Set([0]));
});

test.each(['failsElsewhere', 'endsThread'])(
  'what other threads leave undone (%s) is done by this one',
  (name) => {
    const outputs = run(3, print(`mapOnThreads(task('${name}'), ${NUMBERS}, { isLarge: true })`)) as number[];
    expect(outputs).toEqual(Array.from({ length: 100 }, (_, i) => 100 - i));
  },
);

test('the error of a task arrives as it is, and so does what the listener throws; the next work is done', () => {
  const found = run(
    2,
    `const messages = [];
    for (const [name, onDone] of [['fails'], ['where', (done) => { if (done === 4) throw new TypeError('stop'); }]]) {
      try { mapOnThreads(task(name), ${NUMBERS}, { isLarge: true, onDone }); } catch (error) { messages.push(String(error)); }
    }
    messages.push(mapOnThreads(task('fails'), [1, 2, 4], { isLarge: true }));
    ${print('messages')}`,
  );
  expect(found).toEqual(['RangeError: no 3', 'TypeError: stop', [1, 2, 4]]);
});

test('the choice of k is the same to the last bit on any number of threads', () => {
  const choose = `const { chooseK } = require(${JSON.stringify(join(DIST, 'evaluate/chooseK/chooseK.js'))});
    const { Random } = require(${JSON.stringify(join(DIST, 'core/random.js'))});
    const random = new Random(3);
    const X = Array.from({ length: 800 }, (_, i) => Array.from({ length: 8 }, (_, j) => random.normal() + (j < 3 ? (i % 3) * 2 : 0)));
    const told = [];
    const onProgress = ({ step, done }) => told.push(step + ' ' + done);
    const choice = chooseK(X, { references: 32, resamples: 30, kMax: 9, seed: 4, onProgress });
    ${print('{ choice, told }')}`;
  const alone = run(1, choose) as { told: string[] };
  expect(alone.told).toHaveLength(62);
  expect(run(4, choose)).toEqual(alone);
});
