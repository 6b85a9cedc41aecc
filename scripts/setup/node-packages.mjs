/** The Node packages, exactly as locked, without their install scripts (TensorFlow's is a step of its own). */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SetupFailure } from './failure.mjs';
import { readJson } from './files.mjs';
import { MODULES, ROOT } from './paths.mjs';
import { explain } from './registry.mjs';
import { run } from './run.mjs';
import { findNpm } from './tools.mjs';

export const title = 'Node packages';

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/**
 * npm's own record of what it installed is the stamp: npm writes it last, inside `node_modules`. So an installation
 * that somebody made with `npm install` counts as well.
 */
export function isDone() {
  const lock = readJson(join(ROOT, 'package-lock.json'))?.packages;
  const installed = readJson(join(MODULES, '.package-lock.json'))?.packages;
  const manifest = readJson(join(ROOT, 'package.json'));
  return Boolean(lock && installed) && agrees(manifest, lock['']) && isWhole(lock, installed);
}

export async function perform() {
  const npm = findNpm();
  // Development packages too, even where NODE_ENV or an npm setting would omit them.
  const args = [npm.script, 'ci', '--ignore-scripts', '--include=dev', ...QUIET, ...PATIENCE];
  try {
    const output = await run(process.execPath, args, { log: 'node-packages' });
    return /added (\d+ packages)/.exec(output)?.[1] ?? 'installed';
  } catch (error) {
    if (/EUSAGE/.test(error.output)) {
      throw new SetupFailure(
        'package.json and package-lock.json do not agree; run "npm install --package-lock-only", then start again.',
        { cause: error },
      );
    }
    throw explain(error, 'installing the Node packages', {
      registry: 'The npm registry',
      setting: 'npm_config_registry',
    });
  }
}

// What it prints goes to the log, where the reason of a failure is looked for, even under "npm --silent".
const QUIET = ['--loglevel=notice', '--no-audit', '--no-fund'];

// npm waits up to two minutes before it says that nobody answers; one retry a few seconds later tells as much.
const PATIENCE = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/** The lock was made from this very package.json. */
function agrees(manifest, root) {
  return GROUPS.every((group) => isDeepStrictEqual(manifest[group] ?? {}, root?.[group] ?? {}));
}

/** Everything installed is what the lock says, and nothing but what is optional is missing. */
function isWhole(lock, installed) {
  const same = Object.entries(installed).every(
    ([path, entry]) => lock[path] && lock[path].version === entry.version,
  );
  const complete = Object.entries(lock).every(
    ([path, entry]) => path === '' || path in installed || entry.optional || entry.devOptional,
  );
  return same && complete;
}
