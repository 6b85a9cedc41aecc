import { InputError } from './errors';
import { phrase } from './phrase';

/** Why the system refuses to read or write, and what to do about it. */
interface Refusal {
  reason: string;
  remedy: string;
}

/** What may happen to any path, by the system's code. */
const ANYWHERE: Readonly<Record<string, Refusal>> = {
  ELOOP: { reason: 'its links lead around in a circle', remedy: 'name the file itself' },
  ENAMETOOLONG: { reason: 'the name is too long', remedy: 'use a shorter name' },
  ENOSPC: { reason: 'the disk is full', remedy: 'free some space, or use another disk' },
  EDQUOT: { reason: 'your share of the disk is full', remedy: 'delete files that you no longer need' },
  EMFILE: { reason: 'too many files are open', remedy: 'raise the limit, e.g. ulimit -n 4096' },
  ENFILE: { reason: 'too many files are open', remedy: 'close other programs' },
  ENOMEM: { reason: 'there is not enough memory', remedy: 'close other programs' },
  EIO: { reason: 'the disk reports an error', remedy: 'use another disk' },
  EROFS: { reason: 'the disk is read-only', remedy: 'use another disk' },
  EBUSY: { reason: 'another program is using it', remedy: 'close that program' },
  ETXTBSY: { reason: 'another program is using it', remedy: 'close that program' },
  ESTALE: { reason: 'the network folder has changed', remedy: 'connect it again' },
  EFBIG: { reason: 'the file is too large for this disk', remedy: 'use another disk' },
};

const FORBIDDEN_TO_READ = { reason: "you don't have permission to read it", remedy: 'ask its owner for it' };
const NOT_REGULAR = { reason: "it isn't a regular file", remedy: 'name a file' };

const READING: Readonly<Record<string, Refusal>> = {
  ...ANYWHERE,
  ENOENT: { reason: 'there is no such file', remedy: 'check the name and the folder' },
  ENOTDIR: { reason: 'a file exists where a folder should be', remedy: 'check the path' },
  EISDIR: { reason: 'it is a folder, not a file', remedy: 'name a file in it' },
  EACCES: FORBIDDEN_TO_READ,
  EPERM: FORBIDDEN_TO_READ,
  ENXIO: NOT_REGULAR,
  ENODEV: NOT_REGULAR,
  ERR_FS_FILE_TOO_LARGE: {
    reason: 'it is too large to be read at once (over 2 GiB)',
    remedy: 'keep only the rows or columns that you need',
  },
};

const ELSEWHERE = 'name another folder';
const FORBIDDEN_TO_WRITE = { reason: "you don't have permission to write there", remedy: ELSEWHERE };
const FILE_AS_FOLDER = { reason: 'a file exists where its folder should be', remedy: ELSEWHERE };

const WRITING: Readonly<Record<string, Refusal>> = {
  ...ANYWHERE,
  ENOENT: { reason: 'nothing can be created there', remedy: ELSEWHERE },
  ENOTDIR: FILE_AS_FOLDER,
  EEXIST: FILE_AS_FOLDER,
  EISDIR: { reason: 'there is a folder of that name', remedy: 'name a file' },
  EACCES: FORBIDDEN_TO_WRITE,
  EPERM: FORBIDDEN_TO_WRITE,
  ENXIO: NOT_REGULAR,
  ENODEV: NOT_REGULAR,
};

/** Where nobody said whether the path was read or written. */
const USING: Readonly<Record<string, Refusal>> = {
  ...READING,
  ENOENT: { reason: 'there is no such file or folder', remedy: 'check the name and the folder' },
  EACCES: { reason: "you don't have permission", remedy: 'name another file or folder' },
  EPERM: { reason: "you don't have permission", remedy: 'name another file or folder' },
};

/** What the system would say of a pipe or a device where a file is wanted. */
export function notRegular(): NodeJS.ErrnoException {
  return Object.assign(new Error("it isn't a regular file"), { code: 'ENXIO' });
}

/** What there is to say of a file that cannot be read. @param cause what was thrown: the system's reason. */
export function cannotRead(file: string, cause: unknown): InputError {
  const { reason, remedy } = refusalIn(READING, cause) ?? {
    reason: wordsOf(cause),
    remedy: 'use another file',
  };
  return new InputError('no-file', phrase`cannot read ${{ file }}: ${reason}`, { remedy, cause });
}

/** What there is to say of a file or folder that cannot be written. @param cause what was thrown. */
export function cannotWrite(file: string, cause: unknown): InputError {
  const { reason, remedy } = refusalIn(WRITING, cause) ?? { reason: wordsOf(cause), remedy: ELSEWHERE };
  return new InputError('no-file', phrase`cannot write ${{ file }}: ${reason}`, { remedy, cause });
}

/**
 * Runs what reads a file.
 * @throws InputError where the system refuses; another error stays what it is.
 */
export function reading<T>(file: string, work: () => T): T {
  return explained(file, work, cannotRead);
}

/**
 * Runs what looks at a file or folder that is to be written.
 * @throws InputError where the system refuses; another error stays what it is.
 */
export function writing<T>(file: string, work: () => T): T {
  return explained(file, work, cannotWrite);
}

function explained<T>(file: string, work: () => T, explain: typeof cannotRead): T {
  try {
    return work();
  } catch (cause) {
    throw isRefusal(cause) ? explain(file, cause) : cause;
  }
}

/** Whether the system itself refused something. */
export function isRefusal(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.syscall !== undefined;
}

/** What there is to say of an error of the file system that nobody explained, in one sentence; undefined for any other. */
export function refusalText(error: unknown): string | undefined {
  const refusal = isRefusal(error) ? refusalIn(USING, error) : undefined;
  if (refusal === undefined) return undefined;
  const { path, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') return 'the current folder no longer exists; change to another one';
  const what = path === undefined ? `${syscall} failed` : `cannot use ${path}`;
  return `${what}: ${refusal.reason}; ${refusal.remedy}`;
}

/** Why the system refuses, in a few words, e.g. 'the disk is full'. */
export function refusalReason(error: unknown): string {
  return refusalIn(USING, error)?.reason ?? wordsOf(error);
}

function refusalIn(refusals: Readonly<Record<string, Refusal>>, error: unknown): Refusal | undefined {
  const { code = '' } = Object(error) as NodeJS.ErrnoException;
  return Object.hasOwn(refusals, code) ? refusals[code] : undefined;
}

/** The system's own words, without the names of its functions: Node writes 'CODE: words, function path'. */
function wordsOf(error: unknown): string {
  const { code, syscall, message = String(error) } = Object(error) as NodeJS.ErrnoException;
  const [start, end] = [`${code}: `, message.indexOf(`, ${syscall}`)];
  return message.startsWith(start) && end > 0 ? `${message.slice(start.length, end)} (${code})` : message;
}
