import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluate } from './evaluate';

const LOCK_MODULE = pathToFileURL(join(__dirname, '..', '..', 'scripts', 'setup', 'lock.mjs')).href;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Takes the lock, notes in a log when it holds it, and lets it go. */
function worker(name: string): Promise<number | null> {
  const log = JSON.stringify(join(folder, 'log'));
  const source = `
    import { takeLock } from ${JSON.stringify(LOCK_MODULE)};
    import { appendFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    const lock = await takeLock(${JSON.stringify(file)});
    appendFileSync(${log}, 'in ${name}\\n');
    await sleep(150);
    appendFileSync(${log}, 'out ${name}\\n');
    lock.release();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', resolve));
}

/** The process id of a process that has ended. */
const deadProcess = () => evaluate<number>('setup/lock.mjs', 'process.pid');

test('of several at once, one after the other holds the lock', async () => {
  expect(await Promise.all(['a', 'b', 'c'].map(worker))).toEqual([0, 0, 0]);
  const lines = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(6);
  for (let i = 0; i < 6; i += 2) expect(lines[i + 1]).toBe(lines[i]!.replace('in', 'out'));
  expect(readdirSync(folder)).toEqual(['log']);
});

test('a lock whose holder has died is taken over', async () => {
  writeFileSync(file, JSON.stringify({ holder: deadProcess(), running: [] }));
  expect(await worker('a')).toBe(0);
  expect(existsSync(file)).toBe(false);
});

test('a lock is kept while a program that its dead holder started still runs', () => {
  writeFileSync(file, JSON.stringify({ holder: deadProcess(), running: [process.pid] }));
  const waitedFor = evaluate(
    'setup/lock.mjs',
    `new Promise((resolve) => it.takeLock(${JSON.stringify(file)}, resolve)).then((id) => {
      console.log(JSON.stringify(id));
      process.exit(0);
    })`,
  );
  expect(waitedFor).toBe(process.pid);
});
