import type { ReportedModel } from '../../../src/report/reportedModel';
import { summarySection } from '../../../src/report/sections/summarySection';

const profile = (segment: number, name: string, size: number, shareOfSpending: number | null) => ({
  ...{ segment, name, size, shareOfSpending, share: size / 100, action: { action: 'Test an offer.' } },
});

const model = (profiles: ReturnType<typeof profile>[], facts: Partial<ReportedModel> = {}) =>
  ({
    ...{ clustered: 100, rows: 100, k: profiles.length, noise: 0, dropped: [], structure: 'clear' },
    ...{ structureSummary: '', silhouette: 0.5, profiles, ...facts },
  }) as unknown as ReportedModel;

function wordsOf(of: ReportedModel): string {
  const paragraph = summarySection(of).blocks.find(({ kind }) => kind === 'paragraph');
  return (paragraph as { text: string }).text;
}

const TOTALS = {
  step: 'Leave out rows that are no customers',
  ...{ rowsBefore: 103, rowsAfter: 102, changes: [{ what: 'totals, no customer', count: 1 }] },
};
const BLANKS = {
  step: 'Leave out customers that cannot be placed',
  ...{
    rowsBefore: 102,
    rowsAfter: 100,
    changes: [{ column: 'Age', what: 'missing, row left out', count: 2 }],
  },
};

test('of segments of one size none is called the largest', () => {
  const even = [profile(0, 'A', 50, 0.3), profile(1, 'B', 50, 0.7)];
  expect(wordsOf(model(even))).toContain(
    'No segment is larger than ‘A’ (50% of customers). ‘B’ bring most of the money: 70% of all spending',
  );
  const uneven = [profile(0, 'A', 60, 0.7), profile(1, 'B', 40, 0.3)];
  expect(wordsOf(model(uneven))).toContain(
    'The largest is ‘A’ (60% of customers). They also bring most of the money',
  );
});

test('less than half of the money is not most of it', () => {
  const three = [profile(0, 'A', 50, 0.2), profile(1, 'B', 30, 0.35), profile(2, 'C', 20, 0.45)];
  expect(wordsOf(model(three))).toContain('‘C’ bring the most money: 45% of all spending');
});

test('a row of totals is no customer that was left out', () => {
  const profiles = [profile(0, 'A', 60, null), profile(1, 'B', 40, null)];
  expect(wordsOf(model(profiles, { rows: 101, dropped: [TOTALS] }))).toContain(
    'No customer was left out; 1 row of the file counts as no customer: see “Data cleaning”.',
  );
  expect(wordsOf(model(profiles, { rows: 103, dropped: [TOTALS, BLANKS] }))).toContain(
    'Two customers of 102 were left out, mostly for want of a usable value in ‘Age’; 1 row of the file counts as no customer; see “Data cleaning”.',
  );
  expect(wordsOf(model(profiles))).toContain('No customer was left out.');
});
