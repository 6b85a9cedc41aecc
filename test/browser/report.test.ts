import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Data } from 'plotly.js';
import { writeFileAtomic } from '../../src/datasets/write/writeFileAtomic';
import { buildReport } from '../../src/report/buildReport';
import { reportHtml } from '../../src/report/page/reportHtml';
import type { ReportBlock } from '../../src/report/report';
import { writeReport } from '../../src/report/writeReport';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { hostileTexts } from '../report/hostileTexts';
import { farApartTable, householdModel } from '../report/madeModels';
import { needsBrowser, sharedBrowser } from '../support/browser';
import { type OfflinePage, openOffline } from '../support/offlinePage';
import { describeWith } from '../support/requirement';

/** A4 between margins of 15 mm, in CSS pixels. */
const PAPER = { width: 680, height: 1009 };

let folder: string;
let browser: Browser;

describeWith(needsBrowser, 'the report in a browser, with the network off', () => {
  let file: string;
  let model: SegmentationModel;
  let opened: OfflinePage;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    browser = await sharedBrowser();
    file = join(folder, 'report.html');
    model = householdModel();
    writeReport(model, file, { title: 'Households' });
    opened = await openOffline(browser, file, 1400);
    page = opened.page;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('draws every figure, asks no host for anything and reports no error', async () => {
    expect(await page.locator('figure').count()).toBe(5);
    expect(await page.locator('figure .js-plotly-plot, figure .plot.js-plotly-plot').count()).toBe(5);
    const marks = await page
      .locator('.plot')
      .evaluateAll((plots) => plots.map((plot) => plot.querySelectorAll('.plot path, .plot image').length));
    for (const count of marks) expect(count).toBeGreaterThan(0);
    expect(opened.requests).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  test('offers to look closer at a figure, and never to send it anywhere', async () => {
    const buttons = page.locator('.modebar-btn');
    const titles = await buttons.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.title));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => /share|cloud|chart studio/i.test(String(title)))).toEqual([]);
  });

  test('sorts a table by its headings, largest first for numbers, and says so to a screen reader', async () => {
    const table = page.locator('table').first();
    const heading = table.locator('th', { hasText: 'Customers' }).first();
    const sizes = async () =>
      (await table.locator('tbody tr td:nth-child(2)').allTextContents()).map((text) =>
        Number(text.replace(',', '')),
      );
    const names = () => table.locator('tbody tr td:nth-child(1)').allTextContents();
    await heading.locator('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await sizes()).toEqual(model.sizes);
    await heading.locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await sizes()).toEqual([...model.sizes].reverse());
    await table.locator('th button').first().click();
    expect(await heading.getAttribute('aria-sort')).toBeNull();
    expect(await names()).toEqual([...model.names].sort());
  });

  test('has no fault that axe finds, in light and in the dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      expect(await axeFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }, 120_000);

  test('draws figures dark for a reader in the dark, and light again', async () => {
    const ground = (isWhite: boolean) =>
      page.waitForFunction((white) => {
        const svg = document.querySelector('.plot .main-svg') as SVGElement;
        return (svg.style.background === 'rgb(255, 255, 255)') === white;
      }, isWhite);
    await page.emulateMedia({ colorScheme: 'light' });
    await ground(true);
    await page.emulateMedia({ colorScheme: 'dark' });
    await ground(false);
    await page.emulateMedia({ colorScheme: 'light' });
    await ground(true);
  });

  test('fits a telephone', async () => {
    const narrow = await openOffline(browser, file, 400);
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    expect(narrow.errors).toEqual([]);
    await narrow.page.context().close();
  }, 60_000);

  test('leads a keyboard past the contents', async () => {
    await page.reload();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the report');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('report');
  });

  test('keeps cards and figures whole on paper, and is as before afterwards', async () => {
    await page.waitForSelector('html[data-figures=drawn]');
    const before = await widthsOfFigures(page);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const drawings = document.querySelectorAll('.plot .main-svg');
        const widths = Array.from(drawings, (drawing) => drawing.getBoundingClientRect().width);
        document.body.dataset.printed = JSON.stringify(widths);
      });
    });
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    const printed: number[] = JSON.parse((await page.getAttribute('body', 'data-printed')) ?? '[]');
    expect(printed.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...printed)).toBeLessThanOrEqual(PAPER.width);
    expect(await widthsOfFigures(page)).toEqual(before);

    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const pieces = await page.locator('.card, figure').evaluateAll((found) =>
      found.map((piece) => {
        const { left, right, height } = piece.getBoundingClientRect();
        return { left, right, height, inside: getComputedStyle(piece).breakInside };
      }),
    );
    expect(pieces).toHaveLength(9);
    for (const { left, right, height, inside } of pieces) {
      expect(inside).toBe('avoid');
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(PAPER.width);
      expect(height).toBeLessThanOrEqual(PAPER.height);
    }
  }, 60_000);

  test('tells everything in words where scripts are off', async () => {
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(pathToFileURL(file).href);
    const text = await still.locator('main').innerText();
    for (const name of model.names) expect(text).toContain(name);
    expect(text).toContain('Bar chart of segment sizes');
    expect(await still.locator('.undrawn').first().isVisible()).toBe(true);
    expect(await still.locator('button').count()).toBe(0);
    await context.close();
  });
});

describeWith(needsBrowser, 'a report full of hostile text', () => {
  let opened: OfflinePage;
  let dialogs: string[];
  let html: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    browser = await sharedBrowser();
    const file = join(folder, 'hostile.html');
    html = hostileReport();
    writeFileAtomic(file, html);
    opened = await openOffline(browser, file, 1200);
    dialogs = [];
    opened.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('holds all of the texts', () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(30);
    for (let i = 1; i <= 42; i++) expect(html).toMatch(new RegExp(`pwned=${i}\\b|HOST/${i}\\b`));
  });

  test('runs none of them, asks no host, and reports no error', async () => {
    const { page, requests, errors } = opened;
    await provoke(page);
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    expect(dialogs).toEqual([]);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    expect(page.url()).toMatch(/^file:.*hostile\.html$/);
  }, 120_000);

  test('makes no element, link or attribute of them', async () => {
    const found = await opened.page.evaluate(() => {
      const all = Array.from(document.querySelectorAll('*'));
      const handlers = all.flatMap((element) =>
        element
          .getAttributeNames()
          .filter((name) => /^on/.test(name))
          .map((name) => `${element.tagName} ${name}`),
      );
      const strange = Array.from(
        document.querySelectorAll(
          'iframe, object, embed, form, base, link, video, template, math, textarea, meta[http-equiv=refresh], figure a, main a, main style, main img',
        ),
      );
      const scripts = Array.from(document.scripts).filter(({ type }) => type !== 'application/json').length;
      return { handlers, strange: strange.map(({ outerHTML }) => outerHTML), scripts };
    });
    expect(found).toEqual({ handlers: [], strange: [], scripts: 2 });
  });

  test('shows them as they are written', async () => {
    const text = await opened.page.locator('main').innerText();
    expect(text).toContain('<img src=x onerror=window.pwned=5>');
    expect(text).toContain('</script><script>window.pwned=2</script>');
    const drawn = await opened.page
      .locator('.plot')
      .evaluateAll((plots) => plots.map((plot) => plot.textContent).join('\n'));
    expect(drawn).toMatch(/[<‹]script[>›]window\.pwned=1[<‹]\/script[>›]/);
    expect(drawn).toContain('javascript:window.pwned=14');
  });
});

/** Hostile texts as names of columns, segments, categories, files and units: wherever a caller's text can come in. */
function hostileReport(): string {
  const far = farApartTable();
  const rows = far.Income.length;
  const table: [string, unknown[]][] = Object.entries(far);
  hostileTexts.slice(0, 12).forEach((name, j) => {
    const values = Array.from({ length: rows }, (_, i) => far.Visits[(i * (j + 3)) % rows] * (j + 1));
    table.push([name, values]);
  });
  const levels = (from: number) => Array.from({ length: rows }, (_, i) => hostileTexts[from + (i % 11)]);
  table.push(
    ['<img src=x onerror=window.pwned=50>', levels(0)],
    ['Levels', levels(11)],
    ['More', levels(22)],
    ['Rest', levels(33)],
  );
  table.push(['"><svg onload=window.pwned=51>', Array(rows).fill(hostileTexts[0])]);
  const names = { 0: hostileTexts[1], 1: hostileTexts[13], 2: hostileTexts[15] };
  const labels = { Income: hostileTexts[5], Levels: hostileTexts[16] };
  const units = { Visits: hostileTexts[14], Income: hostileTexts[4] };
  const columns = ['Visits', 'Income', ...hostileTexts.slice(0, 4)];
  const customers = Object.fromEntries(table);
  const model = new Segmentation({ columns, k: 3, names, labels, units }).fit(customers);
  const report = buildReport(model, {
    title: hostileTexts[27],
    source: hostileTexts.join(' '),
    modelFile: hostileTexts[32],
  });
  const five = [0, 1, 2, 3, 4].map((part) => hostileTexts.filter((_, i) => i % 5 === part));
  report.sections.push({ title: hostileTexts[3], blocks: five.map(hostileFigure) });
  return reportHtml(report);
}

/** Texts as names of traces, categories, labels, hover texts, titles and notes of one figure. */
function hostileFigure(texts: readonly string[]): ReportBlock {
  const data = texts.flatMap((text): Data[] => [
    { type: 'bar', name: text, x: [text, 'b'], y: [1, 2], text: [text, text], hovertemplate: `${text}%{x}` },
    { type: 'scatter', mode: 'text+lines', name: text, x: [text], y: [1], text: [text], customdata: [text] },
  ]);
  const [text] = texts;
  const annotations = texts.map((note, i) => ({ text: note, x: i, y: 1 }));
  const layout = { title: { text }, xaxis: { title: { text } }, annotations, height: 300, showlegend: true };
  return { kind: 'figure', figure: { data, layout, description: texts.join(' ') }, reading: texts.join(' ') };
}

/** Does what a reader does: points at figures, opens their hover texts, clicks and types about. */
async function provoke(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { Fx } = (window as unknown as { Plotly: { Fx: { hover(plot: Element, points: object[]): void } } })
      .Plotly;
    for (const plot of Array.from(document.querySelectorAll('.plot'))) {
      try {
        Fx.hover(plot, [{ curveNumber: 0, pointNumber: 0 }]);
      } catch {
        // a figure whose first trace has no points to point at
      }
    }
  });
  await page.waitForTimeout(300);
  for (const plot of (await page.locator('.plot').all()).slice(0, 8)) {
    await plot.scrollIntoViewIfNeeded();
    await plot.hover({ position: { x: 200, y: 120 } });
  }
  await page.evaluate(() => {
    for (const element of Array.from(document.querySelectorAll<HTMLElement>('main :not(.plot *)'))) {
      for (const type of ['click', 'mouseover', 'focus'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    }
  });
  await page.waitForTimeout(300);
}

/** What axe-core finds wrong, as `rule: element`. It is read into the page past its security policy. */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 150)}`));
  });
}

function widthsOfFigures(page: Page): Promise<number[]> {
  return page
    .locator('.plot .svg-container')
    .evaluateAll((drawings) => drawings.map((drawing) => drawing.getBoundingClientRect().width));
}
