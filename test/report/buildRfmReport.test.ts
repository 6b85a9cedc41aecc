import { join } from 'node:path';
import { type RfmAnalysis, rfmAnalysis } from '../../src/features/rfm/rfmAnalysis';
import { buildRfmReport } from '../../src/report/buildRfmReport';
import { reportHtml } from '../../src/report/page/reportHtml';
import type { Report } from '../../src/report/report';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import { writeReport } from '../../src/report/writeReport';

const SAMPLE = join(__dirname, '../../data/online-retail-dataset.sample.csv');

let analysis: RfmAnalysis;
let report: Report;
let text: string;

beforeAll(async () => {
  analysis = await rfmAnalysis(SAMPLE);
  report = buildRfmReport(analysis, { unit: '£' });
  text = reportMarkdown(report).replaceAll('\\', '');
});

test('sums up rows, customers and revenue, and names the segment that brings most', () => {
  const { rowsRead, rowsValid, revenue, segments } = analysis;
  const best = segments.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const inWords = (value: number) => Math.round(value).toLocaleString('en-US');
  expect(text).toContain(`${inWords(rowsValid)} of ${inWords(rowsRead)} rows are valid purchases`);
  expect(text).toContain(`who spent £${inWords(revenue)}`);
  expect(text).toContain(
    `‘${best.name}’ (${best.meaning}) are ${Math.round(100 * best.share)}% of the customers and bring ${Math.round(100 * best.shareOfRevenue)}% of the revenue`,
  );
});

test('has a card for every segment that has customers, with its shares, action and strategies', () => {
  const there = analysis.segments.filter(({ customers }) => customers > 0);
  const [cards] = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'cards' ? [block.cards] : [])),
  );
  expect(cards.map(({ title }) => title)).toEqual(there.map(({ name }) => name));
  for (const [i, { measures, groups }] of cards.entries()) {
    expect(measures.map(({ share }) => share)).toEqual([undefined, there[i].share, there[i].shareOfRevenue]);
    expect(groups.map(({ heading }) => heading)).toEqual(['Who they are', 'What to do', 'Strategies']);
    expect(groups[1].points).toEqual([{ text: there[i].action }]);
  }
});

test('never gives two equal medians as a ground', () => {
  expect(text).toMatch(/ versus .* for the others/);
  expect(text).not.toMatch(/ (\S+) versus \1 for the others/);
});

test('draws shares of revenue, scores, cohorts and months by country', () => {
  for (const figure of ['share of customers and of revenue', 'Heat map of retention', 'recency', 'country'])
    expect(text).toMatch(new RegExp(`Figure: [^.]*${figure}`, 'i'));
});

test('shows the cleaning with its statements, and the statement of the scores', () => {
  for (const { name, sql } of analysis.steps) {
    expect(text).toContain(`-- ${name}`);
    expect(text).toContain(sql.split('\n')[0]);
  }
  expect(text).toContain(analysis.sql.split('\n')[0]);
  expect(text).not.toMatch(/NaN|undefined|null\b|Infinity|\[object/);
});

test('becomes a page like any other report; options for building come too late then', () => {
  expect(reportHtml(report)).toContain('<h2 id="part-1">Summary</h2>');
  expect(() => writeReport(report, 'report.html', { title: 'Late' })).toThrow(
    '`title` has no effect on a report that is built',
  );
});

test('refuses what it does not know', () => {
  expect(() => buildRfmReport(analysis, { color: 'red' } as object)).toThrow('has no option `color`');
  expect(() => buildRfmReport({} as RfmAnalysis)).toThrow('it needs what `rfmAnalysis` returns');
});
