/** Virtual environments of libraries to compare with: for the benchmarks and the reference numbers, never for users. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './setup/failure.mjs';
import { CACHE } from './setup/paths.mjs';
import { LOCKED, PIP } from './setup/python.mjs';
import { isStamped, stamp } from './setup/stamp.mjs';
import { findPython } from './setup/tools.mjs';

/**
 * The Python that has the packages of a requirements file, in an environment of its own under `.cache`; made on
 * the first call (a minute or so), and again whenever the requirements change or the making was interrupted.
 *
 * @param name the folder: `.cache/<name>`
 * @param requirements path of the requirements file, every file by its hash
 * @param orElse what can be done without it, for the message of a failure
 * @throws SetupFailure when there is no Python, or pip fails
 */
export function pythonVenv(name, requirements, orElse) {
  const venv = join(CACHE, name);
  const python =
    process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
  const stampFile = join(venv, '.setup.json');
  const inputs = [readFileSync(requirements, 'utf8'), venv];
  if (isStamped(stampFile, inputs)) return python;
  console.error(`Installing Python packages into .cache/${name} …`);
  run(findPython().path, ['-m', 'venv', '--clear', venv], orElse);
  run(python, ['-m', 'pip', 'install', ...PIP, ...LOCKED, '--requirement', requirements], orElse);
  stamp(stampFile, inputs);
  return python;
}

function run(command, args, orElse) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    throw new SetupFailure(`'${command} ${args.join(' ')}' failed (see its messages above); ${orElse}`, {
      cause,
    });
  }
}
