import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Requirement } from '../support/requirement';

export const MAIN = join(__dirname, '..', '..', 'dist', 'cli', 'main.js');

/** The tests run the built command, as a user does. */
export const needsBuild: Requirement = {
  met: existsSync(MAIN),
  reason: 'the build is not there; `npm run build` makes it',
};

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** What stands on standard input; default nothing. */
  input?: string;
}

/** Runs the command line and waits for its end. */
export function cli(args: readonly string[], { cwd, env, input }: CliOptions = {}): Promise<Finished> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...process.env, CUSTOMER_DATA_DIR: undefined, DEBUG: undefined, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}); // it may end without reading
  child.stdin.end(input);
  const read = (stream: NodeJS.ReadableStream) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    return () => text;
  };
  const [stdout, stderr] = [read(child.stdout), read(child.stderr)];
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout: stdout(), stderr: stderr() }));
  });
}

/** A folder of its own for a suite. */
export function workFolder() {
  const path = mkdtempSync(join(tmpdir(), 'cli-'));
  return {
    path,
    at: (...names: string[]) => join(path, ...names),
    put: (name: string, text: string | Uint8Array) => {
      writeFileSync(join(path, name), text);
      return name;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** 90 customers in three far groups, by lines. */
export function customersCsv(rows = 90): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const group = i % 3;
    const wobble = ((i * 37) % 17) / 10;
    return `C${String(i).padStart(3, '0')},${20 + 20 * group + wobble},${[900, 100, 500][group] + 7 * wobble}`;
  });
  return `Customer,Age,Spending\n${lines.join('\n')}\n`;
}
