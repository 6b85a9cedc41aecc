import { createHash } from 'node:crypto';
import { segmentSizesPlot } from '../../../src/plot/segmentSizesPlot';
import { plotlySource } from '../../../src/report/page/plotlySource';
import { renderReport } from '../../../src/report/page/render';
import { reportHtml } from '../../../src/report/page/reportHtml';
import { scriptJson } from '../../../src/report/page/scriptJson';
import type { Report, ReportBlock } from '../../../src/report/report';
import { hostileTexts } from '../hostileTexts';

const reportOf = (...blocks: ReportBlock[]): Report => ({
  title: 'Orders',
  subtitle: 'One year',
  sections: [{ title: 'Summary', blocks }],
});
const figure = segmentSizesPlot([0, 0, 1]);

const scriptsOf = (html: string) =>
  Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, text]) => text);
const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1];

describe('the page of a report', () => {
  test('allows its own scripts by their hashes, no other, and no request', () => {
    const html = reportHtml(reportOf({ kind: 'figure', figure }));
    const hashes = scriptsOf(html).map((text) => createHash('sha256').update(text).digest('base64'));
    expect(hashes).toHaveLength(2);
    expect(policyOf(html)).toBe(
      `default-src 'none'; script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'));
  });

  test('carries plotly.js once, and only where there are figures', () => {
    const twice = reportHtml(reportOf({ kind: 'figure', figure }, { kind: 'figure', figure }));
    expect(scriptsOf(twice).filter((text) => text.length > 1_000_000)).toHaveLength(1);
    expect(reportHtml(reportOf({ kind: 'paragraph', text: 'None.' })).length).toBeLessThan(30_000);
  });

  test('holds plotly.js such that no text in it ends the script', () => {
    expect(plotlySource()).not.toMatch(/<!--|<\/script/i);
    expect(plotlySource()).toContain('Licensed under the MIT license');
  });

  test('loads nothing: its only addresses are within it', () => {
    const html = reportHtml(reportOf({ kind: 'figure', figure }));
    const own = scriptsOf(html).reduce((rest, text) => rest.replace(text, () => ''), html);
    const addresses = Array.from(
      own.matchAll(/\b(?:src|href|action|url)\s*[=(]\s*["']?([^"')\s>]*)/g),
      ([, url]) => url,
    );
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) expect(address).toMatch(/^#/);
  });

  test('has the parts that a screen reader goes by', () => {
    const table = {
      caption: 'Two orders',
      columns: [{ name: 'Order' }, { name: 'Value' }],
      rows: [['a', 1]],
    };
    const html = reportHtml(
      reportOf({ kind: 'table', table }, { kind: 'figure', figure, reading: 'Read it so.' }),
    );
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<a class="skip" href="#report">Skip to the report</a>');
    expect(html).toContain('<main id="report" tabindex="-1">');
    expect(html).toContain('<nav aria-label="Contents">');
    expect(html).toMatch(/<section aria-labelledby="part-1">\s*<h2 id="part-1">Summary<\/h2>/);
    expect(html).toContain('<caption>Two orders</caption>');
    expect(html).toContain('<th scope="col" class="number">Value</th>');
    expect(html).toContain(`<figure aria-label="${figure.description}">`);
    expect(html).toContain('<figcaption>Read it so.</figcaption>');
  });

  test.each(hostileTexts)('shows as text, wherever it stands: %j', (text) => {
    const point = { about: text, text, reason: text };
    const everywhere: ReportBlock[] = [
      { kind: 'paragraph', text },
      { kind: 'list', points: [point] },
      { kind: 'verdict', verdict: 'weak', text },
      { kind: 'measures', measures: [{ label: text, value: text }] },
      {
        kind: 'cards',
        cards: [
          {
            title: text,
            segment: 0,
            warning: text,
            measures: [{ label: text, value: text, share: 0.5 }],
            groups: [{ heading: text, points: [point] }],
          },
        ],
      },
      {
        kind: 'figure',
        figure: {
          data: [{ type: 'bar', name: text, x: [text] }],
          layout: { title: { text } },
          description: text,
        },
        reading: text,
      },
      {
        kind: 'table',
        table: { caption: text, columns: [{ name: text, unit: text }], rows: [[text]] },
        note: text,
      },
      { kind: 'code', text },
    ];
    const page = (hostile: string, blocks: ReportBlock[]) =>
      tagsOf(
        renderReport({
          report: { title: hostile, subtitle: hostile, sections: [{ title: hostile, blocks }] },
          policy: '',
          style: '',
          scripts: [],
        }),
      );
    const harmless = JSON.parse(JSON.stringify(everywhere).replaceAll(inJson(text), 'fine'));
    expect(page(text, everywhere)).toBe(page('fine', harmless));
  });
});

test('JSON in a script element neither ends it nor changes', () => {
  for (const text of hostileTexts) {
    const written = scriptJson({ [text]: [text] });
    expect(written).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ [text]: [text] })));
  }
});

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Every tag in order, without the texts in attributes, and without scripts. */
function tagsOf(html: string): string {
  const own = scriptsOf(html).reduce((rest, text) => rest.replace(text, () => ''), html);
  return Array.from(own.matchAll(/<(?:"[^"]*"|[^">])*>/g), ([tag]) => tag.replace(/"[^"]*"/g, '""')).join(
    '\n',
  );
}
