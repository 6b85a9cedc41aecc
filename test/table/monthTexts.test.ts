import { areMonths } from '../../src/table/monthTexts';
import { typedColumn } from '../../src/table/typedColumn';

// cspell:disable
test.each([
  [['08/2026', '12/2025']],
  [['2026-08', '2025-12']],
  [['Aug 2026', 'Sep 2026']],
  [['März 2024', 'Okt. 2024']],
  [['Jan-24', 'Feb-24']],
  [['2024-Q1', '2024 Q3']],
  [['Q1 2024', 'Q2/2024']],
  [['Mar-24', 'Set-24']],
  [["Mar '24", "May '24"]],
  [['Set 2024', 'Gen 2025']],
  [['Jan 24', 'Feb 24', 'Mar 24']],
  [['Gen 24', 'Set 24', 'Ott 24']],
  [['Août 2024', 'Déc. 2024']],
])('%j are months or quarters', (texts) => {
  expect(areMonths(texts)).toBe(true);
});

test.each([
  [['08/2026', 'later']],
  [['13/2026', '14/2026']],
  [['Model 2024', 'Model 2023']],
  [['Jan 2024']],
  [['A-1', 'B-2']],
  [['Junior 12', 'Junior 14']],
  [['Set 12', 'Set 24']],
  [['Gen 20', 'Gen 21']],
  [['Marble 10', 'Marble 20']],
  [['Mars 12', 'Mars 24']],
  [['Decor-10', 'Decor-20']],
])('%j are not', (texts) => {
  expect(areMonths(texts)).toBe(false);
});

// cspell:enable
test('sizes of sets and stages of products are categories', () => {
  expect(typedColumn('size', ['Set 12', 'Set 24', 'Set 12', 'Set 24'])).toMatchObject({ kind: 'category' });
});

test('months are no categories', () => {
  expect(typedColumn('due', ['08/2026', '12/2025', '08/2026', '08/2026'])).toMatchObject({
    kind: 'text',
    reason: 'holds months or quarters: write full dates to use them',
  });
});
