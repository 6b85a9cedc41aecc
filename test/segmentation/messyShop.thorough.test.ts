import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable, type TableFile } from '../../src/datasets/read/readTable';
import { adjustedRand } from '../../src/evaluate/stability/adjustedRand';
import { segmentsTable } from '../../src/segmentation/score/scoredTable';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { messyShop } from '../support/messyShop';

/** What a shop exports, read and clustered with nothing said. */
describe("a messy shop's customers, by default", () => {
  const shop = messyShop();
  const folder = mkdtempSync(join(tmpdir(), 'messy-shop-'));
  let input: TableFile;
  let model: SegmentationModel;
  beforeAll(async () => {
    const path = join(folder, 'shop.csv');
    writeFileSync(path, shop.csv);
    input = await readTable(path);
    model = new Segmentation().fit(input);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the four groups are found, and called clear', () => {
    const groupOf = new Map(shop.ids.map((id, i) => [id, shop.groups[i]]));
    const ids = model.ids!.map(String);
    const planned = ids.map((id) => groupOf.get(id)!);
    expect(planned).not.toContain(undefined);
    expect(model.k).toBe(4);
    expect(adjustedRand(Int32Array.from(planned), model.labels!)).toBeGreaterThan(0.95);
    expect(model.structure).toBe('clear');
  });

  test('hardly anybody is lost to a column', () => {
    expect(model.clustered).toBeGreaterThan(1950);
  });

  test('every customer is in the table of segments once', () => {
    const table = segmentsTable(model, input);
    const ids = table['Customer No'].filter((id) => String(id).startsWith('00'));
    expect(ids).toEqual(shop.ids);
    expect(table.Notes[4]).toContain('see file');
  });
});
