import { areMonths } from '../../src/table/monthTexts';
import { typedColumn } from '../../src/table/typedColumn';

test.each([
  [['08/2026', '12/2025']],
  [['2026-08', '2025-12']],
  [['Aug 2026', 'Sep 2026']],
  [['März 2024', 'Okt. 2024']], // cspell:disable-line
  [['Jan-24', 'Feb-24']],
  [['2024-Q1', '2024 Q3']],
  [['Q1 2024', 'Q2/2024']],
])('%j are months or quarters', (texts) => {
  expect(areMonths(texts)).toBe(true);
});

test.each([
  [['08/2026', 'later']],
  [['13/2026', '14/2026']],
  [['Model 2024', 'Model 2023']],
  [['Jan 2024']],
  [['A-1', 'B-2']],
])('%j are not', (texts) => {
  expect(areMonths(texts)).toBe(false);
});

test('months are no categories', () => {
  expect(typedColumn('due', ['08/2026', '12/2025', '08/2026', '08/2026'])).toMatchObject({
    kind: 'text',
    reason: 'holds months or quarters: write full dates to use them',
  });
});
