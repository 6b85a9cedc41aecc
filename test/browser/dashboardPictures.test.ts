import type { Browser, Page } from 'playwright-core';
import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { columnsOf } from '../../src/datasets/frame/columns';
import type { TableData } from '../../src/table/tableData';
import { sharedBrowser } from '../support/browser';
import {
  type DashboardTab,
  distinctColors,
  downloadOf,
  drawn,
  eventually,
  needsDashboard,
  openDashboard,
  PATIENCE,
  setSlider,
  shownNumbers,
  tile,
  traces,
} from '../support/dashboard';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, sharedDashboard } from '../support/servedDashboard';

jest.setTimeout(120_000);

describeWith(needsDashboard, 'the dashboard, looked at', () => {
  let browser: Browser;
  let served: ServedDashboard;
  let tab: DashboardTab;
  let page: Page;
  let table: TableData;

  beforeAll(async () => {
    delete process.env.CUSTOMER_DATA_DIR;
    table = Object.fromEntries(columnsOf(loadDataset('loyalty-members').frame));
    browser = await sharedBrowser();
    served = sharedDashboard();
    tab = await openDashboard(browser, `${served.url}?source=loyalty-members`);
    page = tab.page;
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  const main = () => page.getByRole('main');
  const button = (name: string | RegExp) => main().getByRole('button', { name });
  const pointsShown = async () =>
    (await traces(await drawn(main()))).reduce((sum, { points }) => sum + points, 0);

  describe('as pictures', () => {
    test.each([
      ['2-D', 'scatter'],
      ['3-D', 'scatter3d'],
      ['Two columns', 'scatter'],
    ])('shows every customer: %s', async (name, type) => {
      await button(name).click();
      await eventually(async () => {
        const shown = await traces(await drawn(main()));
        expect(shown.map((trace) => trace.type)).toEqual(Array(4).fill(type));
        expect(await pointsShown()).toBe(1000);
      });
    });

    test('takes the columns to draw from menus', async () => {
      await button('Two columns').click();
      await page.getByRole('combobox', { name: 'X axis' }).selectOption('income');
      await page.getByRole('combobox', { name: 'Y axis' }).selectOption('last_purchase_amount');
      await eventually(async () => {
        const axes = await main().locator('.xtitle, .ytitle').allTextContents();
        expect(axes.join()).toMatch(/income.*,last purchase amount/i);
      });
    });

    test.each(['2-D', '3-D'])('saves it as PNG and SVG that show something: %s', async (name) => {
      await button(name).click();
      if (name === '3-D') await main().locator('.gl-container canvas').first().waitFor();
      for (const [format, type] of [
        ['PNG', 'image/png'],
        ['SVG', 'image/svg+xml'],
      ]) {
        await drawn(main());
        const { download, bytes } = await downloadOf(page, button(new RegExp(format)).first());
        expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
        expect(await distinctColors(browser, bytes, type)).toBeGreaterThan(20);
      }
    });

    test('offers to look closer, and never to send it anywhere', async () => {
      await button('2-D').click();
      const offers = (await drawn(main())).locator('.modebar-btn');
      expect(await offers.evaluateAll((all) => all.map((one) => one.dataset.title))).toEqual([
        ...['Zoom', 'Pan', 'Box Select', 'Zoom in', 'Zoom out', 'Autoscale', 'Reset axes'],
      ]);
    });

    test('draws in space on the graphics card, not a blank canvas', async () => {
      await button('3-D').click();
      const plot = await drawn(main());
      await plot.locator('.gl-container canvas').first().waitFor();
      await eventually(async () =>
        expect(await distinctColors(browser, await plot.screenshot(), 'image/png')).toBeGreaterThan(50),
      );
    });
  });

  describe('narrowed', () => {
    test('a box in the picture shows its customers alone, in every picture, until its chips are taken away', async () => {
      await page.goto(`${served.url}?source=loyalty-members&picture=columns&x=income&y=spending_score`);
      const plot = await drawn(main());
      const place = plot.locator('.nsewdrag').first();
      await place.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await place.boundingBox())!;
      await page.mouse.move(x + width * 0.55, y + height * 0.15);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.75, y + height * 0.4, { steps: 4 });
      await page.mouse.move(x + width * 0.9, y + height * 0.55, { steps: 4 });
      await page.mouse.up();
      await eventually(async () => expect(new URL(page.url()).searchParams.getAll('filter')).toHaveLength(2));
      const inside = countWithin(new URL(page.url()).searchParams.getAll('filter'), table);
      expect(inside).toBeGreaterThan(20);
      expect(inside).toBeLessThan(600);
      await eventually(async () => expect(await pointsShown()).toBe(inside));
      await page.getByText(`${inside} of 1,000 customers`).waitFor();

      await page.getByRole('button', { name: 'Analysis', exact: true }).click();
      await main()
        .getByText(new RegExp(`1 to \\d+ of ${inside}`))
        .waitFor();
      await page.goBack();
      await button(/^spending score \d/i).click();
      await eventually(async () => {
        const left = new URL(page.url()).searchParams.getAll('filter');
        expect(left).toHaveLength(1);
        expect(await pointsShown()).toBe(countWithin(left, table));
      });
      await button('Show all').click();
      await eventually(async () => expect(await pointsShown()).toBe(1000));
    });

    test('a segment is looked at alone by its card, a category by the menu', async () => {
      const card = page.getByRole('region', { name: 'Segments', exact: true }).getByRole('button').first();
      const name = await card.innerText();
      await card.click();
      await eventually(async () =>
        expect((await traces(await drawn(main()))).filter(({ points }) => points > 0)).toEqual([
          expect.objectContaining({ name: name.trim() }),
        ]),
      );
      await button('Show all').click();
      await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Female' });
      const women = table.gender.filter((gender) => gender === 'Female').length;
      await eventually(async () => expect(await pointsShown()).toBe(women));
      await button('Show all').click();
      await eventually(async () => expect(await pointsShown()).toBe(1000));
    });

    test('filters that exclude each other are told so, with a way back', async () => {
      await page.goto(`${served.url}?source=loyalty-members&filter=age~18~19&filter=income~1~2`);
      await main()
        .getByText(/No customer/)
        .waitFor();
      await button(/Show all/)
        .last()
        .click();
      await eventually(async () => expect(await pointsShown()).toBe(1000));
    });
  });

  describe('by its address', () => {
    test('a link opens the same view in another browser: every control, number and picture', async () => {
      await page.goto(`${served.url}?source=loyalty-members`);
      await eventually(async () => expect(await tile(page, 'Segments')).toBe('4'));
      await page.getByRole('checkbox', { name: 'age' }).uncheck();
      await page.getByRole('checkbox', { name: 'Membership years' }).uncheck();
      await page.getByRole('combobox', { name: 'Algorithm' }).selectOption('agglomerative');
      await page.getByRole('combobox', { name: 'Linkage' }).selectOption('complete');
      await page.getByText('More', { exact: true }).click();
      await page.getByRole('combobox', { name: 'Scaling' }).selectOption('minmax');
      await setSlider(page.getByRole('slider', { name: 'Principal components' }), 3);
      const seed = page.getByRole('spinbutton', { name: 'Seed' });
      await seed.fill('11');
      await seed.press('Tab');
      await setSlider(page.getByRole('slider', { name: 'Segments' }), 5);
      await eventually(async () => expect(await tile(page, 'Segments')).toBe('5'));
      await button('Two columns').click();
      await page.getByRole('combobox', { name: 'Y axis' }).selectOption('purchase_frequency');
      await page.getByRole('region', { name: 'Segments', exact: true }).getByRole('button').nth(1).click();

      const link = await openDashboard(browser, page.url());
      const seen = (where: Page) =>
        Promise.all([shownNumbers(where), controlsOf(where), drawn(where.getByRole('main')).then(traces)]);
      await eventually(async () => expect(await seen(link.page)).toEqual(await seen(page)));
      expect(await controlsOf(link.page)).toMatchObject({
        Seed: '11',
        Scaling: 'minmax',
        Algorithm: 'agglomerative',
      });
      expect(link.faults).toEqual([]);
      await link.close();
    });

    test('back and forward go through the changes, one by one', async () => {
      await page.goto(`${served.url}?source=loyalty-members`);
      await eventually(async () => expect(await tile(page, 'Segments')).toBe('4'));
      const slider = page.getByRole('slider', { name: 'Segments' });
      const segments = (count: number) =>
        eventually(async () => {
          expect(await tile(page, 'Segments')).toBe(String(count));
          expect(await slider.inputValue()).toBe(String(count));
        });
      for (const k of [6, 3]) {
        await setSlider(slider, k);
        await segments(k);
      }
      await page.getByRole('button', { name: 'Prediction', exact: true }).click();
      await page.getByRole('region', { name: 'Predicted segment' }).waitFor();
      await page.goBack();
      await segments(3);
      await page.goBack();
      await segments(6);
      await page.goBack();
      await segments(4);
      await page.goForward();
      await segments(6);
      await page.goForward();
      await page.goForward();
      await page.getByRole('region', { name: 'Predicted segment' }).waitFor();
    });

    test('an address that makes no sense is as if it said nothing', async () => {
      await page.goto(
        `${served.url}?source=loyalty-members&tab=nowhere&k=-3&eps=abc&seed=1e99&pca=x&picture=9d&filter=~&segment=x&scale=__proto__`,
      );
      await eventually(async () => expect(await tile(page, 'Segments')).toBe('4'));
      await eventually(async () => expect(await pointsShown()).toBe(1000));
    });

    test('an address of a table or column that is not there says so in words', async () => {
      await page.goto(`${served.url}?source=no-such-table`);
      await main()
        .getByRole('alert')
        .getByText(/no longer here|another/)
        .waitFor({ timeout: PATIENCE });
      const tables = page.getByRole('combobox', { name: 'Table' });
      expect(await tables.locator('option:checked').innerText()).toBe('Choose a table');
      await tables.selectOption('mall-customers');
      await eventually(async () => expect(await tile(page, 'Customers')).toBe('200'));
      await page.goto(`${served.url}?source=loyalty-members&column=no_such_column`);
      await main()
        .getByRole('alert')
        .getByText(/‘Group by’ names the column 'no_such_column'/)
        .waitFor({ timeout: PATIENCE });
    });
  });

  test('meets no error, foreign request or breach of its policy in all this', () => {
    expect(tab.faults).toEqual([]);
    expect(served.said()).toBe('');
  });
});

/** How many customers lie in ranges as the address writes them: 'income~30000~60000'. */
function countWithin(ranges: readonly string[], table: TableData): number {
  const tests = ranges.map((range) => {
    const [, column, from, to] = /^(.*)~([^~]*)~([^~]*)$/.exec(range)!;
    return (row: number) =>
      Number(table[column][row]) >= Number(from) && Number(table[column][row]) <= Number(to);
  });
  return table.income.filter((_, row) => tests.every((test) => test(row))).length;
}

/** Every control of the settings and the picture, by its name. */
function controlsOf(page: Page): Promise<Record<string, string>> {
  return page
    .locator('select, input:not([type=file])')
    .evaluateAll((controls) =>
      Object.fromEntries(
        (controls as HTMLInputElement[]).map((control) => [
          control.labels?.[0]?.firstChild?.textContent?.trim() || control.name,
          control.type === 'checkbox' ? String(control.checked) : control.value,
        ]),
      ),
    );
}
