import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../../src/core/errors';
import { writeFileAtomic, writeFilesAtomic } from '../../../src/datasets/write/writeFileAtomic';
import { inFreshNode } from '../../support/freshNode';
import { describeWith } from '../../support/requirement';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const text = (path: string) => readFileSync(path, 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

test('makes the folders, writes text and bytes, leaves nothing beside', () => {
  writeFileAtomic(at('a', 'b', 'text.txt'), 'Zoë\n');
  writeFileAtomic(at('a', 'b', 'bytes.bin'), Uint8Array.of(0, 255));
  expect(text(at('a', 'b', 'text.txt'))).toBe('Zoë\n');
  expect([...readFileSync(at('a', 'b', 'bytes.bin'))]).toEqual([0, 255]);
  expect(readdirSync(at('a', 'b')).sort()).toEqual(['bytes.bin', 'text.txt']);
});

test('takes the place of an older file', () => {
  writeFileSync(at('old.txt'), 'a long old text');
  writeFileAtomic(at('old.txt'), 'new');
  expect(text(at('old.txt'))).toBe('new');
});

test('a folder in the way is named, and stays', () => {
  mkdirSync(at('out.csv'));
  expect(() => writeFileAtomic(at('out.csv'), 'x')).toThrow(InputError);
  expect(() => writeFileAtomic(at('out.csv'), 'x')).toThrow('out.csv: there is a folder of that name');
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('a device is not replaced by a file', () => {
  expect(() => writeFileAtomic('/dev/null', 'x')).toThrow("it isn't a regular file");
});

test('a file where the folder should be is named, and stays', () => {
  writeFileSync(at('out'), 'mine');
  expect(() => writeFileAtomic(at('out', 'x.csv'), 'x')).toThrow('a file exists where its folder should be');
  expect(text(at('out'))).toBe('mine');
});

describeWith(
  { met: existsSync('/proc/self'), reason: 'there is no /proc, a folder in which nothing can be made' },
  'where nothing can be made',
  () => {
    const SCRIPT = `
      const { writeFileAtomic } = source('datasets/write/writeFileAtomic');
      try { writeFileAtomic(input, 'x'); } catch ({ name, message }) { console.log(name + ': ' + message); }`;

    test.each(['/proc/x.txt', '/proc/new/x.txt', '/proc/new/folder/x.txt'])('%s is named', (path) => {
      expect(inFreshNode(SCRIPT, path)).toBe(
        `InputError: cannot write ${path}: nothing can be created there; name another folder\n`,
      );
    });
  },
);

test('of files that belong together, none is written when one cannot be', () => {
  writeFileSync(at('segments.csv'), 'old');
  mkdirSync(at('report.html'));
  const files = ['segments.csv', 'model.json', 'report.html'].map((name) => ({ path: at(name), data: name }));
  expect(() => writeFilesAtomic(files)).toThrow('report.html: there is a folder of that name');
  expect(text(at('segments.csv'))).toBe('old');
  expect(existsSync(at('model.json'))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['report.html', 'segments.csv']);
});

test('a file keeps its mode', () => {
  writeFileSync(at('secret.csv'), 'old', { mode: 0o600 });
  chmodSync(at('secret.csv'), 0o640);
  writeFileAtomic(at('secret.csv'), 'new');
  expect(statSync(at('secret.csv')).mode & 0o7777).toBe(0o640);
});

test('what a killed process left is removed by the next, what a living one writes stays', () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const others = [
    `x.csv.partial-${dead}`,
    `x.csv.former-${dead}`,
    `x.csv.partial-${process.ppid}`,
    'x.csv.partial-x',
  ];
  for (const name of others) writeFileSync(at(name), '');
  writeFileAtomic(at('x.csv'), 'x');
  expect(readdirSync(folder).sort()).toEqual(
    ['x.csv', 'x.csv.partial-x', `x.csv.partial-${process.ppid}`].sort(),
  );
});

describe('processes that write files which belong together into one folder', () => {
  const files = (data: string) => ['a.csv', 'b.json'].map((name) => ({ path: at(name), data }));
  const LOCK = '.customer-segmentation.lock';

  test('wait for each other, and say so where that takes long', () => {
    const SCRIPT = `
      const { writeFilesAtomic } = source('datasets/write/writeFileAtomic');
      const files = ['a.csv', 'b.json'].map((name) => ({ path: input + '/' + name, data: 'other' }));
      try { writeFilesAtomic(files); } catch ({ message }) { console.log(message); }`;
    let said = '';
    writeFilesAtomic(files('mine'), () => {
      expect(text(at(LOCK))).toBe(String(process.pid));
      said = inFreshNode(SCRIPT, folder);
    });
    expect(said).toBe(`cannot write ${at('a.csv')}: another program is using it; close that program\n`);
    expect([text(at('a.csv')), text(at('b.json'))]).toEqual(['mine', 'mine']);
    expect(inFreshNode(SCRIPT, folder)).toBe('');
    expect([text(at('a.csv')), text(at('b.json'))]).toEqual(['other', 'other']);
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.json']);
  });

  test('do not wait for one that was killed, whether or not it had written its number', () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    writeFileSync(at(LOCK), String(dead));
    writeFilesAtomic(files('one'));
    writeFileSync(at(LOCK), '');
    utimesSync(at(LOCK), 1, 1);
    writeFilesAtomic(files('two'));
    expect([text(at('a.csv')), text(at('b.json'))]).toEqual(['two', 'two']);
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.json']);
  });

  test('look once more before they replace anything', () => {
    writeFilesAtomic(files('old'));
    const check = () => {
      throw new InputError('conflict', 'another run was faster');
    };
    expect(() => writeFilesAtomic(files('new'), check)).toThrow(/^another run was faster$/);
    expect([text(at('a.csv')), text(at('b.json'))]).toEqual(['old', 'old']);
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.json']);
  });
});

test('no file at all is nothing to do', () => {
  expect(() => writeFilesAtomic([])).not.toThrow();
});

test('what cannot be written as data is refused before anything is', () => {
  const files = [
    { path: at('a'), data: 'a' },
    { path: at('b'), data: undefined as never },
  ];
  expect(() => writeFilesAtomic(files)).toThrow('b are undefined; they must be text or bytes');
  expect(() => writeFileAtomic('', 'x')).toThrow("`path` is ''; it must name a file");
  expect(readdirSync(folder)).toEqual([]);
});
