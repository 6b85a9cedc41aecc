import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../core/errors';
import { checkList, isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';
import { cannotWrite, notRegular } from '../../core/refusals';
import { withFolderLock } from './folderLock';
import { isAlive } from './isAlive';
import { makeFolder } from './makeFolder';

/** What a file is to hold: text, bytes, or texts one after the other. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** A file to be written: where, and what it is to hold. */
export interface FileToWrite {
  path: string;
  data: FileContent;
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, forced to the disk, then renamed. Whoever
 * reads meanwhile finds the old file or the new one. The folder is made where there is none.
 *
 * @param data text, written as UTF-8, or bytes.
 * @throws InputError naming the path and the reason where the file cannot be written; nothing is left behind.
 *
 * @example
 * writeFileAtomic('out/segments.txt', 'four segments\n');
 */
export function writeFileAtomic(path: string, data: string | Uint8Array): void {
  writeFilesAtomic([{ path, data }]);
}

/**
 * As `writeFileAtomic`, for files that belong together: all of them are on the disk before the first takes its place, so
 * that a full disk or a forbidden folder leaves none of them, and what stood there before stays. A kill at any moment
 * leaves files of one run alone: those of the run before go before the first of this one comes. Of processes that write
 * into the folder of the first file at once, one waits for the other.
 *
 * @param check runs right before the files take their places, while no other process does so; where it throws, all stays
 * as it was. Default: nothing.
 * @throws InputError naming the path and the reason where one of them cannot be written.
 *
 * @example
 * writeFilesAtomic([
 *   { path: 'out/segments.csv', data: 'id,segment\r\n1,0\r\n' },
 *   { path: 'out/model.json', data: '{}' },
 * ]);
 */
export function writeFilesAtomic(files: readonly FileToWrite[], check: () => void = () => {}): void {
  checkList('files', files).forEach(checkFile);
  const staged: string[] = [];
  try {
    for (const { path, data } of files) naming(path, () => stage(path, data, staged));
    const place = () => {
      check();
      takePlaces(files, staged);
    };
    if (files.length < 2) place();
    else naming(files[0].path, () => withFolderLock(dirname(files[0].path), place));
  } finally {
    for (const path of staged) rmSync(path, { force: true });
  }
}

/** Runs work on a file. @throws InputError with its path and the reason where the system refuses. */
function naming(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw cause instanceof InputError ? cause : cannotWrite(path, cause);
  }
}

/** What files are called that are not whole yet, and those of the run before while they make way. */
const PARTIAL = `.partial-${process.pid}`;
const FORMER = `.former-${process.pid}`;

/** Where one cannot, those of the run before come back. */
function takePlaces(files: readonly FileToWrite[], staged: readonly string[]): void {
  const former: string[] = [];
  try {
    if (files.length > 1) setAside(files, former);
    for (const [i, { path }] of files.entries()) naming(path, () => renameSync(staged[i], path));
  } catch (cause) {
    for (const path of former) renameSync(path, path.slice(0, -FORMER.length));
    former.length = 0;
    throw cause;
  } finally {
    for (const path of former) rmSync(path, { force: true });
  }
}

function setAside(files: readonly FileToWrite[], former: string[]): void {
  for (const { path } of files) {
    if (!existsSync(path)) continue;
    naming(path, () => renameSync(path, path + FORMER));
    former.push(path + FORMER);
  }
}

/** A process that was killed could not remove its own. */
function removeAbandoned(path: string): void {
  const name = basename(path);
  for (const other of namesIn(dirname(path))) {
    const [kind, pid] = other.startsWith(`${name}.`) ? other.slice(name.length + 1).split('-') : [];
    if (kind !== 'partial' && kind !== 'former') continue;
    if (Number(pid) > 0 && !isAlive(Number(pid))) rmSync(join(dirname(path), other), { force: true });
  }
}

/** Of a folder that may be written and not listed, nothing is known. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function stage(path: string, data: FileContent, staged: string[]): void {
  const there = statSync(path, { throwIfNoEntry: false });
  // renaming would replace a device or a pipe instead of writing to it
  if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (there && !there.isFile()) throw notRegular();
  makeFolder(dirname(path));
  removeAbandoned(path);
  const partial = path + PARTIAL;
  const file = openSync(partial, 'w');
  staged.push(partial);
  try {
    if (there) fchmodSync(file, there.mode & 0o7777);
    if (isWhole(data)) writeFileSync(file, data);
    else for (const text of data) writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function isWhole(data: unknown): data is string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array;
}

function checkFile({ path, data }: FileToWrite): void {
  if (typeof path !== 'string' || path === '') {
    throw new InputError('wrong-type', isGiven('path', path), { remedy: 'it must name a file' });
  }
  if (!isWhole(data) && !(Symbol.iterator in Object(data))) {
    throw new InputError('wrong-type', phrase`the data for ${path} are ${{ value: data }}`, {
      remedy: 'they must be text or bytes',
    });
  }
}
