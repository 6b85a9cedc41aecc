import { segmentColor } from '../../src/plot/base/palette';
import { DARK, LIGHT } from '../../src/ui/theme/colors';
import { darkFigure } from '../../src/ui/theme/darkFigure';
import { onDark } from '../../src/ui/theme/onDark';
import { segmentClass } from '../../src/ui/theme/segmentClass';
import { themeStyle } from '../../src/ui/theme/themeStyle';

describe('colors', () => {
  const onEveryGround = [LIGHT, DARK].flatMap((colors) =>
    (['ink', 'quiet', 'accent', 'good', 'fair', 'poor'] as const).flatMap((name) =>
      (['ground', 'sheet'] as const).map((ground) => ({
        name,
        ground,
        pair: [colors[name], colors[ground]],
      })),
    ),
  );

  test.each([
    ...onEveryGround,
    ...[LIGHT, DARK].map(({ onAccent, accent }) => ({
      name: 'onAccent',
      ground: 'accent',
      pair: [onAccent, accent],
    })),
  ])('$name can be read on $ground ($pair)', ({ pair: [color, ground] }) =>
    expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5),
  );

  test('of segments stand out from a dark sheet', () => {
    for (let segment = -1; segment < 8; segment++)
      expect(contrast(onDark(segmentColor(segment)), DARK.sheet)).toBeGreaterThanOrEqual(3);
  });
});

test('the theme as CSS names every color, light and dark, and every segment', () => {
  const chosen = themeStyle('chosen');
  expect(chosen).toContain(`:root { color-scheme: light; --ground: ${LIGHT.ground};`);
  expect(chosen).toContain(`:root[data-theme="dark"] { color-scheme: dark; --ground: ${DARK.ground};`);
  expect(chosen).toContain(`--on-accent: ${DARK.onAccent};`);
  expect(chosen).toContain('\n.segment-0 { --segment: #0072B2; }');
  expect(chosen).toContain(':root[data-theme="dark"] .segment-0 { --segment: #3E9BE0; }');
  const system = themeStyle('system');
  expect(system).toContain('@media screen and (prefers-color-scheme: dark) {\n:root { color-scheme: dark;');
});

test('segments have the classes of their colors', () => {
  expect(segmentClass(-1)).toBe('noise');
  expect(segmentClass(0)).toBe('segment-0');
  expect(segmentClass(9)).toBe('segment-1');
});

describe('a figure on a dark page', () => {
  test('has a dark ground, light text, brighter points, and its scales of color', () => {
    const { data, layout } = darkFigure({
      data: [
        { type: 'scatter', name: '#FFFFFF', marker: { color: '#0072B2', opacity: 0.5 } },
        { type: 'heatmap', z: [[1]], colorscale: [[0, '#FFFFFF']] },
        { type: 'scatter', mode: 'text', textfont: { color: ['#000000'] } },
        { type: 'scatter', mode: 'text', textfont: { color: '#2B2B2B', shadow: '0 0 3px #FFF' } as object },
        { type: 'bar', marker: { color: ['#0072B2', '#E69F00'] } },
      ],
      layout: { paper_bgcolor: '#FFFFFF', xaxis: { gridcolor: '#E6E8EB' } },
      description: 'A figure',
    });
    expect(data).toEqual([
      { type: 'scatter', name: '#FFFFFF', marker: { color: '#3E9BE0', opacity: 0.75 } },
      { type: 'heatmap', z: [[1]], colorscale: [[0, '#FFFFFF']] },
      { type: 'scatter', mode: 'text', textfont: { color: ['#000000'] } },
      { type: 'scatter', mode: 'text', textfont: { color: DARK.ink, shadow: `0 0 3px ${DARK.sheet}` } },
      { type: 'bar', marker: { color: ['#3E9BE0', '#E69F00'] } },
    ]);
    expect(layout).toEqual({ paper_bgcolor: DARK.sheet, xaxis: { gridcolor: DARK.line } });
  });
});

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const linear = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}
