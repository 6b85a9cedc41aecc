import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { locateDataset } from '../../../src/datasets/catalog/locateDataset';
import { describePublished } from './published';

const folder = mkdtempSync(join(tmpdir(), 'locate-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('without the published file, our sample, and it says so', () => {
  const { path, source, message, checksumMatches, entry } = locateDataset('online-retail', { folder });
  expect([basename(path), source, checksumMatches]).toEqual([
    'online-retail-dataset.sample.csv',
    'sample',
    false,
  ]);
  expect(entry.name).toBe('online-retail');
  expect(message).toContain('made up by us');
});

test('a file of the published name is taken, and told from the published one', () => {
  const path = join(folder, 'Mall_Customers.csv');
  writeFileSync(path, 'x\n');
  const found = locateDataset('mall-customers', { folder });
  expect([found.path, found.source, found.checksumMatches]).toEqual([path, 'published', false]);
  expect(found.message).toContain('not byte for byte the published file');
});

test('what is not known is refused', () => {
  expect(() => locateDataset('online' as never)).toThrow('online');
  expect(() => locateDataset('online-retail', { folder: join(folder, 'nowhere') })).toThrow('no such folder');
});

describePublished('online-retail', () => {
  test('the checksum agrees, gzipped or not', () => {
    const { path, checksumMatches, message } = locateDataset('online-retail');
    expect(checksumMatches).toBe(true);
    expect(message).toContain('the published file; the checksum agrees');
    cpSync(path, join(folder, basename(path)));
    expect(locateDataset('online-retail', { folder }).checksumMatches).toBe(true);
  });
});
