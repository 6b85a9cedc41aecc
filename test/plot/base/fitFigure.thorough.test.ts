import type { Figure } from '../../../src/plot/base/figure';
import { fitFigure } from '../../../src/plot/base/fitFigure';
import { profileHeatMap } from '../../../src/plot/profileHeatMap';
import { profileLines } from '../../../src/plot/profileLines';
import { projection3d } from '../../../src/plot/projection3d';
import { segmentSizesPlot } from '../../../src/plot/segmentSizesPlot';
import { validate } from '../plotly';

const segmentNames = [
  'High-income customers',
  'Younger budget shoppers',
  'Careful high earners',
  'Newcomers',
];
const table = { income: [30, 52, 75, 41, 12], age: [25, 61, 40, 33, 70] };
const labels = [0, 0, 1, 2, 3];
const heatMap = profileHeatMap(table, labels, { segmentNames });
const lines = profileLines(table, labels, { segmentNames });

const titleOf = ({ layout }: Figure) => layout.title?.text ?? '';
const noteOf = ({ layout }: Figure) => (layout.title!.subtitle as { text: string }).text;
const linesOf = (text: string) => text.split('<br>');
const unwrapped = (text: string) => text.replaceAll('<br>', ' ');

describe('fitFigure', () => {
  test('breaks title and note where the width asks for it, and says the same', () => {
    for (const width of [320, 500, 1100]) {
      const fitted = fitFigure(heatMap, width);
      expect(unwrapped(titleOf(fitted))).toBe(unwrapped(titleOf(heatMap)));
      expect(unwrapped(noteOf(fitted))).toBe(unwrapped(noteOf(heatMap)));
      for (const line of linesOf(titleOf(fitted))) expect(line.length * 7.5).toBeLessThan(width);
      for (const line of linesOf(noteOf(fitted))) expect(line.length * 6.2).toBeLessThan(width);
    }
    expect(linesOf(titleOf(fitFigure(heatMap, 1100)))).toHaveLength(1);
    expect(linesOf(titleOf(fitFigure(heatMap, 320))).length).toBeGreaterThan(
      linesOf(titleOf(heatMap)).length,
    );
  });

  test('gives the picture itself the height that it had', () => {
    const plotHeight = ({ layout }: Figure) => layout.height! - layout.margin!.t!;
    for (const width of [320, 1100]) expect(plotHeight(fitFigure(lines, width))).toBe(plotHeight(lines));
    expect(fitFigure(lines, 1100).layout.height).toBeLessThan(fitFigure(lines, 320).layout.height!);
  });

  test('names under a heat map stand level where they fit, and slant where they do not', () => {
    expect(heatMap.layout.xaxis?.tickangle).toBe(-45);
    const { xaxis } = fitFigure(heatMap, 600).layout;
    expect(xaxis?.tickangle).toBe(0);
    expect(xaxis?.ticktext?.map((name) => unwrapped(String(name)))).toEqual(segmentNames);
    expect(xaxis?.tickvals).toEqual((heatMap.data[0] as { x: string[] }).x);
    expect(fitFigure(heatMap, 280).layout.xaxis).toEqual(heatMap.layout.xaxis);
  });

  test('slanted names have no more lines than stand side by side', () => {
    const longNames = segmentNames.map((name) => `${name} with a large last purchase`);
    const map = profileHeatMap(table, labels, { segmentNames: longNames });
    const most = (ticks: readonly unknown[]) =>
      Math.max(...ticks.map((name) => linesOf(String(name)).length));
    expect(most((map.data[0] as { x: string[] }).x)).toBe(3);
    for (const [width, lines] of [
      [200, 1],
      [280, 2],
    ]) {
      const { xaxis, height } = fitFigure(map, width).layout;
      expect(xaxis?.tickangle).toBe(-45);
      expect(xaxis?.ticktext?.map((name) => unwrapped(String(name)))).toEqual(longNames);
      expect(most(xaxis!.ticktext!)).toBeLessThanOrEqual(lines);
      expect(height).toBeGreaterThan(map.layout.height!);
    }
  });

  test('the title of the axis is broken where the names beside it leave no room', () => {
    expect(fitFigure(lines, 1000).layout.xaxis?.title?.text).toBe('Standard deviations from the mean of all');
    expect(fitFigure(lines, 260).layout.xaxis?.title?.text).toContain('<br>');
  });

  test('long names of rows stand in fewer lines where there is room, else in rows as tall as they are', () => {
    const long = 'Middle-income families with teenagers, higher purchases with a discount';
    const many = Array.from({ length: 9 }, (_, i) => i);
    const sizes = segmentSizesPlot(many, { segmentNames: many.map((i) => `${long} ${i}`) });
    const names = (figure: Figure) => figure.layout.yaxis!.ticktext!.map(String);
    const most = (figure: Figure) => Math.max(...names(figure).map((name) => linesOf(name).length));
    const [narrow, wide] = [fitFigure(sizes, 420), fitFigure(sizes, 1100)];
    expect(names(wide).map(unwrapped)).toEqual(many.map((i) => `${long} ${i}`));
    expect(wide.layout.yaxis?.tickvals).toEqual((sizes.data[0] as { y: string[] }).y);
    expect(most(wide)).toBeLessThan(most(narrow));
    const rows = narrow.layout.height! - narrow.layout.margin!.t! - 100;
    expect(rows / many.length).toBeGreaterThanOrEqual(most(narrow) * 14);
  });

  test('numbers of a heat map grow with its cells, to the size of the other text', () => {
    const many = Array.from({ length: 8 }, (_, i) => i);
    const map = profileHeatMap({ income: many.map((i) => 100_000 + i) }, many);
    const size = ({ data }: Figure) => (data[1] as { textfont: { size: number } }).textfont.size;
    expect(size(map)).toBeLessThan(9);
    expect(size(fitFigure(map, 320))).toBe(size(map));
    expect(size(fitFigure(map, 1100))).toBe(12);
  });

  test('numbers behind bars have room on a narrow axis', () => {
    const sizes = segmentSizesPlot(labels, { segmentNames });
    const end = (figure: Figure) => figure.layout.xaxis!.range![1] as number;
    expect(end(fitFigure(sizes, 1100))).toBe(end(sizes));
    const names = 24 * 6.4;
    const plot = 320 - names - 36;
    expect(end(fitFigure(sizes, 320)) * (1 - ('2 (40%)'.length * 6) / plot)).toBeGreaterThan(2);
    expect(end(fitFigure(sizes, 320))).toBeGreaterThan(end(sizes));
  });

  test('all of it is as valid as it was, with axes and without', () => {
    const points = [
      [0, 1, 2],
      [2, 1, 0],
    ];
    for (const figure of [heatMap, lines, projection3d(points, [0, 1])]) {
      const fitted = fitFigure(figure, 400);
      expect(validate(fitted)).toEqual(validate(figure));
    }
  });
});
