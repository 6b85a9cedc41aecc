import { CFB } from 'xlsx';
import {
  ArchiveTooLarge,
  archiveMember,
  isZip,
  readArchive,
} from '../../../../src/datasets/read/zip/archive';

/** A zip file by another program's hand. */
function zipped(members: Record<string, Uint8Array>, compression: boolean): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(members)) CFB.utils.cfb_add(container, name, Buffer.from(bytes));
  return CFB.write(container, { type: 'buffer', fileType: 'zip', compression } as never) as Uint8Array;
}

const text = Buffer.from('CustomerID,Age\n'.repeat(500));
const members = { '/other.txt': Buffer.from('x'), '/deep/Mall.csv': text };

test.each([true, false])('finds a member by its base name (deflated: %p)', async (compression) => {
  const zip = zipped(members, compression);
  expect(isZip(zip)).toBe(true);
  expect(Buffer.from(await archiveMember(zip, 'Mall.csv', 1e6)).equals(text)).toBe(true);
});

test.each([true, false])('stops at the limit (deflated: %p)', async (compression) => {
  await expect(archiveMember(zipped(members, compression), 'Mall.csv', text.length - 1)).rejects.toThrow(
    `longer than ${text.length - 1} bytes`,
  );
});

test('a bomb is not unpacked', async () => {
  const bomb = zipped({ '/Mall.csv': Buffer.alloc(50_000_000) }, true);
  const before = process.memoryUsage().rss;
  await expect(archiveMember(bomb, 'Mall.csv', 10_000)).rejects.toThrow('longer than 10000 bytes');
  expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
});

test('says what is missing, and what is damaged', async () => {
  const zip = zipped(members, true);
  await expect(archiveMember(zip, 'Other.csv', 1e6)).rejects.toThrow('the zip file holds no Other.csv');
  for (const length of [30, 200, zip.length - 1]) {
    await expect(archiveMember(zip.subarray(0, length), 'Mall.csv', 1e6)).rejects.toThrow(
      'the zip file is damaged',
    );
  }
  const broken = Buffer.from(zip);
  broken.fill(0, zip.length - 100, zip.length - 30); // the table of contents
  await expect(archiveMember(broken, 'Mall.csv', 1e6)).rejects.toThrow('the zip file is damaged');
});

test('a text is no zip file', () => {
  expect(isZip(Buffer.from('PK,Age\n1,2\n'))).toBe(false);
  expect(isZip(text)).toBe(false);
});

/** A member's fields in the table of contents, changed. */
function withEntry(zip: Uint8Array, change: (entry: Buffer) => void): Buffer {
  const changed = Buffer.from(zip);
  change(changed.subarray(changed.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))));
  return changed;
}
const NONE = { member: 1e6, total: 1e6 };

test('members that share bytes are refused: a megabyte could stand for terabytes', async () => {
  const zip = Buffer.from(zipped({ '/a': Buffer.alloc(3000, 'a'), '/b': Buffer.alloc(3000, 'b') }, false));
  const second = zip.indexOf(
    Buffer.from([0x50, 0x4b, 1, 2]),
    zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 4,
  );
  zip.writeUInt32LE(zip.length, second + 20);
  await expect(readArchive(zip, NONE)).rejects.toThrow();
});

test('two members of one name are refused: two readers would not take the same one', async () => {
  const zip = Buffer.from(zipped({ '/aa': Buffer.from('1'), '/bb': Buffer.from('2') }, false));
  for (let at = zip.indexOf('bb'); at >= 0; at = zip.indexOf('bb', at)) zip.write('aa', at);
  await expect(readArchive(zip, NONE)).rejects.toThrow('two members are called aa');
});

test('what counts is what comes out, not what headers say', async () => {
  const bomb = withEntry(zipped({ '/a': Buffer.alloc(1_000_000) }, true), (entry) =>
    entry.writeUInt32LE(5, 24),
  );
  await expect(readArchive(bomb, NONE)).rejects.toThrow();
  const many = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`/${i}`, Buffer.alloc(300_000)]));
  await expect(readArchive(zipped(many, true), NONE)).rejects.toThrow(ArchiveTooLarge);
});

test('a wrong checksum is damage', async () => {
  const zip = withEntry(zipped({ '/a': text }, true), (entry) => entry.writeUInt32LE(1, 16));
  await expect(readArchive(zip, NONE)).rejects.toThrow('checksum');
});
