/** Runs a program, keeps what it prints in a log file, and ends it with the set-up. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NOTES, ROOT } from './paths.mjs';

/** A program that failed: how, all that it printed, and the log file that holds it. */
export class CommandFailure extends Error {
  constructor(command, reason, output, logFile) {
    super(`${command} ${reason}`);
    this.name = 'CommandFailure';
    this.output = output;
    this.log = relative(ROOT, logFile);
  }
}

const running = new Set();
const watchers = new Set();

/**
 * Runs a program to its end and returns what it printed (both streams, as they came).
 * @param options.log name of the log file under `.cache/setup`
 * @param options.limitSeconds ends the program after so long (default: no limit)
 * @throws CommandFailure when it cannot start, ends with another code than 0, or exceeds its limit
 */
export function run(command, args, { log, cwd = ROOT, env = process.env, limitSeconds } = {}) {
  const logFile = openLog(log, command, args);
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject(new CommandFailure(command, reason, output, logFile));
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...OWN_GROUP });
    const limit = limitTo(limitSeconds, child);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      appendFileSync(logFile, chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    track(child);
    child.on('error', (error) => fail(`could not be started (${error.code})`));
    child.on('close', (code, signal) => {
      limit.clear();
      untrack(child);
      if (limit.isOver) fail(`took longer than ${limitSeconds} s`);
      else if (code !== 0) fail(`ended with ${signal ?? `code ${code}`}`);
      else resolve(output);
    });
  });
}

/** Ends every program that still runs. */
export function endAll() {
  for (const child of running) end(child);
}

/** Calls back with the process ids that run, now and at every change. */
export function watchRunning(watcher) {
  watchers.add(watcher);
}

// A group of its own, so that the children of npm and pip end with them.
const OWN_GROUP = process.platform === 'win32' ? { windowsHide: true } : { detached: true };

function end(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends the child after so many seconds; without a number, never. */
function limitTo(seconds, child) {
  const limit = { isOver: false, clear: () => clearTimeout(timer) };
  const timer = seconds && setTimeout(stop, seconds * 1000);
  function stop() {
    limit.isOver = true;
    end(child);
  }
  return limit;
}

function track(child) {
  if (child.pid === undefined) return;
  running.add(child);
  tell();
}

function untrack(child) {
  if (running.delete(child)) tell();
}

function tell() {
  const ids = [...running].map((child) => child.pid);
  for (const watcher of watchers) watcher(ids);
}

function openLog(name, command, args) {
  mkdirSync(NOTES, { recursive: true });
  const file = join(NOTES, `${name}.log`);
  writeFileSync(file, `${[command, ...args].join(' ')}\n`);
  return file;
}
