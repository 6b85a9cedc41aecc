import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const venv = fileURLToPath(new URL('../.cache/bench-venv', import.meta.url));

/**
 * The Python that has the peers of bench/requirements.txt, in a virtual environment of its own under .cache;
 * made on the first call (a minute or so), and again whenever the requirements change. `PYTHON` names another
 * base interpreter than python3.
 */
export function benchPython() {
  const python = join(venv, 'bin', 'python');
  const stamp = join(venv, 'requirements.installed.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  console.error('Installing the Python peers into .cache/bench-venv …');
  mkdirSync(venv, { recursive: true });
  run(process.env.PYTHON ?? 'python3', ['-m', 'venv', venv]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  writeFileSync(stamp, wanted);
  return python;
}

function run(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    const remedy = 'install Python ≥ 3.10 with venv and pip, or name the other peers only with --peers';
    throw new Error(`'${command} ${args.join(' ')}' failed; ${remedy}`, { cause });
  }
}
