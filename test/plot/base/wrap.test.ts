import { wrap } from '../../../src/plot/base/wrap';

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
