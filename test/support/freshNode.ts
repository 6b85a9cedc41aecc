import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

const BEGINNING = `
  const { transformFileSync } = require('@swc/core');
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, path) => module._compile(transformFileSync(path, options).code, path);
  const source = (file) => require(${JSON.stringify(resolve(ROOT, 'src'))} + '/' + file + '.ts');
  const loaded = (packages) => packages.filter((name) =>
    Object.keys(require.cache).some((path) => path.replaceAll('\\\\', '/').includes('/node_modules/' + name + '/')));
  const input = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
`;

/**
 * What a script prints, run in a Node of its own: for what is seen there alone (which packages are loaded), or would
 * stop the tests. It has `source('datasets/read/readTable')` for what a file of `src` exports, `loaded(names)` for the
 * packages among these that are loaded by now, and `input`.
 * @throws Error with what it says on stderr, or when it takes more than a minute.
 */
export function inFreshNode(script: string, input: unknown = null): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, ['--eval', BEGINNING + script], {
    encoding: 'utf8',
    input: JSON.stringify(input),
    cwd: ROOT,
    timeout: 60_000,
  });
  if (error) throw error;
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}
