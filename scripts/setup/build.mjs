/** Compiles `src` to `dist`, bundles the dashboard's page, and lets `npx customer-segmentation` find the command line. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { bundlePages } from '../bundle-page.mjs';
import { SetupFailure } from './failure.mjs';
import { readIfThere, readJson } from './files.mjs';
import { MODULES, NOTES, ROOT } from './paths.mjs';
import { CommandFailure, run } from './run.mjs';
import { isStamped, stamp } from './stamp.mjs';
import { findNpm } from './tools.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(NOTES, 'build.json');
// Not node_modules/.bin/tsc: that is the older TypeScript that the notebook kernel brings.
const COMPILER = join(MODULES, 'typescript', 'bin', 'tsc');

// The package is linked into its own node_modules, and so is its command.
const NAME = 'customer-segmentation';
const COMMAND = join(MODULES, '.bin', NAME);

export const title = 'Build';

/** By content, not by time: a checkout changes times and no text. */
export function isDone() {
  return (
    isStamped(STAMP, inputs()) &&
    existsSync(COMMAND) &&
    readJson(STAMP).files.every((file) => existsSync(join(ROOT, file)))
  );
}

/** Compiles in place, so that whoever reads `dist` meanwhile finds it, then removes what no source stands behind. */
export async function perform() {
  const before = inputs();
  const output = await compile();
  const compiled = [...output.matchAll(/^TSFILE: (.+)$/gm)].map(([, file]) =>
    relative(ROOT, resolve(ROOT, file)),
  );
  const files = [...compiled, ...(await bundlePages())];
  for (const stale of staleFiles(files)) rmSync(join(ROOT, stale));
  await linkCommand();
  stamp(STAMP, before, { files });
  return `${files.filter((file) => file.endsWith('.js')).length} modules in dist`;
}

/** npm links a command only where its file is there, and makes it executable: at `npm ci` a fresh clone has none. */
async function linkCommand() {
  await run(process.execPath, [findNpm().script, 'rebuild', '--ignore-scripts', NAME], { log: 'build-link' });
}

async function compile() {
  try {
    return await run(process.execPath, [COMPILER, '--listEmittedFiles', '--pretty', 'false'], {
      log: 'build',
    });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const errors = error.output.split('\n').filter((line) => / error TS\d+:/.test(line));
    throw new SetupFailure(`src does not compile (${errors.length} errors); the first is ${errors[0]}`, {
      cause: error,
    });
  }
}

function staleFiles(emitted) {
  const kept = new Set(emitted);
  return filesUnder(DIST).filter((file) => !kept.has(file));
}

/** The versions and settings of compiler and bundler, and every source file. */
function inputs() {
  const hash = createHash('sha256');
  for (const file of [
    ...filesUnder(join(ROOT, 'src')),
    'tsconfig.json',
    'scripts/bundle-page.mjs',
    'node_modules/typescript/package.json',
    'node_modules/esbuild/package.json',
    'node_modules/preact/package.json',
  ]) {
    hash.update(`${file}\n`).update(readIfThere(join(ROOT, file)) ?? '');
  }
  return hash.digest('hex');
}

/** Paths of all files in a folder, from the clone's root, sorted. */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
