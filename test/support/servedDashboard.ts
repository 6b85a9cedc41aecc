import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DashboardOptions } from '../../src/dashboard/server';
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

/**
 * Serves the dashboard on any free port.
 *
 * @param dataFolder where published files are. Default: nowhere, so that the data are our samples.
 */
export async function serveDashboard(
  options: DashboardOptions = {},
  dataFolder?: string,
): Promise<ServedDashboard> {
  const temporary = mkdtempSync(join(tmpdir(), 'dashboard-test-'));
  const server = spawn(process.execPath, ['-e', PROGRAM, JSON.stringify(options)], {
    env: { ...process.env, CUSTOMER_DATA_DIR: dataFolder, TMPDIR: temporary },
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = once(server, 'exit').then(() => rmSync(temporary, { recursive: true, force: true }));
  const url = await Promise.race([
    once(server.stdout, 'data').then(([line]) => String(line).trim()),
    ended.then(() => Promise.reject(new Error(`the dashboard ended before it listened: ${said}`))),
  ]);
  const stop = () => {
    server.stdin.end();
    return ended;
  };
  return { url, port: Number(new URL(url).port), pid: server.pid!, temporary, said: () => said, stop };
}
