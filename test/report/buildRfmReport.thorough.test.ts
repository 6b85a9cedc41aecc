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
  const { rowsRead, rowsValid, revenue, grossRevenue, segments } = analysis;
  const best = segments.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const inWords = (value: number) => Math.round(value).toLocaleString('en-US');
  expect(text).toContain(`${inWords(rowsValid)} of ${inWords(rowsRead)} rows are valid purchases`);
  expect(text).toContain(`who paid £${inWords(revenue)} (£${inWords(grossRevenue)} before returns`);
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

test('gross stands beside net, with the rule by which money is subtracted', () => {
  expect(text).toContain('£185,610.42 gross, £182,933.77 net');
  expect(text).toContain("invoices whose number begins with 'C' take a sale back");
  expect(text).toContain('2 people only got money back in this file (−£78.44): no purchase, so no customer.');
});

test('gross sums say that returns are not subtracted, and nothing of net', async () => {
  const gross = buildRfmReport(await rfmAnalysis(SAMPLE, { gross: true }), { unit: '£' });
  const said = reportMarkdown(gross).replaceAll('\\', '');
  expect(said).toContain('who spent £185,610');
  expect(said).toContain('returns are not subtracted');
  expect(said).not.toMatch(/\bnet\b/i);
});

test('strategies tell the story of the segment: nobody about to sleep is welcomed', async () => {
  const welcome = /welcome series|they joined later|starter price on one order/i;
  const cards = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : [])),
  );
  const texts = (title: string) =>
    cards
      .filter((card) => card.title === title)
      .flatMap(({ groups }) => groups.flatMap(({ points }) => points.map((point) => point.text)))
      .join(' ');
  for (const title of ['Need Attention', 'About To Sleep', 'At Risk', 'Hibernating', 'Lost'])
    expect({ title, welcomed: welcome.test(texts(title)) }).toEqual({ title, welcomed: false });
  for (const title of ['Champions', 'Loyal', 'Potential Loyalists', 'Promising'])
    expect({ title, given: /win-back|let them go/i.test(texts(title)) }).toEqual({ title, given: false });
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
  const left = { ...analysis, customers: { ...analysis.customers, customer: [] } };
  expect(() => buildRfmReport(left)).toThrow(
    'the report needs the rows of customers, which were not read; call `rfmAnalysis` without `readCustomers` false',
  );
});

test('spellings of customers are counted, and not shown', () => {
  const said = [
    "2 spellings in 'Email' are read as their plain form, without capitals in an email address (2): \"Ann@X.test\" is 'ann@x.test'",
    "1 value differs from another in 'Email' in capitals only, such as 'ACME INC' and 'Acme Inc': they count as different customers; to join them, give the join-customers option 'capitals'",
  ];
  const more = [
    "1 value differs from another in 'Email' in capitals only, such as 'O'Acme' and 'O'ACME': they count as different customers; to join them, give the join-customers option 'capitals'",
    '1 spelling in \'Email\' is read as its plain form, without capitals in an email address (1): "\\"Ann\\"@X.test" is \'"ann"@x.test\'',
  ];
  const columns = { ...analysis.columns, customer: 'Email' };
  const markdown = reportMarkdown(buildRfmReport({ ...analysis, columns, detected: [...said, ...more] }));
  expect(markdown).toContain('2 spellings in');
  expect(markdown).toContain('they count as different customers');
  expect(markdown.toLowerCase()).not.toMatch(/ann@|x\\?\.test|acme/);
});
