import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright-core';
import { needsBrowser } from './browser';
import type { Requirement } from './requirement';
import { needsBuild } from './servedDashboard';

/** Whatever is waited for comes well before, even on a machine that has much else to do. */
export const PATIENCE = 50_000;

export const needsDashboard: Requirement = needsBuild.met ? needsBrowser : needsBuild;

/** The browser's own note of a request that was refused; what the page says of it is another matter. */
const REFUSED = /the server responded with a status of 4\d\d/;

/** A tab that shows the dashboard, and what went wrong in it. */
export interface DashboardTab {
  page: Page;
  /** Errors, dialogs, requests to other hosts and breaches of the content security policy, in words. */
  faults: string[];
  close(): Promise<void>;
}

/** Opens the dashboard in a browser of its own: nothing is remembered from other tabs. */
export async function openDashboard(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<DashboardTab> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const faults: string[] = [];
  context.setDefaultTimeout(PATIENCE);
  await context.exposeFunction('reportBreach', (what: string) => faults.push(`policy: ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const { reportBreach } = globalThis as unknown as { reportBreach(what: string): void };
      reportBreach(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  const { host } = new URL(address);
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' && !REFUSED.test(message.text()))
        faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) faults.push(`request: ${url}`);
    });
  });
  const page = await context.newPage();
  await page.goto(address);
  return { page, faults, close: () => context.close() };
}

/** Tries until what is expected holds; the last failure is told where it never does. */
export async function eventually<T>(expectation: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((next) => setTimeout(next, 50));
    }
  }
}

/** The number under a heading of the overview: 'Customers', 'Segments', 'Silhouette'. */
export function tile(page: Page, name: string): Promise<string> {
  return page
    .locator('div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .last()
    .locator('dd')
    .innerText();
}

/** A segment as its card shows it. */
export interface ShownSegment {
  name: string;
  size: number;
}

/** The segments as their cards show them, in their order. */
export async function shownSegments(page: Page): Promise<ShownSegment[]> {
  const cards = page.getByRole('region', { name: 'Segments', exact: true }).getByRole('listitem');
  const texts = await cards
    .filter({ has: page.getByRole('heading') })
    .evaluateAll((items) =>
      items.map((item) => [item.querySelector('h3')?.textContent ?? '', item.textContent ?? '']),
    );
  return texts.map(([name, text]) => ({
    name,
    size: Number(/([\d,]+) customers/.exec(text.slice(name.length))?.[1].replaceAll(',', '')),
  }));
}

/** What the page shows of a segmentation: what a test compares with the library. */
export async function shownNumbers(page: Page) {
  await page.locator('p.verdict').filter({ hasText: 'structure' }).waitFor(); // judged once it is drawn
  return {
    customers: await tile(page, 'Customers'),
    k: await tile(page, 'Segments'),
    silhouette: await tile(page, 'Silhouette'),
    segments: await shownSegments(page),
  };
}

/** Moves a slider to a value as a keyboard does: step by step, each of which is a change. */
export async function pressSlider(slider: Locator, key: string, times: number): Promise<void> {
  await slider.focus();
  for (let i = 0; i < times; i++) await slider.press(key);
}

/** Sets a slider as one movement of the mouse does: once moved, then let go. */
export async function setSlider(slider: Locator, value: number): Promise<void> {
  await slider.evaluate((input, to) => {
    (input as HTMLInputElement).value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}

/** Clicks a button that saves a file; the file's content. */
export async function downloadOf(
  page: Page,
  button: Locator,
): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const pieces = await (await download.createReadStream()).toArray();
  return { download, bytes: Buffer.concat(pieces) };
}

/** The Plotly element of the picture whose description or place says so, once it is drawn. */
export async function drawn(place: Locator): Promise<Locator> {
  const plot = place.locator('.js-plotly-plot').first();
  await plot.locator('.main-svg').first().waitFor();
  return plot;
}

/** Segments drawn in a picture: names and numbers of points; not the marks of their medians. */
export function traces(plot: Locator): Promise<{ name: string; type: string; points: number }[]> {
  return plot.evaluate((element) => {
    const { data } = element as unknown as {
      data: { name?: string; type?: string; x?: ArrayLike<unknown> }[];
    };
    return data
      .filter(({ name = '' }) => !name.startsWith('Median of'))
      .map(({ name = '', type = '', x }) => ({ name, type, points: x?.length ?? 0 }));
  });
}

/** How many colors a picture has, as a browser decodes it; a blank one has a handful. */
export async function distinctColors(browser: Browser, bytes: Buffer, type: string): Promise<number> {
  const page = await browser.newPage();
  const colors = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [600, 400];
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    },
    `data:${type};base64,${bytes.toString('base64')}`,
  );
  await page.close();
  return colors;
}
