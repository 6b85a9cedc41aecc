import type { Browser, Locator, Page } from 'playwright-core';
import { sharedBrowser } from '../support/browser';
import {
  type DashboardTab,
  drawn,
  eventually,
  needsDashboard,
  openDashboard,
  setSlider,
  tile,
} from '../support/dashboard';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, sharedDashboard } from '../support/servedDashboard';

jest.setTimeout(120_000);

describeWith(needsDashboard, 'the address of the dashboard', () => {
  let browser: Browser;
  let served: ServedDashboard;
  let tab: DashboardTab;
  let page: Page;

  beforeAll(async () => {
    browser = await sharedBrowser();
    served = sharedDashboard();
    tab = await openDashboard(browser, `${served.url}?source=mall-customers`);
    page = tab.page;
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  const named = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const steps: [what: string, take: () => Promise<unknown>][] = [
    ['six segments', () => setSlider(page.getByRole('slider', { name: 'Segments' }), 6)],
    ['hierarchical', () => page.getByRole('combobox', { name: 'Algorithm' }).selectOption('agglomerative')],
    ['two columns', () => named('Two columns').click()],
    ['women alone', () => page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Female' })],
    ['the analysis', () => named('Analysis').click()],
    [
      'segments by size',
      () => statistics(page).getByRole('button', { name: 'Customers', exact: true }).click(),
    ],
    ['a search', () => searchIn(page).pressSequentially('e', { delay: 20 })],
    ['by income', () => heading(page, /^annual income/i).click()],
    ['by income, falling', () => heading(page, /^annual income/i).click()],
    ['the second page', () => customers(page).getByRole('button', { name: 'Next' }).click()],
    ['the prediction', () => named('Prediction').click()],
    ['a customer', () => setSlider(inputs(page).first(), 101)],
    ['another customer', () => setSlider(inputs(page).nth(1), 7)],
  ];

  test('of every step names all that is seen: all the way back and forward again show each again', async () => {
    await eventually(async () => expect(await tile(page, 'Segments')).toBe('5'));
    const seen = [await settled(page)];
    for (const [what, take] of steps) {
      await take();
      await eventually(async () => expect([what, page.url()]).not.toEqual([what, seen.at(-1)!.address]));
      seen.push(await settled(page));
    }
    expect(new Set(seen.map(({ address }) => address)).size).toBe(steps.length + 1);
    for (let at = steps.length - 1; at >= 0; at--) {
      await page.goBack();
      await shows(seen[at]);
    }
    for (let at = 1; at <= steps.length; at++) {
      await page.goForward();
      await shows(seen[at]);
    }
  });

  const shows = (view: View) => eventually(async () => expect(await viewOf(page)).toEqual(view));

  test('opens the same table page, filters and customer in another browser', async () => {
    const prediction = await settled(page);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    const table = await settled(page);
    expect(new URL(table.address).searchParams.get('page')).toBe('2');
    const link = await openDashboard(browser, table.address);
    await eventually(async () => expect(await viewOf(link.page)).toEqual(table));
    await link.page.goto(prediction.address);
    await eventually(async () => expect(await viewOf(link.page)).toEqual(prediction));
    expect(link.faults).toEqual([]);
    await link.close();
  });

  test('is one entry of the history for all that is typed into the search, and one for what is typed later', async () => {
    await page.goto(`${served.url}?source=mall-customers&tab=analysis&page=3`);
    await customers(page)
      .getByText(/^Customers 101 to 150 of 200/)
      .waitFor();
    const before = await page.evaluate(() => history.length);
    await searchIn(page).pressSequentially('female', { delay: 10 });
    const found = customers(page).getByText(/^Customers 1 to/);
    await found.waitFor();
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await searchIn(page).press('Enter');
    await searchIn(page).fill('male');
    expect(await page.evaluate(() => history.length)).toBe(before + 2);
    await page.goBack();
    await eventually(async () => expect(await searchIn(page).inputValue()).toBe('female'));
    await page.goBack();
    await eventually(async () => expect(await searchIn(page).inputValue()).toBe(''));
    await customers(page)
      .getByText(/^Customers 101 to 150 of 200/)
      .waitFor();
    await searchIn(page).pressSequentially('xy');
    await customers(page).getByText('No customers match your filters').waitFor();
    await page.goBack();
    await customers(page)
      .getByText(/^Customers 101 to 150 of 200/)
      .waitFor();
  });

  test('that names a page beyond the last, or an order that is none, shows what there is', async () => {
    await page.goto(`${served.url}?source=mall-customers&tab=analysis&page=900&sort=no such column~down`);
    await customers(page)
      .getByText(/^Customers 151 to 200 of 200/)
      .waitFor();
    await customers(page).getByRole('button', { name: 'Previous' }).click();
    await customers(page)
      .getByText(/^Customers 101 to 150 of 200/)
      .waitFor();
    await page.goto(
      `${served.url}?source=mall-customers&tab=analysis&page=0&sort=~&search=${'x'.repeat(600)}`,
    );
    await customers(page).getByText('No customers match your filters').waitFor();
    expect(await searchIn(page).inputValue()).toBe('x'.repeat(500));
  });

  test('a picture in space stays turned as it was when the number of segments changes', async () => {
    await page.goto(`${served.url}?source=loyalty-members&picture=3d`);
    const plot = await drawn(page.getByRole('main'));
    const canvas = plot.locator('.gl-container canvas').first();
    await canvas.scrollIntoViewIfNeeded();
    const given = await eventually(() => eyeOf(plot));
    const { x, y, width, height } = (await canvas.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 120, y + height / 2 + 40, { steps: 5 });
    await page.mouse.up();
    await eventually(async () => expect(distance(await eyeOf(plot), given)).toBeGreaterThan(0.5));
    const turned = await atRest(() => eyeOf(plot));
    expect(distance(given, turned)).toBeGreaterThan(1);
    // what is kept is the eye as the mouse let it go; on a slow machine the picture turned a little further
    const stays = async () => expect(distance(await eyeOf(plot), turned)).toBeLessThan(0.3);
    for (const k of [6, 3]) {
      await setSlider(page.getByRole('slider', { name: 'Segments' }), k);
      await eventually(async () => {
        expect(await tile(page, 'Segments')).toBe(String(k));
        expect(await segmentsDrawn(plot)).toBe(k);
      });
      await eventually(stays);
    }
    await page.goBack();
    await eventually(async () => expect(await segmentsDrawn(plot)).toBe(6));
    await eventually(stays);
  });

  test('meets no error, foreign request or breach of its policy in all this', () => {
    expect(tab.faults).toEqual([]);
    expect(served.said()).toBe('');
  });
});

function customers(page: Page): Locator {
  return page.getByRole('region', { name: 'Customers', exact: true });
}

function statistics(page: Page): Locator {
  return page.getByRole('table', { name: /segments of/ });
}

function searchIn(page: Page): Locator {
  return customers(page).getByRole('searchbox');
}

function heading(page: Page, name: RegExp): Locator {
  return customers(page).getByRole('columnheader', { name }).getByRole('button');
}

function inputs(page: Page): Locator {
  return page.getByRole('main').getByRole('slider');
}

/** All that a page shows but its pictures, and where. */
interface View {
  address: string;
  /** Values of all controls, and which buttons are pressed and headings sorted by. */
  controls: string[];
  text: string;
  /** How many pictures there are, and what is drawn in them. */
  pictures: string[];
}

function viewOf(page: Page): Promise<View> {
  return page.evaluate(() => {
    const all = <T extends Element>(selector: string) => Array.from(document.querySelectorAll<T>(selector));
    const main = document.querySelector('main')!.cloneNode(true) as Element;
    for (const plot of Array.from(main.querySelectorAll('.plot'))) plot.remove();
    return {
      address: location.href,
      controls: [
        ...all<HTMLInputElement>('select, input:not([type=file])').map(({ type, checked, value }) =>
          type === 'checkbox' ? String(checked) : value,
        ),
        ...all('[aria-pressed], [aria-sort], [aria-current]').map(
          (one) => `${one.ariaPressed} ${one.ariaSort} ${one.ariaCurrent} ${one.textContent}`,
        ),
      ],
      text: main.textContent ?? '',
      pictures: all('.js-plotly-plot').map((plot) => {
        const { data = [] } = plot as unknown as { data?: { name?: string; x?: ArrayLike<unknown> }[] };
        return data.map(({ name, x }) => `${name}: ${x?.length}`).join();
      }),
    };
  });
}

/** What the page shows when nothing is on its way any more. */
async function settled(page: Page): Promise<View> {
  await eventually(async () => {
    const busy = page.locator(
      'main [aria-busy=true], main .waiting, main progress, main .pending, main .working:not(:empty)',
    );
    expect(await busy.count()).toBe(0);
  });
  return atRest(() => viewOf(page));
}

/** What is read twice in succession: a picture goes on turning for a moment. */
async function atRest<T>(read: () => Promise<T>): Promise<T> {
  const value = await read();
  await new Promise((next) => setTimeout(next, 250));
  return JSON.stringify(await read()) === JSON.stringify(value) ? value : atRest(read);
}

type Point = [x: number, y: number, z: number];

/** Where a picture in space is looked at from; it comes to rest there over some frames. */
function eyeOf(plot: Locator): Promise<Point> {
  return plot.evaluate((element) => {
    interface Scene {
      getCamera(): { eye: { x: number; y: number; z: number } };
    }
    const { _fullLayout } = element as unknown as { _fullLayout: { scene: { _scene: Scene } } };
    const { x, y, z } = _fullLayout.scene._scene.getCamera().eye;
    return [x, y, z];
  });
}

function distance(a: Point, b: Point): number {
  return Math.hypot(...a.map((value, i) => value - b[i]));
}

function segmentsDrawn(plot: Locator): Promise<number> {
  return plot.evaluate(
    (element) =>
      (element as unknown as { data: { name?: string }[] }).data.filter(
        ({ name = '' }) => !name.startsWith('Median of'),
      ).length,
  );
}
