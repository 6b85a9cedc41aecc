import { mkdtempSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { refusalReason } from '../../core/refusals';

/**
 * Makes a folder for temporary files whose path begins so.
 * @throws InputError naming the reason, e.g. a disk without space or one that is read-only.
 */
export function makeTemporaryFolder(start: string): string {
  try {
    return mkdtempSync(start);
  } catch (cause) {
    throw new InputError(
      'no-file',
      phrase`no folder for temporary files can be made in ${{ file: dirname(start) }}: ${refusalReason(cause)}`,
      {
        remedy: 'free space there, or set the environment variable TMPDIR to a folder that you may write to',
        cause,
      },
    );
  }
}
