import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { harmless, harmlessJson } from '../../src/cli/harmless';
import { ofTheSystem } from '../../src/cli/systemError';
import { cli, MAIN } from './cli';

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

describe('what the system refuses is said, with exit code 2', () => {
  const run = (
    args: readonly string[],
    stdout: 'pipe' | number = 'pipe',
    env: NodeJS.ProcessEnv = {},
    input?: string,
  ) => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['pipe', stdout, 'pipe'],
      input,
      encoding: 'utf8',
    });
    return { status, said: stderr.split('\n').filter((line) => line.startsWith('Error: ')) };
  };
  const table = () => readFileSync(join(folder, 'x.csv'), 'utf8');

  test('a file among the folders of the results', () => {
    expect(run(['fit', 'x.csv', '--k', '2', '--out', 'file/x'])).toEqual({
      status: 2,
      said: ['Error: cannot use file/x: a file exists where a folder should be'],
    });
  });

  test('a device named as the folder, or as the file', () => {
    const { status, said } = run(['fit', 'x.csv', '--k', '2', '--out', '/dev/full']);
    expect([status, said]).toEqual([2, ['Error: --out is /dev/full, which is a file; name a folder']]);
    expect(run(['fit', 'x.csv', '--k', '2', '--out', 'honest']).status).toBe(0);
    symlinkSync('/dev/full', join(folder, 'full.csv'));
    const scored = run(['predict', 'honest/model.json', 'x.csv', '--overwrite', '--out', 'full.csv']);
    expect(scored).toEqual({ status: 2, said: ["Error: cannot write full.csv: it isn't a regular file"] });
  });

  test('a full disk behind stdout', () => {
    const full = openSync('/dev/full', 'w');
    expect(run(['fit', 'x.csv', '--k', '2', '--out', 'o1', '--json'], full)).toEqual({
      status: 2,
      said: ['Error: the results cannot be written: write failed: the disk is full'],
    });
  });

  test('no folder for temporary files', () => {
    const { status, said } = run(
      ['fit', '-', '--k', '2', '--out', 'o2'],
      'pipe',
      { TMPDIR: '/nowhere' },
      table(),
    );
    expect(status).toBe(2);
    expect(said).toEqual([
      expect.stringMatching(/^Error: cannot use \/nowhere\/\S+: there is no such file or folder$/),
    ]);
  });

  test('links that lead around, and names that are too long', () => {
    expect(run(['fit', 'loop1']).said[0]).toMatch(/links|too many symbolic/i);
    expect(run(['fit', `${'n'.repeat(300)}.csv`]).said[0]).toMatch(/too long/i);
  });
});

test('a reader that has seen enough is no error', () => {
  const line = `"${process.execPath}" "${MAIN}" fit x.csv --k 2 --out o3 --json | true; exit \${PIPESTATUS[0]}`;
  expect(spawnSync('bash', ['-c', line], { cwd: folder }).status).toBe(0);
});

test('the name of a folder is no column, and one with a dollar sign stays as it is', async () => {
  mkdirSync(join(folder, 'region=EU'));
  for (const name of ['region=EU/part.csv', '$&.csv']) {
    copyFileSync(join(folder, 'x.csv'), join(folder, name));
    const { code, stderr } = await cli(['fit', name, '--k', '2', '--out', 'o4', '--overwrite'], {
      cwd: folder,
    });
    expect([code, stderr]).toEqual([0, expect.stringContaining(`${basename(name)}: 30 rows, 2 columns`)]);
  }
});
