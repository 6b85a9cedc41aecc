import { closeSync, openSync, readSync } from 'node:fs';
import { reading } from '../../../core/refusals';

/**
 * A text of separated values in parts that end where a line does, outside quotation marks, so that each can be read for
 * itself.
 * @param size of a part, in characters.
 */
export function* textParts(text: string, size: number): Generator<string> {
  let wanted = size;
  for (let offset = 0; offset < text.length; ) {
    const isLast = offset + wanted >= text.length;
    const piece = text.slice(offset, offset + wanted);
    const end = isLast ? piece.length : lastLineEnd(piece);
    if (end > 0) {
      yield piece.slice(0, end);
      offset += end;
      wanted = size;
    } else wanted *= 2; // so that a long value is looked through a few times, not once for each part
  }
}

/** Some whole lines of a file. */
export interface FilePart {
  bytes: Uint8Array;
  /** Where in the file it begins. */
  offset: number;
}

/** A value may be longer than a part, and is put together; no honest one is as long as this. */
const MAX_RECORD_BYTES = 256 * 1024 * 1024;

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
      const piece = Buffer.alloc(Math.max(size, rest.length)); // so that a long value is looked through a few times
      const length = readSync(file, piece);
      const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
      const isWhole = length === 0 || bytes.length > MAX_RECORD_BYTES;
      const end = isWhole ? bytes.length : lastLineEnd(bytes.toString('latin1'));
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
function lastLineEnd(text: string): number {
  let [last, lastReturn] = [0, 0];
  for (let from = 0; from < text.length; ) {
    const opening = text.indexOf('"', from);
    const outside = text.slice(from, opening < 0 ? text.length : opening);
    const end = outside.lastIndexOf('\n');
    if (end >= 0) last = from + end + 1;
    else if (last === 0) lastReturn = behindReturn(text, from, from + outside.length) ?? lastReturn;
    const closing = opening < 0 ? -1 : text.indexOf('"', opening + 1);
    if (closing < 0) break;
    from = closing + 1;
  }
  return last || lastReturn;
}

/** Behind the last carriage return that ends a line by itself: one that comes last may go on with a line feed. */
function behindReturn(text: string, from: number, until: number): number | undefined {
  const at = text.slice(from, Math.min(until, text.length - 1)).lastIndexOf('\r');
  return at < 0 || text[from + at + 1] === '\n' ? undefined : from + at + 1;
}
