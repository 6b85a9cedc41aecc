import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport } from '../../src/report/buildReport';
import { reportHtml } from '../../src/report/page/reportHtml';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import { writeReport } from '../../src/report/writeReport';
import { Segmentation } from '../../src/segmentation/segmentation';
import { farApartTable } from './madeModels';

const model = new Segmentation({ k: 3 }).fit(farApartTable());
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('writes HTML or Markdown by the ending, in a folder that it makes', () => {
  writeReport(model, join(folder, 'out', 'report.html'), { title: 'Three kinds' });
  writeReport(model, join(folder, 'out', 'report.MD'));
  const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
  expect(read('report.html')).toBe(reportHtml(buildReport(model, { title: 'Three kinds' })));
  expect(read('report.MD')).toBe(reportMarkdown(buildReport(model)));
});

test('refuses other endings, and leaves nothing where it cannot write', () => {
  expect(() => writeReport(model, join(folder, 'report.pdf'))).toThrow('it must end in .html, .htm or .md');
  mkdirSync(join(folder, 'taken.html'));
  expect(() => writeReport(model, join(folder, 'taken.html'))).toThrow('there is a folder of that name');
  expect(readdirSync(folder)).toEqual(['taken.html']);
});
