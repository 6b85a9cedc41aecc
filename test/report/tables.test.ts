import type { Table } from '../../src/core/table';
import { dataFrameTable } from '../../src/notebook/dataFrameTable';
import { tableHtml } from '../../src/report/tableHtml';
import { tableText } from '../../src/report/tableText';

const TABLE: Table = {
  caption: 'Two <segments>',
  columns: [
    { name: 'Segment' },
    { name: 'Income', unit: 'k$', format: 'currency' },
    { name: 'Share', format: 'percent' },
  ],
  rows: [
    ['<b onmouseover="x">A&B</b>', 52247.4, 0.5],
    ['Old\n\u001b[31mcouples', null, 0.0625],
  ],
};

describe('tableHtml', () => {
  const html = tableHtml(TABLE, '2 rows & more');

  test('escapes every text', () => {
    expect(html).toContain('&lt;b onmouseover=&quot;x&quot;>A&amp;B&lt;/b>');
    expect(html).toContain('Two &lt;segments>');
    expect(html).toContain('2 rows &amp; more');
    expect(html).not.toContain('<b ');
  });

  test('aligns numbers right and text left, heads included', () => {
    expect(html).toMatch(/<th [^>]*text-align:left[^>]*>Segment</);
    expect(html).toMatch(/<th [^>]*text-align:right[^>]*>Income \(k\$\)</);
    expect(html).toMatch(/<td [^>]*text-align:right[^>]*>52,247</);
  });

  test('scrolls sideways when it is wide', () => expect(html).toMatch(/<div [^>]*style="overflow-x:auto/));

  test('leaves the caption out where there is none', () => {
    expect(tableHtml({ ...TABLE, caption: '' })).toMatch(
      /^<div [^>]*style="overflow-x:auto[^>]*><table [^>]*style/,
    );
  });
});

describe('tableText', () => {
  test('aligns columns and lets no control character through', () => {
    expect(tableText(TABLE).split('\n')).toEqual([
      'Two <segments>',
      'Segment                     Income (k$)  Share',
      '--------------------------  -----------  -----',
      '<b onmouseover="x">A&B</b>       52,247  50.0%',
      'Old [31mcouples                       —   6.3%',
    ]);
  });
});

describe('dataFrameTable', () => {
  const frame = (n: number, index?: unknown[]) => ({
    columns: ['ID', 'Income'],
    shape: [n, 2],
    values: Array.from({ length: n }, (_, i) => [i, i === 0 ? Number.NaN : undefined]),
    index,
  });

  test('shows a short frame whole', () => {
    const { table, note } = dataFrameTable(frame(10));
    expect(table.rows).toHaveLength(10);
    expect(note).toBe('10 rows × 2 columns');
  });

  test('shows the head of a long one, and says how much there is', () => {
    const { table, note } = dataFrameTable(frame(2212));
    expect(table.rows).toHaveLength(5);
    expect(note).toBe('… 2,212 rows × 2 columns');
  });

  test('shows an index that says something, and hides 0, 1, 2 …', () => {
    const telling = dataFrameTable(frame(2, ['a', 'b'])).table;
    expect(telling.columns.map(({ name }) => name)).toEqual(['', 'ID', 'Income']);
    expect(telling.rows[1]).toEqual(['b', 1, null]);
    expect(dataFrameTable(frame(2, [0, 1])).table.columns).toHaveLength(2);
  });

  test('keeps the unit word right for one', () =>
    expect(dataFrameTable(frame(1)).note).toBe('1 row × 2 columns'));
});
