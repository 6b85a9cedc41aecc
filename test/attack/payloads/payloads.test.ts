import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { cli, needsBuild, workFolder } from '../../cli/cli';
import { launchBrowser, needsBrowser } from '../../support/browser';
import { eventually, needsDashboard, openDashboard, tile } from '../../support/dashboard';
import { openOffline } from '../../support/offlinePage';
import { describeWith } from '../../support/requirement';
import { type ServedDashboard, serveDashboard } from '../../support/servedDashboard';
import { ALL } from './lists';
import { hostileCustomers, hostilePurchases } from './tables';

/** Payloads go through every command, file, report and page. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** What programs split lines and values at, and what they pass over before a value. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const SPLIT = /[,;\t|\r\n\v\f\u001c-\u001f\u0085\u2028\u2029]/;
const PASSED_OVER = /^[\s\p{Cc}\p{Cf}"]+/u;
const NUMBER = /^[+-]?\d[\d.,]*(e[+-]?\d+)?%?$/i;

const folder = workFolder();
afterAll(() => folder.remove());

beforeAll(() => {
  folder.put('customers.jsonl', hostileCustomers());
  folder.put('purchases.jsonl', hostilePurchases());
});

test('there are two hundred payloads', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(190);
});

describeWith(needsBuild, 'the command line', () => {
  const run = async (...args: string[]) => {
    const done = await cli(args, { cwd: folder.path });
    expect({ ...done, stdout: '' }).toMatchObject({ code: 0 });
    return done;
  };

  test.each([
    ['fit', ['fit', 'customers.jsonl', '--k', '3', '--out', 'fit', '--with-columns']],
    ['fit, as JSON', ['fit', 'customers.jsonl', '--k', '3', '--out', 'json', '--json', '--with-columns']],
    ['predict', ['predict', 'fit/model.json', 'customers.jsonl', '--out', 'scored.csv', '--with-columns']],
    ['predict, as JSON', ['predict', 'fit/model.json', 'customers.jsonl', '--json', '--with-columns']],
    ['predict, into a JSON file', ['predict', 'fit/model.json', 'customers.jsonl', '--out', 'scored.json']],
    ['report', ['report', 'fit/model.json', '--title', ALL[0]]],
    ['report in Markdown', ['report', 'fit/model.json', '--out', 'report.md', '--title', ALL[1]]],
    ['compare', ['compare', 'customers.jsonl', '--k', '3']],
    ['compare, as JSON', ['compare', 'customers.jsonl', '--k', '3', '--json']],
    ['rfm', ['rfm', 'purchases.jsonl', '--out', 'rfm']],
    ['rfm, as JSON', ['rfm', 'purchases.jsonl', '--out', 'rfm-json', '--json']],
  ])(
    '%s sends no control sequence to the terminal',
    async (_what, args) => {
      const { stdout, stderr } = await run(...args);
      expect(stdout.match(CONTROL)?.[0]).toBeUndefined();
      expect(stderr.match(CONTROL)?.[0]).toBeUndefined();
    },
    120_000,
  );

  test('no cell of any table is a formula, however a program splits it', () => {
    const files = readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.csv$/.test(name),
    );
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      const text = readFileSync(folder.at(file), 'utf8').replace(/^\ufeff/, '');
      const cells = text.split(SPLIT).map((cell) => cell.replace(PASSED_OVER, ''));
      expect(
        cells.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell) && !NUMBER.test(cell.replace(/"+$/, ''))),
      ).toEqual([]);
    }
  });

  test('no tag of a payload stands in a report, nor in Markdown', () => {
    const tags = ALL.filter((text) => /<[a-z!/]/i.test(text));
    for (const file of ['fit/report.html', 'rfm/rfm_report.html', 'report.md']) {
      const text = readFileSync(folder.at(file), 'utf8').replaceAll('\\<', ''); // as Markdown escapes it
      expect(tags.filter((tag) => text.includes(tag))).toEqual([]);
    }
  });
});

describeWith(needsBrowser.met ? needsBuild : needsBrowser, 'a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(['fit/report.html', 'rfm/rfm_report.html'])(
    'runs nothing and asks nobody in %s',
    async (file) => {
      const { page, errors, requests } = await openOffline(browser, folder.at(file));
      expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
      expect({ errors, requests }).toEqual({ errors: [], requests: [] });
      await page.context().close();
    },
    120_000,
  );
});

describeWith(needsDashboard, 'the page of the dashboard', () => {
  let served: ServedDashboard;
  let browser: Browser;
  beforeAll(async () => {
    served = await serveDashboard();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('runs nothing and asks nobody, in any of its tabs', async () => {
    const { page, faults } = await openDashboard(browser, served.url);
    await eventually(async () => expect(await tile(page, 'Segments')).toMatch(/^\d+$/));
    const name = `${ALL[4]}.jsonl`;
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(hostileCustomers()) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await eventually(async () => expect(await tile(page, 'Customers')).toMatch(/^2[34]\d$/));
    for (const tab of ['Analysis', 'Prediction', 'Main']) {
      await page.getByRole('button', { name: tab, exact: true }).click();
      await eventually(async () =>
        expect(await page.getByText(/…$/).filter({ hasText: /ing/ }).count()).toBe(0),
      );
    }
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
    expect(faults).toEqual([]);
    expect(served.said()).toBe('');
  }, 180_000);
});
