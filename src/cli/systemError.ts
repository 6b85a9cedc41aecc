/** Why the system refuses, where that is no defect of ours: by its code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you don't have permission",
  EPERM: "you don't have permission",
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a file exists where a folder should be',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'links lead around in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk cannot be read or written',
};

/** What there is to say of an error of the file system, with the path; undefined for any other. */
export function ofTheSystem(error: unknown): string | undefined {
  const { code = '', syscall, path } = Object(error) as NodeJS.ErrnoException;
  if (syscall === undefined || !Object.hasOwn(REASONS, code)) return undefined;
  return `${path === undefined ? `${syscall} failed` : `cannot use ${path}`}: ${REASONS[code]}`;
}
