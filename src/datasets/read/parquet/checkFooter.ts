import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { reading } from '../../../core/refusals';

/** The length of the footer and the mark behind it. */
const END_BYTES = 8;
/** What describes 16,384 columns in hundreds of row groups is shorter. */
const MAX_FOOTER_BYTES = 64 * 1024 * 1024;

/**
 * Looks at the end of a Parquet file before native code does, which believes what stands there.
 * @throws InputError where it doesn't end as such files do, or its footer would not fit into it.
 */
export function checkFooter(path: string, file: string): void {
  const opened = reading(path, () => openSync(path, 'r'));
  try {
    const { size } = fstatSync(opened);
    const end = Buffer.alloc(END_BYTES);
    if (size > END_BYTES) readSync(opened, end, 0, END_BYTES, size - END_BYTES);
    const footer = end.readUInt32LE(0);
    if (end.toString('latin1', 4) === 'PAR1' && footer <= Math.min(MAX_FOOTER_BYTES, size - 12)) return;
  } finally {
    closeSync(opened);
  }
  throw new InputError('damaged-file', phrase`${{ file }} is a damaged Parquet file`, {
    remedy: 'fetch it again',
  });
}
