import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BookType, CFB, utils, type WorkSheet, write } from 'xlsx';
import { type ReadTableOptions, readTable } from '../../../../src/datasets/read/readTable';

const folder = mkdtempSync(join(tmpdir(), 'readSheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

function bookOf(
  sheets: Record<string, WorkSheet>,
  bookType: BookType = 'xlsx',
  date1904 = false,
): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  return write(book, { type: 'buffer', bookType });
}

function read(content: Uint8Array, options: ReadTableOptions = {}, name = 'file.xlsx') {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readTable(path, options);
}

const sheetOf = (rows: unknown[][]) => utils.aoa_to_sheet(rows);
const people = sheetOf([
  ['id', 'age', 'city', 'member'],
  ['007', 34, 'Leeds', true],
  ['008', 51.5, null, false],
]);

test.each<[BookType, string]>([
  ['xlsx', 'file.xlsx'],
  ['xlsb', 'file.xlsb'],
  ['biff8', 'file.xls'],
  ['ods', 'file.ods'],
  ['xlsx', 'file.csv'],
])('%s is read, known by its content, as %s', async (type, name) => {
  const { table, rows, format } = await read(bookOf({ S: people }, type), {}, name);
  expect(table).toEqual({
    id: ['007', '008'],
    age: [34, 51.5],
    city: ['Leeds', null],
    member: [true, false],
  });
  expect({ rows, format }).toEqual({ rows: 2, format: 'excel' });
});

test('the first sheet is taken, which is said; another by its name', async () => {
  const book = bookOf({ Kunden: people, Orte: sheetOf([['a'], [1]]) });
  expect((await read(book)).detected).toEqual(["sheet 'Kunden', the first of 2: Kunden, Orte"]);
  expect(await read(book, { sheet: 'Orte' })).toMatchObject({ table: { a: [1] }, detected: [] });
  await expect(read(book, { sheet: 'Kunde' })).rejects.toThrow(
    "file.xlsx has no sheet 'Kunde'; did you mean 'Kunden'? There are: Kunden, Orte",
  );
});

describe.each([false, true])('days, counted from 1904: %s', (date1904) => {
  const shift = date1904 ? 1462 : 0;
  const cell = (v: number, z: string) => ({ t: 'n' as const, v: v - shift, z });

  test('are typed, so that there is nothing to say; among texts they are days all the same', async () => {
    const sheet = sheetOf([['day'], [], []]);
    Object.assign(sheet, { A2: cell(40000, 'dd.mm.yyyy'), A3: { t: 's', v: 'soon' } });
    sheet['!ref'] = 'A1:A3';
    expect((await read(bookOf({ S: sheet }, 'xlsx', date1904))).table).toEqual({
      day: ['2009-07-06', 'soon'],
    });
    Object.assign(sheet, { A3: cell(40001, 'dd.mm.yyyy') });
    expect(await read(bookOf({ S: sheet }, 'xlsx', date1904))).toMatchObject({
      table: { day: ['2009-07-06', '2009-07-07'] },
      detected: [],
    });
  });

  test('become ISO text, with times where a column has one', async () => {
    const sheet = sheetOf([['day', 'moment'], [], []]);
    Object.assign(sheet, {
      A2: cell(40000, 'dd.mm.yyyy'),
      A3: cell(44000, 'm/d/yy'),
      B2: cell(40000.5, 'yyyy-mm-dd hh:mm'),
      B3: cell(44000, 'yyyy-mm-dd hh:mm'),
    });
    sheet['!ref'] = 'A1:B3';
    const { table } = await read(bookOf({ S: sheet }, 'xlsx', date1904));
    expect(table).toEqual({
      day: ['2009-07-06', '2020-06-18'],
      moment: ['2009-07-06T12:00:00', '2020-06-18T00:00:00'],
    });
  });
});

test('percents and amounts are what the sheet shows, with their unit, as in a text file; durations are minutes', async () => {
  const sheet = sheetOf([
    ['a', 'b', 'c'],
    [0.125, 1234.5, 1.5],
  ]);
  Object.assign(sheet.A2, { z: '0.0%' });
  Object.assign(sheet.B2, { z: '#,##0.00 "€"' });
  Object.assign(sheet.C2, { z: '[h]:mm' });
  const { table, columns } = await read(bookOf({ S: sheet }));
  expect(table).toEqual({ a: [12.5], b: [1234.5], c: [2160] });
  expect(columns.map(({ unit }) => unit)).toEqual(['%', '€', 'minutes']);
});

test('times among durations are durations, as programs show those of less than a day', async () => {
  const sheet = sheetOf([
    ['On site', 'Ride'],
    [0.0625, 0.5],
    [1.0625, 5],
    ['n/a', 3],
  ]);
  Object.assign(sheet.A2, { z: 'h:mm:ss' });
  Object.assign(sheet.A3, { z: '[h]:mm:ss' });
  Object.assign(sheet.B2, { z: '[h]:mm' });
  for (const cell of ['B3', 'B4']) Object.assign(sheet[cell], { z: '0 "km"' });
  const { table, columns } = await read(bookOf({ S: sheet }));
  expect(table).toEqual({ 'On site': [90, 1530, null], Ride: ['720 minutes', '5 km', '3 km'] });
  expect(columns[0].unit).toBe('minutes');
});

test('times are durations where the name of the column says so', async () => {
  const sheet = sheetOf([
    ['Talk time', 'Last call'],
    [0.0625, 0.5],
    [0.25, 0.75],
  ]);
  for (const cell of ['A2', 'A3', 'B2', 'B3']) Object.assign(sheet[cell], { z: 'hh:mm:ss' });
  const { table } = await read(bookOf({ S: sheet }));
  expect(table).toEqual({ 'Talk time': [90, 360], 'Last call': ['12:00:00', '18:00:00'] });
});

test.each<[string, string[], (number | string)[], (number | string)[], string | undefined]>([
  ['percents', ['0%', '0.0%'], [0.79, 0.07], [79, 7], '%'],
  ['one plain number among percents', ['0%', 'General'], [0.79, 0.07], [0.79, 0.07], undefined],
  ['texts among percents', ['0%', 'General'], [0.79, '7%'], [79, 7], '%'],
  ['dollars, negative ones in brackets', ['"$"#,##0.00_);("$"#,##0.00)', '$0.00'], [5, -3], [5, -3], '$'],
  ['a currency of a region', ['[$€-407]#,##0.00', '[$€-2]0'], [5, 3], [5, 3], '€'],
  ['two currencies', ['"$"0', '0 "€"'], [5, 3], ['5 $', '3 €'], undefined],
  ['two units of measure', ['0 "km"', '0 "m"'], [5, 800], ['5 km', '800 m'], undefined],
  ['one unit of measure', ['0 "pieces"', '0 "pieces"'], [5, 3], [5, 3], 'pieces'],
  ['thousands', ['0,"k"', '0,"k"'], [5000, 3000], [5000, 3000], undefined],
  ['other words around a number', ['0 "ok"', '0 "ok"'], [5, 3], [5, 3], undefined],
])('%s', async (_, formats, values, expected, unit) => {
  const sheet = sheetOf([['a'], ...values.map((value) => [value])]);
  for (const [row, z] of formats.entries()) Object.assign(sheet[`A${row + 2}`], { z });
  const { table, columns } = await read(bookOf({ S: sheet }));
  expect(table.a).toEqual(expected);
  expect(columns[0].unit).toBe(unit);
});

test('formulas give the value the program worked out; one without is refused by its cell', async () => {
  const sheet = sheetOf([
    ['a', 'b'],
    [2, null],
  ]);
  sheet.B2 = { t: 'n', f: 'A2*2', v: 4 };
  expect((await read(bookOf({ S: sheet }))).table).toEqual({ a: [2], b: [4] });
  sheet.B2 = { t: 'n', f: 'A2*2' };
  await expect(read(bookOf({ S: sheet }))).rejects.toThrow(
    'file.xlsx, cell B2: a formula whose value was never worked out',
  );
});

test('cells with errors are missing, which is said', async () => {
  const sheet = sheetOf([
    ['a', 'b'],
    [1, 2],
    [2, null],
    [3, null],
  ]);
  sheet.B3 = { t: 'e', v: 7 };
  sheet.B4 = { t: 'e', v: 42 };
  const { table, detected } = await read(bookOf({ S: sheet }));
  expect(table).toEqual({ a: [1, 2, 3], b: [2, null, null] });
  expect(detected).toEqual(['2 cells hold errors such as #N/A and count as missing (the first is B3)']);
});

test('empty rows and columns around the table are no part of it', async () => {
  const sheet = sheetOf([[], [null, null, 'a', 'b'], [null, null, 1, 'x'], [], [null, null, 2, ' '], [], []]);
  const { table, rows } = await read(bookOf({ S: sheet }));
  expect({ table, rows }).toEqual({ table: { a: [1, 2], b: ['x', null] }, rows: 2 });
});

test('texts are understood as in CSV, and errors name the row of the sheet', async () => {
  const sheet = sheetOf([
    ['a', 'b'],
    ['1.234,56', '31.12.2021'],
    ['7', '01.02.2021'],
  ]);
  expect((await read(bookOf({ S: sheet }))).table).toEqual({
    a: [1234.56, 7],
    b: ['2021-12-31', '2021-02-01'],
  });
  await expect(read(bookOf({ S: sheetOf([['a'], [], ['03/04/2021']]) }))).rejects.toThrow(
    "file.xlsx, row 3 of sheet 'S', column 'a': '03/04/2021' may be read in 2 ways",
  );
  expect((await read(bookOf({ S: sheetOf([['a'], ['1.234']]) }), { decimal: ',' })).table.a).toEqual([1234]);
});

test('numbers among texts: missing signs and digits stored as text are taken, others make text', async () => {
  const rows = [
    ['a', 'b'],
    [1, 1.5],
    ['n/a', 'x'],
    ['3', null],
  ];
  const { table, detected } = await read(bookOf({ S: sheetOf(rows) }));
  expect(table).toEqual({ a: [1, null, 3], b: ['1.5', 'x', null] });
  expect(detected).toEqual([
    "column 'b' holds values of several kinds, all read as text: row 3 of sheet 'S' holds 'x'",
    "1 row has no 'a': n/a × 1",
  ]);
});

describe('what cannot be read is refused by name', () => {
  const whole = bookOf({ S: people });
  test.each<[string, Uint8Array, string]>([
    ['a damaged file', whole.subarray(0, whole.length - 300), 'file.xlsx is a damaged spreadsheet'],
    ['bytes under the name of a sheet', Buffer.from([1, 2, 0, 3]), 'file.xlsx is damaged'],
    [
      'an empty sheet',
      bookOf({ S: sheetOf([]), T: people }),
      "sheet 'S' of file.xlsx is empty; name another by `sheet`: T",
    ],
    [
      'a header alone',
      bookOf({ S: sheetOf([['a', 'b']]) }),
      "sheet 'S' of file.xlsx has a header but no rows",
    ],
    [
      'a repeated name',
      bookOf({
        S: sheetOf([
          ['a', 'b', 'a'],
          [1, 2, 3],
        ]),
      }),
      "two columns called 'a' (columns 1 and 3)",
    ],
    [
      'a first row of one name above texts, of which none is a header by what stands below it',
      bookOf({ S: sheetOf([['Report'], ['a', 'b', 'c'], ['x', 'y', 'z']]) }),
      'names 1 of 3 columns; is it a title?',
    ],
  ])('%s', async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  test('titles above the header are left out, and said', async () => {
    const rows = [['Donors'], ['Prepared by', 'Ann'], [], ['a', 'b', 'c', 'd'], [1, 2, 3, 4], [5, 6, 7, 8]];
    const { table, detected } = await read(bookOf({ S: sheetOf(rows) }));
    expect(table).toEqual({ a: [1, 5], b: [2, 6], c: [3, 7], d: [4, 8] });
    expect(detected).toEqual(['the header is row 4; 2 lines of titles above it were left out']);
  });

  test('a file with bytes changed in its midst, which would be read to fewer rows', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => [i, `customer ${(i * 7919) % 2003}`]);
    for (const compression of [true, false]) {
      const book = utils.book_new();
      utils.book_append_sheet(book, sheetOf([['id', 'name'], ...rows]), 'S');
      const bytes: Buffer = write(book, { type: 'buffer', compression });
      expect((await read(bytes)).rows).toBe(2000);
      const at = bytes.length >> 1;
      bytes.fill(48 + ((bytes[at] + 1) % 10), at, at + 1);
      await expect(read(bytes)).rejects.toThrow('file.xlsx is a damaged spreadsheet');
    }
  });

  test('a file that was cut off in the old format', async () => {
    const old = bookOf({ S: people }, 'biff8');
    await expect(read(old.subarray(0, 300), {}, 'file.xls')).rejects.toThrow(
      'file.xls is a damaged spreadsheet',
    );
  });
});

test('a text that calls itself .xls, as many exports do, is read as the text it is', async () => {
  const { table, detected } = await read(Buffer.from('a\tb\n1\tx\n'), {}, 'export.xls');
  expect(table).toEqual({ a: [1], b: ['x'] });
  expect(detected[0]).toBe('a text with separated values by its content, though its name ends in .xls');
  await expect(read(Buffer.from('<html><table>'), {}, 'export.xls')).rejects.toThrow('a web page or XML');
});

describe('a sheet of a few bytes that stands for billions of cells is refused at once', () => {
  const changed = (content: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
    const zip = CFB.read(content as Buffer, { type: 'buffer' });
    const found = CFB.find(zip, part)!;
    found.content = Buffer.from(change(Buffer.from(found.content as Uint8Array).toString()));
    return CFB.write(zip, { type: 'buffer', fileType: 'zip' }) as Buffer;
  };
  const table = sheetOf([
    ['a', 'b'],
    [1, 2],
    [3, 5],
  ]);

  test.each(['A1000000000', 'ZZZZZ3'])('by a cell at %s', async (at) => {
    const sheet = changed(bookOf({ S: table }), '/xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('"A3"', `"${at}"`),
    );
    await expect(read(sheet)).rejects.toThrow(
      "sheet 'S' of file.xlsx has a cell beyond row 1,048,576 or column 16,384; it is damaged: save it again",
    );
  });

  test('by cells and rows that are repeated; empty ones at its end may be', async () => {
    const ods = bookOf({ S: table }, 'ods');
    const within = (change: (xml: string) => string) =>
      read(changed(ods, '/content.xml', change), {}, 'file.ods');
    const lastCell = (xml: string, times: number) =>
      xml.replace(
        /(<table:table-cell )(?!.*<table:table-cell )/s,
        `$1table:number-columns-repeated="${times}" `,
      );
    const allRows = (xml: string, times: number) =>
      xml.replaceAll('<table:table-row', `<table:table-row table:number-rows-repeated="${times}"`);
    for (const xml of [
      (text: string) => lastCell(text, 100_000_000),
      (text: string) => lastCell(allRows(text, 1_000_000), 100),
    ])
      await expect(within(xml)).rejects.toThrow(
        'file.ods repeats cells until they are more than 20,000,000;',
      );
    const empty =
      '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>';
    expect((await within((xml) => xml.replace('</table:table>', empty))).table).toEqual({
      a: [1, 3],
      b: [2, 5],
    });
  });
});
