/**
 * Recomputes the numbers that the tests compare ours with, by scikit-learn and scipy, and stabilities as R's fpc has them.
 *
 *   npm run reference [-- --check]
 *
 * Writes test/reference/scikit_learn.json and clusterboot.json, each whole or not at all. `--check` writes nothing and
 * fails when the answers differ from these files by more than rounding.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pythonVenv } from './python-venv.mjs';
import { firstDifference } from './reference/first-difference.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { readIfThere, writeFileAtomic } from './setup/files.mjs';
import { CACHE, ROOT } from './setup/paths.mjs';

const FOLDER = join(ROOT, 'scripts', 'reference');
/** Scripts of the folder, each of which writes a file of its name. */
const SCRIPTS = ['scikit_learn', 'clusterboot'];

const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } });
try {
  for (const script of SCRIPTS) {
    const text = askAgain(script);
    if (options.check) check(script, text);
    else write(script, text);
  }
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function askAgain(script) {
  const orElse = 'the committed numbers stay as they are, and the tests need no Python';
  const python = pythonVenv('reference-venv', join(FOLDER, 'requirements.txt'), orElse);
  const answer = join(CACHE, 'reference', `${script}.json`);
  mkdirSync(join(CACHE, 'reference'), { recursive: true });
  execFileSync(python, [join(FOLDER, `${script}.py`), answer], { stdio: 'inherit' });
  return readFileSync(answer, 'utf8');
}

function committedFile(script) {
  return join(ROOT, 'test', 'reference', `${script}.json`);
}

function write(script, text) {
  writeFileAtomic(committedFile(script), text);
  console.log(`test/reference/${script}.json: written (${versions(text)})`);
}

function check(script, text) {
  const committed = readIfThere(committedFile(script));
  const difference = committed
    ? firstDifference(JSON.parse(committed), JSON.parse(text))
    : 'there is no such file';
  if (difference)
    throw new SetupFailure(`test/reference/${script}.json differs from the current answers: ${difference}`);
  console.log(`test/reference/${script}.json: same as the current answers of ${versions(text)}`);
}

function versions(text) {
  return Object.entries(JSON.parse(text).madeWith)
    .map((pair) => pair.join(' '))
    .join(', ');
}
