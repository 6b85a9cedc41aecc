import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../src/core/random';
import { readTable } from '../../src/datasets/read/readTable';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { needsJupyter, type Report, ROOT, runNotebooks } from '../support/jupyter';
import { describeWith } from '../support/requirement';

/** A file as they come: semicolons, decimal commas, dates, a gap, a constant, and names that mean harm. */
function oddFile(rows: number): string {
  const random = new Random(5);
  const lines = Array.from({ length: rows }, (_, i) => {
    const revenue =
      i === 7
        ? ''
        : Math.max(1, random.normal([100, 900, 2500][i % 3], 40))
            .toFixed(2)
            .replace('.', ',');
    const orders = Math.max(1, Math.round(random.normal([2, 9, 16][i % 3], 1)));
    return [
      `K-${1000 + i}`,
      revenue,
      orders,
      ['S', 'M', 'L'][random.integer(3)],
      '7',
      `${13 + (i % 15)}.03.2021`,
      `=1+${i}`,
    ];
  });
  const header = ['Kundennr', 'Umsatz (€)', '__proto__', 'size', 'count', 'Seit', '<b>Note</b>'];
  return `${[header, ...lines].map((line) => line.join(';')).join('\r\n')}\r\n`;
}

describeWith(needsJupyter, "your_customers.ipynb on a reader's own file", () => {
  const folder = mkdtempSync(join(tmpdir(), 'your-customers-'));
  const results = join(folder, 'results');
  const file = join(folder, 'kunden.csv');
  let report: Report;
  let page: string;

  beforeAll(async () => {
    writeFileSync(file, oddFile(150));
    const run = await runNotebooks([join(ROOT, 'notebooks', 'your_customers.ipynb'), '--out', folder], {
      CUSTOMERS_FILE: file,
      CUSTOMERS_K: '3',
      CUSTOMERS_OUT: results,
      CUSTOMER_SEGMENTATION_STATIC: 'off',
    });
    [report] = run.reports;
    page = report.ok ? readFileSync(join(folder, 'your_customers.html'), 'utf8') : '';
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('runs through, and draws', () => {
    expect(report.problems).toEqual([]);
    expect(report.figures).toBeGreaterThanOrEqual(7);
  });

  test('leaves the three files, which hold what was found', async () => {
    expect(readdirSync(results).sort()).toEqual(['model.json', 'report.html', 'segments.csv']);
    const { table, rows } = await readTable(join(results, 'segments.csv'));
    expect([rows, table.Kundennr[0], table.Kundennr[7]]).toEqual([150, 'K-1000', 'K-1007']);
    expect([table.reason[0], table.reason[7]]).toEqual([null, 'Umsatz (€): missing']);
    const model = SegmentationModel.load(join(results, 'model.json'));
    expect(model.sizes.slice().sort()).toEqual([49, 50, 50]);
    expect(model.columns.map(({ name }) => name)).toEqual(['Umsatz (€)', '__proto__']);
  });

  test('shows names out of the file as text', () => {
    expect(page).toContain('&lt;b&gt;Note&lt;/b&gt;');
    expect(page).not.toContain('<b>Note</b>');
    expect(page).toContain('__proto__');
  });
});
