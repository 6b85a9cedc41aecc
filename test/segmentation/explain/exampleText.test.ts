import { countsText, exampleTexts, identifierOf } from '../../../src/segmentation/explain/exampleText';

const EXAMPLES = {
  typical: [12, 45, 301],
  borderline: [
    { row: 17, margin: 0.01, next: 1 },
    { row: 4, margin: 0.02, next: 1 },
  ],
};

test('names the next segment of each customer at a border', () => {
  const { typical, borderline } = exampleTexts(EXAMPLES, ['Careful', 'Big spenders', 'Others']);
  expect(typical).toBe('Most typical: rows 12, 45 and 301.');
  expect(borderline).toBe(
    'Closest to another segment: row 17 (next: Big spenders) and row 4 (next: Big spenders).',
  );
});

test('of two segments the other needs no name', () => {
  const { borderline } = exampleTexts(EXAMPLES, ['Careful', 'Big spenders'], (row) => `C${row}`);
  expect(borderline).toBe('Closest to the other segment: customer C17 and customer C4.');
});

test('one segment has no border', () => {
  expect(exampleTexts({ typical: [3], borderline: [] }, ['All'])).toEqual({
    typical: 'Most typical: row 3.',
  });
});

test('a row is called by its identifier, where the model still knows it', () => {
  const known = { id: 'Customer', ids: ['K-7', 'K-9'], keptRows: Int32Array.of(0, 4) };
  expect([1, 5].map(identifierOf(known)!)).toEqual(['K-7', 'K-9']);
  for (const lost of [{ id: null }, { ids: null }, { keptRows: null }])
    expect(identifierOf({ ...known, ...lost })).toBeUndefined();
});

test('counts say whom the conditions fit; without conditions there is nothing to count', () => {
  const conditions = [{ text: 'income at most 50' }] as never;
  expect(countsText({ fits: 1218, fitsInSegment: 1182, conditions }, 1200)).toBe(
    '1,218 customers fit, 1,182 of them among the 1,200 of this segment.',
  );
  expect(countsText({ fits: 1, fitsInSegment: 1, conditions }, 2)).toBe(
    '1 customer fits, 1 of them among the 2 of this segment.',
  );
  expect(countsText({ fits: 2, fitsInSegment: 2, conditions: [] as never }, 2)).toBeUndefined();
});
