import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
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

/** The notebook of the main job, as committed: executed on the sample data. */
export const MAIN_NOTEBOOK = join(ROOT, 'notebooks', 'customer_segmentation.ipynb');

/** A figure that a notebook holds, as its viewers get it. */
export interface StoredFigure {
  data: unknown[];
  layout: { title: { text: string } };
}

interface StoredOutput {
  data?: { 'application/vnd.plotly.v1+json'?: StoredFigure };
}

/** The figures of an executed notebook, in order. */
export function figuresOf(notebook: string): StoredFigure[] {
  const { cells } = JSON.parse(readFileSync(notebook, 'utf8')) as { cells: { outputs?: StoredOutput[] }[] };
  return cells
    .flatMap(({ outputs }) => outputs ?? [])
    .map(({ data }) => data?.['application/vnd.plotly.v1+json'])
    .filter((figure) => figure !== undefined);
}

/** Makes the HTML page of an executed notebook, as it stands; its path in `folder`. */
export async function makePage(notebook: string, folder: string): Promise<string> {
  const args = ['nbconvert', '--to', 'html', '--template', 'customer-segmentation', notebook];
  await promisify(execFile)(JUPYTER, [...args, '--output-dir', folder], {
    env: { ...process.env, JUPYTER_PREFER_ENV_PATH: '1' },
  });
  return join(folder, `${basename(notebook, '.ipynb')}.html`);
}

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
