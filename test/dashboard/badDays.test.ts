import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { Engine, type Job } from '../../src/dashboard/engine/engine';
import { EnginePool } from '../../src/dashboard/engine/enginePool';
import { frameReader } from '../../src/dashboard/frames';
import { TemporaryFolder } from '../../src/dashboard/temporaryFolder';

/** Days on which the disk, the memory or another tab leaves nothing to work with. */

const COMPUTING = join(__dirname, 'computing.cjs');
const open: { close(): Promise<void> }[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(os.tmpdir(), 'bad-days-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(open.splice(0).map((each) => each.close()));
  rmSync(folder, { recursive: true, force: true });
});

const inFolder = (name: string) => jest.spyOn(os, 'tmpdir').mockReturnValue(join(folder, name));

function job(task: string, payload: unknown, owner = 'A'): Job & { said: string[]; signal: AbortSignal } {
  const said: string[] = [];
  const onFrame = (bytes: Uint8Array) => {
    const text = Buffer.from(bytes).toString();
    if (text.startsWith('{')) said.push(text);
    else frameReader((frame) => said.push(JSON.stringify(frame)))(bytes);
  };
  return { task: task as Job['task'], payload, owner, onFrame, signal: new AbortController().signal, said };
}

test('where no temporary folder can be made the job is told so, and the engine goes on when one can', async () => {
  inFolder('missing');
  const engine = new Engine({}, COMPUTING);
  open.push(engine);
  expect(() => engine.wake()).not.toThrow();
  const refused = job('say', 1);
  await engine.run(refused);
  expect(refused.said.join()).toContain('no folder for temporary files can be made');
  mkdirSync(join(folder, 'missing'));
  const done = job('say', 'hello');
  await engine.run(done);
  expect(done.said.join()).toContain('hello');
});

test('a job that takes too much memory is ended, and the next one runs', async () => {
  const engine = new Engine({ memory: 1 }, COMPUTING);
  open.push(engine);
  const greedy = job('deaf', 60_000);
  await engine.run(greedy);
  expect(greedy.said.join()).toContain('more memory than there is');
});

test('the work of one tab does not hold up another', async () => {
  const pool = new EnginePool(2, {}, COMPUTING);
  open.push(pool);
  const long = job('deaf', 60_000, 'A');
  void pool.run(long);
  const short = job('say', 'hello', 'B');
  await pool.run(short);
  expect(short.said.join()).toContain('hello');
  expect(long.said.join()).not.toContain('problem');
});

test('folders of a process that was killed are removed by the next one, those of a living process stay', () => {
  jest.spyOn(os, 'tmpdir').mockReturnValue(folder);
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const [abandoned, alive] = [join(folder, `uploads-${dead}-x`), join(folder, `uploads-${process.pid}-x`)];
  for (const each of [abandoned, alive]) mkdirSync(each);
  const next = new TemporaryFolder('uploads-');
  expect(existsSync(abandoned)).toBe(false);
  expect(existsSync(alive)).toBe(true);
  expect(existsSync(next.path)).toBe(true);
});
