import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../src/datasets/read/readTable';
import { profileTable } from '../../src/profile/profileTable';
import { buildReport } from '../../src/report/buildReport';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import { tableHtml } from '../../src/report/tableHtml';
import { Segmentation } from '../../src/segmentation/segmentation';
import { NO_FORMULAS, withoutFormulas } from '../../src/ui/noFormulas';

const folder = join(__dirname, '18-dollar-signs-in-names');
const file = join(folder, readdirSync(folder)[0]);

async function fitted() {
  return new Segmentation({ k: 3 }).fit(await readTable(file));
}

test('the segments are those of a file without dollar signs', async () => {
  const model = await fitted();
  expect(model.sizes).toEqual([11, 10, 9]);
  expect(model.inertia).toBeCloseTo(25.0093, 4);
  expect(model.silhouette).toBeCloseTo(0.444, 4);
});

test('every part of a table in a notebook is marked as free of formulas', async () => {
  const html = tableHtml(profileTable((await fitted()).profiles), 'from $1 to $2');
  const parts = html.match(/<(?:p|div|table)\b[^>]*>/g)!;
  expect(parts).toHaveLength(4);
  for (const part of parts) expect(part).toContain(`class="${NO_FORMULAS}"`);
});

test('the Markdown report has no dollar sign that could end a formula', async () => {
  const markdown = reportMarkdown(buildReport(await fitted()));
  expect(markdown).toContain('Income (k<span>&#36;</span>)');
  expect(markdown).not.toContain('$');
});

test('nor has computed Markdown, but for code', () => {
  expect(withoutFormulas('From $0-$50 to \\$200')).toBe(
    'From <span>&#36;</span>0-<span>&#36;</span>50 to <span>&#36;</span>200',
  );
  expect(withoutFormulas('`$a` and ``b`$`` cost $5')).toBe('`$a` and ``b`$`` cost <span>&#36;</span>5');
  expect(withoutFormulas('one ` and $5')).toBe('one ` and <span>&#36;</span>5');
});
