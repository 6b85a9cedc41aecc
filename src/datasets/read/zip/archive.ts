import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { InputError } from '../../../core/errors';

/** How much may come out of an archive. */
export interface ArchiveLimits {
  /** Bytes of one member. */
  member: number;
  /** Bytes of all members together. */
  total: number;
}

/** No spreadsheet has as many parts. */
const MAX_MEMBERS = 10_000;

/** What an archive holds more of than is taken. */
export class ArchiveTooLarge extends Error {}

/** Whether bytes are a zip file, known by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The members of a zip file by their names, unpacked. The only place where archives are read: whatever goes on with a
 * member gets these bytes, never the archive, of which another reader might believe other headers. What counts is what
 * comes out, not what headers say.
 *
 * @param wanted which members to unpack. Default all.
 * @throws ArchiveTooLarge where more comes out than the limits allow; another error for a damaged archive: a checksum
 * that is wrong, two members of one name, members that share bytes.
 * Cost: O(what comes out).
 */
export async function readArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  wanted: (name: string) => boolean = () => true,
): Promise<Map<string, Buffer>> {
  const zip = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (zip.entryCount > MAX_MEMBERS) throw new ArchiveTooLarge();
  const members = new Map<string, Buffer>();
  let [packed, total] = [0, 0];
  for await (const entry of entriesOf(zip)) {
    packed += entry.compressedSize;
    if (packed > bytes.length) throw new Error('members share bytes');
    if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
    if (members.has(entry.fileName)) throw new Error(`two members are called ${entry.fileName}`);
    const content = await contentOf(zip, entry, Math.min(limits.member, limits.total - total));
    total += content.length;
    members.set(entry.fileName, content);
  }
  return members;
}

/**
 * One member of a zip file, by its base name.
 * @param limit bytes that it may unpack to, so that a small file cannot fill the memory.
 * @throws InputError when there is no such member, the file is damaged, or the limit is passed.
 */
export async function archiveMember(bytes: Uint8Array, name: string, limit: number): Promise<Uint8Array> {
  const isIt = (path: string) => path.split('/').pop() === name;
  let members: Map<string, Buffer>;
  try {
    members = await readArchive(bytes, { member: limit, total: limit }, isIt);
  } catch (cause) {
    const problem =
      cause instanceof ArchiveTooLarge
        ? `${name} in the zip file is longer than ${limit} bytes`
        : 'the zip file is damaged';
    throw new InputError('damaged-file', problem, { cause });
  }
  for (const member of members.values()) return member;
  throw new InputError('damaged-file', `the zip file holds no ${name}`);
}

function opened(zip: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file)));
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let i = 0; i < zip.entryCount; i++) {
    const next = once(zip, 'entry'); // rejects where there is an error instead
    zip.readEntry();
    const [entry] = (await next) as [Entry];
    yield entry;
  }
}

/** A member as it unpacks, stopped at the limit. */
async function contentOf(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of await streamOf(zip, entry)) {
    length += (piece as Buffer).length;
    if (length > limit) throw new ArchiveTooLarge();
    pieces.push(piece as Buffer);
  }
  const content = Buffer.concat(pieces, length);
  if (checksum(content) !== entry.crc32) throw new Error(`${entry.fileName} is not what its checksum says`);
  return content;
}

function streamOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

/** CRC-32, which stands before the length at the end of a gzip file. */
function checksum(bytes: Buffer): number {
  return gzipSync(bytes, { level: 0 }).subarray(-8).readUInt32LE();
}
