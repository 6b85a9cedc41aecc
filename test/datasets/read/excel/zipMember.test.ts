import { CFB } from 'xlsx';
import { isZip, zipMember } from '../../../../src/datasets/read/excel/zipMember';

/** A zip file by another program's hand. */
function zipped(members: Record<string, Uint8Array>, compression: boolean): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(members)) CFB.utils.cfb_add(container, name, Buffer.from(bytes));
  return CFB.write(container, { type: 'buffer', fileType: 'zip', compression } as never) as Uint8Array;
}

const text = Buffer.from('CustomerID,Age\n'.repeat(500));
const members = { '/other.txt': Buffer.from('x'), '/deep/Mall.csv': text };

test.each([true, false])('finds a member by its base name (deflated: %p)', (compression) => {
  const zip = zipped(members, compression);
  expect(isZip(zip)).toBe(true);
  expect(Buffer.from(zipMember(zip, 'Mall.csv', 1e6)).equals(text)).toBe(true);
});

test.each([true, false])('stops at the limit (deflated: %p)', (compression) => {
  expect(() => zipMember(zipped(members, compression), 'Mall.csv', text.length - 1)).toThrow(
    `longer than ${text.length - 1} bytes`,
  );
});

test('a bomb is not unpacked', () => {
  const bomb = zipped({ '/Mall.csv': Buffer.alloc(50_000_000) }, true);
  const before = process.memoryUsage().rss;
  expect(() => zipMember(bomb, 'Mall.csv', 10_000)).toThrow('longer than 10000 bytes');
  expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
});

test('says what is missing, and what is damaged', () => {
  const zip = zipped(members, true);
  expect(() => zipMember(zip, 'Other.csv', 1e6)).toThrow('the zip file holds no Other.csv');
  for (const length of [30, 200, zip.length - 1]) {
    expect(() => zipMember(zip.subarray(0, length), 'Mall.csv', 1e6)).toThrow('the zip file is damaged');
  }
  const broken = Buffer.from(zip);
  broken.fill(0, zip.length - 100, zip.length - 30); // the table of contents
  expect(() => zipMember(broken, 'Mall.csv', 1e6)).toThrow('the zip file is damaged');
});

test('a text is no zip file', () => {
  expect(isZip(Buffer.from('PK,Age\n1,2\n'))).toBe(false);
  expect(isZip(text)).toBe(false);
});
