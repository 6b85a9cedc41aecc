import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../../core/errors';
import { checkList, isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';
import { makeFolder } from './makeFolder';

/** A file to be written: where, and its text or bytes. */
export interface FileToWrite {
  path: string;
  data: string | Uint8Array;
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, forced to the disk, then renamed. Whoever
 * reads meanwhile finds the old file or the new one. The folder is made where there is none.
 *
 * @param data text, written as UTF-8, or bytes.
 * @throws InputError naming the path and the reason where the file cannot be written; nothing is left behind.
 *
 * @example
 * writeWhole('out/segments.txt', 'four segments\n');
 */
export function writeWhole(path: string, data: string | Uint8Array): void {
  writeAllWhole([{ path, data }]);
}

/**
 * As `writeWhole`, for files that belong together: all of them are on the disk before the first takes its place, so
 * that a full disk or a forbidden folder leaves none of them, and what stood there before stays.
 *
 * @throws InputError naming the path and the reason where one of them cannot be written.
 *
 * @example
 * writeAllWhole([
 *   { path: 'out/segments.csv', data: 'id,segment\r\n1,0\r\n' },
 *   { path: 'out/model.json', data: '{}' },
 * ]);
 */
export function writeAllWhole(files: readonly FileToWrite[]): void {
  checkList('files', files).forEach(checkFile);
  const staged: string[] = [];
  let current = '';
  try {
    for (const { path, data } of files) {
      current = path;
      stage(path, data, staged);
    }
    files.forEach(({ path }, i) => {
      current = path;
      renameSync(staged[i], path);
    });
  } catch (cause) {
    throw new InputError('no-file', phrase`cannot write ${{ file: current }}: ${reasonOf(cause)}`, { cause });
  } finally {
    for (const partial of staged) rmSync(partial, { force: true });
  }
}

function stage(path: string, data: string | Uint8Array, staged: string[]): void {
  const there = statSync(path, { throwIfNoEntry: false });
  // renaming would replace a device or a pipe instead of writing to it
  if (there && !there.isFile())
    throw Object.assign(new Error(), { code: there.isDirectory() ? 'EISDIR' : 'ENXIO' });
  makeFolder(dirname(path));
  const partial = `${path}.partial-${process.pid}`;
  const file = openSync(partial, 'w');
  staged.push(partial);
  try {
    writeFileSync(file, data);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const REASONS: Record<string, string> = {
  EACCES: "you don't have permission to write there",
  EPERM: "you don't have permission to write there",
  ENOENT: 'nothing can be created there',
  EROFS: 'the disk is read-only',
  EISDIR: 'there is a folder of that name',
  ENXIO: "it isn't a regular file",
  EEXIST: 'a file exists where its folder should be',
  ENOTDIR: 'a file exists where its folder should be',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};

function reasonOf(cause: unknown): string {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

function checkFile({ path, data }: FileToWrite): void {
  if (typeof path !== 'string' || path === '') {
    throw new InputError('wrong-type', isGiven('path', path), { remedy: 'it must name a file' });
  }
  if (typeof data !== 'string' && !(data instanceof Uint8Array)) {
    throw new InputError('wrong-type', phrase`the data for ${path} are ${{ value: data }}`, {
      remedy: 'they must be text or bytes',
    });
  }
}
