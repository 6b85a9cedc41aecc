import { axisTitle, escapePlotlyText, inUnit, nameOf } from '../../../src/plot/base/label';
import { segmentScatter } from '../../../src/plot/segmentScatter';
import { segmentSizesPlot } from '../../../src/plot/segmentSizesPlot';

describe('wording', () => {
  const wording = { labels: { MntWines: 'Wine' }, units: { MntWines: '€' } };

  it("prefers the caller's words and adds the unit", () => {
    expect(nameOf('MntWines', wording)).toBe('Wine');
    expect(axisTitle('MntWines', wording)).toBe('Wine (€)');
    expect(inUnit('674', 'MntWines', wording)).toBe('€674');
    expect(inUnit('34', 'Age', { units: { Age: 'years' } })).toBe('34 years');
    expect(inUnit('34', 'Age', wording)).toBe('34');
    expect(axisTitle('Age', wording)).toBe('Age');
  });

  it('is not fooled by a column called like an object method', () => {
    expect(nameOf('constructor', wording)).toBe('Constructor');
  });
});

describe('names written from right to left', () => {
  const [arabic, hebrew] = ['عملاء مخلصون', 'לקוחות VIP'];

  it('are isolated, so that numbers beside them stay where they are; others are as written', () => {
    expect(escapePlotlyText(arabic)).toBe(`\u2068${arabic}\u2069\u200e`);
    expect(escapePlotlyText(hebrew)).toBe(`\u2068${hebrew}\u2069\u200e`);
    expect(nameOf('x', { labels: { x: hebrew } })).toBe(`\u2068${hebrew}\u2069\u200e`);
    for (const name of ['Über 60 (€)', '忠实客户', 'Постоянные', '12 %'])
      expect(escapePlotlyText(name)).toBe(name);
  });

  it('stand isolated in the title of a figure', () => {
    const { layout } = segmentSizesPlot([0, 0, 0, 1], { segmentNames: [arabic, hebrew] });
    const title = (layout.title as { text: string }).text.replaceAll('<br>', ' ');
    expect(title).toContain(`\u2068${arabic}\u2069\u200e`);
  });

  it('stand in the legend as `escapePlotlyText` writes them, by which the dashboard finds a segment', () => {
    const names = [arabic, hebrew];
    const { data } = segmentScatter({ x: [1, 2, 3, 4], y: [1, 2, 3, 4] }, [0, 0, 1, 1], {
      segmentNames: names,
    });
    expect(data.map(({ name }) => name)).toEqual(expect.arrayContaining(names.map(escapePlotlyText)));
  });
});
