import type { SegmentationColumn } from '../../../../src/segmentation/columns/segmentationColumn';
import { binColumn } from '../../../../src/segmentation/explain/conditions/binnedColumns';
import {
  type ConditionColumn,
  conditionOf,
  isTrueOf,
} from '../../../../src/segmentation/explain/conditions/condition';

type Numeric = Extract<SegmentationColumn, { kind: 'numeric' }>;

/** The text of the condition that exactly these values of a column fit. */
function textOf(
  column: Partial<Numeric>,
  values: number[],
  fitting: number[],
  meaning: Partial<ConditionColumn> = {},
) {
  const sorted = values.slice().sort((a, b) => a - b);
  const all = Float64Array.from(values);
  const whole: Numeric = {
    kind: 'numeric',
    name: 'x',
    label: 'Value',
    log: false,
    range: [sorted[0], sorted[sorted.length - 1]],
    quantiles: [0, 0, 0, 0, 0],
    ...column,
  };
  const binned = binColumn(whole, all, all);
  const allowed = new Uint8Array(binned.bins);
  values.forEach((value, i) => {
    if (fitting.includes(value)) allowed[binned.filled[i]] = 1;
  });
  const isTrue = isTrueOf(binned, allowed);
  expect(values.filter(isTrue)).toEqual(values.filter((value) => fitting.includes(value)));
  return conditionOf(binned, allowed, { isWhole: values.every(Number.isInteger), ...meaning }).text;
}

const incomes = [21_300, 38_450, 52_700, 61_900, 75_250];

test.each([
  ['an amount above', { label: 'Income', unit: '$' }, incomes, [61_900, 75_250], 'income above $60,000'],
  ['at most', { label: 'Income' }, incomes, [21_300], 'income at most 30,000'],
  ['between', { label: 'Income' }, incomes, [38_450, 52_700], 'income above 30,000 up to 60,000'],
  ['few whole numbers', { label: 'Visits' }, [0, 1, 2, 3], [2, 3], 'visits at least 2'],
  ['one of them', { label: 'Visits' }, [0, 1, 2, 3], [1], 'visits: 1'],
  ['some of them', { label: 'Visits' }, [0, 1, 2, 3], [1, 2], 'visits from 1 to 2'],
  ['none of something that can be absent', { label: 'Visits' }, [0, 1, 2, 3], [0], 'visits: 0'],
  ['yes and no', { label: 'Newsletter', truth: true as const }, [0, 1], [1], 'newsletter: yes'],
  ['0 and 1', { label: 'Complained' }, [0, 1], [0], 'complained: no'],
  ['years', { label: 'Born' }, [1950, 1961, 1990], [1990], 'born after 1980'],
  ['small numbers', { label: 'Rate' }, [0.121, 0.133, 0.4], [0.121], 'rate at most 0.13'],
])('%s', (_, column, values, fitting, text) => {
  expect(textOf(column, values, fitting)).toBe(text);
});

test('no children', () => {
  expect(textOf({ label: 'Children at home' }, [0, 1, 2], [0], { role: 'children' })).toBe(
    'no children at home',
  );
});

test('days come with the dates that they mean', () => {
  const since = { unit: 'days' as const, asOf: '2024-12-31' };
  const days = [1, 5, 98, 200, 204];
  const label = 'Days since last order';
  expect(textOf({ label, since }, days, [1, 5])).toBe(
    'days since last order at most 50 (Nov 11, 2024, or later)',
  );
  expect(textOf({ label, since }, days, [200, 204])).toBe(
    'days since last order above 100 (before Sep 22, 2024)',
  );
  const years = { unit: 'years' as const, asOf: '2024-12-31' };
  expect(textOf({ label: 'Age', since: years }, [20, 40, 60], [60])).toBe('age above 50 (on Dec 31, 2024)');
});

test('categories by their words, the shorter side of them', () => {
  const levels = ['basic', 'gold', 'none', 'plus', 'silver', 'trial'];
  const column: SegmentationColumn = {
    kind: 'category',
    name: 'Plan',
    label: 'Plan',
    levels,
    shares: levels.map(() => 1 / 6),
  };
  const codes = Float64Array.from(levels.keys());
  const text = (allowed: number[]) =>
    conditionOf(binColumn(column, codes, codes), Uint8Array.from(allowed), { isWhole: true }).text;
  expect(text([0, 1, 0, 1, 0, 0])).toBe('plan: gold or plus');
  expect(text([1, 1, 1, 1, 1, 0])).toBe('plan other than trial');
});
