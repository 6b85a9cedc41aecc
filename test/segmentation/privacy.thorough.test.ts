import { Random } from '../../src/core/random';
import { buildReport } from '../../src/report/buildReport';
import { plotlySource } from '../../src/report/page/plotlySource';
import { reportHtml } from '../../src/report/page/reportHtml';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import { identifyingColumns, peopleTable } from '../support/people';

/** What leaves the house with a model or a report tells of segments, and of nobody. */

const everything: [string, SegmentationOptions][] = [
  ['as by default', {}],
  ['with categories', { algorithm: 'kprototypes' }],
  ['by density', { algorithm: 'dbscan' }],
  ['by densities', { algorithm: 'hdbscan' }],
  ['hierarchical', { algorithm: 'agglomerative', linkage: 'average' }],
];

describe.each([
  ['300 people', 300],
  ['40 people', 40],
])('a table of %s with all that identifies them', (_, rows) => {
  const table = peopleTable(rows);
  const secrets = identifyingColumns.flatMap((name) => [...new Set(table[name].map(String))]);

  test.each(everything)('model file, report in HTML and in Markdown, %s', (_, options) => {
    const model = new Segmentation({ k: options.algorithm?.endsWith('dbscan') ? 'auto' : 3, ...options }).fit(
      table,
    );
    const report = buildReport(model, { source: 'people.csv' });
    const html = reportHtml(report);
    const written = {
      model: JSON.stringify(model),
      html: html.replace(plotlySource(), () => ''),
      markdown: reportMarkdown(report),
    };
    for (const [what, text] of Object.entries(written)) {
      const leaked = secrets.filter((secret) => tells(text, secret));
      expect({ what, leaked: leaked.slice(0, 5) }).toEqual({ what, leaked: [] });
    }
    expect(JSON.stringify(model)).toContain('"Plan"'); // a category of a few words is no secret
  });
});

/** Whether the secret is there as such: a card number is not told by the digits of 0.9990000000000001. */
function tells(text: string, secret: string): boolean {
  for (let i = text.indexOf(secret); i >= 0; i = text.indexOf(secret, i + 1)) {
    const isPartOfNumber = /^\d+$/.test(secret) && /\d\.\d*$/.test(text.slice(Math.max(0, i - 30), i));
    if (!isPartOfNumber) return true;
  }
  return false;
}

test('columns in which a person is always the same do not tell who, either', () => {
  const random = new Random(3);
  const table = {
    Age: Array.from({ length: 60 }, (_, i) => 30 + (i % 3) * 15 + random.integer(4)),
    Spend: Array.from({ length: 60 }, (_, i) => 100 * (i % 3) + random.integer(9)),
    'Contact person': Array.from({ length: 60 }, () => 'Wilhelmina Orchard'),
    Notes: Array.from({ length: 60 }, () => 'owes us a lunch'),
  };
  const model = JSON.stringify(new Segmentation({ k: 3 }).fit(table));
  expect(model).not.toMatch(/Wilhelmina|lunch/);
});
