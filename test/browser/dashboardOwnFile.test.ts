import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { utils, write } from 'xlsx';
import { readTable } from '../../src/datasets/read/readTable';
import { writeCsv } from '../../src/datasets/write/writeCsv';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import type { TableData } from '../../src/table/tableData';
import { hostileTexts } from '../report/hostileTexts';
import { sharedBrowser } from '../support/browser';
import {
  type DashboardTab,
  downloadOf,
  eventually,
  needsDashboard,
  openDashboard,
  setSlider,
  shownNumbers,
  tile,
} from '../support/dashboard';
import { describeWith } from '../support/requirement';
import { type ServedDashboard, serveDashboard } from '../support/servedDashboard';

// cspell:ignore Kundenkennung Stückpreis

const DATA = join(__dirname, '..', '..', 'data');

jest.setTimeout(120_000);

describeWith(needsDashboard, 'the dashboard, given a file', () => {
  let folder: string;
  let browser: Browser;
  let served: ServedDashboard;
  let tab: DashboardTab;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'own-file-'));
    browser = await sharedBrowser();
    served = await serveDashboard({ uploadBytes: 5_000_000 });
    tab = await openDashboard(browser, `${served.url}?source=loyalty-members`);
    page = tab.page;
    await eventually(async () => expect(await tile(page, 'Segments')).toBe('4'));
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (path: string) => page.locator('input[type=file]').first().setInputFiles(path);
  const made = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const chosen = () => page.getByRole('combobox', { name: 'Table' }).locator('option:checked').innerText();
  /** Without the number of a file that was sent before under the same name. */
  const file = async () => (await chosen()).replace(/ \(\d+\)$/, '');
  const shows = (model: SegmentationModel, name: string) =>
    eventually(async () => {
      expect(await file()).toBe(name);
      const { customers, k, segments } = await shownNumbers(page);
      expect({ customers, k }).toEqual({
        customers: model.clustered.toLocaleString('en'),
        k: String(model.k),
      });
      expect(segments.map(({ size }) => size)).toEqual(model.sizes);
    });
  /** As the page groups a table of which nothing is known. */
  const grouped = (table: TableData, columns: string[]) => new Segmentation({ columns, k: 4 }).fit(table);
  const COLUMNS = ['Visits', 'Basket'];

  test.each([
    ['customers.csv', (table: TableData) => csvOf(table, ',')],
    ['semicolons.csv', (table: TableData) => csvOf(table, ';')],
    ['customers.xlsx', workbookOf],
    [
      'customers.jsonl',
      (table: TableData) =>
        recordsOf(table)
          .map((one) => JSON.stringify(one))
          .join('\n'),
    ],
  ])('groups the customers of %s as the library does', async (name, bytesOf) => {
    const table = madeCustomers();
    await send(made(name, bytesOf(table)));
    await shows(grouped(table, COLUMNS), name);
  });

  test('tells files of one name apart', async () => {
    const path = made('again.csv', csvOf(madeCustomers(), ','));
    await send(path);
    await eventually(async () => expect(await chosen()).toBe('again.csv'));
    await send(path);
    await eventually(async () => expect(await chosen()).toBe('again.csv (2)'));
  });

  test('groups the customers of a Parquet file', async () => {
    const path = join(folder, 'customers.parquet');
    await parquetOf(madeCustomers(), path, folder);
    await send(path);
    await shows(grouped(madeCustomers(), COLUMNS), 'customers.parquet');
  });

  test('stays within the window whatever the file calls its columns and categories', async () => {
    const [column, category] = ['y'.repeat(300), 'x'.repeat(600)];
    const rows = Array.from(
      { length: 80 },
      (_, i) => `${20 + (i % 40)},${(i * 37) % 100},${i % 2 ? category : 'a'}`,
    );
    await send(made(`${'long '.repeat(30)}.csv`, [`${column},Spending,Kind`, ...rows].join('\n')));
    await eventually(async () => expect(await tile(page, 'Customers')).toBe('80'));
    await page.getByRole('checkbox', { name: 'Kind' }).check();
    await page.getByRole('combobox', { name: 'Algorithm' }).selectOption('kprototypes');
    for (const tabName of ['Main', 'Prediction', 'Analysis']) {
      await page.locator('nav').getByRole('button', { name: tabName }).click();
      if (tabName === 'Prediction') await page.getByRole('listitem').filter({ hasText: category }).waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([tabName, width]).toEqual([tabName, 0]);
    }
    await page.locator('nav').getByRole('button', { name: 'Main' }).click();
    await page.getByRole('combobox', { name: 'Algorithm' }).selectOption('kmeans');
  });

  test('of many columns, takes those alone that a search finds, or all', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `${i < 2 ? 'Visits' : 'Basket'} ${i}`);
    const rows = Array.from({ length: 40 }, (_, row) => names.map((_, i) => ((row * (i + 7)) % 41) + i));
    await send(made('many.csv', [names, ...rows].map((cells) => cells.join()).join('\n')));
    await eventually(async () => expect(await chosen()).toBe('many.csv'));
    const columns = () => new URL(page.url()).searchParams.getAll('column');
    const group = page.getByRole('group', { name: 'Group by' });
    const only = group.getByRole('button', { name: 'Only these' });
    await group.getByRole('searchbox').fill('visits');
    await eventually(async () => expect(await group.getByRole('checkbox').count()).toBe(2));
    await only.click();
    expect(columns()).toEqual(['Visits 0', 'Visits 1']);
    await group.getByText('2 chosen').waitFor();
    await group.getByRole('searchbox').fill('no such');
    await eventually(async () => expect(await only.isDisabled()).toBe(true));
    await group.getByRole('button', { name: 'All' }).click();
    expect(columns()).toEqual(names);
  });

  test('takes a file that is dropped anywhere on the page', async () => {
    const csv = csvOf(madeCustomers(), ',');
    await drop(page, page.getByRole('main'), 'dropped.csv', Buffer.from(csv));
    await shows(grouped(madeCustomers(), COLUMNS), 'dropped.csv');
  });

  test('sums transactions up for each customer, and says so', async () => {
    await send(join(DATA, 'online-retail-dataset.sample.csv'));
    await page
      .getByText(/transactions from online-retail-dataset\.sample\.csv/)
      .first()
      .waitFor();
    await page.getByRole('checkbox', { name: 'Recency', exact: true, checked: true }).waitFor();
    await eventually(async () => expect(await tile(page, 'Segments')).toBe('4'));
    expect(await tile(page, 'Monetary value, all customers')).toMatch(/^[£\d,]+/);
  });

  test('asks what a row is where orders have headers of their own; one click adds them up', async () => {
    const orders = transactionsOf(['2021-04-13', '2021-06-05', '2021-08-07']);
    const renamed = orders.replace('CustomerID', 'Kundenkennung').replace('UnitPrice', 'Stückpreis');
    await send(made('own headers.csv', renamed));
    const alert = page.getByRole('main').getByRole('alert');
    await alert.getByText(/not a customer: 160 rows name 40 customers/).waitFor();
    await alert.getByRole('button', { name: 'Add up purchases by customer (RFM)' }).click();
    await page
      .getByText(/transactions from own headers\.csv/)
      .first()
      .waitFor();
    await eventually(async () => expect(await tile(page, 'Customers')).toBe('40'));
    await eventually(async () => expect(await tile(page, 'Segments')).toBe('4'));
  });

  test('asks how dates are written where both ways are possible, and goes on when it is said', async () => {
    await send(
      made('ambiguous.csv', transactionsOf(['03/04/2021', '05/06/2021', '07/08/2021', '01/02/2021'])),
    );
    await page
      .getByRole('main')
      .getByRole('alert')
      .getByText(/dateFormat|dates|dd\/MM/)
      .first()
      .waitFor();
    const field = page.getByRole('combobox', { name: 'Date format' });
    await field.fill('dd/MM/yyyy');
    await page.getByRole('button', { name: 'Read again' }).click();
    await page
      .getByText(/transactions from ambiguous\.csv/)
      .first()
      .waitFor();
    await page
      .getByText(/2021-08-0[78]/)
      .first()
      .waitFor();
    await eventually(async () => expect(await tile(page, 'Customers')).toBe('40'));
  });

  test('begins with no more segments than customers, and says in words where more are asked for', async () => {
    await send(made('three.csv', 'Visits,Basket\n1,2\n3,9\n8,4\n'));
    await eventually(async () => expect(await tile(page, 'Segments')).toBe('2')); // as many as the command line finds
    await setSlider(page.getByRole('slider', { name: 'Segments' }), 4);
    await page.getByRole('main').getByRole('alert').getByText(/3/).waitFor();
    await setSlider(page.getByRole('slider', { name: 'Segments' }), 3);
    await eventually(async () => expect(await tile(page, 'Segments')).toBe('3'));
  });

  test.each([
    ['empty.csv', '', /empty|no rows|nothing/i],
    ['words.csv', 'Name,Town\nAnn,Bonn\nBob,Ulm\nCem,Kiel\n', /no column of numbers/],
    ['broken.xlsx', 'PK\u0003\u0004 no workbook', /broken\.xlsx/],
    ['large.csv', `Visits,Basket\n${'1,2\n'.repeat(1_400_000)}`, /larger than/],
  ])('says what is wrong with %s', async (name, content, words) => {
    await send(made(name, content));
    await page.getByRole('alert').getByText(words).first().waitFor();
    await page.getByRole('combobox', { name: 'Table' }).selectOption('mall-customers');
    await eventually(async () => expect(await tile(page, 'Customers')).toBe('200'));
  });

  test('scores a file of customers, and gives it back with their segments', async () => {
    const table = madeCustomers();
    await send(made('known.csv', csvOf(table, ',')));
    const model = grouped(table, COLUMNS);
    await shows(model, 'known.csv');
    await page.getByRole('button', { name: 'Prediction', exact: true }).click();
    const others = { Customer: ['n1', 'n2', 'n3'], Visits: [2, 31, 60], Basket: [120, 11, 90] };
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles(made('new.csv', csvOf(others, ',')));
    const section = page.getByRole('region', { name: 'A file of customers' });
    await section.getByText(/3 of 3 customers/).waitFor();
    const { bytes } = await downloadOf(page, section.getByRole('button', { name: /Download/ }));
    const scored = (await readTable(made('scored.csv', bytes))).table;
    const { names } = model.predict(others);
    expect(Object.values(scored).map((values) => values.join())).toContain(names.join());
    await page.getByRole('button', { name: 'Main', exact: true }).click();
  });

  describe('to be scored', () => {
    const section = () => page.getByRole('region', { name: 'A file of customers' });
    const sendToScore = (name: string, content: string | Buffer) =>
      section().locator('input[type=file]').setInputFiles(made(name, content));
    const corrected = async (field: () => Promise<unknown>) => {
      await field();
      await section().getByRole('button', { name: 'Read again' }).click();
    };
    beforeAll(async () => {
      await send(made('known.csv', csvOf(madeCustomers(), ',')));
      await shows(grouped(madeCustomers(), COLUMNS), 'known.csv');
      await page.getByRole('button', { name: 'Prediction', exact: true }).click();
    });
    afterAll(() => page.getByRole('button', { name: 'Main', exact: true }).click());

    test('asks for the decimal mark where both are possible, and scores when it is said', async () => {
      await sendToScore('marks.csv', 'Customer;Visits;Basket\nn1;2,125;120,500\nn2;31,250;11,125\n');
      await section()
        .getByRole('alert')
        .getByText(/‘Decimal separator’/)
        .waitFor();
      const field = section().getByRole('combobox', { name: 'Decimal separator' });
      await eventually(async () => expect(await isFocused(field)).toBe(true));
      await corrected(() => field.selectOption(','));
      await section()
        .getByText(/2 of 2 customers of marks\.csv/)
        .waitFor();
      await section()
        .getByText(/decimal comma/)
        .waitFor();
      expect(await section().getByRole('alert').count()).toBe(0);
      expect(await file()).toBe('known.csv');
    });

    test('asks for the dates, though nobody is grouped by them', async () => {
      await sendToScore('days.csv', 'Visits,Basket,Since\n2,120,03/04/2021\n31,11,05/06/2021\n');
      await section()
        .getByRole('alert')
        .getByText(/‘Date format’/)
        .waitFor();
      await corrected(() => section().getByRole('combobox', { name: 'Date format' }).fill('dd/MM/yyyy'));
      await section()
        .getByText(/2 of 2 customers of days\.csv/)
        .waitFor();
    });

    test('is read with another mark between values', async () => {
      await sendToScore('odd.csv', 'Visits^Basket\n2^120\n31^11\n60^90\n');
      await section().getByRole('alert').waitFor();
      await section().getByText('Change how this file is read').waitFor();
      await corrected(() => section().getByRole('textbox', { name: 'Delimiter' }).fill('^'));
      await section()
        .getByText(/3 of 3 customers of odd\.csv/)
        .waitFor();
    });

    test('has its sheet chosen, dropped upon its place', async () => {
      const book = workbookWith({
        Notes: { Remark: ['a', 'b'] },
        New: { Visits: [2, 60], Basket: [121, 91] },
      });
      await drop(page, section(), 'sheets.xlsx', book);
      await section().getByRole('alert').waitFor();
      await section().getByRole('combobox', { name: 'Sheet' }).selectOption('New');
      await section()
        .getByText(/2 of 2 customers of sheets\.xlsx/)
        .waitFor();
      expect(await file()).toBe('known.csv');
      await page.reload();
      await section()
        .getByText(/2 of 2 customers of sheets\.xlsx/)
        .waitFor();
      expect(await section().getByRole('combobox', { name: 'Sheet' }).inputValue()).toBe('New');
    });
  });

  test('reads the sheet that is chosen of many, also where the first holds no table', async () => {
    const sheets = {
      Cover: { Remark: ['Customers by region'] },
      Empty: {},
      North: madeCustomers(),
      South: { Region: Array(9).fill('S'), Sales: [1, 2, 3, 50, 51, 52, 90, 91, 92] },
    };
    await drop(page, page.getByRole('main'), 'regions.xlsx', workbookWith(sheets));
    await page.getByRole('main').getByRole('alert').waitFor();
    const sheet = page.getByRole('complementary').getByRole('combobox', { name: 'Sheet' });
    await eventually(async () =>
      expect(await sheet.locator('option').allInnerTexts()).toEqual(Object.keys(sheets)),
    );
    await eventually(async () => expect(await isFocused(sheet)).toBe(true));
    await sheet.selectOption('North');
    await shows(grouped(madeCustomers(), COLUMNS), 'regions.xlsx');
    await sheet.selectOption('Empty');
    await page
      .getByRole('main')
      .getByRole('alert')
      .getByText(/‘Sheet’/)
      .waitFor();
    await sheet.selectOption('South');
    await eventually(async () => expect(await tile(page, 'Customers')).toBe('9'));
    await page.getByRole('checkbox', { name: 'Sales' }).waitFor();
    await page.reload();
    await eventually(async () => expect(await tile(page, 'Customers')).toBe('9'));
    await eventually(async () => expect(await sheet.inputValue()).toBe('South'));
  });

  test('says which file was removed to free space for another', async () => {
    const another = await openDashboard(browser, `${served.url}?source=loyalty-members`);
    const input = another.page.locator('input[type=file]').first();
    const tables = another.page.getByRole('combobox', { name: 'Table' });
    for (let i = 0; i <= 10; i++) {
      await input.setInputFiles(made(`file ${i}.csv`, csvOf(madeCustomers(), ',')));
      await eventually(async () =>
        expect(await tables.locator('option:checked').innerText()).toBe(`file ${i}.csv`),
      );
    }
    await another.page.getByText('Removed to free space: file 0.csv').waitFor();
    await another.close();
  });

  test('runs nothing that cells, headings and the name of a file hold', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Your own file…' }).click(),
    ]);
    const bytes = Buffer.from(csvOf(hostileTable(), ','));
    await chooser.setFiles({
      name: '<img src=x onerror=window.pwned=99>.csv',
      mimeType: 'text/csv',
      buffer: bytes,
    });
    await eventually(async () => expect(await chosen()).toBe('<img src=x onerror=window.pwned=99>.csv'));
    await eventually(async () => expect(await tile(page, 'Customers')).toBe('120'));
    await page.getByText('Data used and excluded').click();
    for (const name of ['Analysis', 'Prediction', 'Main']) {
      await page.getByRole('button', { name, exact: true }).click();
      await eventually(async () =>
        expect(await page.getByText(/…$/).filter({ hasText: /ing/ }).count()).toBe(0),
      );
      await provoke(page);
    }
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
    const strange = await page.evaluate(() =>
      Array.from(
        document.querySelectorAll(
          'iframe, object, embed, form[action], base, main img, meta[http-equiv], [onload], [onerror], [onmouseover], [onfocus]',
        ),
        (one) => one.outerHTML,
      ),
    );
    expect(strange).toEqual([]);
  });

  test('meets no error, foreign request or breach of its policy in all this', () => {
    expect(tab.faults).toEqual([]);
    expect(served.said()).toBe('');
  });
});

/** Four groups of customers, far apart: whatever groups them ends at the same segments. */
function madeCustomers(): TableData {
  const centers = [
    [5, 20, 70],
    [30, 10, 60],
    [60, 90, 50],
    [10, 140, 20],
  ];
  const rows = centers.flatMap(([visits, basket, size]) =>
    Array.from({ length: size }, (_, i) => [visits + (i % 4), basket + ((i * 7) % 9)]),
  );
  return {
    Customer: rows.map((_, i) => `c${i + 1}`),
    Visits: rows.map(([visits]) => visits),
    Basket: rows.map(([, basket]) => basket),
    Town: rows.map((_, i) => ['Bonn', 'Kiel', 'Ulm'][i % 3]),
  };
}

function recordsOf(table: TableData): Record<string, unknown>[] {
  const names = Object.keys(table);
  return table[names[0]].map((_, row) => Object.fromEntries(names.map((name) => [name, table[name][row]])));
}

function csvOf(table: TableData, delimiter: string): string {
  const quote = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
  const names = Object.keys(table);
  const lines = table[names[0]].map((_, row) => names.map((name) => table[name][row]));
  return [names, ...lines]
    .map((line) => line.map((cell) => (typeof cell === 'number' ? cell : quote(cell))).join(delimiter))
    .join('\n');
}

function workbookOf(table: TableData): Buffer {
  return workbookWith({ Customers: table });
}

function workbookWith(sheets: Readonly<Record<string, TableData>>): Buffer {
  const book = utils.book_new();
  for (const [name, table] of Object.entries(sheets)) {
    const rows = Object.keys(table).length === 0 ? [] : recordsOf(table);
    utils.book_append_sheet(book, utils.json_to_sheet(rows), name);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** Drops a file upon a place of the page, as a hand does. */
async function drop(page: Page, place: Locator, name: string, content: Buffer): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ name, text }) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    { name, text: content.toString('base64') },
  );
  await place.dispatchEvent('dragover', { dataTransfer });
  await place.dispatchEvent('drop', { dataTransfer });
}

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

async function parquetOf(table: TableData, path: string, folder: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const csv = join(folder, 'for-parquet.csv');
  writeCsv(csv, table, { bom: false });
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (FROM read_csv('${csv}')) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
}

/** Forty customers, each of whom buys on some of the days. */
function transactionsOf(days: readonly string[]): string {
  const lines = Array.from({ length: 160 }, (_, i) =>
    [i + 1, days[(i * 3 + (i >> 3)) % days.length], (i % 5) + 1, 2 + (i % 7), 100 + (i % 40)].join(','),
  );
  return ['InvoiceNo,InvoiceDate,Quantity,UnitPrice,CustomerID', ...lines].join('\n');
}

/** Hostile texts as headings, cells and categories. */
function hostileTable(): TableData {
  const rows = Array.from({ length: 120 }, (_, i) => i);
  return Object.fromEntries([
    [hostileTexts[0], rows.map((i) => i + 1)],
    [hostileTexts[4], rows.map((i) => ((i * 7) % 30) + (i % 4) * 40)],
    [hostileTexts[7], rows.map((i) => (i % 4) * 25 + ((i * 3) % 8))],
    ['Levels', rows.map((i) => hostileTexts[i % 10])],
    [hostileTexts[13], rows.map((i) => hostileTexts[10 + (i % 12)])],
    ['Each', rows.map((i) => `${hostileTexts[i % hostileTexts.length]}${i}`.replaceAll('\u0000', ''))],
  ]);
}

/** Points at and clicks on what a reader might. */
async function provoke(page: Page): Promise<void> {
  for (const plot of (await page.locator('.js-plotly-plot').all()).slice(0, 4)) {
    await plot.scrollIntoViewIfNeeded();
    await plot.hover({ position: { x: 200, y: 120 }, force: true });
  }
  await page.evaluate(() => {
    for (const element of Array.from(document.querySelectorAll('main *'))) {
      for (const type of ['mouseover', 'mouseenter', 'focus', 'toggle', 'error', 'load'])
        element.dispatchEvent(new Event(type));
    }
  });
}
