import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DashboardOptions } from '../../src/dashboard/options';
import type { Requirement } from './requirement';

const BUILT = join(__dirname, '..', '..', 'dist', 'dashboard');
const SERVER = join(BUILT, 'server.js');

/** The tests ask the built dashboard, as a browser does. */
export const needsBuild: Requirement = {
  met: [SERVER, join(BUILT, 'page', 'app.js')].every(existsSync),
  reason: 'the build is not there; `npm run build` makes it',
};

/** The dashboard as it was built, in a process of its own. */
export interface ServedDashboard {
  url: string;
  port: number;
  pid: number;
  /** Its folder for temporary files. */
  temporary: string;
  /** What it has told of mistakes of its own. */
  said(): string;
  /** Closes it, and waits until nothing keeps its process alive. */
  stop(): Promise<void>;
}

/** It closes when its input ends, which it also does when the tests are ended. */
const PROGRAM = `
  const { startDashboard } = require(${JSON.stringify(SERVER)});
  startDashboard(JSON.parse(process.argv[1])).then(({ url, close }) => {
    console.log(url);
    process.stdin.once('end', close).resume();
  });`;

/** Names the dashboard that `test/browser/setup.ts` serves for all page suites. */
const SHARED = 'SHARED_DASHBOARD';

/** Serves one dashboard with its defaults, for `sharedDashboard` in every worker. */
export async function shareDashboard(): Promise<ServedDashboard> {
  const served = await serveDashboard();
  const { url, port, pid, temporary } = served;
  process.env[SHARED] = JSON.stringify({ url, port, pid, temporary });
  return served;
}

/** The dashboard that all page suites share; each opens a browser context, and so a session, of its own. */
export function sharedDashboard(): ServedDashboard {
  const shared = JSON.parse(process.env[SHARED]!);
  return { ...shared, said: () => readFileSync(logOf(shared.temporary), 'utf8'), stop: async () => {} };
}

/**
 * Serves the dashboard on any free port.
 *
 * @param dataFolder where published files are. Default: nowhere, so that the data are our samples.
 * @param before words that come before those which start it, for it to run in surroundings of its own.
 */
export async function serveDashboard(
  options: DashboardOptions = {},
  dataFolder?: string,
  before: readonly string[] = [],
): Promise<ServedDashboard> {
  const temporary = mkdtempSync(join(tmpdir(), 'dashboard-test-'));
  const log = openSync(logOf(temporary), 'w');
  const [program, ...args] = [...before, process.execPath, '-e', PROGRAM, JSON.stringify(options)];
  const server = spawn(program, args, {
    env: { ...process.env, CUSTOMER_DATA_DIR: dataFolder, TMPDIR: temporary },
    stdio: ['pipe', 'pipe', log],
  });
  closeSync(log);
  let left: string | undefined;
  const said = () => left ?? readFileSync(logOf(temporary), 'utf8');
  const ended = once(server, 'exit').then(() => {
    left = said();
    rmSync(temporary, { recursive: true, force: true });
    rmSync(logOf(temporary), { force: true });
  });
  const url = await Promise.race([
    once(server.stdout!, 'data').then(([line]) => String(line).trim()),
    ended.then(() => Promise.reject(new Error(`the dashboard ended before it listened: ${left}`))),
  ]);
  const stop = () => {
    server.stdin!.end();
    return ended;
  };
  return { url, port: Number(new URL(url).port), pid: server.pid!, temporary, said, stop };
}

/** Beside the folder for temporary files, which tests look into. */
function logOf(temporary: string): string {
  return `${temporary}.log`;
}
