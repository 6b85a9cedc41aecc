import { readdirSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, sharedBrowser } from '../support/browser';
import {
  type DashboardTab,
  eventually,
  needsDashboard,
  openDashboard,
  setSlider,
  tile,
} from '../support/dashboard';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, serveDashboard, sharedDashboard } from '../support/servedDashboard';

jest.setTimeout(120_000);

describeWith(needsDashboard, 'the dashboard, left and come back to', () => {
  let browser: Browser;
  let served: ServedDashboard;
  let tab: DashboardTab;
  let page: Page;

  beforeAll(async () => {
    browser = await sharedBrowser();
    served = sharedDashboard();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });
  beforeEach(async () => {
    tab = await openDashboard(browser, served.url);
    page = tab.page;
  });
  afterEach(async () => {
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  test('a page that is loaded again finds its files, how they are read, and what was scored', async () => {
    await send(page, 'own.csv', customers(120));
    await showsCustomers(page, 120);
    await page.getByText('Change how this file is read').first().click();
    await page.getByText('Column types').first().click();
    await page.getByRole('combobox', { name: 'Town' }).first().selectOption('ignored');
    await page.getByRole('button', { name: 'Read again' }).first().click();
    await eventually(async () => expect(await columnsLeft(page)).not.toMatch(/Town/));
    await tabNamed(page, 'Prediction').click();
    await sendToScore(page, 'new.csv', customers(9));
    await scored(page).getByText('9 of 9 customers of new.csv').waitFor();
    const address = page.url();
    const seen = () => Promise.all([offered(page), chosenTable(page), page.getByRole('main').innerText()]);
    const before = await seen();
    expect(before[0]).toEqual(expect.arrayContaining(['own.csv', 'new.csv']));

    await page.reload();
    await scored(page).getByText('9 of 9 customers of new.csv').waitFor();
    await eventually(async () => expect(await seen()).toEqual(before));
    expect(page.url()).toBe(address);
    expect(await columnsLeft(page)).not.toMatch(/Town/);
    await page.getByText('Change how this file is read').first().click();
    await page.getByText('Column types').first().click();
    const town = page.getByRole('combobox', { name: 'Town' }).first();
    await eventually(async () => expect(await town.inputValue()).toBe('ignored'));

    await page.goto('about:blank');
    await page.goBack();
    await eventually(async () => expect(await seen()).toEqual(before));
    await page.goForward();
    await page.goBack();
    await eventually(async () => expect(await seen()).toEqual(before));
  });

  test('a page that is loaded again before it was there finds them too', async () => {
    await send(page, 'own.csv', customers(90));
    await showsCustomers(page, 90);
    for (const wait of [0, 5, 20, 60, 150, 300]) {
      void page.reload().catch(() => {}); // the next one comes before it is there
      await new Promise((next) => setTimeout(next, wait));
    }
    await eventually(() => page.reload()); // refused while the browser changes from one document to the next
    await showsCustomers(page, 90);
    expect(await chosenTable(page)).toBe('own.csv');
  });

  test('a tab that was duplicated never sees the files of the one it was made from', async () => {
    await send(page, 'own.csv', customers(60));
    await showsCustomers(page, 60);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
    const copy = await duplicate(page);
    await alertIn(copy, 'main', /another tab/);
    expect(await offered(copy)).not.toContain('own.csv');
    await copy.reload();
    await alertIn(copy, 'main', /another tab/);
    await page.reload();
    await showsCustomers(page, 60);
    await copy.close();
  });

  test('a tab that was duplicated while the page was left is the tab instead, or not, never beside it', async () => {
    await send(page, 'own.csv', customers(60));
    await showsCustomers(page, 60);
    const address = page.url();
    await page.goto(`${served.url}/icon.svg`);
    const copy = await duplicate(page);
    await copy.goto(address);
    await showsCustomers(copy, 60);
    await page.goto(address);
    await alertIn(page, 'complementary', /own\.csv is no longer here.*Send it again/);
    expect(await offered(page)).not.toContain('own.csv');
    await copy.reload();
    await showsCustomers(copy, 60);
    await copy.close();
  });

  test('a tab of its own, and an address that was passed on, see nothing of it', async () => {
    await send(page, 'own.csv', customers(60));
    await showsCustomers(page, 60);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await alertIn(other, 'main', /another tab/);
    expect(await offered(other)).not.toContain('own.csv');
    await other.close();
  });

  test('a page that the browser loads in case it is wanted takes nothing up before it is', async () => {
    await send(page, 'own.csv', customers(60));
    await showsCustomers(page, 60);
    const address = page.url();
    await page.goto(`${served.url}/icon.svg`);
    await page.addInitScript(() => {
      Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    });
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.goto(address);
    await page.getByRole('button', { name: 'Your own file…' }).waitFor();
    const kept = await page.evaluate(() => Object.keys(sessionStorage));
    expect({ kept: kept.length, asked: asked.filter((url) => url.includes('/api/')) }).toEqual({
      kept: 1,
      asked: [],
    });
    await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
    await showsCustomers(page, 60);
  });

  test('a dashboard that was restarted says which file to send again, and takes it', async () => {
    const first = await serveDashboard();
    const { port } = first;
    const away = await openDashboard(browser, first.url);
    await send(away.page, 'own.csv', customers(60));
    await showsCustomers(away.page, 60);
    await first.stop();
    const second = await serveDashboard({ port });
    const told = /own\.csv is no longer here.*Send it again/;
    await setSlider(away.page.getByRole('slider', { name: 'Segments' }), 3);
    await alertIn(away.page, 'complementary', told);
    await away.page.reload();
    await alertIn(away.page, 'main', /no longer here/);
    expect(await offered(away.page)).not.toContain('own.csv');
    await send(away.page, 'own.csv', customers(60));
    await showsCustomers(away.page, 60);
    expect(await away.page.getByText(told).count()).toBe(0);

    await second.stop();
    const third = await serveDashboard({ port });
    await away.page.reload();
    await alertIn(away.page, 'complementary', told);
    await away.page.getByRole('combobox', { name: 'Table' }).selectOption('mall-customers');
    await showsCustomers(away.page, 200);
    expect(away.faults.filter((fault) => !/ERR_CONNECTION|ERR_INCOMPLETE/.test(fault))).toEqual([]);
    expect([first, second, third].map((server) => server.said())).toEqual(['', '', '']);
    await away.close();
    await third.stop();
  });

  test('a page left for a long time says which files to send again, once', async () => {
    const brief = await serveDashboard({ idle: 5000 });
    const silent = await openDashboard(browser, brief.url);
    await send(silent.page, 'own.csv', customers(60));
    await showsCustomers(silent.page, 60);
    await eventually(async () => expect(filesIn(brief.temporary)).toBe(0));
    const begun: string[] = [];
    silent.page.on('request', (request) => {
      if (request.url().endsWith('/api/sessions')) begun.push(request.method());
    });
    await tabNamed(silent.page, 'Analysis').click();
    await alertIn(silent.page, 'complementary', /own\.csv is no longer here/);
    await alertIn(silent.page, 'main', /no longer here/);
    expect(begun).toEqual(['POST']);
    await silent.close();
    await brief.stop();
  });

  test('no mistake of its own was met', () => {
    expect(served.said()).toBe('');
  });
});

describeWith(needsDashboard, 'the dashboard, kept by the browser while another page is looked at', () => {
  let browser: Browser;
  let served: ServedDashboard;

  beforeAll(async () => {
    browser = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    served = sharedDashboard();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('is there again as it was, with its files', async () => {
    const { page, faults } = await openDashboard(browser, served.url);
    await send(page, 'own.csv', customers(60));
    await showsCustomers(page, 60);
    await page.evaluate(() => Object.assign(globalThis, { asItWas: true }));
    await page.goto(`${served.url}/icon.svg`);
    await page.goBack({ waitUntil: 'commit' }); // a page that was kept is not loaded
    expect(await page.evaluate(() => 'asItWas' in globalThis)).toBe(true);
    await setSlider(page.getByRole('slider', { name: 'Segments' }), 3);
    await eventually(async () => expect(await tile(page, 'Segments')).toBe('3'));
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
    await page.reload();
    await showsCustomers(page, 60);
    expect(await offered(page)).toContain('own.csv');
    expect(faults).toEqual([]);
    expect(served.said()).toBe('');
  });
});

/** Customers in four groups, far apart, and where they live. */
function customers(count: number): string {
  const rows = Array.from({ length: count }, (_, i) =>
    [
      `c${i}`,
      [5, 30, 60, 10][i % 4] + (i % 5),
      [20, 10, 90, 140][i % 4] + ((i * 7) % 9),
      ['Bonn', 'Kiel', 'Ulm'][i % 3],
    ].join(),
  );
  return [['Customer', 'Visits', 'Basket', 'Town'].join(), ...rows].join('\n');
}

async function send(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByRole('complementary').locator('input[type=file]').setInputFiles(file);
}

async function sendToScore(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await scored(page).locator('input[type=file]').setInputFiles(file);
}

function scored(page: Page): Locator {
  return page.getByRole('region', { name: 'A file of customers' });
}

function tabNamed(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

function showsCustomers(page: Page, count: number): Promise<void> {
  return eventually(async () => expect(await tile(page, 'Customers')).toBe(String(count)));
}

async function alertIn(page: Page, place: 'main' | 'complementary', words: RegExp): Promise<void> {
  await page.getByRole(place).getByRole('alert').filter({ hasText: words }).first().waitFor();
}

function offered(page: Page): Promise<string[]> {
  return page.getByRole('combobox', { name: 'Table' }).locator('option').allInnerTexts();
}

function chosenTable(page: Page): Promise<string> {
  return page.getByRole('combobox', { name: 'Table' }).locator('option:checked').innerText();
}

function columnsLeft(page: Page): Promise<string> {
  return page.getByRole('group', { name: 'Group by' }).innerText();
}

/** Files that tabs have sent. */
function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => /uploads-.*\.csv$/.test(String(name)))
    .length;
}

/** As a browser's "duplicate tab": the storage of the tab comes along. */
async function duplicate(page: Page): Promise<Page> {
  const [copy] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate(() => void open(location.href)),
  ]);
  await copy.waitForLoadState();
  return copy;
}
