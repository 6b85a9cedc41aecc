import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomStream } from '../random';

const KILLS = 200;
/** So long a process writes before it is killed, in ms at most. */
const LONGEST = 12;

test(`${KILLS} kills leave no torn file, and never files of two runs`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const random = randomStream(1);
  let mixed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = fork(join(__dirname, 'writer.cjs'), [folder, String(kill * 1000)]);
    await once(child, 'message');
    await sleep(random() * LONGEST);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const runs = ['segments.csv', 'model.json']
      .map((name) => join(folder, name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8').split('\n'));
    for (const lines of runs) {
      expect(lines).toHaveLength(2001);
      expect(new Set(lines.slice(0, -1)).size).toBe(1);
    }
    if (new Set(runs.map(([run]) => run)).size > 1) mixed++;
  }
  expect(mixed).toBe(0);
  // what the killed left goes with the next write: of at most one process there are files
  expect(readdirSync(folder).length).toBeLessThanOrEqual(2 + 4 + 1);
  rmSync(folder, { recursive: true });
}, 300_000);
