import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../../core/errors';
import { formatCount } from '../../../core/format';
import { isGzip } from '../../../datasets/read/csvText';
import { isZip, unpackedLength } from '../../../datasets/read/excel/zipMember';
import { parquetSize } from '../../../datasets/read/parquet/readParquet';
import type { TableLimits } from './customersRead';

const MEBIBYTE = 1024 * 1024;
/** A packed file may unpack to so much; no reader of text takes more. */
const MAX_UNPACKED_BYTES = 512 * MEBIBYTE;
/** A table of a million rows and so many columns is read in a minute or two and takes some 5 GB meanwhile. */
const VALUES_A_ROW = 50;
/** No header is longer: what is has no lines, or more columns than memory has room for. */
const MAX_HEADER_BYTES = MEBIBYTE;
/** Quoted values may hold line ends, so that a table has more lines than rows. */
const LINES_A_ROW = 4;
/** A line ends with a line feed or, in old files, with a carriage return alone. */
const LINE_ENDS = [10, 13];

/**
 * Refuses a file that would fill the memory before it is found to be too large: a packed one that unpacks to far more,
 * one of too many lines or columns, a Parquet file of too many rows.
 *
 * Cost: reads the file once, some 1 s for 500 MB. @throws InputError
 */
export async function checkSize(path: string, title: string, limits: TableLimits): Promise<void> {
  const start = await firstBytes(path);
  if (start.toString('latin1', 0, 4) === 'PAR1') await checkParquet(path, title, limits);
  else if (isZip(start)) await checkZip(path, title);
  else await checkText(path, title, limits, isGzip(start));
}

/** Says that a table is larger than is taken. */
export function sizeError(title: string, found: string, most: number, what: string): InputError {
  return new InputError(
    `${title} has ${found} ${what}; the dashboard takes ${formatCount(most)} at most. The command line takes more: customer-segmentation fit`,
  );
}

/** Enough to know a file by. */
export async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause) => {
    throw new InputError('The file can no longer be read. Send it again.', { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function checkParquet(path: string, title: string, limits: TableLimits): Promise<void> {
  const { rows, columns, bytesOfTexts } = await parquetSize(path);
  if (rows > limits.rows) throw sizeError(title, formatCount(rows), limits.rows, 'rows');
  const [values, mostValues] = [rows * columns.length, VALUES_A_ROW * limits.rows];
  if (values > mostValues) throw sizeError(title, formatCount(values), mostValues, 'values');
  if (bytesOfTexts > MAX_UNPACKED_BYTES) throw unpacksToMore(title);
}

async function checkZip(path: string, title: string): Promise<void> {
  if (unpackedLength(await readFile(path)) > MAX_UNPACKED_BYTES) throw unpacksToMore(title);
}

async function checkText(path: string, title: string, limits: TableLimits, packed: boolean): Promise<void> {
  const counter = new TextCounter(title, limits, packed);
  const file = createReadStream(path);
  const text: Readable = packed ? pipeline(file, createGunzip(), () => {}) : file;
  try {
    for await (const piece of text) counter.take(piece);
  } catch (error) {
    if (error instanceof InputError) throw error; // else it is damaged: its reader says how
  } finally {
    file.destroy();
  }
}

/** Looks at a text as it comes in, and refuses it as soon as it is too large. */
class TextCounter {
  private bytes = 0;
  /** By what ends them. */
  private readonly lines = LINE_ENDS.map(() => 0);
  private head: Buffer = Buffer.alloc(0);

  constructor(
    private readonly title: string,
    private readonly limits: TableLimits,
    private readonly packed: boolean,
  ) {}

  take(piece: Buffer): void {
    if (this.packed) this.checkUnpacked(piece);
    if (this.lines.every((count) => count === 0)) this.checkHeader(piece);
    LINE_ENDS.forEach((end, i) => {
      for (let at = piece.indexOf(end); at >= 0; at = piece.indexOf(end, at + 1)) this.lines[i]++;
    });
    const { rows } = this.limits;
    if (Math.max(...this.lines) > LINES_A_ROW * rows)
      throw sizeError(this.title, `more than ${formatCount(rows)}`, rows, 'rows');
  }

  private checkUnpacked(piece: Buffer): void {
    if (this.bytes === 0 && isZip(piece)) {
      throw new InputError(`${this.title} is a gzipped spreadsheet; unpack it first`);
    }
    this.bytes += piece.length;
    if (this.bytes > MAX_UNPACKED_BYTES) throw unpacksToMore(this.title);
  }

  private checkHeader(piece: Buffer): void {
    if (this.head.length > MAX_HEADER_BYTES) return;
    this.head = Buffer.concat([this.head, piece]);
    const isJson = /^\s*[[{]/.test(this.head.toString('latin1', 0, 64));
    if (isJson || this.head.length <= MAX_HEADER_BYTES || /[\r\n]/.test(this.head.toString('latin1'))) return;
    throw new InputError(
      `the first line of ${this.title} is longer than 1 MiB; it must name the columns, at most ${formatCount(this.limits.columns)}`,
    );
  }
}

function unpacksToMore(title: string): InputError {
  return new InputError(
    `${title} unpacks to more than ${MAX_UNPACKED_BYTES / MEBIBYTE} MiB, the limit of the dashboard. The command line takes more: customer-segmentation fit`,
  );
}
