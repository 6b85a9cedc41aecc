import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from './evaluate';

const ROOT = join(__dirname, '..', '..');
const HOME = join(ROOT, '.cache', 'home');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'homes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const variables = (home: string | undefined, env: object = {}): Record<string, string> =>
  evaluate('setup/home.mjs', `it.homeVariables(${JSON.stringify(env)}, ${JSON.stringify(home)})`);

test('a home that can be written stays the home', () => {
  expect(variables(folder)).toEqual({});
});

test('without one, npm, pip and Jupyter keep their files in the clone', () => {
  for (const home of ['/nonexistent', join(folder, 'none')]) {
    const moved = variables(home);
    expect(Object.keys(moved)).toEqual(
      expect.arrayContaining(['npm_config_cache', 'PIP_CACHE_DIR', 'JUPYTER_RUNTIME_DIR']),
    );
    for (const path of Object.values(moved)) expect(path.startsWith(HOME)).toBe(true);
    expect(new Set(Object.values(moved)).size).toBe(Object.keys(moved).length);
  }
});

test('what somebody set stays', () => {
  expect(variables('/nonexistent', { PIP_CACHE_DIR: '/mine' })).not.toHaveProperty('PIP_CACHE_DIR');
});

test('in a folder with spaces and brackets, without a home, the command line does what it does', () => {
  const clone = join(folder, 'a [clone] (of mine) $1');
  mkdirSync(clone);
  cpSync(join(ROOT, 'dist'), join(clone, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(clone, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'junction');
  writeFileSync(
    join(clone, 'x [1].csv'),
    `a,b\n${Array.from({ length: 30 }, (_, i) => `${i},${i * i}`).join('\n')}\n`,
  );
  const args = [join(clone, 'dist', 'cli', 'main.js'), 'fit', 'x [1].csv', '--k', '2', '--out', 'o [2]'];
  const env = { ...process.env, HOME: '/nonexistent', USERPROFILE: '/nonexistent' };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: clone, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.stringContaining('x [1].csv: 30 rows, 2 columns')]);
  expect(existsSync(join(clone, 'o [2]', 'report.html'))).toBe(true);
});
