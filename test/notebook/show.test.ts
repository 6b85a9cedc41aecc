import { figureBundle, figureText, PLOTLY_MIME } from '../../src/notebook/figureBundle';
import { show, showIfKnown } from '../../src/notebook/show';
import type { Figure } from '../../src/plot/base/figure';
import { plotlyJson } from '../../src/report/plotlyJson';
import { Segmentation } from '../../src/segmentation/segmentation';
import { typedTable } from '../../src/table/typedTable';

const FIGURE: Figure = {
  data: [{ type: 'bar', x: ['a', 'b'], y: Float64Array.of(1 / 3, Number.NaN) }],
  layout: { title: { text: 'Bars of <b>two</b><br>kinds' } },
  description: 'A bar chart with <two> bars.',
};

describe('figureBundle', () => {
  test('carries plain JSON: typed arrays as arrays, fractions to 8 digits, NaN as null', () => {
    const { data } = plotlyJson(FIGURE) as unknown as { data: { y: unknown[] }[] };
    expect(data[0].y).toEqual([0.33333333, null]);
  });

  test('says in words what it shows where there is no picture', () => {
    const { data } = figureBundle(FIGURE);
    expect(Object.keys(data).sort()).toEqual([PLOTLY_MIME, 'text/html', 'text/plain']);
    expect(data['text/html']).toContain('A bar chart with &lt;two&gt; bars.');
  });

  test('carries the picture as JPEG and no HTML, which viewers would prefer to it', () => {
    const { data, metadata } = figureBundle(FIGURE, { jpeg: 'AAAA', width: 800, height: 450 });
    expect(Object.keys(data).sort()).toEqual([PLOTLY_MIME, 'image/jpeg', 'text/plain']);
    expect(metadata).toEqual({ 'image/jpeg': { width: 800, height: 450 } });
  });

  test('takes the title without its markup', () => {
    expect(figureText(FIGURE)).toBe('Figure: Bars of two kinds\nA bar chart with <two> bars.');
  });
});

describe('show outside a notebook', () => {
  let printed: string[];

  beforeEach(() => {
    printed = [];
    jest.spyOn(console, 'log').mockImplementation((text) => void printed.push(text));
  });

  afterEach(() => jest.restoreAllMocks());

  test('prints figures and tables in the order given', () => {
    show(FIGURE, { caption: 'T', columns: [{ name: 'x' }], rows: [[1]] });
    expect(printed).toEqual([figureText(FIGURE), 'T\nx\n-\n1\n']);
  });

  test('prints columns by name as rows, whatever the columns are called', () => {
    show({ size: [1, null], city: ['a', 'b'] });
    expect(printed[0]).toMatch(/size +city\n[-\s]+1 +a\n[^\n]*b\n2 rows × 2 columns/);
  });

  test.each([
    [{ a: [1], b: [1, 2] }, 'an Object'],
    [42, '42'],
    [null, 'null'],
    ['text', "'text'"],
    [[1, 2], 'an array of 2'],
    [{}, 'an Object'],
  ])('refuses %p, naming it', (thing, named) => {
    expect(() => show(FIGURE, thing as never)).toThrow(`it got ${named}`);
    expect(printed).toEqual([]);
  });

  test('prints what `readTable` gives, and awaits a promise of it', async () => {
    const table = typedTable({ size: [1, 2], city: ['a', 'b'] });
    show(table);
    await show(Promise.resolve(table));
    expect(printed[0]).toContain('2 rows × 2 columns');
    expect(printed[1]).toBe(printed[0]);
    await expect(show(Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
  });

  test('prints a segmentation as its profiles and its verdict, a choice of k with its reasons', () => {
    const points = Array.from({ length: 40 }, (_, i) => (i % 2) * 20 + (i % 7));
    const model = new Segmentation({ k: 2, columns: ['a'] }).fit({ a: points, b: points.map((x) => x % 5) });
    show(model);
    expect(printed[0]).toContain(model.names[0]);
    expect(printed[0]).toContain(model.structureSummary);
    expect([showIfKnown(42), showIfKnown('text'), showIfKnown({ a: 1 })]).toEqual([false, false, false]);
  });

  test('refuses to show nothing', () => expect(() => show()).toThrow('got nothing'));
});
