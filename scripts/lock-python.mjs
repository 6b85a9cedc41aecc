/**
 * Locks what the Python environments hold: of each `.in` file, which names what is wanted, the `.txt` beside it, which
 * names every package of every system with the hashes of its files. Run it after changing a `.in` file.
 *
 * usage: node scripts/lock-python.mjs
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CACHE, ROOT } from './setup/paths.mjs';
import { PIP } from './setup/python.mjs';
import { findPython } from './setup/tools.mjs';

/** Each file that names what is wanted, and the oldest Python that has it. */
const WANTED = {
  'requirements-jupyter.in': '3.10',
  'scripts/reference/requirements.in': '3.11',
  'bench/requirements.in': '3.11',
  'bench/rfm-requirements.in': '3.11',
};
/** What resolves for all systems at once. */
const UV = 'uv==0.13.9';
const FOR_ALL_SYSTEMS = ['--universal', '--generate-hashes', '--only-binary', ':all:'];
const BARE = ['--no-header', '--no-annotate', '--quiet'];

const venv = join(CACHE, 'lock-venv');
execFileSync(findPython().path, ['-m', 'venv', venv]);
const program = (name) => join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', name);
execFileSync(program('python'), ['-m', 'pip', 'install', ...PIP, UV]);

for (const [file, python] of Object.entries(WANTED)) {
  const wanted = join(ROOT, file);
  const target = wanted.replace(/\.in$/, '.txt');
  const [title] = readFileSync(wanted, 'utf8').split('\n');
  const note = `# Every file by its hash, for Python ${python} and newer on any system: what ${basename(file)} asks for, locked by \`node scripts/lock-python.mjs\`.`;
  const locked = execFileSync(
    program('uv'),
    ['pip', 'compile', ...FOR_ALL_SYSTEMS, ...BARE, '--python-version', python, wanted],
    { encoding: 'utf8' },
  );
  writeFileSync(target, `${title}\n${note}\n${locked}`);
  console.log(target);
}
