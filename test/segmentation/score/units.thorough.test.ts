import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../../src/datasets/read/readTable';
import { Segmentation } from '../../../src/segmentation/segmentation';

describe('units of measure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'units-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (...lines: string[]) => {
    const path = join(folder, 'customers.csv');
    writeFileSync(path, ['Stay,Way,Plan', ...lines].join('\n'));
    return readTable(path);
  };
  const stays = [
    '1 night,5 km,500 MB',
    '2 nights,6 km,500 MB',
    '12 nights,50 km,2 GB',
    '14 nights,60 km,2 GB',
  ];

  test('new customers are placed whatever units stand in their file, or none, and other units are said', async () => {
    const fitted = new Segmentation({ k: 2, seed: 1, algorithm: 'kprototypes' }).fit(await read(...stays));
    const own = fitted.labels!;
    const predict = async (...lines: string[]) => fitted.predict(await read(...lines));
    expect((await predict('1 night,5 km,500 MB')).labels).toEqual(own.slice(0, 1));
    expect((await predict('14,60,2 GB', '2,6,500 MB')).labels).toEqual(Int32Array.of(own[3], own[0]));
    const mixed = await predict('1 night,5 km,500 MB', '2 weeks,60 km,2 GB');
    expect(mixed.labels[0]).toBe(own[0]);
    expect(mixed.notScored).toEqual([{ row: 1, column: 'Stay', reason: "not a number: '2 weeks'" }]);
    const meters = await predict('1 night,5000 m,500 MB', '14 nights,60000 m,2 GB');
    expect(meters.unfamiliar.map(({ says }) => says)).toEqual([
      expect.stringContaining(
        "The model's values are in km, these are in m. Divided by 1,000, they would fit",
      ),
    ]);
  });
});
