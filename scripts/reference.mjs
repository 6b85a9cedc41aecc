/**
 * Recomputes the numbers that the tests compare ours with, by scikit-learn and scipy.
 *
 *   npm run reference [-- --check]
 *
 * Writes test/reference/scikit_learn.json, whole or not at all. `--check` writes nothing and fails when the answers
 * differ from that file by more than rounding.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pythonVenv } from './python-venv.mjs';
import { firstDifference } from './reference/first-difference.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { readIfThere, writeWhole } from './setup/files.mjs';
import { CACHE, ROOT } from './setup/paths.mjs';

const FOLDER = join(ROOT, 'scripts', 'reference');
const COMMITTED = join(ROOT, 'test', 'reference', 'scikit_learn.json');

const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } });
try {
  const text = askAgain();
  if (options.check) check(text);
  else write(text);
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function askAgain() {
  const orElse = 'the committed numbers stay as they are, and the tests need no Python';
  const python = pythonVenv('reference-venv', join(FOLDER, 'requirements.txt'), orElse);
  const answer = join(CACHE, 'reference', 'scikit_learn.json');
  mkdirSync(join(CACHE, 'reference'), { recursive: true });
  execFileSync(python, [join(FOLDER, 'scikit_learn.py'), answer], { stdio: 'inherit' });
  return readFileSync(answer, 'utf8');
}

function write(text) {
  writeWhole(COMMITTED, text);
  console.log(`test/reference/scikit_learn.json: written (${versions(text)})`);
}

function check(text) {
  const committed = readIfThere(COMMITTED);
  const difference = committed
    ? firstDifference(JSON.parse(committed), JSON.parse(text))
    : 'there is no such file';
  if (difference)
    throw new SetupFailure(
      `test/reference/scikit_learn.json differs from the current answers: ${difference}`,
    );
  console.log(`test/reference/scikit_learn.json: same as the current answers of ${versions(text)}`);
}

function versions(text) {
  return Object.entries(JSON.parse(text).madeWith)
    .map((pair) => pair.join(' '))
    .join(', ');
}
