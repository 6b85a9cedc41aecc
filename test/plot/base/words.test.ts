import {
  count,
  countInside,
  d3FormatOf,
  decimalsFor,
  number,
  numberOf,
  percent,
  wrap,
} from '../../../src/plot/base/words';

describe('numbers as people read them', () => {
  it('have thousands, a true minus, and about three figures', () => {
    expect(number(58138)).toBe('58,138');
    expect(number(-0.34, 2)).toBe('−0.34');
    expect(number(-0.001, 2)).toBe('0.00');
    expect(number(2.5)).toBe('2.50');
  });

  it('take their decimals from the whole column', () => {
    expect(decimalsFor([1, 2, 3])).toBe(0);
    expect(decimalsFor([0.5, 120.25])).toBe(1);
    expect(decimalsFor([0.5, 2])).toBe(2);
    expect(decimalsFor([0.5, 52000.4])).toBe(0);
    expect(decimalsFor([0.01, Number.NaN])).toBe(3);
  });

  it('that are years have no thousands mark', () => {
    expect(numberOf(1893, [1893, Number.NaN, 1996])).toBe('1893');
    expect(numberOf(1893, [1893, 52_000])).toBe('1,893');
    expect(numberOf(1900.5, [1900.5, 1950])).toBe('1,901');
    expect(d3FormatOf([1957, 1990])).toBe('.0f');
    expect(d3FormatOf([1957, 30_000])).toBe(',.0f');
  });

  it('are percentages that do not round a share away', () => {
    expect(percent(0.384)).toBe('38%');
    expect(percent(0.004)).toBe('0.4%');
    expect(percent(0.00001)).toBe('<0.1%');
    expect(percent(0)).toBe('0%');
  });

  it('are words up to ten', () => {
    expect(count(5, 'segment')).toBe('Five segments');
    expect(count(1, 'segment')).toBe('One segment');
    expect(count(12, 'segment')).toBe('12 segments');
    expect(countInside(3, 'index', 'indices')).toBe('three indices');
  });
});

describe('wrap', () => {
  it('breaks into as few lines as fit, about equally long', () => {
    expect(wrap('aaaa bbbb cccc dddd', 15)).toBe('aaaa bbbb<br>cccc dddd');
  });

  it('leaves a short text and a long word alone', () => {
    expect(wrap('short', 20)).toBe('short');
    expect(wrap('incomprehensibilities', 5)).toBe('incomprehensibilities');
  });

  it('keeps an equation on one line', () => {
    expect(wrap('they move together (r = 0.82)', 25)).toBe('they move together<br>(r = 0.82)');
  });
});
