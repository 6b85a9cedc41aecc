/** Runs the jupyter command line of the project's Python environment, and ends it with the runner. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homeVariables } from '../setup/home.mjs';
import { venvProgram } from '../setup/paths.mjs';

const running = new Set();

/** @throws Error in one sentence when set-up has not been run. */
export function checkJupyter() {
  if (existsSync(venvProgram('jupyter'))) return;
  throw new Error('Jupyter is not set up here; run `npm run setup` first');
}

/** Runs `jupyter <args>`; resolves to its exit code and all that it printed. */
export function jupyter(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(venvProgram('jupyter'), args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...homeVariables(),
        JUPYTER_PREFER_ENV_PATH: '1',
        PYTHONUNBUFFERED: '1',
        ...env,
      },
    });
    running.add(child);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error.message) }));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Interrupts what still runs: nbconvert then ends its kernel too. */
export function interruptAll() {
  for (const child of running) child.kill('SIGINT');
}
