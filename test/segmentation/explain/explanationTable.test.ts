import type { Explanation, SegmentExplanation } from '../../../src/segmentation/explain/explanation';
import { explanationTable, importanceTable } from '../../../src/segmentation/explain/explanationTable';

const CONDITIONS = ['income at most 50', 'visits above 2'].map((text) => ({ text }));

const segment = (at: number, more: Partial<SegmentExplanation> = {}) =>
  ({
    ...{ segment: at, conditions: CONDITIONS, coverage: 0.9, precision: 0.8, describes: true },
    ...{ typical: [3, 1, 2], borderline: [], fits: 9, fitsInSegment: 8, sentence: '' },
    ...more,
  }) as SegmentExplanation;

const tableOf = (segments: SegmentExplanation[], importance: Explanation['importance'] = []) =>
  explanationTable({ names: ['Careful', 'Lavish'], explanation: { segments, importance } });

test('one row for each segment, conditions joined', () => {
  expect(tableOf([segment(1), segment(0, { conditions: [] })]).rows).toEqual([
    ['Lavish', 'income at most 50 and visits above 2', 0.9, 0.8, '3, 1, 2'],
    ['Careful', 'none', 0.9, 0.8, '3, 1, 2'],
  ]);
});

test.each<[boolean[], string]>([
  [[], 'There is no segment to describe'],
  [[false], 'One segment: no condition tells it from others'],
  [[true, true], 'Short conditions describe each of the 2 segments'],
  [[false, false], 'No short conditions describe the segments'],
  [[true, false], 'Short conditions describe 1 of the 2 segments'],
])('its caption says how many are described: %j', (described, caption) => {
  expect(tableOf(described.map((describes, at) => segment(at, { describes }))).caption).toBe(caption);
});

test('columns by how much they decide; the first is named where it decides anything', () => {
  const importance = [
    { column: 'Income', label: 'Income', drop: 0.4 },
    { column: 'Visits', label: 'Visits', drop: 0 },
  ];
  const { caption, rows } = importanceTable({ explanation: { segments: [], importance } });
  expect(caption).toBe('Income decides most');
  expect(rows).toEqual([
    ['Income', 0.4],
    ['Visits', 0],
  ]);
  for (const none of [[], importance.slice(1)])
    expect(importanceTable({ explanation: { segments: [], importance: none } }).caption).toBe(
      'No column decides by itself',
    );
});

test('a model of an older version has none', () => {
  const message = 'this model holds no explanation; fit again: it was loaded from a file of an older version';
  expect(() => explanationTable({ names: [], explanation: null })).toThrow(message);
  expect(() => importanceTable({ explanation: null })).toThrow(message);
});
