import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { createFrame } from '../../src/datasets/frame/dataFrame';
import { describe as describeFrame } from '../../src/preprocess/describe';
import { describePublished } from '../datasets/catalog/published';

test('numbers and categories, worked by hand, gaps set aside', () => {
  const frame = createFrame({
    a: [1, null, 2, 3, 6],
    city: ['x', 'y', 'x', null, 'z'],
    none: [null, null, null, null, null],
  });
  const { caption, columns, rows } = describeFrame(frame);
  expect(caption).toBe('5 rows × 3 columns; values are missing in a (1), city (1), none (5)');
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(rows).toEqual([
    ['a', 1, 4, 1, 1.75, 2.5, 3.75, 6, 3, Math.sqrt(14 / 3), null],
    ['city', 1, 3, null, null, null, null, null, null, null, 'x (2)'],
    ['none', 5, 0, null, null, null, null, null, null, null, null],
  ]);
});

test('one value has no deviation', () => {
  const { caption, rows } = describeFrame(createFrame({ a: [4] }));
  expect(caption).toBe('1 row × 1 column; no value is missing');
  expect(rows[0].slice(7, 10)).toEqual([4, 4, null]);
});

describePublished('marketing-campaign', () => {
  test('Income as pandas describes it', () => {
    const { rows } = describeFrame(loadDataset('marketing-campaign').frame);
    const income = rows.find(([name]) => name === 'Income')!;
    expect(income.slice(1, 3)).toEqual([24, 1974]);
    expect(income[8]).toBeCloseTo(52247.251354, 6);
    expect(income[9]).toBeCloseTo(25173.076661, 6);
    expect(income.slice(3, 8)).toEqual([1730, 35303, 51381.5, 68522, 666666]);
  });
});

test('columns by name are described as a data frame is', () => {
  const columns = { shape: [1, null, 3], city: ['x', null, 'x'] };
  expect(describeFrame(columns)).toEqual(
    expect.objectContaining({ caption: '3 rows × 2 columns; values are missing in shape (1), city (1)' }),
  );
});
