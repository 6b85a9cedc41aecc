import { closeSync, openSync, readSync } from 'node:fs';
import { reading } from '../../../core/refusals';

/** Some whole lines of a file. */
export interface FilePart {
  bytes: Uint8Array;
  /** Where in the file it begins. */
  offset: number;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** A value may be longer than a part, and is put together; no honest one is as long as this. */
const LONGEST_RECORD = 256 * 1024 * 1024;

/**
 * A file of separated values in parts that end where a line does, outside quotation marks, so that each can be read for
 * itself. The file is in an encoding whose quotation marks and line ends are those of ASCII. Cost: memory for two parts.
 * @param size of a part, in bytes.
 */
export function* fileParts(path: string, size: number): Generator<FilePart> {
  const file = reading(path, () => openSync(path, 'r'));
  try {
    let rest: Uint8Array = new Uint8Array(0);
    let offset = 0;
    for (;;) {
      const piece = Buffer.alloc(size);
      const length = readSync(file, piece);
      const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
      const end = length === 0 || bytes.length > LONGEST_RECORD ? bytes.length : lastLineEnd(bytes);
      if (end > 0) yield { bytes: bytes.subarray(0, end), offset };
      if (length === 0) return;
      offset += end;
      rest = bytes.subarray(end);
    }
  } finally {
    closeSync(file);
  }
}

/** Reads a part again. */
export function partAt(path: string, offset: number, length: number): Uint8Array {
  const file = reading(path, () => openSync(path, 'r'));
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

/** The position behind the last line end that stands outside quotation marks; 0 where there is none. */
function lastLineEnd(bytes: Uint8Array): number {
  let [last, lastReturn] = [0, 0];
  for (let from = 0; from < bytes.length; ) {
    const opening = bytes.indexOf(QUOTE, from);
    const outside = bytes.subarray(from, opening < 0 ? bytes.length : opening);
    const end = outside.lastIndexOf(LINE_FEED);
    if (end >= 0) last = from + end + 1;
    else if (last === 0) lastReturn = behindReturn(bytes, from, from + outside.length) ?? lastReturn;
    const closing = opening < 0 ? -1 : bytes.indexOf(QUOTE, opening + 1);
    if (closing < 0) break;
    from = closing + 1;
  }
  return last || lastReturn;
}

/** Behind the last carriage return that ends a line by itself: one that is the last byte may go on with a line feed. */
function behindReturn(bytes: Uint8Array, from: number, until: number): number | undefined {
  const at = bytes.subarray(from, Math.min(until, bytes.length - 1)).lastIndexOf(CARRIAGE_RETURN);
  return at < 0 || bytes[from + at + 1] === LINE_FEED ? undefined : from + at + 1;
}
