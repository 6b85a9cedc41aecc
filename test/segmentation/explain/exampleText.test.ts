import { exampleTexts } from '../../../src/segmentation/explain/exampleText';

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
