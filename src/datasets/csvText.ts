import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { InputError } from '../core/errors';

/** How the bytes of a file stand for characters. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';

export const ENCODINGS: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le'];

/**
 * A file's bytes, unpacked where it is a gzip file (known by its first bytes, whatever its name).
 * @throws InputError when there is no such file, it cannot be read, or it is a broken gzip file.
 */
export function readBytes(path: string): Uint8Array {
  const bytes = readWhole(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new InputError(`${basename(path)} is a damaged gzip file; fetch it again`, { cause });
  }
}

/**
 * Bytes as text, without a byte order mark.
 * @throws InputError when the bytes are not in that encoding.
 */
export function decode(bytes: Uint8Array, file: string, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const others = ENCODINGS.filter((other) => other !== encoding).join("' or '");
    throw new InputError(
      `${file} is not written in ${encoding}; save it as UTF-8, or pass \`encoding\`: '${others}'`,
      { cause },
    );
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'reading it is not permitted',
  ERR_FS_FILE_TOO_LARGE: 'it is too large to be read at once (over 2 GiB)',
};

function readWhole(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new InputError(`cannot read ${path}: ${REASONS[code] ?? message}`, { cause });
  }
}
