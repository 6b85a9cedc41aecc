import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harmless, harmlessJson } from '../../src/cli/harmless';
import { ofTheSystem } from '../../src/cli/systemError';
import { cli } from './cli';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-hostile-'));
  writeFileSync(join(folder, 'file'), '');
  writeFileSync(
    join(folder, 'x.csv'),
    `a,b\n${Array.from({ length: 30 }, (_, i) => `${i},${i * i}`).join('\n')}\n`,
  );
  for (const [from, to] of ['12', '21']) symlinkSync(join(folder, `loop${to}`), join(folder, `loop${from}`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a file where a folder should be', ['fit', 'x.csv', '--k', '2', '--out', 'file/x']],
  ['links that lead around', ['fit', 'loop1']],
  ['a name that is too long', ['fit', `${'n'.repeat(300)}.csv`]],
  ['a place whose name is too long', ['fit', 'x.csv', '--k', '2', '--out', 'n'.repeat(300)]],
  ['a file below a file', ['fit', 'file/x.csv']],
])('%s is a mistake, no defect', async (_what, args) => {
  const { code, stderr } = await cli(args, { cwd: folder });
  expect(stderr).toMatch(/^Error: /);
  expect(code).toBe(2);
});

test('control characters out of the data never reach the terminal', async () => {
  expect(harmless('a\x1b]0;title\x07b\tc\nd\x9b2J\u202ee')).toBe('a\\x1b]0;title\\x07b\tc\nd\\x9b2J\\x202ee');
  const { stderr, stdout } = await cli(['fit', 'x.csv', '--columns', '\x1b]0;title\x07'], { cwd: folder });
  expect(stderr + stdout).not.toContain('\x1b]');
});

test('control characters in JSON are written by their code: the document stays the same', () => {
  const document = { a: '\x1b]0;t\x07\x9b2J\u202eb\x7f', b: [1, '\n'] };
  const text = harmlessJson(JSON.stringify(document, null, 2));
  expect(harmless(text)).toBe(text);
  expect(JSON.parse(text)).toEqual(document);
});

test.each([
  [Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }), 'write failed: the disk is full'],
  [
    Object.assign(new Error('x'), { code: 'ELOOP', syscall: 'open', path: '/a' }),
    'cannot use /a: links lead around in a circle',
  ],
  [new TypeError('x is not a function'), undefined],
])('%s', (error, said) => {
  expect(ofTheSystem(error)).toBe(said);
});
