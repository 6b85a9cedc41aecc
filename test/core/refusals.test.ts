import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../src/core/errors';
import {
  cannotRead,
  cannotWrite,
  reading,
  refusalReason,
  refusalText,
  writing,
} from '../../src/core/refusals';

/** What Node throws where the system refuses. */
function systemError(code: string, more: object = { path: '/a' }): Error {
  const errno = -(constants.errno as Record<string, number>)[code];
  return Object.assign(new Error(`${code}: some words, open '/a'`), {
    code,
    errno,
    syscall: 'open',
    ...more,
  });
}

const CODES = [
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EISDIR',
  'ELOOP',
  'EMFILE',
  'ENAMETOOLONG',
  'ENFILE',
  'ENODEV',
  'ENOENT',
  'ENOMEM',
  'ENOSPC',
  'ENOTDIR',
  'ENXIO',
  'EPERM',
  'EROFS',
  'ESTALE',
  'ETXTBSY',
];

describe.each([
  ['read', cannotRead],
  ['write', cannotWrite],
] as const)('what cannot be %s', (verb, explain) => {
  test.each(CODES)('%s: one sentence with the file, a reason in words and a remedy', (code) => {
    const error = explain('x.csv', systemError(code));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(new RegExp(`^cannot ${verb} x\\.csv: [^;]+; [^;]+[^.]$`));
    expect(error.message).not.toMatch(/some words|'\/a'/);
    expect(error.file).toBe('x.csv');
    expect(error.code).toBe('no-file');
  });

  test('a code that nobody expects is told in the words of the system, not in those of its functions', () => {
    expect(explain('x.csv', systemError('EPROTO')).message).toMatch(/: some words \(EPROTO\); /);
    expect(explain('x.csv', new Error('no reason')).message).toMatch(/: no reason; /);
  });
});

test('hand-written: the sentence of each', () => {
  const read = (code: string) => cannotRead('x', systemError(code)).message;
  const write = (code: string) => cannotWrite('x', systemError(code)).message;
  expect(read('ENOENT')).toBe('cannot read x: there is no such file; check the name and the folder');
  expect(read('EISDIR')).toBe('cannot read x: it is a folder, not a file; name a file in it');
  expect(read('EACCES')).toBe("cannot read x: you don't have permission to read it; ask its owner for it");
  expect(write('EACCES')).toBe(
    "cannot write x: you don't have permission to write there; name another folder",
  );
  expect(write('EEXIST')).toBe(
    'cannot write x: a file exists where its folder should be; name another folder',
  );
  expect(write('ENOSPC')).toBe('cannot write x: the disk is full; free some space, or use another disk');
  expect(read('EMFILE')).toBe('cannot read x: too many files are open; raise the limit, e.g. ulimit -n 4096');
});

test('what nobody explained is explained; what the system did not refuse is not', () => {
  expect(refusalText(systemError('ELOOP'))).toBe(
    'cannot use /a: its links lead around in a circle; name the file itself',
  );
  expect(refusalText(systemError('ENOSPC', { syscall: 'write' }))).toBe(
    'write failed: the disk is full; free some space, or use another disk',
  );
  expect(refusalText(systemError('ENOENT', { syscall: 'uv_cwd' }))).toBe(
    'the current folder no longer exists; change to another one',
  );
  expect(refusalText(new TypeError('x is not a function'))).toBeUndefined();
  expect(refusalText(undefined)).toBeUndefined();
});

describe('provoked', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'refusals-'));
    for (const [from, to] of ['12', '21']) symlinkSync(join(folder, to), join(folder, from));
    writeFileSync(join(folder, 'file'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['none', /there is no such file/],
    ['.', /it is a folder/],
    ['1', /links lead around/],
    ['file/x', /a file exists where a folder should be/],
    ['n'.repeat(300), /the name is too long/],
  ])('reading %p', (name, message) => {
    const { readFileSync } = jest.requireActual<typeof import('node:fs')>('node:fs');
    expect(() => reading(name, () => readFileSync(join(folder, name)))).toThrow(message);
  });

  test('another mistake stays what it is', () => {
    const fault = () => {
      throw new RangeError('ours');
    };
    expect(() => reading('x', fault)).toThrow(RangeError);
    expect(() => writing('x', fault)).toThrow(RangeError);
  });
});

test('a reason alone: in our words where the code is known, otherwise in those of whoever threw', () => {
  expect(refusalReason(systemError('ENOSPC'))).toBe('the disk is full');
  expect(refusalReason(systemError('EPROTO'))).toBe('some words (EPROTO)');
  expect(refusalReason('no luck')).toBe('no luck');
});
