import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../../src/datasets/read/readTable';
import { segmentsTable } from '../../../src/segmentation/score/scoredTable';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { typedTable } from '../../../src/table/typedTable';

test('a row of totals has no segment in the table of the fit, for that reason', () => {
  const rows = Array.from({ length: 30 }, (_, row) => [
    `K-${row}`,
    row % 2 ? 90 + row : 5 + (row % 7),
    row % 2 ? 900 : 40 + row,
  ]);
  const table = Object.fromEntries(
    ['Account', 'Orders', 'Spend'].map((name, j) => [
      name,
      [...rows.map((row) => row[j]), j === 0 ? 'Summe' : 77_777],
    ]),
  );
  const customers = typedTable(table);
  const model = new Segmentation({ k: 2 }).fit(customers);
  const { segment, reason } = segmentsTable(model, { ...customers, table });
  expect([segment[30], reason[30]]).toEqual([null, 'Account: no customer: a row of totals by its label']);
});

describe('new customers, written in other ways than those of the fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (...lines: string[]) => {
    const path = join(folder, 'customers.csv');
    writeFileSync(path, ['Data;Talk time;MRR;Fair;VIP', ...lines].join('\n'));
    return readTable(path);
  };
  const small = [
    '100 MB;00:10:00;$90;Disagree;',
    '200 MB;00:12:00;$95;Strongly disagree;',
    '300 MB;00:11:00;$80;Disagree;',
  ];
  const large = [
    '20 GB;10:10:00;$9.5k;Agree;x',
    '21 GB;10:12:30;$9.1k;Strongly agree;x',
    '22 GB;10:11:00;$1.2M;Agree;x',
  ];

  test('are placed: sizes, durations, amounts, answers and marks one by one, and numbers', async () => {
    const fitted = new Segmentation({ k: 2, seed: 1 }).fit(await read(...small, ...large));
    expect(fitted.columns.map(({ name }) => name)).toEqual(['Data', 'Talk time', 'MRR', 'Fair', 'VIP']);
    expect(fitted.warnings).toContain("'VIP' holds 'x' or nothing, read as yes or no.");
    const model = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(fitted)));
    const own = Array.from(fitted.labels!);
    const predict = async (...lines: string[]) => model.predict(await read(...lines));
    expect(Array.from((await predict(...small, ...large)).labels)).toEqual(own);
    for (const [at, line] of [...small, ...large].entries()) {
      const { labels, notScored, unfamiliar } = await predict(line);
      expect([line, Array.from(labels), notScored, unfamiliar]).toEqual([line, [own[at]], [], []]);
    }
    const numbers = await predict('0.1;10;90;2;', '20;610;9500;4;yes');
    expect([Array.from(numbers.labels), numbers.unfamiliar]).toEqual([[own[0], own[3]], []]);
    const allSmall = await predict('100 MB;00:10:00;$0.09k;Disagree;', '150 MB;00:11:00;$0.085k;Disagree;');
    expect([Array.from(allSmall.labels), allSmall.notScored, allSmall.unfamiliar]).toEqual([
      [own[0], own[0]],
      [],
      [],
    ]);
  });
});
