import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, needsBrowser } from '../support/browser';
import { needsJupyter, runNotebooks } from '../support/jupyter';
import { describeWith } from '../support/requirement';

const NOTEBOOK = join(__dirname, '..', 'notebooks', 'fixtures', 'good.ipynb');

const needs = needsJupyter.met ? needsBrowser : needsJupyter;

describeWith(needs, 'the HTML page of a notebook, with the network off', () => {
  let out: string;
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'page-'));
    const { reports } = await runNotebooks([NOTEBOOK, '--out', out]);
    expect(reports[0].problems).toEqual([]);
    browser = await launchBrowser();
    page = await openPage(browser, 1000);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(out, { recursive: true, force: true });
  });

  async function openPage(from: Browser, width: number): Promise<Page> {
    const context = await from.newContext({ offline: true, viewport: { width, height: 800 } });
    const opened = await context.newPage();
    opened.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
    });
    opened.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    opened.on('pageerror', (error) => errors.push(String(error)));
    await opened.goto(pathToFileURL(join(out, 'good.html')).href);
    await opened.waitForSelector('html[data-figures=drawn]', { timeout: 60_000 });
    return opened;
  }

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
    const narrow = await openPage(browser, 400);
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    const widths = await narrow
      .locator('.js-plotly-plot')
      .evaluateAll((plots) => plots.map((plot) => plot.clientWidth));
    expect(Math.max(...widths)).toBeLessThanOrEqual(400);
  });

  test('asks no host for anything and reports no error', () => {
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
  });
});
