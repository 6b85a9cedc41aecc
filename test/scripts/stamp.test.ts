import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from './evaluate';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  file = join(folder, 'deep', 'stamp.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const isStamped = (inputs: unknown) =>
  evaluate('setup/stamp.mjs', `it.isStamped(${JSON.stringify(file)}, ${JSON.stringify(inputs)})`);
const stamp = (inputs: unknown) =>
  evaluate('setup/stamp.mjs', `it.stamp(${JSON.stringify(file)}, ${JSON.stringify(inputs)})`);

test('a stamp holds for the inputs it was written for, and for no others', () => {
  expect(isStamped(['a', 1])).toBe(false);
  stamp(['a', 1]);
  expect(isStamped(['a', 1])).toBe(true);
  expect(isStamped(['a', 2])).toBe(false);
});

test('a half-written stamp does not count, and writing leaves no second file behind', () => {
  stamp(['a']);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['stamp.json']);
  writeFileSync(file, '{"key": "ab');
  expect(isStamped(['a'])).toBe(false);
});
