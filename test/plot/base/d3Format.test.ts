import { d3FormatOf } from '../../../src/plot/base/d3Format';

test('hover text has the decimals of the column, and years without a thousands mark', () => {
  expect(d3FormatOf([0.5, 2])).toBe(',.2f');
  expect(d3FormatOf([1957, 1990])).toBe('.0f');
  expect(d3FormatOf([1957, 30_000])).toBe(',.0f');
});
