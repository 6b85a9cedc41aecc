import {
  categoryColor,
  categoryPattern,
  colorAt,
  DIVERGING,
  NOISE_COLOR,
  orderedColor,
  SEQUENTIAL,
  segmentColor,
  segmentSymbol,
  textColorOn,
} from '../../../src/plot/base/palette';

describe('segment colors and symbols', () => {
  it('are pairs that do not come again for 56 segments', () => {
    const pairs = Array.from({ length: 56 }, (_, i) => `${segmentColor(i)} ${segmentSymbol(i)}`);
    expect(new Set(pairs).size).toBe(56);
  });

  it('give noise a gray and a symbol that no segment has', () => {
    const colors = Array.from({ length: 8 }, (_, i) => segmentColor(i));
    const symbols = Array.from({ length: 8 }, (_, i) => segmentSymbol(i));
    expect(segmentColor(-1)).toBe(NOISE_COLOR);
    expect(colors).not.toContain(segmentColor(-1));
    expect(symbols).not.toContain(segmentSymbol(-1));
  });

  it('start with the four Okabe-Ito colors that differ most', () => {
    expect([0, 1, 2, 3].map(segmentColor)).toEqual(['#0072B2', '#E69F00', '#009E73', '#CC79A7']);
  });
});

describe('colors of categories', () => {
  it('are none that a segment has', () => {
    const segments = new Set(Array.from({ length: 8 }, (_, i) => segmentColor(i)));
    for (let i = 0; i < 9; i++) expect(segments.has(categoryColor(i))).toBe(false);
  });

  it('get darker with the order', () => {
    const shades = [0, 1, 2, 3, 4, 5].map((i) => luminance(orderedColor(i, 6)));
    expect(shades).toEqual([...shades].sort((a, b) => b - a));
    expect(new Set(shades).size).toBe(6);
  });
});

describe('text on the colors of a heat map', () => {
  it.each([
    ['SEQUENTIAL', SEQUENTIAL],
    ['DIVERGING', DIVERGING],
  ])('stands out from every shade of %s at 4.5 : 1 or more', (_, scale) => {
    for (let step = 0; step <= 100; step++) {
      const ground = colorAt(scale, step / 100);
      const [light, dark] = [relative(ground), relative(textColorOn(ground))].sort((a, b) => b - a);
      expect({ ground, enough: (light + 0.05) / (dark + 0.05) >= 4.5 }).toEqual({ ground, enough: true });
    }
  });

  it('are mixed as Plotly mixes them: the ends as given, half way between neighbors', () => {
    expect(colorAt(SEQUENTIAL, 0)).toBe('#f7fbff');
    expect(colorAt(SEQUENTIAL, 1)).toBe('#08306b');
    expect(colorAt(SEQUENTIAL, 2)).toBe('#08306b');
    expect(
      colorAt(
        [
          [0, '#000000'],
          [1, '#FF8000'],
        ],
        0.5,
      ),
    ).toBe('#804000');
  });
});

describe('categoryPattern', () => {
  test('tells kinds of one color apart', () => {
    const looks = Array.from({ length: 20 }, (_, i) => `${categoryColor(i)} ${categoryPattern(i).shape}`);
    expect(new Set(looks).size).toBe(20);
    expect(categoryPattern(0).shape).toBe('');
  });
});

/** Relative luminance of WCAG 2.2. */
function relative(color: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
