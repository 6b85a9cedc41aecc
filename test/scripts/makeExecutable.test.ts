import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from './evaluate';

const ROOT = join(__dirname, '..', '..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'make [it] so '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what package.json names as commands can be run, however the compiler wrote it', () => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ bin: { one: 'one.js', two: './two.js' } }));
  for (const name of ['one.js', 'two.js', 'other.js']) writeFileSync(join(folder, name), '', { mode: 0o644 });
  evaluate('make-executable.mjs', `it.makeExecutable(${JSON.stringify(folder)}) ?? null`);
  const modes = ['one.js', 'two.js', 'other.js'].map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes).toEqual(process.platform === 'win32' ? modes : [0o755, 0o755, 0o644]);
});

test('the build ends with it', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(scripts.build).toMatch(/ && node scripts\/make-executable\.mjs$/);
});
