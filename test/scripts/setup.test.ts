import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** A clone in which nothing is set up: the scripts and what they read, nothing else. */
let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  for (const name of [
    'package.json',
    'package-lock.json',
    'requirements-jupyter.txt',
    'tsconfig.json',
    'scripts',
  ]) {
    cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  }
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function setup(env: NodeJS.ProcessEnv, preload?: string) {
  const options = preload ? ['--require', preload] : [];
  const child = spawnSync(process.execPath, [...options, 'scripts/setup.mjs'], {
    cwd: clone,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: child.status, stderr: child.stderr };
}

test('a missing compiler stops the set-up at once, in one sentence, with exit code 1 and no stack trace', () => {
  const { code, stderr } = setup({ CXX: join(clone, 'no-compiler') });
  expect(code).toBe(1);
  expect(stderr.trim()).toMatch(/^Setup stopped\. A C\+\+ compiler is needed [^\n]*, then start again\.$/);
});

test('an unreachable npm registry is named with the remedy', () => {
  // Port 9 (discard) of this machine: nobody listens there, and the refusal comes at once.
  const { code, stderr } = setup({
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(clone, 'npm-cache'),
  });
  expect(code).toBe(1);
  expect(stderr.trim()).toMatch(
    /^Setup stopped\. The npm registry did not answer [^\n]*npm_config_registry[^\n]*$/,
  );
});

test('a Node that is too old is told so, before anything that it could not read', () => {
  const preload = join(clone, 'old.cjs');
  writeFileSync(
    preload,
    "Object.defineProperty(process, 'version', { value: 'v18.20.0' });" +
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });",
  );
  const { code, stderr } = setup({}, preload);
  expect(code).toBe(1);
  expect(stderr.trim()).toMatch(/^Node\.js 20 or newer is needed, but this is v18\.20\.0; install [^\n]*$/);
});
