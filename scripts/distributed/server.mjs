import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from './unavailable.mjs';

/** So long a server has to end by itself before it is killed. */
const PATIENCE = 15_000;

/**
 * Starts a program that serves until it is stopped; what it says goes to a file.
 * @param options.account as whom, where this process may choose: `{ uid, gid }`.
 */
export function startServer(program, words, { log, cwd, env = process.env, account = {} }) {
  const output = openSync(log, 'a');
  const child = spawn(program, words, { cwd, env, stdio: ['ignore', output, output], ...account });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid,
    log,
    isRunning,
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await ended;
    },
    stop: async (signal = 'SIGTERM') => {
      if (!isRunning()) return;
      child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Waits until a server answers. @throws Error when it ends before that; Unavailable when it takes too long. */
export async function untilReady(server, name, seconds, isReady) {
  const deadline = Date.now() + 1000 * seconds;
  while (!(await isReady().catch(() => false))) {
    if (!server.isRunning()) throw new Error(`${name} ended before it answered; see ${server.log}`);
    if (Date.now() > deadline)
      throw new Unavailable(
        `${name} does not answer after ${seconds} s on this busy machine; see ${server.log}`,
      );
    await pause(300);
  }
}
