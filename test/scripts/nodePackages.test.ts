import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from './evaluate';

/** A project that needs `a`, which needs `b`; `only-mac` is optional and not for this machine. */
const MANIFEST = { name: 'project', dependencies: { a: '^1.0.0' } };
const PACKAGES = { 'node_modules/a': { version: '1.2.0' }, 'node_modules/b': { version: '2.0.0' } };
const LOCKED = {
  '': { name: 'project', dependencies: { a: '^1.0.0' } },
  ...PACKAGES,
  'node_modules/only-mac': { version: '3.0.0', optional: true },
};

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  cpSync(join(__dirname, '..', '..', 'scripts'), join(clone, 'scripts'), { recursive: true });
  mkdirSync(join(clone, 'node_modules'));
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
});
afterEach(() => rmSync(clone, { recursive: true }));

/** Whether set-up takes these installed packages for the ones that are locked. */
function isDone(installed: object, manifest: object = MANIFEST): boolean {
  writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(clone, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return evaluate(join(clone, 'scripts', 'setup', 'node-packages.mjs'), 'it.isDone()');
}

test('what is installed as locked is kept, whoever installed it and without what is for other machines', () => {
  expect(isDone(PACKAGES)).toBe(true);
});

test('a package that is missing, or of another version, is noticed', () => {
  expect(isDone({ 'node_modules/a': { version: '1.2.0' } })).toBe(false);
  expect(isDone({ ...PACKAGES, 'node_modules/b': { version: '2.0.1' } })).toBe(false);
});

test('a dependency that was added to package.json is noticed; a new script is no reason to install again', () => {
  expect(isDone(PACKAGES, { ...MANIFEST, dependencies: { a: '^1.0.0', c: '^1.0.0' } })).toBe(false);
  expect(isDone(PACKAGES, { ...MANIFEST, scripts: { lint: 'lint' } })).toBe(true);
});

test('an installation that was interrupted, which has no record, is made again', () => {
  expect(isDone(PACKAGES)).toBe(true);
  rmSync(join(clone, 'node_modules', '.package-lock.json'));
  expect(evaluate(join(clone, 'scripts', 'setup', 'node-packages.mjs'), 'it.isDone()')).toBe(false);
});
