/** The TypeScript kernel: a kernel specification that starts the project's own tslab with this Node (see `scripts/kernel`). */
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { readIfThere, writeFileAtomic } from './files.mjs';
import { ROOT, VENV, venvProgram } from './paths.mjs';
import { run } from './run.mjs';

const SPECIFICATION = join(VENV, 'share', 'jupyter', 'kernels', 'tslab', 'kernel.json');

export const title = 'TypeScript kernel';

/** The specification is its own stamp: it names this Node and this clone, or it is out of date. */
export function isDone() {
  return readIfThere(SPECIFICATION) === wanted();
}

export async function perform() {
  writeFileAtomic(SPECIFICATION, wanted());
  const listing = await run(venvProgram('jupyter'), ['kernelspec', 'list', '--json'], { log: 'kernel' });
  if (!listing.includes('"tslab"')) {
    throw new SetupFailure(
      'Jupyter does not list the tslab kernel that was just installed; delete the folder .venv and start again.',
    );
  }
  return 'tslab';
}

function wanted() {
  const kernel = join(ROOT, 'scripts', 'kernel', 'kernel.cjs');
  const specification = {
    // An interrupt may end a loop in a callback of Node's, which then finds its own books in disorder, and goes on.
    argv: [
      process.execPath,
      '--no-force-async-hooks-checks',
      kernel,
      'kernel',
      '--config-path',
      '{connection_file}',
    ],
    display_name: 'TypeScript',
    language: 'typescript',
    // TensorFlow announces itself on stderr, which a notebook shows as an error.
    env: { TF_CPP_MIN_LOG_LEVEL: '3' },
  };
  return `${JSON.stringify(specification, null, 2)}\n`;
}
