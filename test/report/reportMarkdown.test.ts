import { segmentSizesPlot } from '../../src/plot/segmentSizesPlot';
import type { ReportBlock } from '../../src/report/report';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import { hostileTexts } from './hostileTexts';

const written = (...blocks: ReportBlock[]) =>
  reportMarkdown({ title: 'Orders', subtitle: 'One year', sections: [{ title: 'Summary', blocks }] });

test('headings, lists, tables, figures and commands', () => {
  const text = written(
    { kind: 'measures', measures: [{ label: 'Orders', value: '7' }] },
    { kind: 'verdict', verdict: 'clear', text: 'Clear.' },
    { kind: 'list', points: [{ about: 'Price', text: 'Keep it.', reason: 'All paid' }] },
    {
      kind: 'cards',
      cards: [
        {
          title: 'Loyal',
          segment: 0,
          measures: [{ label: 'Share', value: '50%', share: 0.5 }],
          groups: [{ heading: 'What to do', points: [{ text: 'Thank them.' }] }],
        },
      ],
    },
    {
      kind: 'table',
      table: {
        caption: 'Two',
        columns: [{ name: 'Who' }, { name: 'Value', unit: '$' }],
        rows: [
          ['a|b', 1],
          ['c', 2.5],
        ],
      },
      note: 'Sums.',
    },
    { kind: 'figure', figure: segmentSizesPlot([0, 0, 1]), reading: 'Read it so.' },
    { kind: 'code', text: 'one\ntwo' },
  );
  expect(text).toBe(`# Orders

One year

## Summary

**Orders:** 7

> **Clear.**

- **Price.** Keep it. *All paid*

### Loyal

**Share:** 50%

**What to do**

- Thank them.

**Two**

| Who | Value (<span>&#36;</span>) |
| --- | ---: |
| a\\|b | 1 |
| c | 2.5 |

Sums.

*Figure: Bar chart of segment sizes. Largest segment: Segment 1 (67% of 3 customers); smallest: Segment 2 (33%).*

Read it so.

    one
    two
`);
});

test('what Markdown takes for markup is escaped', () => {
  const cases: Record<string, string> = {
    'a *b* _c_ `d` [e](f) ![g](h)': 'a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) !\\[g\\](h)',
    '<script>x</script>': '\\<script\\>x\\</script\\>',
    '# no heading': '\\# no heading',
    '- no point': '\\- no point',
    '1. no number': '1\\. no number',
    '-0.02 and 1.5': '-0.02 and 1.5',
    '---': '\\---',
    'see https://example.org or www.example.org': 'see https\\://example.org or www\\.example.org',
    'costs $5 or $6 &lt;': 'costs <span>&#36;</span>5 or <span>&#36;</span>6 \\&lt;',
    'one\n\n# two\tthree': 'one \\# two three',
  };
  for (const [text, escaped] of Object.entries(cases))
    expect(written({ kind: 'paragraph', text })).toBe(`# Orders\n\nOne year\n\n## Summary\n\n${escaped}\n`);
});

test.each(hostileTexts)('stays on its line and opens no tag: %j', (text) => {
  const lines = written({ kind: 'paragraph', text }).split('\n');
  expect(lines).toHaveLength(8);
  const own = lines[6].replaceAll('<span>&#36;</span>', ''); // a dollar sign that ends no formula
  expect(own).not.toMatch(/(?<!\\)[<>`$&]/);
});
