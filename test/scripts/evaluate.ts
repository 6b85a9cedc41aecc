import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const SCRIPTS = join(__dirname, '..', '..', 'scripts');

/** What a child Node did: its exit code and both streams. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a few lines with the exports of a script (in `scripts`, or by its full path) at hand as `it`, in a Node of their own: jest cannot load .mjs files. */
export function runWith(script: string, lines: string, env: NodeJS.ProcessEnv = process.env): Outcome {
  const url = pathToFileURL(resolve(SCRIPTS, script)).href;
  const source = `import * as it from ${JSON.stringify(url)};\n${lines}`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
    env,
  });
  return { code: child.status, stdout: child.stdout, stderr: child.stderr };
}

/** The value of an expression over the exports of a script, by way of JSON. */
export function evaluate<T>(script: string, expression: string, env?: NodeJS.ProcessEnv): T {
  const { code, stdout, stderr } = runWith(
    script,
    `console.log(JSON.stringify(await (${expression})) ?? 'null');`,
    env,
  );
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

/** The message that an expression throws. */
export function messageOf(script: string, expression: string, env?: NodeJS.ProcessEnv): string {
  return evaluate(
    script,
    `(async () => ${expression})().then(() => 'nothing thrown', (e) => e.message)`,
    env,
  );
}
