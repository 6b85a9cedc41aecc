import {
  areYears,
  countPhrase,
  currencySign,
  decimalsFor,
  fixedDecimals,
  formatCell,
  formatCompact,
  formatCount,
  formatDate,
  formatDuration,
  formatLike,
  formatList,
  formatMoney,
  formatNumber,
  formatRange,
  formatShare,
  formatSome,
  plural,
  someOf,
  withUnit,
} from '../../../src/core/format';

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [1234, '1,234'],
    [58_138, '58,138'],
    [1234.5, '1,235'],
    [999.6, '1,000'],
    [123.4, '123'],
    [99.96, '100'],
    [12.34, '12.3'],
    [-12.34, '−12.3'],
    [1.5, '1.5'],
    [0.5471, '0.547'],
    [0.00423, '0.00423'],
    [1.234e-7, '1.23e−7'],
    [1e-17, '0'],
    [1.2345e15, '1.23e+15'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NaN, '—'],
  ])('writes %p as %s', (value, written) => expect(formatNumber(value)).toBe(written));

  test('takes digits, decimals and grouping as asked', () => {
    expect(formatNumber(1234.56, { digits: 5 })).toBe('1,234.6');
    expect(formatNumber(12_345.6, { digits: 2 })).toBe('12,346');
    expect(formatNumber(0.5, { decimals: 2 })).toBe('0.50');
    expect(formatNumber(-0.001, { decimals: 2 })).toBe('0.00');
    expect(formatNumber(-0.34, { decimals: 2 })).toBe('−0.34');
    expect(formatNumber(1970, { grouping: false })).toBe('1970');
    expect(formatNumber(1970, { grouping: 'min2' })).toBe('1970');
    expect(formatNumber(19_700, { grouping: 'min2' })).toBe('19,700');
  });
});

describe('numbers of one column', () => {
  test('take their decimals from the whole column', () => {
    expect(decimalsFor([1, 2, 3])).toBe(0);
    expect(decimalsFor([0.5, 120.25])).toBe(1);
    expect(decimalsFor([0.5, 2])).toBe(2);
    expect(decimalsFor([0.5, 52000.4])).toBe(0);
    expect(decimalsFor([0.01, Number.NaN])).toBe(3);
    expect(formatLike(30, [30, 12.5])).toBe('30.00');
  });

  test('that are years have no thousands mark', () => {
    expect(formatLike(1893, [1893, Number.NaN, 1996])).toBe('1893');
    expect(formatLike(1893, [1893, 52_000])).toBe('1,893');
    expect(formatLike(1900.5, [1900.5, 1950])).toBe('1,901');
    expect(areYears([1957, 1990])).toBe(true);
    expect(areYears([1957, 2100])).toBe(false);
  });
});

describe('formatShare', () => {
  test.each([
    [0, '0%'],
    [0.00001, '<0.1%'],
    [0.0007, '0.1%'],
    [0.004, '0.4%'],
    [0.00996, '1%'],
    [0.0149, '1%'],
    [0.4551, '46%'],
    [0.9899, '99%'],
    [0.9904, '99%'],
    [0.997, '99.7%'],
    [0.99951, '>99.9%'],
    [0.9999999, '>99.9%'],
    [1, '100%'],
    [1.2, '120%'],
    [-0.031, '−3%'],
    [Number.NaN, '—'],
  ])('writes %p as %s', (share, written) => expect(formatShare(share)).toBe(written));

  test('keeps to the decimals asked for, and to the truth', () => {
    expect(formatShare(0.24, { decimals: 1 })).toBe('24.0%');
    expect(formatShare(0.0625, { decimals: 1 })).toBe('6.3%');
    expect(formatShare(0.0003, { decimals: 1 })).toBe('<0.1%');
    expect(formatShare(0.9997, { decimals: 1 })).toBe('>99.9%');
    expect(formatShare(0.004, { decimals: 0 })).toBe('<1%');
    expect(formatShare(0.996, { decimals: 0 })).toBe('>99%');
  });

  test('says none and all of nothing else', () => {
    const shares = Array.from({ length: 9999 }, (_, i) => (i + 1) / 10_000);
    const written = [undefined, 0, 1, 2].flatMap((decimals) =>
      shares.map((share) => formatShare(share, { decimals })),
    );
    expect(written).toHaveLength(4 * 9999);
    expect(written.filter((text) => /^(0|100)(\.0+)?%$/.test(text))).toEqual([]);
  });
});

test('formatMoney puts a sign before and a code after', () => {
  expect(formatMoney(1234.4, '$')).toBe('$1,234');
  expect(formatMoney(-1234.4, '$')).toBe('−$1,234');
  expect(formatMoney(674, 'EUR')).toBe('674 EUR');
  expect(formatMoney(52, 'k$')).toBe('52 k$');
  expect(formatMoney(4.5, '£')).toBe('£4.50');
  expect(formatMoney(4, '£')).toBe('£4');
  expect(formatMoney(447_123, '£', { compact: true })).toBe('£447K');
  expect(formatMoney(10)).toBe('10');
  expect(formatCompact(Number.NaN)).toBe('—');
});

test('someOf says what one of many does, and what several do', () => {
  expect(someOf(1, plural(6, 'index', 'indices'), 'prefers', 'prefer')).toBe('1 of 6 indices prefers');
  expect(someOf(0, plural(1, 'row'), 'was', 'were')).toBe('0 of 1 row were');
  expect(someOf(1200, plural(2400, 'row'), 'was', 'were')).toBe('1,200 of 2,400 rows were');
});

test('withUnit keeps a unit in the singular after 1', () => {
  expect(withUnit('1', 'purchases')).toBe('1 purchase');
  expect(withUnit('1.5', 'purchases')).toBe('1.5 purchases');
  expect(withUnit('1', 'k$')).toBe('1 k$');
  expect(withUnit('34', '%')).toBe('34%');
  expect(withUnit('−12', '€/month')).toBe('−€12/month');
  expect(withUnit('5', undefined)).toBe('5');
});

test('counts agree with what is counted', () => {
  expect(formatCount(2212)).toBe('2,212');
  expect(plural(1, 'customer')).toBe('1 customer');
  expect(plural(0, 'customer')).toBe('0 customers');
  expect(plural(2212, 'customer')).toBe('2,212 customers');
  expect(plural(3, 'index', 'indices')).toBe('3 indices');
  expect(countPhrase(0, 'segment')).toBe('no segments');
  expect(countPhrase(1, 'segment')).toBe('one segment');
  expect(countPhrase(10, 'segment')).toBe('ten segments');
  expect(countPhrase(12, 'segment')).toBe('12 segments');
  expect(countPhrase(3, 'index', 'indices')).toBe('three indices');
});

test('formatCompact fits large numbers into little room', () => {
  expect(formatCompact(1_163_000)).toBe('1.16M');
  expect(formatCompact(-84_600)).toBe('−84.6K');
  expect(formatCompact(950)).toBe('950');
});

test('formatDate writes a day, and leaves alone what is none', () => {
  expect(formatDate('2011-12-09')).toBe('Dec 9, 2011');
  expect(formatDate('2011-12-09T23:59:59Z')).toBe('Dec 9, 2011');
  expect(formatDate('today')).toBe('today');
});

test('formatDuration takes the largest unit that is filled', () => {
  expect(formatDuration(1_000)).toBe('1 second');
  expect(formatDuration(300)).toBe('0.3 seconds');
  expect(formatDuration(300_000)).toBe('5 minutes');
  expect(formatDuration(90_000)).toBe('1.5 minutes');
  expect(formatDuration(86_400_000)).toBe('1 day');
});

test('lists and ranges', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['a'])).toBe('a');
  expect(formatList(['a', 'b'])).toBe('a and b');
  expect(formatList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(formatSome(['a', 'b'], 2)).toBe('a and b');
  expect(formatSome(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  expect(formatRange('20', '40')).toBe('20–40');
  expect(formatRange('−3', '5')).toBe('−3 to 5');
});

describe('formatCell', () => {
  test.each([
    [2212, 'integer', '2,212'],
    [0.5539, 'decimal', '0.55'],
    [0.24, 'percent', '24.0%'],
    [0.9997, 'percent', '>99.9%'],
    [52247.4, 'currency', '52,247'],
    [1957, 'general', '1957'],
    [0.553912, 'general', '0.5539'],
    [51381.5, 'general', '51,382'],
    [-0.001, 'decimal', '0.00'],
    [-1.5, 'decimal', '−1.50'],
    [Number.NaN, 'decimal', '—'],
    [null, 'integer', '—'],
    [true, 'general', 'yes'],
    ['text', 'integer', 'text'],
  ] as const)('writes %p as %s: %s', (value, format, written) => {
    expect(formatCell(value, format)).toBe(written);
  });
});

test.each([
  ['EUR', '€'],
  ['USD', '$'],
  ['SEK', 'SEK'],
  ['CAD', 'CAD'],
  ['kr', 'kr'],
  [null, ''],
])('the currency %p stands beside amounts as %p', (currency, sign) => {
  expect(currencySign(currency)).toBe(sign);
});

test('money in files has two decimals, and no zero below zero', () => {
  expect([25.2, -141.477, -0.001, 0].map((value) => fixedDecimals(value, 2))).toEqual([
    ...['25.20', '-141.48', '0.00', '0.00'],
  ]);
});
