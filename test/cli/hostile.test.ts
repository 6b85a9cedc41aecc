import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { harmless, harmlessJson } from '../../src/cli/harmless';
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
      said: ['Error: cannot write file/x: a file exists where its folder should be; name another folder'],
    });
  });

  test('a device named as the folder, or as the file', () => {
    const { status, said } = run(['fit', 'x.csv', '--k', '2', '--out', '/dev/full']);
    expect([status, said]).toEqual([2, ['Error: --out is /dev/full, which is a file; name a folder']]);
    expect(run(['fit', 'x.csv', '--k', '2', '--out', 'honest']).status).toBe(0);
    symlinkSync('/dev/full', join(folder, 'full.csv'));
    const scored = run(['predict', 'honest/model.json', 'x.csv', '--overwrite', '--out', 'full.csv']);
    expect(scored).toEqual({
      status: 2,
      said: ["Error: cannot write full.csv: it isn't a regular file; name a file"],
    });
  });

  test('a full disk behind stdout', () => {
    const full = openSync('/dev/full', 'w');
    expect(run(['fit', 'x.csv', '--k', '2', '--out', 'o1', '--json'], full)).toEqual({
      status: 2,
      said: [
        'Error: the results cannot be written: write failed: the disk is full; free some space, or use another disk',
      ],
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
      'Error: no folder for temporary files can be made in /nowhere: there is no such file or folder; free space there, or set the environment variable TMPDIR to a folder that you may write to',
    ]);
  });

  test('links that lead around, and names that are too long', () => {
    expect(run(['fit', 'loop1']).said[0]).toMatch(/^Error: cannot read loop1: its links lead around .*; /);
    expect(run(['fit', `${'n'.repeat(300)}.csv`]).said[0]).toMatch(/: the name is too long; /);
  });

  const long = 'n'.repeat(300);
  const model = join('ready', 'model.json');
  const asSql = ['--dialect', 'duckdb', '--table', 't'];

  test.each([
    ['rfm', ['rfm', 'file/x'], /a file exists where/],
    ['predict, its model', ['predict', 'loop1', 'x.csv'], /links lead/],
    ['sql', ['sql', '.', ...asSql], /it is a folder/],
    ['report', ['report', long], /too long/],
    ['dashboard, links', ['dashboard', 'loop1', '--port', '0'], /links lead/],
    ['dashboard, a name', ['dashboard', long, '--port', '0'], /too long/],
  ])('%s: what cannot be read', (_what, args, reason) => {
    const { status, said } = run(args);
    expect([status, said]).toEqual([2, [expect.stringMatching(/^Error: cannot read [^;]+: [^;]+; /)]]);
    expect(said[0]).toMatch(reason);
  });

  describe('a place that cannot be written', () => {
    beforeAll(() => {
      expect(run(['fit', 'x.csv', '--k', '2', '--out', 'ready']).status).toBe(0);
      for (const ending of ['html', 'sql', 'csv']) mkdirSync(join(folder, `taken.${ending}`));
    });

    test.each([
      ['report', ['report', model, '--out', 'taken.html'], /folder/],
      ['sql', ['sql', model, ...asSql, '--out', 'taken.sql'], /folder/],
      ['predict, a folder', ['predict', model, 'x.csv', '--out', 'taken.csv'], /folder/],
      ['predict, a name', ['predict', model, 'x.csv', '--out', `${long}.csv`], /too long/],
      ['fit, links', ['fit', 'x.csv', '--k', '2', '--out', 'loop1'], /links lead/],
      ['fit, a name', ['fit', 'x.csv', '--k', '2', '--out', long], /too long/],
    ])('%s', (_what, args, reason) => {
      const { status, said } = run(args);
      expect([status, said]).toEqual([2, [expect.stringMatching(/^Error: cannot write [^;]+: [^;]+; /)]]);
      expect(said[0]).toMatch(reason);
    });
  });

  test('a current folder that was removed', () => {
    mkdirSync(join(folder, 'gone'));
    const line = `cd gone; rmdir ../gone; "${process.execPath}" "${MAIN}" fit ../x.csv`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      2,
      'Error: the current folder no longer exists; change to another one\n',
    ]);
  });

  test('a pipe that has a name is read once', () => {
    const line = `"${process.execPath}" "${MAIN}" fit <(cat x.csv) --k 2 --out o8`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.stringContaining('30 rows, 2 columns')]);
  });
});

describe('devices, which have no end', () => {
  test.each([
    ['fit', ['fit', '/dev/zero']],
    ['rfm', ['rfm', '/dev/zero']],
    ['compare', ['compare', '/dev/zero']],
    ['dashboard', ['dashboard', '/dev/zero', '--port', '0']],
    ['fit, of what is piped in', ['fit', '-'], '/dev/zero'],
  ])('%s', (_what, args, input = '/dev/null') => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: folder,
      stdio: [openSync(input, 'r'), 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^Error: cannot read \/dev\/\w+: it isn't a regular file; name a file\n$/);
    expect(status).toBe(2);
  });

  test.each([
    ['predict', ['predict', '/dev/zero', 'x.csv']],
    ['report', ['report', '/dev/zero']],
    ['sql', ['sql', '/dev/zero', '--dialect', 'duckdb', '--table', 't']],
  ])('%s, as a model', async (_what, args) => {
    const { code, stderr } = await cli(args, { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining('larger than 256 MiB, which no model is')]);
  });
});

test('messages that nobody can hear end nothing', () => {
  const deaf = openSync('/dev/full', 'w');
  const args = [MAIN, 'fit', 'x.csv', '--k', '2', '--out', 'deaf'];
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', deaf] });
  expect(status).toBe(0);
  expect(readdirSync(join(folder, 'deaf')).sort()).toEqual(['model.json', 'report.html', 'segments.csv']);
});

test('what was piped into a command that was killed is removed by the next', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const temporary = join(folder, 'temporary');
  const [left, living] = [dead, process.pid].map((pid) => `customer-segmentation-input-${pid}-x`);
  for (const name of [left, living]) mkdirSync(join(temporary, name), { recursive: true });
  const input = readFileSync(join(folder, 'x.csv'), 'utf8');
  const env = { TMPDIR: temporary };
  const { code } = await cli(['fit', '-', '--k', '2', '--out', 'piped'], { cwd: folder, env, input });
  expect(code).toBe(0);
  expect(readdirSync(temporary)).toEqual([living]);
});

test('of two runs into one folder at once, the later one leaves the results of the other', async () => {
  copyFileSync(join(folder, 'x.csv'), join(folder, 'y.csv'));
  const fit = (file: string) => cli(['fit', file, '--k', '2', '--out', 'shared'], { cwd: folder });
  const done = await Promise.all(['x.csv', 'y.csv'].map(fit));
  expect(done.map(({ code }) => code).sort()).toEqual([0, 2]);
  const { stderr } = done.find(({ code }) => code === 2)!;
  expect(stderr).toMatch(/shared\/\S+ holds results of another run; name another place by --out/);
  expect(readdirSync(join(folder, 'shared'))).toHaveLength(3);
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
