import type { Browser, Page } from 'playwright-core';
import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import type { CustomerTable } from '../../src/table/typedTable';
import { sharedBrowser } from '../support/browser';
import {
  type DashboardTab,
  drawn,
  eventually,
  needsDashboard,
  openDashboard,
  pressSlider,
  setSlider,
  shownNumbers,
  traces,
} from '../support/dashboard';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, serveDashboard, sharedDashboard } from '../support/servedDashboard';

jest.setTimeout(120_000);

const PUBLISHED = process.env.CUSTOMER_DATA_DIR;
const LOYALTY = [
  'age',
  'income',
  'spending_score',
  'membership_years',
  'purchase_frequency',
  'last_purchase_amount',
];

let browser: Browser;
beforeAll(async () => {
  if (needsDashboard.met) browser = await sharedBrowser();
}, 60_000);
afterAll(() => browser?.close());

describeWith(needsDashboard, 'the dashboard, steered', () => {
  let served: ServedDashboard;
  let tab: DashboardTab;
  let page: Page;
  let table: CustomerTable;

  beforeAll(async () => {
    delete process.env.CUSTOMER_DATA_DIR;
    table = loadDataset('loyalty-members').frame;
    served = sharedDashboard();
    tab = await openDashboard(browser, `${served.url}?source=loyalty-members`);
    page = tab.page;
  }, 90_000);
  afterAll(async () => {
    await tab?.close();
    await served?.stop();
  });

  const fitted = new Map<string, SegmentationModel>();
  const grouped = (options: Partial<SegmentationOptions> = {}) => {
    const all = { columns: LOYALTY, ...(options.algorithm !== 'dbscan' && { k: 4 }), ...options };
    const key = JSON.stringify(all);
    const model = fitted.get(key) ?? new Segmentation(all).fit(table);
    fitted.set(key, model);
    return model;
  };
  const shows = (model: SegmentationModel) =>
    eventually(async () => expect(await shownNumbers(page)).toEqual(numbersOf(model)));
  /** Back to how the page was opened. */
  const begin = async () => {
    await page.goto(`${served.url}?source=loyalty-members`);
    await shows(grouped());
  };

  test('shows the loyalty members in four segments, with the numbers and words of the library', async () => {
    const model = grouped();
    await shows(model);
    expect(model.k).toBe(4);
    await eventually(async () => {
      expect(await page.getByRole('combobox', { name: 'Table' }).inputValue()).toBe('loyalty-members');
      expect(await page.getByText(model.structureSummary).count()).toBe(1);
    });
    const chosen = await page
      .getByRole('checkbox', { checked: true })
      .evaluateAll((boxes) =>
        boxes.map((box) => box.closest('label')?.textContent?.trim().toLowerCase().replaceAll(' ', '_')),
      );
    expect(chosen).toEqual(LOYALTY);
  });

  test('draws every customer once, under the names of the segments', async () => {
    const plot = await drawn(page.getByRole('main'));
    const model = grouped();
    const points = (await traces(plot)).map(({ name, points }) => ({ name, size: points }));
    expect(points).toEqual(numbersOf(model).segments);
  });

  test('takes another number of segments from the slider', async () => {
    await setSlider(page.getByRole('slider', { name: 'Segments' }), 6);
    await shows(grouped({ k: 6 }));
  });

  test('takes the last of many quick changes, and keeps it', async () => {
    await begin();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/run/segment')) asked.push(request.postData() ?? '');
    });
    const slider = page.getByRole('slider', { name: 'Segments' });
    await pressSlider(slider, 'ArrowRight', 8);
    await pressSlider(slider, 'ArrowLeft', 5);
    const model = grouped({ k: 7 });
    await shows(model);
    expect(asked).toHaveLength(13);
    await page.waitForLoadState('networkidle');
    await shows(model);
    const plot = await drawn(page.getByRole('main'));
    await eventually(async () =>
      expect((await traces(plot)).map(({ name }) => name)).toEqual(
        numbersOf(model).segments.map(({ name }) => name),
      ),
    );
  });

  test.each([
    ['Hierarchical', { algorithm: 'agglomerative' }],
    ['k-prototypes', { algorithm: 'kprototypes' }],
    ['DBSCAN', { algorithm: 'dbscan' }],
    ['Gaussian mixture', { algorithm: 'gaussian-mixture' }],
  ] as const)('groups by %s', async (name, options) => {
    await begin();
    await page.getByRole('combobox', { name: 'Algorithm' }).selectOption({ label: name });
    await shows(grouped(options));
  });

  test('takes the linkage, and eps and the neighbors of DBSCAN', async () => {
    const algorithm = page.getByRole('combobox', { name: 'Algorithm' });
    await algorithm.selectOption('agglomerative');
    await page.getByRole('combobox', { name: 'Linkage' }).selectOption('complete');
    await shows(grouped({ algorithm: 'agglomerative', linkage: 'complete' }));
    await algorithm.selectOption('dbscan');
    await setSlider(page.getByRole('slider', { name: /eps/ }), 1.1);
    await setSlider(page.getByRole('slider', { name: /core/ }), 4);
    await shows(grouped({ algorithm: 'dbscan', eps: 1.1, minSamples: 4 }));
  });

  test('takes scaling, principal components and seed', async () => {
    await begin();
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Scaling' }).selectOption('robust');
    await shows(grouped({ scale: 'robust' }));
    await setSlider(page.getByRole('slider', { name: 'Principal components' }), 2);
    await shows(grouped({ scale: 'robust', pca: 2 }));
    const seed = page.getByRole('spinbutton', { name: 'Seed' });
    await seed.fill('7');
    await seed.press('Tab');
    await shows(grouped({ scale: 'robust', pca: 2, seed: 7 }));
  });

  test('takes other columns, never none', async () => {
    await begin();
    for (const name of LOYALTY.filter((column) => !['income', 'spending_score'].includes(column)))
      await page.getByRole('checkbox', { name: called(name) }).uncheck();
    await shows(grouped({ columns: ['income', 'spending_score'] }));
    await page.getByRole('checkbox', { name: called('income') }).uncheck();
    await expect(page.getByRole('checkbox', { name: called('spending_score') }).isDisabled()).resolves.toBe(
      true,
    );
    await shows(grouped({ columns: ['spending_score'] }));
  });

  test('fewer columns take no more principal components than they bear', async () => {
    await page.goto(
      `${served.url}?source=loyalty-members&pca=3&column=age&column=income&column=spending_score`,
    );
    await shows(grouped({ columns: ['age', 'income', 'spending_score'], pca: 3 }));
    await page.getByRole('checkbox', { name: called('age') }).uncheck();
    await shows(grouped({ columns: ['income', 'spending_score'], pca: 2 }));
    // what a link sets apart from the usual is on view without looking for it
    const components = page.getByRole('slider', { name: 'Principal components' });
    expect(await components.inputValue()).toBe('2');
    expect(await components.isVisible()).toBe(true);
  });

  test('says in words that no distance makes a group, and goes on afterwards', async () => {
    await begin();
    await page.getByRole('combobox', { name: 'Algorithm' }).selectOption('dbscan');
    await setSlider(page.getByRole('slider', { name: /eps/ }), 0.05);
    await setSlider(page.getByRole('slider', { name: /core/ }), 50);
    await eventually(async () =>
      expect(await page.getByRole('main').innerText()).toMatch(/noise|no segment|larger eps/i),
    );
    await page.getByText('a larger distance finds groups').waitFor();
    await page.getByRole('combobox', { name: 'Algorithm' }).selectOption('kmeans');
    await shows(grouped());
  });

  test('another table is grouped as suits it', async () => {
    await page.getByRole('combobox', { name: 'Table' }).selectOption('mall-customers');
    const mall = loadDataset('mall-customers').frame;
    const columns = ['Annual Income (k$)', 'Spending Score (1-100)'];
    await shows(new Segmentation({ columns, k: 5 }).fit(mall));
  });

  test('meets no error, foreign request or breach of its policy in all this', () => {
    expect(tab.faults).toEqual([]);
    expect(served.said()).toBe('');
  });
});

describeWith(
  needsDashboard.met && PUBLISHED === undefined
    ? { met: false, reason: 'CUSTOMER_DATA_DIR is not set' }
    : needsDashboard,
  'the dashboard on the published files',
  () => {
    let served: ServedDashboard;
    let tab: DashboardTab;

    beforeAll(async () => {
      served = await serveDashboard({}, PUBLISHED);
      tab = await openDashboard(browser, `${served.url}?source=loyalty-members`);
    }, 90_000);
    afterAll(async () => {
      await tab?.close();
      await served?.stop();
    });

    const shown = (name: string) => tab.page.getByRole('combobox', { name: 'Table' }).selectOption(name);

    test('shows 1,000 loyalty members with a silhouette of 0.12 at four segments', async () => {
      const table = loadDataset('loyalty-members', { folder: PUBLISHED }).frame;
      const numbers = numbersOf(new Segmentation({ columns: LOYALTY, k: 4 }).fit(table));
      expect(numbers).toMatchObject({ customers: '1,000', k: '4', silhouette: '0.12' });
      await eventually(async () => expect(await shownNumbers(tab.page)).toEqual(numbers));
    });

    test('shows the mall customers in five segments with a silhouette of 0.55', async () => {
      await shown('mall-customers');
      await eventually(async () =>
        expect(await shownNumbers(tab.page)).toMatchObject({ customers: '200', k: '5', silhouette: '0.55' }),
      );
    });

    test('shows 4,338 customers of 541,909 transactions', async () => {
      await shown('online-retail');
      await eventually(async () =>
        expect(await shownNumbers(tab.page)).toMatchObject({ customers: '4,338', k: '4' }),
      );
      await tab.page.getByText('Data used and excluded').click();
      await eventually(async () => expect(await tab.page.getByText(/541,909 transactions/).count()).toBe(1));
      expect(tab.faults).toEqual([]);
    });
  },
);

/** A column as the page calls it: 'spending_score' is 'Spending score'. */
function called(column: string): RegExp {
  return new RegExp(column.replaceAll('_', '[ _]'), 'i');
}

/** What the page should show of a model. */
function numbersOf({ clustered, k, silhouette, profiles }: SegmentationModel) {
  return {
    customers: clustered.toLocaleString('en'),
    k: String(k),
    silhouette: silhouette === null ? '—' : silhouette.toFixed(2).replace('-', '−'),
    segments: profiles.map(({ name, size }) => ({ name, size })),
  };
}
