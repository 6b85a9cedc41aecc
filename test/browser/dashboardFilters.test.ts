import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { sharedBrowser } from '../support/browser';
import { type DashboardTab, eventually, needsDashboard, openDashboard, tile } from '../support/dashboard';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, sharedDashboard } from '../support/servedDashboard';

jest.setTimeout(120_000);

describeWith(needsDashboard, 'filters of the dashboard', () => {
  let browser: Browser;
  let served: ServedDashboard;
  let tab: DashboardTab;
  let page: Page;

  beforeAll(async () => {
    browser = await sharedBrowser();
    served = sharedDashboard();
    tab = await openDashboard(browser, served.url);
    page = tab.page;
  }, 90_000);
  afterAll(async () => {
    expect(tab.faults).toEqual([]);
    await tab.close();
    await browser?.close();
    await served?.stop();
  });

  const bar = () => page.getByRole('region', { name: 'Filters' });
  const chips = () => bar().locator('button.chip');

  test('the page opens on customers with natural groups', async () => {
    const table = page.getByRole('combobox', { name: 'Table' });
    await eventually(async () => expect(await table.inputValue()).toBe('mall-customers'));
    await page.getByText(/^Clear structure/).waitFor();
  });

  test('keys walk through the list of categories; Enter takes one', async () => {
    const list = bar().getByRole('combobox');
    await list.focus();
    const options = await list.locator('option').allInnerTexts();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await chips().count()).toBe(0);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await chips().innerText()).toContain(options.at(-1)!));
    await page.getByRole('button', { name: 'Show all' }).click();
    await list.focus();
    await page.keyboard.type(options[1].slice(0, 3));
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await chips().innerText()).toContain(options[1]));
  });

  test('cards and counts follow the filters', async () => {
    const words = await bar().getByRole('status').innerText();
    const [, few, all] = words.match(/show ([\d,]+) of ([\d,]+)/)!;
    expect(await tile(page, 'Customers')).toBe(`${few} of ${all}`);
    const cards = page.getByRole('region', { name: 'Segments', exact: true }).getByRole('listitem');
    const texts = await cards.locator('.size').allInnerTexts();
    const counts = texts.map((text) =>
      text
        .match(/^([\d,]+) of ([\d,]+) customers?/)!
        .slice(1)
        .map(Number),
    );
    expect(counts.reduce((sum, [left]) => sum + left, 0)).toBe(Number(few));
    expect(counts.reduce((sum, [, size]) => sum + size, 0)).toBe(Number(all));
  });

  test('the customers on view can be taken home', async () => {
    const words = await bar().getByRole('status').innerText();
    const [, few, all] = words
      .match(/show ([\d,]+) of ([\d,]+)/)!
      .map((text) => Number(text.replace(',', '')));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Customers shown (CSV)' }).click();
    const folder = mkdtempSync(join(tmpdir(), 'shown-'));
    await (await download).saveAs(join(folder, 'shown.csv'));
    const text = readFileSync(join(folder, 'shown.csv'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(few).toBeLessThan(all);
    expect(text.trim().split('\n')).toHaveLength(few + 1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Segments (CSV)' }).waitFor();
  });
});
