import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RfmAnalysis, rfmAnalysis } from '../../src/features/rfm/rfmAnalysis';
import { reportHtml } from '../../src/report/page/reportHtml';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import { buildRfmReport } from '../../src/report/rfmReport';

/** Ann buys often and lately, Bob bought much long ago, the others once; one line has no customer. */
const LOG = `order,customer,date,amount,country
1,Ann,2024-01-05,100,Norway
2,Ann,2024-02-05,100,Norway
3,Ann,2024-03-05,100,Norway
4,Bob,2024-01-02,40,<script>alert(1)</script>
5,Bob,2024-01-03,40,<script>alert(1)</script>
6,Cid,2024-02-01,10,Chad
7,Dan,2024-03-01,10,Chad
8,Eva,2024-01-09,10,Chad
9,,2024-01-09,10,Chad
`;

let folder: string;
let analysis: RfmAnalysis;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rfm-report-'));
  const path = join(folder, 'log.csv');
  writeFileSync(path, LOG);
  analysis = await rfmAnalysis(path, { asOf: '2024-03-10' });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the finding comes first, in words', () => {
  const { title, subtitle, sections } = buildRfmReport(analysis);
  expect(title).toBe('Customers by recency, frequency and money');
  expect(subtitle).toBe('5 customers of log.csv, as of 2024-03-10');
  expect(sections.map((section) => section.title)).toEqual([
    'Summary',
    'Segments',
    'In pictures',
    'Data cleaning',
    'Method and limits',
  ]);
  const [paragraph] = sections[0].blocks;
  expect(paragraph).toMatchObject({
    kind: 'paragraph',
    text: expect.stringMatching(/^Champions are 20% of customers and bring 73% of revenue\./),
  });
});

test('who used to buy often and stays away is named', () => {
  const slipping = analysis.segments.map((segment) =>
    segment.name === 'At Risk' ? { ...segment, customers: 3, shareOfRevenue: 0.125 } : segment,
  );
  const report = buildRfmReport({ ...analysis, segments: slipping });
  expect(JSON.stringify(report.sections[0])).toMatch(/stay away \(At Risk and Cannot Lose Them\)/);
});

test('a log of one month has no cohorts to draw, and one without countries no map', async () => {
  const path = join(folder, 'short.csv');
  writeFileSync(path, 'customer,date,amount\nAnn,2024-01-05,1\nBob,2024-01-06,2\n');
  const report = buildRfmReport(await rfmAnalysis(path), { title: 'Short' });
  const figures = report.sections[2].blocks;
  expect(report.title).toBe('Short');
  expect(figures).toHaveLength(3);
});

test('names out of the log are text, in HTML and Markdown', () => {
  const report = buildRfmReport(analysis, { title: '<b>&' });
  const html = reportHtml(report);
  expect(html).toContain('<h1>&lt;b&gt;&amp;</h1>');
  expect(html).not.toContain('<script>alert(1)');
  expect(reportMarkdown(report)).not.toContain('<script>alert(1)');
});

test('an option that is off is refused', () => {
  expect(() => buildRfmReport(analysis, { name: 'x' } as never)).toThrow('no option `name`');
  expect(() => buildRfmReport(analysis, { title: 1 } as never)).toThrow('`title` is 1; it must be text');
});
