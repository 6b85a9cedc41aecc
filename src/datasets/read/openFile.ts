import { basename } from 'node:path';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { isGzip, readStart, readWhole, unpacked, unpackedStart } from './fileBytes';
import { FORMATS, formatOfName, type TableFormat } from './formats';
import {
  checkHeader,
  checkLines,
  MAX_HEADER_BYTES,
  MAX_UNPACKED_BYTES,
  type ReadLimits,
  unpacksToMore,
} from './limits';
import { formatOfBytes } from './sniff';
import { isZip } from './zip/archive';

/** A file that holds a table: looked at once, and read once, when its content is first asked for. */
export interface OpenedFile {
  path: string;
  /** Base name of the file, for messages. */
  file: string;
  format: TableFormat;
  gzipped: boolean;
  /** The beginning of its content, unpacked: more than a header is long. */
  start: Uint8Array;
  /** What was detected so far. */
  detected: string[];
  limits?: ReadLimits;
  /** Its content, unpacked. @throws InputError when it is damaged, or larger than the limits. */
  content(): Uint8Array;
}

/** So much of a file shows what it is, and names its columns. */
const START = MAX_HEADER_BYTES + 1;
/** So much of a gzip file: it unpacks to a thousand times as much at most. */
const PACKED_START = 65_536;

/**
 * Finds out what a file holds, by its content, then by the ending of its name. Cost: reads its beginning; a spreadsheet
 * whole.
 * @param limits the largest table that is taken. Default any.
 * @throws InputError when it cannot be read, is a damaged gzip file, is empty, or is known to be something else.
 */
export function openFile(path: string, limits?: ReadLimits): OpenedFile {
  const file = basename(path);
  const first = readStart(path, START);
  const gzipped = isGzip(first);
  const start = gzipped ? unpackedStart(first.subarray(0, PACKED_START), file).subarray(0, START) : first;
  if (start.length === 0) {
    throw new InputError('no-data', phrase`${{ file }} is empty`, {
      remedy: 'it needs a header line and rows',
    });
  }
  const content = once(() => {
    const bytes = !gzipped && first.length < START ? first : wholeContent(path, file, gzipped);
    if (limits) checkContent(file, bytes, gzipped, limits);
    return bytes;
  });
  const format = formatOfBytes(start, file, { gzipped, content });
  if (limits && isText(format)) checkHeader(file, start, limits);
  return { path, file, format, gzipped, start, detected: formatSentences(format, file), limits, content };
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

function isText(format: TableFormat): boolean {
  return FORMATS[format].starts.length === 0;
}

function wholeContent(path: string, file: string, gzipped: boolean): Uint8Array {
  const bytes = readWhole(path);
  return gzipped
    ? unpacked(bytes, file, { maxBytes: MAX_UNPACKED_BYTES, tooLong: () => unpacksToMore(file) })
    : bytes;
}

function checkContent(file: string, bytes: Uint8Array, gzipped: boolean, limits: ReadLimits): void {
  if (!isZip(bytes)) {
    checkLines(file, bytes, limits);
    return;
  }
  if (gzipped) {
    throw new InputError('not-allowed', phrase`${{ file }} is a gzipped spreadsheet`, {
      remedy: 'unpack it first',
    });
  }
}

function formatSentences(format: TableFormat, file: string): string[] {
  const named = formatOfName(file);
  return named === undefined || named.format === format
    ? []
    : [`${FORMATS[format].title} by its content, though its name ends in .${named.ending}`];
}
