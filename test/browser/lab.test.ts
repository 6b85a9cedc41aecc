import type { ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { needsBrowser, sharedBrowser } from '../support/browser';
import { figuresOf, MAIN_NOTEBOOK, needsJupyter, ROOT } from '../support/jupyter';
import {
  clearOutputs,
  freePort,
  openWhenReady,
  outputsOf,
  runAllCells,
  startLab,
  stopLab,
} from '../support/lab';
import { describeWith } from '../support/requirement';

const FIXTURE = join(__dirname, '..', 'notebooks', 'fixtures', 'good.ipynb');
const needs = needsJupyter.met ? needsBrowser : needsJupyter;

describeWith(needs, 'JupyterLab in a browser', () => {
  let folder: string;
  let lab: ChildProcess;
  let address: string;
  let browser: Browser;

  beforeAll(async () => {
    // Inside the project, so that the notebook's imports resolve as they do in notebooks/.
    mkdirSync(join(ROOT, 'out'), { recursive: true });
    folder = mkdtempSync(join(ROOT, 'out', '.lab-'));
    copyFileSync(FIXTURE, join(folder, 'good.ipynb'));
    copyFileSync(MAIN_NOTEBOOK, join(folder, 'main.ipynb'));
    const port = await freePort();
    lab = startLab(folder, port);
    address = `http://127.0.0.1:${port}/lab/tree`;
    browser = await sharedBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (lab) await stopLab(lab);
    rmSync(folder, { recursive: true, force: true });
  });

  describe('on a notebook with every kind of output', () => {
    let page: Page;

    beforeAll(async () => {
      page = await browser.newPage({ viewport: { width: 1200, height: 5000 } });
      await openWhenReady(page, `${address}/good.ipynb?reset`);
      await runAllCells(page);
    }, 240_000);

    afterAll(() => page?.close());

    test('Run All Cells draws every figure live', async () => {
      await page.locator('.js-plotly-plot .scatterlayer path.point').first().waitFor({ timeout: 60_000 });
      await page.locator('.js-plotly-plot .gl-container canvas').waitFor({ timeout: 60_000 });
      expect(await page.locator('.jp-Notebook .js-plotly-plot').count()).toBe(3);
    });

    test('tables are HTML, long text is whole, nothing is on stderr', async () => {
      const outputs = await outputsOf(page);
      expect(outputs.filter(({ html }) => html.includes('<table'))).toHaveLength(4);
      const printed = outputs.filter(({ name }) => name === 'stdout').map(({ text }) => text);
      expect(printed.join('').split('\n')).toHaveLength(3001);
      expect(outputs.filter(({ name }) => name === 'stderr')).toEqual([]);
      expect(await page.locator('.jp-OutputArea table').count()).toBe(4);
    });

    test('no dollar sign became a formula', async () => {
      expect(await page.locator('mjx-container').count()).toBe(0);
    });
  });

  describe('on the main notebook, with the sample data', () => {
    const figures = figuresOf(MAIN_NOTEBOOK).length;
    let page: Page;
    const errors: string[] = [];

    beforeAll(async () => {
      page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
      page.on('pageerror', (error) => errors.push(String(error)));
      await openWhenReady(page, `${address}/main.ipynb?reset`);
    }, 120_000);

    afterAll(() => page?.close());

    test('the committed figures are live as soon as it is opened', async () => {
      await untilDrawn(page, figures);
      expect(await titlesOnPage(page)).toEqual(await titlesInOutputs(page));
    }, 60_000);

    test('Run All Cells ends without an error or a word on stderr', async () => {
      await clearOutputs(page);
      expect(await page.locator('.jp-Notebook .js-plotly-plot').count()).toBe(0);
      await runAllCells(page);
      const outputs = await outputsOf(page);
      const wrong = outputs.filter(({ type, name }) => type === 'error' || name === 'stderr');
      expect(wrong).toEqual([]);
      expect(outputs.filter(({ figure }) => figure)).toHaveLength(figures);
      expect(outputs.filter(({ html }) => html.includes('<table')).length).toBeGreaterThan(5);
      expect(await page.locator('mjx-container').count()).toBe(0);
    }, 180_000);

    test('each figure of that run is drawn under its title, at its full height', async () => {
      await untilDrawn(page, figures);
      expect(await titlesOnPage(page)).toEqual(await titlesInOutputs(page));
      const heights = await page
        .locator('.jp-Notebook .js-plotly-plot')
        .evaluateAll((plots) => plots.map((plot) => plot.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThan(200);
      expect(errors).toEqual([]);
    }, 60_000);
  });
});

async function untilDrawn(page: Page, figures: number): Promise<void> {
  await page.waitForFunction(
    (count) => document.querySelectorAll('.jp-Notebook .js-plotly-plot .gtitle').length === count,
    figures,
    { timeout: 50_000 },
  );
}

function titlesOnPage(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.jp-Notebook .js-plotly-plot .gtitle')
    .evaluateAll((titles) => titles.map((title) => title.textContent));
}

/** Of the figures that the open notebook holds, as Plotly writes them on the page. */
async function titlesInOutputs(page: Page): Promise<string[]> {
  const figures = (await outputsOf(page)).flatMap(({ figure }) => figure ?? []);
  return figures.map(({ layout }) => layout.title.text.replaceAll('<br>', ''));
}
