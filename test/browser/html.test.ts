import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { needsBrowser, sharedBrowser } from '../support/browser';
import { figuresOf, MAIN_NOTEBOOK, makePage, needsJupyter, runNotebooks } from '../support/jupyter';
import { type OfflinePage, openOffline } from '../support/offlinePage';
import { describeWith } from '../support/requirement';

const NOTEBOOK = join(__dirname, '..', 'notebooks', 'fixtures', 'good.ipynb');
/** A4 between its margins, in CSS pixels; Letter is wider. */
const PAPER = 680;

const needs = needsJupyter.met ? needsBrowser : needsJupyter;

describeWith(needs, 'the HTML page of a notebook, with the network off', () => {
  let out: string;
  let browser: Browser;
  let opened: OfflinePage;
  let page: Page;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'page-'));
    const { reports } = await runNotebooks([NOTEBOOK, '--out', out]);
    expect(reports[0].problems).toEqual([]);
    browser = await sharedBrowser();
    opened = await openOffline(browser, join(out, 'good.html'));
    page = opened.page;
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(out, { recursive: true, force: true });
  });

  test('draws every figure, flat ones as SVG and those in space on a canvas', async () => {
    expect(await page.locator('.js-plotly-plot').count()).toBe(3);
    expect(await page.locator('.js-plotly-plot .barlayer path').count()).toBe(3);
    expect(await page.locator('.js-plotly-plot .scatterlayer path.point').count()).toBe(300);
    expect(await page.locator('.js-plotly-plot .gl-container canvas').count()).toBe(1);
  });

  test('draws something on that canvas', async () => {
    const box = page.locator('.js-plotly-plot:has(.gl-container canvas)');
    await box.scrollIntoViewIfNeeded();
    const shot = await box.screenshot();
    expect(shot.length).toBeGreaterThan(10_000);
  });

  test('carries plotly.js once', async () => {
    const sizes = await page.evaluate(() => Array.from(document.scripts).map((script) => script.text.length));
    expect(sizes.filter((size) => size > 1_000_000)).toHaveLength(1);
  });

  test('shows hostile text as text', async () => {
    await expect(page.locator('td', { hasText: '<script>alert(1)</script>' }).count()).resolves.toBe(1);
  });

  test('fits a telephone: nothing makes the page wider than the screen', async () => {
    const narrow = await openOffline(browser, join(out, 'good.html'), 400);
    await expectFits(narrow.page, 400);
    expect(narrow.errors).toEqual([]);
  });

  test('asks no host for anything and reports no error', () => {
    expect(opened.requests).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

describeWith(needs, 'the HTML page of the main notebook, with the network off', () => {
  const figures = figuresOf(MAIN_NOTEBOOK);
  let out: string;
  let browser: Browser;
  let file: string;
  let opened: OfflinePage;
  let page: Page;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'page-'));
    file = await makePage(MAIN_NOTEBOOK, out);
    browser = await sharedBrowser();
    opened = await openOffline(browser, file);
    page = opened.page;
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(out, { recursive: true, force: true });
  });

  test('draws every figure of the notebook, under its title', async () => {
    expect(figures.length).toBeGreaterThanOrEqual(12);
    const drawn = await page
      .locator('.js-plotly-plot')
      .evaluateAll((plots) => plots.map((plot) => plot.querySelector('.gtitle')?.textContent));
    const titles = figures.map(({ layout }) => layout.title.text.replaceAll('<br>', ''));
    expect(drawn).toEqual(titles);
  });

  test('draws marks in every figure', async () => {
    const marks = await page.locator('.js-plotly-plot').evaluateAll((plots) => {
      const MARKS =
        '.plot path, .plot image, .cartesianlayer .trace path, .heatmaplayer image, .gl-container canvas';
      return plots.map((plot) => plot.querySelectorAll(MARKS).length);
    });
    expect(marks.filter((count) => count === 0)).toEqual([]);
    expect(marks).toHaveLength(figures.length);
  });

  test('asks no host for anything and reports no error', () => {
    expect(opened.requests).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  test('fits a telephone', async () => {
    const narrow = await openOffline(browser, file, 400);
    await expectFits(narrow.page, 400);
    expect(narrow.errors).toEqual([]);
    await narrow.page.context().close();
  }, 60_000);

  test('prints every figure whole, and is as wide as before afterwards', async () => {
    const before = await widthsOfFigures(page);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const drawings = document.querySelectorAll('.js-plotly-plot .svg-container');
        const widths = Array.from(drawings, (drawing) => drawing.getBoundingClientRect().width);
        document.body.dataset.printed = JSON.stringify(widths);
      });
    });
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const printed: number[] = JSON.parse((await page.getAttribute('body', 'data-printed')) ?? '[]');
    expect(printed).toHaveLength(figures.length);
    expect(Math.max(...printed)).toBeLessThanOrEqual(PAPER);
    expect(await widthsOfFigures(page)).toEqual(before);
  }, 60_000);

  test('keeps every figure between the margins of the paper', async () => {
    await page.setViewportSize({ width: PAPER, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const boxes = await page
      .locator('.cs-figure')
      .evaluateAll((found) =>
        found
          .map((figure) => figure.querySelector('.cs-paper') ?? figure.querySelector('.main-svg'))
          .map((drawing) => drawing?.getBoundingClientRect().toJSON()),
      );
    expect(boxes).toHaveLength(figures.length);
    for (const { left, right, height } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(PAPER);
      expect(height).toBeGreaterThan(100);
    }
  });
});

async function expectFits(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(Math.max(...(await widthsOfFigures(page)))).toBeLessThanOrEqual(width);
}

function widthsOfFigures(page: Page): Promise<number[]> {
  return page
    .locator('.js-plotly-plot .svg-container')
    .evaluateAll((drawings) => drawings.map((drawing) => drawing.getBoundingClientRect().width));
}
