import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { formatCell } from '../../src/core/format';
import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { columnsOf } from '../../src/datasets/frame/columns';
import { readTable } from '../../src/datasets/read/readTable';
import type { NumericFeature } from '../../src/profile/features/featureProfile';
import { profileTable } from '../../src/profile/profileTable';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import type { TableData } from '../../src/table/tableData';
import { columnHeading } from '../../src/ui/table/columns';
import { DARK } from '../../src/ui/theme/colors';
import { PAPER_WIDTH } from '../../src/ui/theme/paper';
import { sharedBrowser } from '../support/browser';
import {
  type DashboardTab,
  downloadOf,
  drawn,
  eventually,
  needsDashboard,
  openDashboard,
  setSlider,
  tile,
} from '../support/dashboard';
import { openOffline } from '../support/offlinePage';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, serveDashboard, sharedDashboard } from '../support/servedDashboard';

const COLUMNS = [
  'age',
  'income',
  'spending_score',
  'membership_years',
  'purchase_frequency',
  'last_purchase_amount',
];

jest.setTimeout(120_000);

describeWith(needsDashboard, 'the dashboard, asked', () => {
  let folder: string;
  let browser: Browser;
  let served: ServedDashboard;
  let tab: DashboardTab;
  let page: Page;
  let table: TableData;
  let model: SegmentationModel;

  beforeAll(async () => {
    delete process.env.CUSTOMER_DATA_DIR;
    folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
    const { frame, entry } = loadDataset('loyalty-members');
    table = Object.fromEntries(columnsOf(frame));
    // 'currency units' tells nobody anything, and the page does not say it
    const said = entry.columns.filter(({ unit }) => unit && unit !== 'currency units');
    const units = Object.fromEntries(said.map(({ name, unit }) => [name, unit!]));
    model = new Segmentation({ columns: COLUMNS, k: 4, units }).fit(table);
    browser = await sharedBrowser();
    served = sharedDashboard();
    tab = await openDashboard(browser, `${served.url}?source=loyalty-members&tab=analysis`);
    page = tab.page;
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const section = (name: string) => page.getByRole('region', { name });
  const labeled = (place: number) => model.names[model.labels![place]];

  describe('on the analysis tab', () => {
    test('shows the statistics of the library, cell by cell', async () => {
      const expected = profileTable(model.profiles);
      const shown = page.getByRole('table', { name: expected.caption });
      await shown.waitFor();
      const cells = expected.rows.map((row) =>
        row.map((cell, j) => formatCell(cell, expected.columns[j].format)),
      );
      await eventually(async () => expect(await rowsOf(shown)).toEqual(cells)); // how stable comes last
      const headings = await shown.getByRole('columnheader').allInnerTexts();
      expect(headings.map((text) => text.trim())).toEqual(expected.columns.map(columnHeading));
    });

    test('sorts them by a heading, both ways and back, and tells a screen reader', async () => {
      const shown = page.getByRole('table', { name: profileTable(model.profiles).caption });
      const heading = shown.getByRole('columnheader', { name: 'Customers', exact: true });
      const names = async () => (await rowsOf(shown)).map(([name]) => name);
      const given = model.profiles.map(({ name }) => name);
      await heading.getByRole('button').click();
      expect(await heading.getAttribute('aria-sort')).toBe('descending');
      expect(await names()).toEqual(given);
      await heading.getByRole('button').press('Enter');
      expect(await heading.getAttribute('aria-sort')).toBe('ascending');
      expect(await names()).toEqual([...given].reverse());
      await shown.getByRole('columnheader').first().getByRole('button').click();
      expect(await heading.getAttribute('aria-sort')).toBe('none');
      expect(await names()).toEqual([...given].sort());
    });

    test('shows the shares of a category that those on view are not all alike in', async () => {
      await page.goto(`${served.url}?source=loyalty-members&tab=analysis&only=gender~Female`);
      const category = page.getByRole('combobox', { name: 'Category' });
      await eventually(async () => expect(await category.inputValue()).toBe('preferred_category'));
      await page.goto(`${served.url}?source=loyalty-members&tab=analysis`);
      await eventually(async () => expect(await category.inputValue()).toBe('gender'));
    });

    test('draws sizes, heat map, lines, boxes and a category', async () => {
      const plots = page.locator('.js-plotly-plot:has(.main-svg)');
      await eventually(async () => expect(await plots.count()).toBeGreaterThanOrEqual(5));
      await page.getByRole('combobox', { name: 'Category' }).selectOption('preferred_category');
      await eventually(async () => {
        const titles = await page.locator('.js-plotly-plot .gtitle').allTextContents();
        expect(titles.join(' ')).toMatch(/preferred category/i);
      });
    });

    test('a segment looked at alone is still compared with all customers', async () => {
      const alone = await openDashboard(
        browser,
        `${served.url}?source=loyalty-members&tab=analysis&segment=1`,
      );
      const map = alone.page.getByRole('figure', {
        name: /^Heat map of segment profiles\. Largest difference/,
      });
      await map.locator('.textpoint').first().waitFor();
      const { segment } = model.profiles[1].features.find(({ column }) => column === 'age') as NumericFeature;
      const texts = await map.locator('.textpoint').allTextContents();
      expect(texts).toHaveLength(COLUMNS.length);
      expect(texts[0]).toBe(segment.mean.toFixed(1));
      await alone.close();
    });

    test('paper gets light pictures as wide as a sheet, and the screen its own back', async () => {
      const dark = await openDashboard(browser, `${served.url}?tab=analysis&source=mall-customers`, {
        colorScheme: 'dark',
      });
      await dark.page.locator('.pictures').first().locator('.boxlayer').waitFor({ state: 'attached' });
      const { screen, paper, after } = await dark.page.evaluate(looksWhenPrinted);
      expect(new Set(screen.map(({ ground }) => ground))).toEqual(new Set([DARK.sheet]));
      expect(new Set(paper.map(({ ground }) => ground))).toEqual(new Set(['#FFFFFF']));
      for (const { width } of paper) expect(width).toBe(PAPER_WIDTH);
      expect(after).toEqual(screen);
      await dark.close();
    });

    test('numbers of the heat map do not run together on a phone, which moves it sideways', async () => {
      const phone = await openDashboard(browser, `${served.url}?source=loyalty-members&tab=analysis`, {
        viewport: { width: 360, height: 800 },
        hasTouch: true,
        isMobile: true,
      });
      const map = phone.page.locator('.pictures .wide .js-plotly-plot');
      await map.locator('.textpoint').first().waitFor();
      const rows = await map.locator('.textpoint').evaluateAll((texts) => {
        const boxes = texts.map((text) => text.getBoundingClientRect());
        return [...new Set(boxes.map(({ top }) => Math.round(top)))].map((row) =>
          boxes.filter(({ top }) => Math.round(top) === row).map(({ left, right }) => [left, right]),
        );
      });
      expect(rows).toHaveLength(COLUMNS.length);
      for (const row of rows) {
        const inOrder = row.sort(([a], [b]) => a - b);
        expect(inOrder).toHaveLength(4);
        for (let i = 1; i < 4; i++) expect(inOrder[i][0]).toBeGreaterThan(inOrder[i - 1][1]);
      }
      const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await phone.page.locator('.modebar-btn').count()).toBe(0); // they would stand on the titles
      await phone.close();
    });

    test('puts algorithms side by side with the numbers of the library', async () => {
      const { rows, agreement, reasons } = model.compare();
      const trust = section('How reliable are the segments?');
      await trust.getByText(reasons[0].slice(0, 40)).waitFor();
      const table = trust.getByRole('table', { name: /adjusted Rand index/ });
      expect((await rowsOf(table)).map((row) => row.slice(1))).toEqual(
        agreement.toRows().map((row) => row.map((value) => formatCell(value, 'decimal'))),
      );
      const beside = await rowsOf(trust.getByRole('table', { name: 'Algorithms side by side' }));
      expect(beside.map(([name, k]) => [name, k])).toEqual(
        rows.map(({ name, nClusters }) => [name, String(nClusters)]),
      );
      const mean = model.silhouette!.toFixed(2);
      const plot = await drawn(trust);
      expect(await plot.locator('.gtitle').textContent()).toContain(`Mean silhouette ${mean}`);
    });

    test('lists the customers: searched, sorted and turned over, each in the segment of the library', async () => {
      const customers = section('Customers');
      const list = customers.getByRole('table');
      const expected = (places: number[]) =>
        places.map((place) => [
          labeled(place),
          ...Object.values(table).map((values) => formatCell(values[place])),
        ]);
      const shows = (places: number[]) =>
        eventually(async () => expect(await rowsOf(list)).toEqual(expected(places)));
      const all = Array.from(model.labels!.keys());
      await shows(all.slice(0, 50));
      await customers.getByRole('button', { name: 'Next' }).click();
      await shows(all.slice(50, 100));
      await customers.getByRole('searchbox').fill('groceries');
      const buyers = all.filter((place) => table.preferred_category[place] === 'Groceries');
      await shows(buyers.slice(0, 50));
      await list
        .getByRole('columnheader', { name: /^income/i })
        .getByRole('button')
        .click();
      const byIncome = [...buyers].sort((a, b) => Number(table.income[b]) - Number(table.income[a]) || a - b);
      await shows(byIncome.slice(0, 50));
      expect(await list.getByRole('caption').innerText()).toBe(
        `Customers 1 to 50 of ${buyers.length.toLocaleString('en')}`,
      );
      await customers.getByRole('searchbox').fill('no such customer');
      await customers.getByText('No customers match your filters').waitFor();
      await customers.getByRole('searchbox').fill('');
    });

    test('recommends no number of segments where the library finds no groups, and says so', async () => {
      const { recommendation, structure } = new Segmentation({ columns: COLUMNS, k: 'auto' }).fit(table)
        .choice!;
      expect(structure.verdict).toBe('none');
      const place = section('How many segments?');
      await place.getByText(recommendation.reasons[0].slice(0, 40)).waitFor();
      await place.getByText(structure.summary).waitFor();
      await place.getByRole('figure', { name: /No clear best number of segments/ }).waitFor();
      await eventually(async () =>
        expect(await place.locator('.js-plotly-plot .main-svg').count()).toBeGreaterThan(1),
      );
      expect(await place.getByRole('button', { name: /^Use \d+ segments/ }).count()).toBe(0);
      await page.getByText('no clear best number', { exact: true }).waitFor();
    });

    test('recommends the number of segments that the library does, and takes it at a click', async () => {
      const mall = Object.fromEntries(columnsOf(loadDataset('mall-customers').frame));
      const columns = ['Annual Income (k$)', 'Spending Score (1-100)'];
      const { recommendation } = new Segmentation({ columns, k: 'auto' }).fit(mall).choice!;
      const other = await openDashboard(browser, `${served.url}?tab=analysis&source=mall-customers&k=3`);
      const place = other.page.getByRole('region', { name: 'How many segments?' });
      await place.getByText(recommendation.reasons[0].slice(0, 40)).waitFor();
      await other.page.getByText(`recommended: ${recommendation.k}`, { exact: true }).waitFor();
      await place.getByRole('button', { name: `Use ${recommendation.k} segments` }).click();
      await other.page.getByRole('button', { name: 'Main', exact: true }).click();
      await eventually(async () => expect(await tile(other.page, 'Segments')).toBe(String(recommendation.k)));
      await other.close();
    });
  });

  describe('on the prediction tab', () => {
    const values = () =>
      page
        .getByRole('main')
        .getByRole('spinbutton')
        .evaluateAll((boxes) => boxes.map((box) => Number((box as HTMLInputElement).value)));
    const answer = () => section('Predicted segment').getByRole('heading', { level: 3 }).innerText();
    const predicted = async () => {
      const customer = await values();
      return model.predict(Object.fromEntries(COLUMNS.map((name, j) => [name, [customer[j]]]))).names[0];
    };

    test('offers every input in its real range, and begins in the middle', async () => {
      await open('Prediction');
      await section('Predicted segment').waitFor();
      const ranges = await page
        .getByRole('main')
        .getByRole('slider')
        .evaluateAll((sliders) =>
          (sliders as HTMLInputElement[]).map(({ min, max }) => [Number(min), Number(max)]),
        );
      const real = COLUMNS.map((name) => table[name].map(Number));
      expect(ranges).toEqual(real.map((column) => [Math.min(...column), Math.max(...column)]));
      expect(await answer()).toBe(await predicted());
    });

    test('answers as the library does, wherever the sliders stand', async () => {
      const settings = [
        { Income: 149_000, 'Spending score': 95 },
        { Income: 31_000, 'Purchase frequency': 2, 'Membership years': 1 },
        { Age: 60, 'Membership years': 10, 'Purchase frequency': 50 },
      ];
      const seen = new Set<string>();
      for (const setting of settings) {
        for (const [name, value] of Object.entries(setting))
          await setSlider(page.getByRole('main').getByRole('slider', { name: new RegExp(name, 'i') }), value);
        await eventually(async () => {
          expect(await values()).toEqual(expect.arrayContaining(Object.values(setting)));
          expect(await answer()).toBe(await predicted());
        });
        seen.add(await answer());
      }
      expect(seen.size).toBeGreaterThan(1);
    });

    test('takes an exact number, beyond the range of the slider too; text other than a number is ignored', async () => {
      const box = page.getByRole('main').getByRole('spinbutton', { name: /Income/ });
      await box.fill('250001');
      await box.press('Enter');
      await eventually(async () => expect(await answer()).toBe(await predicted()));
      expect((await values())[COLUMNS.indexOf('income')]).toBe(250_001);
      const slider = page.getByRole('main').getByRole('slider', { name: /Income/ });
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^250,001/);
      await section('Predicted segment')
        .getByText(/Outside the range of known customers in Income/)
        .waitFor();
      await box.fill('');
      await box.press('Tab');
      expect(await box.inputValue()).toBe('250001');
    });

    test('moves the customer where it says that a change does', async () => {
      const move = section('Predicted segment')
        .getByRole('listitem')
        .filter({ has: page.getByRole('button') })
        .first();
      const text = await move.innerText();
      const target = model.names.find((name) => text.includes(name))!;
      expect(target).not.toBe(await answer());
      await move.getByRole('button').click();
      await eventually(async () => expect(await answer()).toBe(target));
      expect(await predicted()).toBe(target);
    });
  });

  describe('as files', () => {
    beforeAll(async () => {
      await page.goto(`${served.url}?source=loyalty-members`);
      await eventually(async () => expect(await tile(page, 'Segments')).toBe('4'));
    });
    const kept = async (button: RegExp) => {
      const { download, bytes } = await downloadOf(page, page.getByRole('button', { name: button }));
      const path = join(folder, download.suggestedFilename());
      writeFileSync(path, bytes);
      return path;
    };

    test('gives the segments as CSV, every customer in the right one', async () => {
      const path = await kept(/CSV/);
      expect(path).toMatch(/segments\.csv$/);
      const read = (await readTable(path)).table;
      // As in every picture, segments count from 1.
      const segments = model.predict(table).labels;
      expect(read.segment).toEqual(Array.from(segments, (label) => label + 1));
      expect(read.segment_name).toEqual(Array.from(segments, (label) => model.names[label]));
      expect(read.id).toEqual(Array.from(table.id));
    });

    test('gives the model, which predicts as ours does', async () => {
      const path = await kept(/JSON/);
      expect(path).toMatch(/model\.json$/);
      const loaded = SegmentationModel.load(path);
      expect(loaded.predict(table)).toEqual(model.predict(table));
      expect(loaded.names).toEqual(model.names);
    });

    test('gives the report, which opens without a network', async () => {
      const path = await kept(/HTML/);
      const { page: report, requests, errors } = await openOffline(browser, path);
      const text = await report.locator('body').innerText();
      for (const name of model.names) expect(text).toContain(name);
      expect(requests).toEqual([]);
      expect(errors).toEqual([]);
      await report.context().close();
    });

    test('opens a saved model, which predicts and holds no customers', async () => {
      const path = join(folder, 'saved.json');
      model.save(path);
      const other = await serveDashboard({ file: path });
      const opened = await openDashboard(browser, `${other.url}?tab=prediction`);
      const heading = opened.page
        .getByRole('region', { name: 'Predicted segment' })
        .getByRole('heading', { level: 3 });
      await heading.waitFor();
      const sliders = opened.page.getByRole('main').getByRole('slider');
      const customer = await sliders.evaluateAll((all) =>
        all.map((one) => Number((one as HTMLInputElement).value)),
      );
      const { names } = model.predict(Object.fromEntries(COLUMNS.map((name, j) => [name, [customer[j]]])));
      expect(await heading.innerText()).toBe(names[0]);
      expect(opened.faults).toEqual([]);
      await opened.close();
      await other.stop();
    });
  });

  test('meets no error, foreign request or breach of its policy in all this', () => {
    expect(tab.faults).toEqual([]);
    expect(served.said()).toBe('');
  });
});

/** The cells of a table, row by row, as they are read. */
function rowsOf(table: Locator): Promise<string[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent?.trim() ?? '')),
    );
}

/** The ground and the width of the first pictures: on the screen, at the moment of printing, and after it. */
async function looksWhenPrinted() {
  type Drawn = Element & { _fullLayout: { paper_bgcolor: string; width: number } };
  const drawn = document.querySelector('.pictures')!.querySelectorAll<Drawn>('.js-plotly-plot');
  const looks = () =>
    Array.from(drawn, ({ _fullLayout: { paper_bgcolor, width } }) => ({
      ground: paper_bgcolor.toUpperCase(),
      width,
    }));
  // Paper is laid out in the same task as the event: no more may be needed than what runs at its end.
  const ended = async () => {
    for (let i = 0; i < 50; i++) await null;
  };
  const screen = looks();
  dispatchEvent(new Event('beforeprint'));
  await ended();
  const paper = looks();
  dispatchEvent(new Event('afterprint'));
  await new Promise((next) => setTimeout(next, 1000));
  return { screen, paper, after: looks() };
}
