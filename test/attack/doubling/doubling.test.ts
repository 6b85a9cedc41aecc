import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEEDS, type Seed } from './seeds';

/**
 * Files of twice the size take twice the time, and no more than 20 times their size in memory. Where time grew with the
 * square, the last would take four times as long as its size allows.
 */
const LENGTHS = [50_000, 100_000, 200_000, 400_000];
const TIMES_ITS_SIZE = 20;

/** What a process has that reads its first file: tables of the parser, compiled code. */
const USUAL_MS = 400;
const USUAL_BYTES = 80e6;
/** What a cell of a table takes while it is read, where a small file makes many. */
const CELL_BYTES = 60;
/** Half as slow again as linear is the collection of garbage, or a busy machine. */
const UNEVEN = 2.5;

/** No seed takes as long; one that hangs is ended. */
const PATIENCE = 60_000;

interface Measured {
  ms: number;
  bytes: number;
  outcome: string;
}

let folder: string;
const table: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doubling-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  console.log(`CPU time in ms and memory in MB for ${LENGTHS.join(', ')} characters\n${table.join('\n')}`);
});

test.each(SEEDS)('$name: linear time and memory', async (seed) => {
  const measured = await measure(seed);
  table.push(line(seed, measured));
  expect(measured).toHaveLength(LENGTHS.length);
  const [first, last] = [measured[0], measured[LENGTHS.length - 1]];
  expect(last.ms).toBeLessThan(USUAL_MS + UNEVEN * 8 * first.ms);
  const most = Math.max(...measured.map(({ bytes }) => bytes));
  expect(most).toBeLessThan(
    USUAL_BYTES + CELL_BYTES * (seed.cells ?? 0) + TIMES_ITS_SIZE * LENGTHS[LENGTHS.length - 1],
  );
  expect(measured.map(({ outcome }) => outcome)).not.toContainEqual(expect.stringContaining('Error'));
});

async function measure({ text, ending = '.csv' }: Seed): Promise<Measured[]> {
  const files = LENGTHS.map((length) => join(folder, `${length}${ending}`));
  LENGTHS.forEach((length, i) => {
    writeFileSync(files[i], text(length), ending.startsWith('.latin1') ? 'latin1' : 'utf8');
  });
  const child = fork(join(__dirname, 'reader.cjs'), files, {
    execArgv: ['--expose-gc', '--max-semi-space-size=4'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const measured: Measured[] = [];
  child.on('message', (message) => measured.push(message as Measured));
  await once(child, 'exit');
  clearTimeout(timer);
  return measured;
}

function line({ name }: Seed, measured: readonly Measured[]): string {
  const [times, memory] = [measured.map(({ ms }) => ms), measured.map(({ bytes }) => bytes / 1e6)].map(
    (values) => values.map((value) => value.toFixed(0).padStart(7)).join(''),
  );
  return `${name.padEnd(36)}${times}${memory}  ${measured.at(-1)?.outcome}`;
}
