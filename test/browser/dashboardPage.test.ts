import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { sharedBrowser } from '../support/browser';
import { type DashboardTab, drawn, eventually, needsDashboard, openDashboard } from '../support/dashboard';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, serveDashboard, sharedDashboard } from '../support/servedDashboard';

jest.setTimeout(120_000);

/** What the tests saw, to be looked at by people. */
const SCREENSHOTS = join(__dirname, '..', '..', 'out', 'dashboard');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TABS = ['main', 'analysis', 'prediction'] as const;

describeWith(needsDashboard, 'the page of the dashboard', () => {
  let browser: Browser;
  let served: ServedDashboard;

  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    browser = await sharedBrowser();
    served = sharedDashboard();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  describe.each([1400, 380])('%i pixels wide', (width) => {
    let tab: DashboardTab;

    beforeAll(async () => {
      tab = await openDashboard(browser, `${served.url}?source=loyalty-members`, {
        viewport: { width, height: 900 },
      });
    });
    afterAll(() => tab?.close());

    test.each(TABS)(
      'shows the tab %s without sideways scrolling, error or fault that axe finds, light and dark',
      async (name) => {
        const { page, faults } = tab;
        await page.locator('nav').getByRole('button', { name }).click();
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme });
          await isDone(page, name, theme);
          const path = join(SCREENSHOTS, `${name}-${theme}-${width}.png`);
          await page.screenshot({ path, fullPage: true });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(await axeFaults(page)).toEqual([]);
        }
        expect(faults).toEqual([]);
      },
    );
  });

  describe('by keyboard alone', () => {
    let tab: DashboardTab;
    let page: Page;
    beforeAll(async () => {
      tab = await openDashboard(browser, `${served.url}?source=loyalty-members`);
      page = tab.page;
      await isDone(page, 'main');
    });
    afterAll(() => tab?.close());

    test('the first stop skips to the segments', async () => {
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: /segments/ });
      expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
      const { x, y } = (await skip.boundingBox())!;
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    });

    test('every control is reached in the order of reading, and shows that it is', async () => {
      await page.goto(`${served.url}?source=loyalty-members`);
      await isDone(page, 'main');
      const all = await page.evaluate(() => {
        for (const fold of Array.from(document.querySelectorAll('aside details')))
          fold.setAttribute('open', '');
        const found = Array.from(
          document.querySelectorAll<HTMLElement>('a[href], button, select, input, summary'),
        ).filter(
          (one) =>
            one.tabIndex >= 0 &&
            !(one as HTMLButtonElement).disabled &&
            one.checkVisibility() &&
            !one.closest('.plot'),
        );
        found.forEach((one, i) => {
          one.dataset.stop = String(i);
        });
        return found.length;
      });
      const stops: number[] = [];
      const unseen: string[] = [];
      for (let press = 0; press < all + 60 && !stops.includes(all - 1); press++) {
        await page.keyboard.press('Tab');
        const { stop, outline, html } = await page.evaluate(() => {
          const active = document.activeElement as HTMLElement;
          const style = getComputedStyle(active);
          return {
            stop: active.dataset.stop,
            outline: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
            html: active.outerHTML.slice(0, 80),
          };
        });
        if (stop === undefined) continue;
        stops.push(Number(stop));
        if (!outline) unseen.push(html);
      }
      expect([...stops].sort((a, b) => a - b)).toEqual(Array.from({ length: all }, (_, i) => i));
      expect(stops).toEqual([...stops].sort((a, b) => a - b));
      expect(unseen).toEqual([]);
    });

    test('steers: a tab, a slider and a menu', async () => {
      const slider = page.getByRole('slider', { name: 'Segments' });
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      await eventually(async () => expect(new URL(page.url()).searchParams.get('k')).toBe('5'));
      expect(await slider.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.locator('nav').getByRole('button', { name: 'Prediction' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Predicted segment' }).waitFor();
    });
  });

  test('turns dark and light by its button, remembers it, and draws pictures so', async () => {
    const { page, faults, close } = await openDashboard(browser, `${served.url}?source=loyalty-members`, {
      colorScheme: 'light',
    });
    const ground = async () =>
      (await drawn(page.getByRole('main'))).evaluate(
        (plot) => getComputedStyle(plot.querySelector('.main-svg')!).backgroundColor,
      );
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.getByRole('button', { name: 'Dark' }).click();
    await eventually(async () => expect(await ground()).not.toBe('rgb(255, 255, 255)'));
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('true');
    expect(faults).toEqual([]);
    await close();
  });

  test('says so in words when the dashboard is stopped meanwhile', async () => {
    const other = await serveDashboard();
    const { page, close } = await openDashboard(browser, other.url);
    await isDone(page, 'main');
    await other.stop();
    await page.getByRole('slider', { name: 'Segments' }).press('ArrowRight');
    await page
      .getByRole('alert')
      .getByText(/still running/)
      .waitFor();
    await close();
  });
});

/** All that a tab asks for has come, and is drawn. */
async function isDone(page: Page, tab: (typeof TABS)[number], theme = 'light'): Promise<void> {
  const main = page.getByRole('main');
  if (tab === 'prediction') await page.getByRole('region', { name: 'Predicted segment' }).waitFor();
  else await drawn(main);
  if (tab === 'analysis') {
    await main.getByRole('table', { name: /adjusted Rand index/ }).waitFor();
    await drawn(page.getByRole('region', { name: 'How many segments?' }));
    await main.getByText(/^Customers 1 to/).waitFor();
  }
  await eventually(async () => {
    const busy = await main.evaluate((element, dark) => {
      const pictures = Array.from(element.querySelectorAll('.main-svg:first-child'));
      const white = pictures.filter((one) => getComputedStyle(one).backgroundColor === 'rgb(255, 255, 255)');
      const painted = white.length === (dark ? 0 : pictures.length);
      return !painted || element.querySelector('[aria-busy=true], progress, .waiting') !== null;
    }, theme === 'dark');
    if (busy) throw new Error('the page is still busy');
  });
}

/** What axe-core finds seriously wrong, as `rule: element`. It is read into the page past its security policy. */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Violation {
      id: string;
      impact: string;
      nodes: { html: string; failureSummary: string }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) => `${id}: ${html.slice(0, 150)} ${failureSummary.slice(0, 200)}`,
        ),
      );
  });
}
