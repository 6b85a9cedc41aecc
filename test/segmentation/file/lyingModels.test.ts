import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

/** Model files that say what cannot be are refused at once, whatever they say. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lying-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KMEANS = join(__dirname, 'version1', 'kmeans.json');
type Json = Record<string, unknown>;

function current(): Json {
  return JSON.parse(JSON.stringify(SegmentationModel.load(KMEANS))) as Json;
}

function load(text: string): () => unknown {
  const path = join(folder, 'model.json');
  writeFileSync(path, text);
  return () => SegmentationModel.load(path);
}

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test('an honest one is read', () => {
  expect(load(JSON.stringify(current()))).not.toThrow();
});

test.each<[string, (json: Json) => string, string]>([
  [
    '4,000 levels',
    (json) => JSON.stringify(json).replace('"warnings":[', `"warnings":[${deep(4000)},`),
    '100 deep',
  ],
  [
    'levels where anything may be',
    (json) => JSON.stringify(json).replace('"household":{', `"household":{"x":${deep(9000)},`),
    '100 deep',
  ],
  ['5,000 segments', (json) => JSON.stringify({ ...json, k: 5000 }), '/k it must be <= 2000'],
  [
    'more customers than there are people',
    (json) => JSON.stringify({ ...json, rows: 1e15 }),
    '/rows it must be <=',
  ],
  [
    'a picture without its axes',
    (json) => JSON.stringify({ ...json, projection: { ...(json.projection as Json), axes: [] } }),
    '/projection/axes',
  ],
])('%s', (_what, change, message) => {
  const changed = change(current());
  const started = performance.now();
  expect(load(changed)).toThrow(message);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a file of gigabytes is not read', () => {
  const path = join(folder, 'large.json');
  writeFileSync(path, readFileSync(KMEANS));
  truncateSync(path, 3e9);
  expect(() => SegmentationModel.load(path)).toThrow('larger than 256 MiB, which no model is');
});
