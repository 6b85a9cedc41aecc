import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { customersCsv, Tab } from '../../dashboard/tab';
import { describeWith } from '../../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../../support/servedDashboard';

/** Fits and requests of a run; SOAK=10 makes ten times as many. */
const TIMES = Number(process.env.SOAK ?? 1);
const FITS = 120 * TIMES;
const REQUESTS = 300 * TIMES;
const ROUNDS = 12;
/** The first rounds fill caches and compile code. */
const WARM_UP = 4;
/** What is in use afterwards may be so much more: what grows with the work would be far above. */
const FLAT = 1.05;

/** An engine with tables of two hundred tabs, in bytes. */
const MAX_OF_ENGINES = 600e6;

interface Round {
  inUse: number;
  resident: number;
  tensors: number;
}

const table: string[] = [];
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => console.log(`Memory in MB after each round\n${table.join('\n')}`));

test.each(['plain', 'native'])(
  `${FITS} fits with the %s engine leave nothing behind`,
  async (engine) => {
    const child = fork(join(__dirname, 'fits.cjs'), [String(FITS), String(ROUNDS)], {
      execArgv: ['--expose-gc'],
      env: { ...process.env, CUSTOMER_SEGMENTATION_ENGINE: engine, TF_CPP_MIN_LOG_LEVEL: '3' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const rounds: Round[] = [];
    child.on('message', (round) => rounds.push(round as Round));
    running.add(child);
    const [code] = await once(child, 'exit');
    running.delete(child);
    expect(code).toBe(0);
    expect(rounds.map(({ tensors }) => tensors)).toEqual(new Array(ROUNDS).fill(0));
    flat(
      `${engine}, in use`,
      rounds.map(({ inUse }) => inUse),
    );
    told(
      `${engine}, resident`,
      rounds.map(({ resident }) => resident),
    );
  },
  600_000 * TIMES,
);

describeWith(needsBuild, 'the dashboard', () => {
  let server: ServedDashboard;
  beforeAll(async () => {
    server = await serveDashboard();
  });
  afterAll(() => server.stop());

  test(
    `answers ${REQUESTS} requests of tabs that come and go, and its memory stays`,
    async () => {
      const served: number[] = [];
      const computing: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        for (let i = 0; i < REQUESTS / ROUNDS / 5; i++) await visit(server, `${round}-${i}`);
        served.push(residentOf(server.pid));
        computing.push(childrenOf(server.pid).reduce((sum, pid) => sum + residentOf(pid), 0));
      }
      told('server, resident', served);
      told('engines, resident', computing);
      // the server's own memory has settled; engines keep tables of tabs that may come back
      expect(Math.min(...served.slice(-3))).toBeLessThan(
        FLAT * Math.max(...served.slice(WARM_UP, WARM_UP + 3)),
      );
      expect(computing.at(-1)).toBeLessThan(MAX_OF_ENGINES);
      const left = readdirSync(server.temporary, { recursive: true }).length;
      expect(left).toBeLessThan(3 * REQUESTS);
      expect(server.said()).toBe('');
    },
    600_000 * TIMES,
  );
});

/** A tab that sends a file, looks at it, and goes: five requests. */
async function visit(server: ServedDashboard, tag: string): Promise<void> {
  const tab = await Tab.open(server);
  const source = await tab.send('customers.csv', customersCsv(`${tag}-`, 150));
  const settings = { source, columns: ['Age', 'Spending'], k: 3 };
  await tab.result('segment', settings);
  await tab.result('customers', { ...settings, offset: 0, search: '' });
  await tab.result('predict', { ...settings, customer: { Age: 41, Spending: 300 } });
}

function flat(what: string, memory: readonly number[]): void {
  told(what, memory);
  const [before, after] = [memory.slice(WARM_UP, WARM_UP + 3), memory.slice(-3)].map((part) =>
    Math.min(...part),
  );
  expect(after).toBeLessThan(FLAT * before);
}

function told(what: string, memory: readonly number[]): void {
  table.push(what.padEnd(20) + memory.map((bytes) => (bytes / 1e6).toFixed(1).padStart(8)).join(''));
}

function residentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
