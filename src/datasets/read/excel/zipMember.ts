import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { InputError } from '../../../core/errors';

/** The record at a zip file's end, the entries of its table of contents, and the header before each member's data. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** Whether bytes are a zip file, known by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= END_LENGTH && Buffer.from(bytes.subarray(0, 4)).readUInt32LE() === LOCAL;
}

/**
 * One member of a zip file, by its base name: stored or deflated, as archives of one small file are (no encryption, no
 * zip64). Integrity is not checked here: the caller knows the checksum that the member must have.
 *
 * @param limit bytes that it may unpack to, so that a small file cannot fill the memory.
 * @throws InputError when there is no such member, the file is damaged, or the limit is passed.
 */
export function zipMember(bytes: Uint8Array, name: string, limit: number): Uint8Array {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entry = entriesOf(zip).find((candidate) => candidate.name.split('/').pop() === name);
    if (!entry) throw new InputError('damaged-file', `the zip file holds no ${name}`);
    const unpacked = unpack(zip, entry, limit);
    if (unpacked.length > limit) throw new RangeError('longer than the limit');
    return unpacked;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(
      'damaged-file',
      `the zip file is damaged, or ${name} in it is longer than ${limit} bytes`,
      { cause },
    );
  }
}

/** Whether every member unpacks to what its checksum (CRC-32) says. Cost: unpacks the whole file. */
export function isIntactZip(bytes: Uint8Array): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(zip).every((entry) => isIntact(zip, entry));
  } catch {
    return false;
  }
}

/** How long all members are together when unpacked, as the table of contents says; 0 where it cannot be read. */
export function unpackedLength(bytes: Uint8Array): number {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(zip).reduce((sum, { length }) => sum + length, 0);
  } catch {
    return 0;
  }
}

interface Entry {
  name: string;
  method: number;
  checksum: number;
  packed: number;
  length: number;
  header: number;
}

/** The table of contents. Reading past the end of the bytes throws a RangeError. */
function entriesOf(zip: Buffer): Entry[] {
  const end = endOf(zip);
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry where one should be');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      checksum: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      length: zip.readUInt32LE(at + 24),
      header: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new RangeError('no end record');
}

/** What gzip puts before deflated bytes; a checksum and their length follow them. */
const GZIP_START = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const GZIP_END_LENGTH = 8;

/** Done by zlib itself, which checks what it unpacks when it comes as gzip. @throws its error where it does not fit. */
function isIntact(zip: Buffer, entry: Entry): boolean {
  const data = dataOf(zip, entry);
  if (entry.method === 0) {
    return gzipSync(data, { level: 0 }).subarray(-GZIP_END_LENGTH).readUInt32LE() === entry.checksum;
  }
  const end = Buffer.alloc(GZIP_END_LENGTH);
  end.writeUInt32LE(entry.checksum, 0);
  end.writeUInt32LE(entry.length, 4);
  // a member that unpacks to more than it says may be made to fill the memory
  gunzipSync(Buffer.concat([GZIP_START, data, end]), { maxOutputLength: Math.max(1, entry.length) });
  return true;
}

function dataOf(zip: Buffer, { header, packed }: Entry): Buffer {
  if (zip.readUInt32LE(header) !== LOCAL) throw new RangeError('no member where one should be');
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return zip.subarray(start, start + packed);
}

function unpack(zip: Buffer, entry: Entry, limit: number): Buffer {
  const { method } = entry;
  const data = dataOf(zip, entry);
  if (method === 0) return data;
  if (method !== 8) throw new RangeError(`packed by method ${method}`);
  return inflateRawSync(data, { maxOutputLength: limit });
}
