import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Requirement } from './requirement';

export const ROOT = join(__dirname, '..', '..');

/** The jupyter command of the project's Python environment. */
export const JUPYTER =
  process.platform === 'win32'
    ? join(ROOT, '.venv', 'Scripts', 'jupyter.exe')
    : join(ROOT, '.venv', 'bin', 'jupyter');

export const needsJupyter: Requirement = {
  met: existsSync(JUPYTER) && existsSync(join(ROOT, 'dist', 'notebook', 'show.js')),
  reason: 'Jupyter and the build are not there; `npm run setup` makes them',
};

/** The runner's JSON report of one notebook. */
export interface Report {
  notebook: string;
  ok: boolean;
  cells: number;
  figures: number;
  problems: { kind: string; cell?: number; firstLine?: string; message: string }[];
}

/** Runs `node scripts/notebooks.mjs <args> --json`. */
export function runNotebooks(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; reports: Report[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'notebooks.mjs'), ...args, '--json'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let json = '';
    let said = '';
    child.stdout.on('data', (chunk) => {
      json += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('close', (code) => {
      if (json) resolve({ code, reports: JSON.parse(json).notebooks });
      else reject(new Error(`the runner gave no report: ${said}`));
    });
  });
}
