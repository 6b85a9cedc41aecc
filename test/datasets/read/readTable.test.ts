import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { checkColumnsExist } from '../../../src/datasets/checkColumnsExist';
import { type ReadTableOptions, readTable } from '../../../src/datasets/read/readTable';

const folder = mkdtempSync(join(tmpdir(), 'readTable-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array, options: ReadTableOptions = {}, name = 'file.csv') {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readTable(path, options);
}

const tableOf = async (content: string | Uint8Array, options?: ReadTableOptions, name?: string) =>
  (await read(content, options, name)).table;

test('numbers become numbers, codes and the rest stay text, empty is null', async () => {
  expect(await read('id,age,city\n007,34,Leeds\n008,,\n')).toMatchObject({
    table: { id: ['007', '008'], age: [34, null], city: ['Leeds', null] },
    file: 'file.csv',
    rows: 2,
    format: 'csv',
    detected: ['values are separated by commas'],
  });
});

test('what each column holds is found out with the reading, with the unit that was removed', async () => {
  const { rows, columns } = await read(
    'ID;Income;Rate;Since;City\n7;$1,200.00;5 %;31.01.2024;Oslo\n8;$900.50;;15.02.2024;Rome\n9;$30.00;7 %;NULL;Rome\n',
  );
  expect(rows).toBe(3);
  expect(columns.map(({ name, kind, unit, missing }) => [name, kind, unit, missing])).toEqual([
    ['ID', 'identifier', undefined, 0],
    ['Income', 'number', '$', 0],
    ['Rate', 'number', '%', 1],
    ['Since', 'date', undefined, 1],
    ['City', 'category', undefined, 0],
  ]);
});

test('numbers with the same unit of measure are numbers in it; several units are refused by name', async () => {
  const { columns, detected } = await read(
    'Guest;Stay;Fee;Way;House\n1;1 night;€ 9,50 / month;5 km;5A\n2;3 nights;€ 8 / month;800 m;6A\n' +
      '3;12 Nights;€ 60 / month;7 km;7A\n4;2 nights;€ 7 / month;900 m;8A\n5;3 nights;€ 7 / month;8 km;9A\n',
  );
  expect(columns.map(({ kind, unit, reason }) => [kind, unit, reason]).slice(1)).toEqual([
    ['number', 'nights', undefined],
    ['number', '€/month', undefined],
    ['text', undefined, 'numbers in several units (km, m): write them all in the same one to use them'],
    ['identifier', undefined, 'every value is different text'],
  ]);
  expect(detected).toContain("numbers with the unit nights (removed) in 'Stay': '1 night' is 1");
});

test('who a customer is has no unit, and a word that nobody knows needs several numbers', async () => {
  const kinds = async (content: string) =>
    (await read(content)).columns.map(({ kind, unit }) => [kind, unit]);
  expect(await kinds('Customer ID;Pets\n1001 DE;1 pet\n1002 DE;2 pets\n1003 DE;14 pets\n')).toEqual([
    ['identifier', undefined],
    ['number', 'pets'],
  ]);
  expect(await kinds('Pack;x\n12 eggs;1\n6 eggs;2\n6 eggs;3\n')).toEqual([
    ['category', undefined],
    ['number', undefined],
  ]);
});

test('a column called __proto__ is a column like any other', async () => {
  const table = await tableOf('__proto__,b\n1,2\n');
  expect(Object.entries(table)).toEqual([
    ['__proto__', [1]],
    ['b', [2]],
  ]);
  const lines = await tableOf('{"__proto__": 1, "b": 2}\n', {}, 'a.jsonl');
  expect(Object.entries(lines)[0]).toEqual(['__proto__', [1]]);
});

describe('delimiters', () => {
  test.each([
    ['commas', 'a,b\n1,x\n'],
    ['tabs', 'a\tb\n1\tx\n'],
    ['semicolons', 'a;b\n1;x\n'],
    ['bars', 'a|b\n1|x\n'],
  ])('%s are recognized and said', async (name, content) => {
    const { table, detected } = await read(content);
    expect(table).toEqual({ a: [1], b: ['x'] });
    expect(detected).toEqual([`values are separated by ${name}`]);
  });

  test('rows tell what the header alone does not: decimal commas, commas in one name', async () => {
    expect(await tableOf('a;b\n1,5;2,5\n3,5;4\n')).toEqual({ a: [1.5, 3.5], b: [2.5, 4] });
    expect(await tableOf('"x, in €";y, in kg;z\n1;2;3\n')).toEqual({
      'x, in €': [1],
      'y, in kg': [2],
      z: [3],
    });
  });

  test('two that fit equally are asked for', async () => {
    const content = 'a,b;c,d\n1,2;3,4\n';
    await expect(read(content)).rejects.toThrow(
      'file.csv may be separated by commas or by semicolons: both split its first rows evenly; pass `delimiter`',
    );
    expect(await tableOf(content, { delimiter: ';' })).toEqual({ 'a,b': [1.2], 'c,d': [3.4] });
  });

  test('one that parts rows more than twice as often is taken', async () => {
    const { table } = await read('Name, first\ta\tb\tc\nDoe, Jo\t1\t2\t3\n');
    expect(Object.keys(table)).toEqual(['Name, first', 'a', 'b', 'c']);
  });

  test("a spreadsheet program's line sep=; is no row, and lines are still counted from the top", async () => {
    expect(await tableOf('sep=;\r\na;b\r\n1,5;x\r\n')).toEqual({ a: [1.5], b: ['x'] });
    await expect(read('sep=;\na;b\n1;2\n3\n')).rejects.toThrow('line 4: 1 values, but the header has 2');
  });

  test('a delimiter too many at the end of lines is no column', async () => {
    expect(await tableOf('a;b;\n1;x;\n2;y;\n')).toEqual({ a: [1, 2], b: ['x', 'y'] });
    expect(await tableOf('a,b\n1,x,\n2,y,\n')).toEqual({ a: [1, 2], b: ['x', 'y'] });
    await expect(read('a,b\n1,x,\n2,y\n')).rejects.toThrow(
      "line 2: 3 values, but the header has 2; value 3 ('')",
    );
  });
});

describe('line ends and quotes', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s, with line ends inside quotes', async (_name, end) => {
    const content = ['a,b', `1,"x${end}y"`, '2,"say ""hi"""', ''].join(end);
    expect(await tableOf(content)).toEqual({ a: [1, 2], b: [`x${end}y`, 'say "hi"'] });
  });

  test('several in one file', async () => {
    expect(await tableOf('a,b\n1,x\r\n2,y\r3,z')).toEqual({ a: [1, 2, 3], b: ['x', 'y', 'z'] });
  });
});

describe('encodings', () => {
  const text = 'name;n\nJosé;1\nŁódź;2\n';

  test('UTF-8 with and without byte order mark', async () => {
    const expected = { name: ['José', 'Łódź'], n: [1, 2] };
    expect(await tableOf(text)).toEqual(expected);
    expect(await tableOf('\uFEFF' + text)).toEqual(expected);
  });

  test('UTF-16 by its byte order mark', async () => {
    const little = Buffer.from('\uFEFF' + text, 'utf16le');
    const { table, detected } = await read(little);
    expect(table).toEqual({ name: ['José', 'Łódź'], n: [1, 2] });
    expect(detected[0]).toBe('written in UTF-16 (little-endian)');
    expect((await read(Buffer.from(little).swap16())).table).toEqual(table);
    await expect(read(little.subarray(2))).rejects.toThrow("pass `encoding`: 'utf-16le'");
  });

  test('what is not UTF-8 is read as Windows-1252, which is said with an example', async () => {
    const { table, detected } = await read(Buffer.from('name;n\nJos\xe9;1\n', 'latin1'));
    expect(table).toEqual({ name: ['José'], n: [1] });
    expect(detected[0]).toBe(
      "not valid UTF-8, so read as Windows-1252: 'José'; if that looks wrong, give the encoding",
    );
    const cyrillic = Buffer.from([0x6e, 0x0a, 0xcc, 0xe8, 0xf0, 0x0a]);
    expect(await tableOf(cyrillic, { encoding: 'windows-1251' })).toEqual({ n: ['Мир'] });
  });

  test('Windows-1252 has a euro sign and curly quotes where Latin-1 has control characters', async () => {
    const bytes = Buffer.from('preis;wort\n5 \x80;\x84ja\x93\n', 'latin1');
    expect(await tableOf(bytes)).toEqual({ preis: [5], wort: ['„ja“'] });
  });

  test('half UTF-8 and half not is refused by line', async () => {
    const mixed = Buffer.concat([Buffer.from('a\nJosé\n'), Buffer.from('Jos\xe9\n', 'latin1')]);
    await expect(read(mixed)).rejects.toThrow('file.csv, line 3: not valid UTF-8');
  });
});

describe('numbers', () => {
  const column = async (values: string[], options: ReadTableOptions = {}) => {
    const { table, detected } = await read(
      `x;id\n${values.map((value) => `${value};k`).join('\n')}\n`,
      options,
    );
    return { x: table.x, said: detected.slice(1) };
  };

  test.each([
    [['1.234,56', '7'], [1234.56, 7], 'a decimal comma and points between thousands'],
    [['1,5', '-0,25'], [1.5, -0.25], 'a decimal comma'],
    [['1,234.5', '12'], [1234.5, 12], 'commas between thousands'],
    [['1 234', '12'], [1234, 12], 'spaces between thousands'],
    [['1\u202f234,5', '12'], [1234.5, 12], 'a decimal comma and spaces between thousands'],
    [["1'234.50", '5'], [1234.5, 5], 'apostrophes between thousands'],
    [['1.234.567', '1.000'], [1234567, 1000], 'a decimal comma and points between thousands'],
    [['$84,835.00', '$57.50'], [84835, 57.5], 'commas between thousands and the sign $ (removed)'],
    [
      ['1.234,50 €', '−5,00 €'],
      [1234.5, -5],
      'a decimal comma and points between thousands and the sign € (removed)',
    ],
    [['12,5 %', '7 %'], [12.5, 7], 'a decimal comma and the sign % (removed)'],
    [['1,00,000', '12,34,567'], [100000, 1234567], 'commas between thousands'],
    [['EUR 5', 'EUR 6'], [5, 6], 'the sign EUR (removed)'],
    [['(5)', '6'], [-5, 6], 'negative amounts in brackets'],
  ])('%j are numbers, and it is said how they are written', async (values, expected, how) => {
    const { x, said } = await column(values);
    expect(x).toEqual(expected);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`numbers with ${how} in 'x': `);
  });

  test.each([[['1.5', '2']], [['1234', '0.125']], [['1.234', '5678']], [['1e3', '-.5']]])(
    '%j are plain numbers, of which nothing is said',
    async (values) => {
      expect(await column(values)).toEqual({ x: values.map(Number), said: [] });
    },
  );

  test.each([
    [['$5', '6']],
    [['$5', '€6']],
    [['00123', '124']],
    [['1234567890123456', '2']],
    [['1,2345,678', '2']],
    [['10.0.0.1', '10.0.0.2']],
    [['1.10.200', '2']],
  ])('%j stay text', async (values) => {
    expect((await column(values)).x).toEqual(values);
  });

  test('one mark that may be either is asked for, by column, line and value', async () => {
    await expect(column(['12', '1,234'])).rejects.toThrow(
      "file.csv, line 3, column 'x': '1,234' may be 1234 or 1.234; set the decimal separator: `decimal` '.' or ','",
    );
    await expect(column(['1.234'])).rejects.toThrow("line 2, column 'x': '1.234' may be 1.234 or 1234");
    expect((await column(['12', '1,234'], { decimal: '.' })).x).toEqual([12, 1234]);
    expect((await column(['12', '1,234'], { decimal: ',' })).x).toEqual([12, 1.234]);
    expect((await column(['1.234'], { decimal: ',' })).x).toEqual([1234]);
    expect((await column(['1,234'], { thousands: ',' })).x).toEqual([1234]);
  });

  test('other columns of the file tell, and so do commas between values', async () => {
    expect(await tableOf('a;b\n1,234;0,5\n')).toEqual({ a: [1.234], b: [0.5] });
    expect(await tableOf('a;b\n1,234;0.5\n')).toEqual({ a: [1234], b: [0.5] });
    expect(await tableOf('a,b\n"1,234",1.234\n')).toEqual({ a: [1234], b: [1.234] });
    await expect(read('a;b;c\n1,234;0,5;0.5\n')).rejects.toThrow('`decimal`');
  });

  test('empty, NA and the like are missing among numbers, and texts among texts', async () => {
    const { x } = await column(['1,5', 'NA', '', '#N/A', 'null']);
    expect(x).toEqual([1.5, null, null, null, null]);
    expect((await column(['NA', 'DE'])).x).toEqual(['NA', 'DE']);
  });

  test('numbers that are not all in the same format are said', async () => {
    const { x, said } = await column(['1.5', '2', '2,5']);
    expect(x).toEqual(['1.5', '2', '2,5']);
    expect(said).toEqual([
      "column 'x' stays text, though most of its values are numbers: they are not all in the same format (line 2 holds '1.5', line 4 holds '2,5')",
    ]);
  });

  test('a few words among many numbers say that there is no answer', async () => {
    const numbers = Array.from({ length: 20 }, (_, row) => `${row},5`);
    const { x, said } = await column([...numbers, 'NSP', 'absent', 'NSP']);
    expect(x).toEqual([...numbers.map((_, row) => row + 0.5), null, null, null]);
    expect(said).toEqual([
      "numbers with a decimal comma in 'x': '0,5' is 0.5",
      "column 'x' holds numbers; 'NSP' × 2 and 'absent' × 1 aren't numbers and count as missing",
    ]);
  });

  test.each([
    [['38', '39', '40', '41', 'S', 'M', '38', '39', '40', '41', '38', '39', '40', '41']],
    [Array.from({ length: 40 }, (_, row) => (row % 2 === 0 ? `${row}` : 'many'))],
    [Array.from({ length: 40 }, (_, row) => (row < 35 ? `${row}` : ['a', 'b', 'c', 'd', 'e'][row - 35]))],
  ])('words that numbers only stand beside are values: %j', async (values) => {
    expect((await column(values)).x).toEqual(values);
  });

  test('a text among numbers that count is named', async () => {
    const { said } = await column([...Array.from({ length: 30 }, (_, row) => `${row}`), '>50']);
    expect(said).toEqual([
      "column 'x' holds numbers; values that aren't numbers count as missing: line 32 holds '>50'",
    ]);
  });

  test('durations are minutes; what may be times of the day stays text, and is said', async () => {
    const bill = await read('Talk time;Last call\n01:30:00;08:15:00\n00:00:30;23:59:59\n');
    expect(bill.table['Talk time']).toEqual([90, 0.5]);
    expect(bill.columns[0]).toMatchObject({ kind: 'number', unit: 'minutes' });
    expect(bill.table['Last call']).toEqual(['08:15:00', '23:59:59']);
    expect(bill.detected.slice(1)).toEqual([
      "durations written h:mm:ss, in minutes, in 'Talk time': '01:30:00' is 90",
      "column 'Last call' stays text: its values may be times of the day or durations (line 2 holds '08:15:00'); write durations as numbers to use them",
    ]);
  });

  test('answers on a scale are numbers of 5', async () => {
    const { columns, detected } = await read(
      'id;Prices are fair;Mood\na;Strongly agree;fine\nb;disagree;good\nc;;bad\nd;Neither agree nor disagree;good\n',
    );
    expect(columns[1]).toMatchObject({
      kind: 'number',
      unit: 'of 5',
      values: Float64Array.of(5, 2, Number.NaN, 3),
    });
    expect(columns[2].kind).toBe('category');
    expect(detected).toContain(
      "answers as numbers on a scale from 1 to 5, up to 'Strongly agree', in 'Prices are fair': 'disagree' is 2",
    );
  });

  test('abbreviated amounts and sizes are numbers in one unit', async () => {
    const { columns, detected } = await read(
      'MRR;Data\n$950;800 MB\n$1.2k;1.5 GB\n$0;0\n$1.005k;20 GB\n$3.1M;120 MB\n',
    );
    expect(columns).toMatchObject([
      { unit: '$', values: Float64Array.of(950, 1200, 0, 1005, 3_100_000) },
      { unit: 'GB', values: Float64Array.of(0.8, 1.5, 0, 20, 0.12) },
    ]);
    expect(detected.slice(1)).toEqual([
      "numbers with the sign $ (removed) and abbreviated thousands and millions written out in 'MRR': '$1.2k' is 1200",
      "numbers with the unit GB (removed) and values in GB and MB, all brought to GB in 'Data': '800 MB' is 0.8",
    ]);
  });

  test('a text in the way of numbers is said', async () => {
    const { x, said } = await column(['1', '2', '3', '4', 'plenty']);
    expect(x).toEqual(['1', '2', '3', '4', 'plenty']);
    expect(said).toEqual([
      "column 'x' stays text, though most of its values are numbers: line 6 holds 'plenty'",
    ]);
  });
});

describe('dates', () => {
  const column = async (values: string[], options: ReadTableOptions = {}) => {
    const { table, detected } = await read(
      `x;id\n${values.map((value) => `${value};k`).join('\n')}\n`,
      options,
    );
    return { x: table.x, said: detected.slice(1) };
  };

  test.each([
    [['2021-04-03', '2021-12-31'], ['2021-04-03', '2021-12-31'], 'yyyy-MM-dd'],
    [['03.04.2021'], ['2021-04-03'], 'dd.MM.yyyy'],
    [['3/4/2021', '13/4/2021'], ['2021-04-03', '2021-04-13'], 'd/M/yyyy'],
    [
      ['12/1/2010 8:26', '12/13/2010 17:05'],
      ['2010-12-01T08:26:00', '2010-12-13T17:05:00'],
      'M/d/yyyy with times',
    ],
    [
      ['2021-04-03T10:20:30Z', '2021-04-03T00:00:00Z'],
      ['2021-04-03T10:20:30', '2021-04-03T00:00:00'],
      'yyyy-MM-dd with times (as the file shows them, without the time zone Z)',
    ],
    [['2021-04-03 00:00:00'], ['2021-04-03'], 'yyyy-MM-dd with times that are all midnight, left off'],
    [['04-Sep-2012'], ['2012-09-04'], 'dd-MMM-yyyy'],
    [['September 4, 2012'], ['2012-09-04'], 'MMMM d, yyyy'],
    [['13-04-2021 01:05 PM'], ['2021-04-13T13:05:00'], 'dd-MM-yyyy with times'],
  ])('%j are dates', async (values, expected, how) => {
    const { x, said } = await column(values);
    expect(x).toEqual(expected);
    expect(said).toEqual([expect.stringContaining(`dates written ${how} in 'x': `)]);
  });

  test('the order of day and month is that of the other dates of the file, and it is said', async () => {
    const table = (other: string) => `id,seen,joined\n1,05/05/2021,${other}\n2,03/04/2021,02/01/2020\n`;
    const european = await read(table('17/01/2020'));
    expect(european.table.seen).toEqual(['2021-05-05', '2021-04-03']);
    expect(european.detected).toContain(
      "dates in 'seen' are read dd/MM/yyyy: those in 'joined' can be written in this order alone",
    );
    expect((await tableOf(table('01/17/2020'))).seen).toEqual(['2021-05-05', '2021-03-04']);
    for (const other of ['2020-01-17', '01/02/2020'])
      await expect(read(table(other))).rejects.toThrow('may be read in 2 ways');
  });

  test('a column in which no day is above 12 is asked for', async () => {
    await expect(column(['05/05/2021', '03/04/2021'])).rejects.toThrow(
      "file.csv, line 3, column 'x': '03/04/2021' may be read in 2 ways; say how dates are written: `dateFormat` 'dd/MM/yyyy' or 'MM/dd/yyyy'",
    );
    expect((await column(['03/04/2021'], { dateFormat: 'dd/MM/yyyy' })).x).toEqual(['2021-04-03']);
    expect((await column(['3/4/2021 9:15'], { dateFormat: { x: 'MM/dd/yyyy' } })).x).toEqual([
      '2021-03-04T09:15:00',
    ]);
    expect((await column(['03/04/2021'], { dateFormat: 'MM/dd/yyyy' })).said).toEqual([]);
  });

  test('where both readings give the same days there is nothing to ask', async () => {
    expect((await column(['05/05/2021'])).x).toEqual(['2021-05-05']);
  });

  test('years of two digits are asked for', async () => {
    await expect(column(['31.12.65'])).rejects.toThrow("'31.12.65' has a year of two digits");
    expect((await column(['31.12.69', '01.01.21'], { dateFormat: 'dd.MM.yy' })).x).toEqual([
      '1969-12-31',
      '2021-01-01',
    ]);
  });

  test('a day that is in no calendar, and dates written in two ways, leave text, which is said', async () => {
    const days = ['13/01/2021', '14/01/2021', '15/01/2021', '16/01/2021', '31/02/2021'];
    const { x, said } = await column(days);
    expect(x).toEqual(days);
    expect(said).toEqual([
      "column 'x' stays text, though most of its values are dates: line 6 holds '31/02/2021'",
    ]);
  });

  test('a format that was given must hold', async () => {
    await expect(
      column(['13.01.2021', '14.01.2021', '31.02.2021'], { dateFormat: 'dd.MM.yyyy' }),
    ).rejects.toThrow("file.csv, line 4, column 'x': '31.02.2021' isn't a date in the format dd.MM.yyyy");
    await expect(column(['a'], { dateFormat: { x: 'dd.MM.yyyy' } })).rejects.toThrow(
      "line 2, column 'x': 'a'",
    );
    await expect(column(['a'], { dateFormat: 'dd.MM.yyyy' })).rejects.toThrow(
      'no column of file.csv holds dates written dd.MM.yyyy',
    );
    await expect(column(['a'], { dateFormat: { y: 'dd.MM.yyyy' } })).rejects.toThrow("has no column 'y'");
    await expect(column(['a'], { dateFormat: 'DD.MM.YYYY' })).rejects.toThrow("'dd.MM.yyyy'");
  });

  test('days written as one number are dates where a format says so', async () => {
    expect((await column(['20210403', '20211231'])).x).toEqual([20210403, 20211231]);
    const options = { dateFormat: { x: 'yyyyMMdd' } };
    expect((await column(['20210403', '20211231'], options)).x).toEqual(['2021-04-03', '2021-12-31']);
    expect(await tableOf('{"x": 20210403}', options, 'f.jsonl')).toEqual({ x: ['2021-04-03'] });
  });

  test('missing dates are missing', async () => {
    expect((await column(['2021-04-03', '', 'NULL'])).x).toEqual(['2021-04-03', null, null]);
  });
});

describe('columns and schema', () => {
  test('columns are chosen in the order given; what is not asked for is not understood either', async () => {
    const content = 'a;b;c\n1;1,234;3\n';
    expect(Object.entries(await tableOf(content, { columns: ['c', 'a'] }))).toEqual([
      ['c', [3]],
      ['a', [1]],
    ]);
    await expect(read('Age;Income\n1;2\n', { columns: ['Incme'] })).rejects.toThrow(
      "file.csv has no column 'Incme'; did you mean 'Income'?",
    );
    await expect(read(content, { columns: ['a', 'a'] })).rejects.toThrow("`columns` names 'a' twice");
  });

  test('a schema takes numbers and dates as they are written, and keeps codes', async () => {
    const schema = [
      { name: 'n', type: 'number', meaning: 'n' },
      { name: 'd', type: 'date', meaning: 'd' },
      { name: 'zip', type: 'text', meaning: 'zip' },
    ] as const;
    expect(await tableOf('n;d;zip\n1,5;31.12.2021;12345\n', { schema })).toEqual({
      n: [1.5],
      d: ['2021-12-31'],
      zip: ['12345'],
    });
    await expect(read('n;d;zip\nx;31.12.2021;1\n', { schema })).rejects.toThrow(
      "line 2, column 'n': expected a number, found 'x'",
    );
    await expect(read('n;d;zip\n1;soon;1\n', { schema })).rejects.toThrow(
      "line 2, column 'd': expected a date, found 'soon'",
    );
  });

  test('a column that is not there is named, with what is near', () => {
    checkColumnsExist(['Age'], ['Age'], 'x.csv');
    expect(() => checkColumnsExist(['Age', 'Income'], ['Incme'], 'x.csv')).toThrow(
      "x.csv has no column 'Incme'; did you mean 'Income'? There are: Age, Income",
    );
    expect(() => checkColumnsExist(['Age'], ['A', 'Agee'], 'the table')).toThrow(
      "the table has no columns 'A', 'Agee' (did you mean 'Age'?); there are: Age",
    );
    checkColumnsExist(['__proto__'], ['__proto__'], 'x.csv');
    expect(() => checkColumnsExist(['a'], ['constructor'], 'x.csv')).toThrow("no column 'constructor'");
  });
});

describe('what cannot be read is refused by name', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'file.csv is empty'],
    ['nothing but blank lines', '\n \n', 'file.csv is empty'],
    ['a header alone', 'a,b\n', 'file.csv has a header but no rows'],
    ['a repeated name', 'a,b,a\n1,2,3\n', "two columns called 'a' (columns 1 and 3)"],
    [
      'a short row',
      'a,b\n1,2\n3\n',
      "line 3: 1 values, but the header has 2; the row ends before column 'b'",
    ],
    [
      'a long row',
      'a,b\n1,2\n3,4,5\n',
      "line 3: 3 values, but the header has 2; value 3 ('5') has no column",
    ],
    ['a broken quote', 'a,b\n1,"x\n', 'line 2, value 2: an opening quotation mark is never closed'],
    ['a damaged gzip file', gzipSync('a,b\n1,2\n').subarray(0, 20), 'file.csv is a damaged gzip file'],
    ['bytes', Buffer.from([1, 0, 0, 7, 0, 2, 3, 0]), 'file.csv is not a text'],
    ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), 'file.csv is a picture; tables are read from'],
    ['a document', '%PDF-1.7', 'file.csv is a PDF document'],
    ['a web page', '<!DOCTYPE html><table>', 'file.csv is a web page or XML'],
    ['an archive', 'PK\x03\x04 orders.csv', 'file.csv is a zip archive; unpack it'],
  ])('%s', async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
    await expect(read(content)).rejects.toMatchObject({ name: 'InputError' });
  });

  test('missing files, folders, wrong options', async () => {
    mkdirSync(join(folder, 'sub'));
    await expect(readTable(join(folder, 'none.csv'))).rejects.toThrow('none.csv: there is no such file');
    await expect(readTable(join(folder, 'sub'))).rejects.toThrow('it is a folder, not a file');
    await expect(readTable('')).rejects.toThrow('it must name a file');
    await expect(read('a\n1\n', { delimeter: ';' } as never)).rejects.toThrow('no option `delimeter`');
    await expect(read('a\n1\n', { decimal: '.', thousands: '.' })).rejects.toThrow('they must differ');
    await expect(read('a\n1\n', { sheet: 'x' })).rejects.toThrow('file.csv has no sheets');
    await expect(read('a\n1\n', { delimiter: '::' })).rejects.toThrow('it must be one character');
  });
});

describe('titles above the header', () => {
  test.each([
    ['one line without a delimiter', '# customers of 2021\nid;x\n1;2\n', 'line 2', 'a title above it was'],
    [
      'a title that holds another delimiter',
      'Customers, all shops, 2023\nid;x\n1;2\n3;4\n',
      'line 2',
      'a title',
    ],
    [
      'several lines and a blank one',
      'ACME Ltd\nExported 2024-01-05\n\nid;x\n1;2\n',
      'line 4',
      '2 lines of titles',
    ],
    [
      'titles padded with delimiters',
      'ACME Ltd;;;\nPeriod;2023;;\nid;a;b;c\n1;2;3;4\n',
      'line 3',
      '2 lines of titles',
    ],
    ['a title in quotation marks', '"Kunden; Stand 2024"\r\nid;x\r\n1;2\r\n', 'line 2', 'a title'],
    ['below the name of the delimiter', 'sep=;\nA list\nid;x\n1;2\n', 'line 3', 'a title'],
  ])('%s', async (_what, content, line, what) => {
    const { table, detected } = await read(content);
    expect(table).toMatchObject({ id: expect.arrayContaining([1]) });
    expect(detected.join('\n')).toContain(`the header is ${line}; ${what}`);
  });

  test('messages still name the line of the file', async () => {
    await expect(read('Report\n\nid;x\n1;2\n3;4;5\n')).rejects.toThrow(
      'line 5: 3 values, but the header has 2',
    );
  });

  test.each([
    ['a header with columns that have no name', 'id,,\n1,2,3\n4,5,6\n', ['id', 'column_2', 'column_3']],
    ['texts alone: nothing tells a header from a row', 'a,,\nx,y,z\nu,v,w\n', ['a', 'column_2', 'column_3']],
    ['a row of few values below the header', 'id,x,y\n1,,\n2,3,4\n', ['id', 'x', 'y']],
  ])('%s stays the header', async (_what, content, names) => {
    expect(Object.keys(await tableOf(content))).toEqual(names);
  });
});

test('a first line of numbers is taken for the header, which is said', async () => {
  const { detected } = await read('1,34\n2,51\n');
  expect(detected).toContain('the first line was taken for the header, though it holds nothing but numbers');
});

test('a gzip file is known by its first bytes, regardless of its extension', async () => {
  expect(await tableOf(gzipSync('a,b\n1,x\n'))).toEqual({ a: [1], b: ['x'] });
});

describe('JSON', () => {
  test('an object on each line; keys that lack are missing, in the order of their first appearance', async () => {
    const { table, format } = await read('{"a": 1, "b": "x"}\n\n{"c": true, "a": 2.5}\n', {}, 'f.jsonl');
    expect(table).toEqual({ a: [1, 2.5], b: ['x', null], c: [null, true] });
    expect(format).toBe('json-lines');
  });

  test('an array of objects, and JSON under another name', async () => {
    expect(await tableOf('[{"a": 1},\n {"a": null}]', {}, 'f.json')).toEqual({ a: [1, null] });
    const { table, detected } = await read('{"a":1}\n{"a":2}\n', {}, 'f.csv');
    expect(table).toEqual({ a: [1, 2] });
    expect(detected).toEqual(['JSON by its content, though its name ends in .csv']);
  });

  test('objects within objects are columns by their path, lists are text, and said', async () => {
    const { table, detected } = await read(
      '{"id":"c1","address":{"city":"Bonn","geo":{"lat":50.7}},"tags":["a","b"],"vip":null}\n' +
        '{"id":"c2","address":null,"tags":[],"vip":{"since":"2021-04-03"}}\n',
      {},
      'f.jsonl',
    );
    expect(table).toEqual({
      id: ['c1', 'c2'],
      'address.city': ['Bonn', null],
      'address.geo.lat': [50.7, null],
      tags: ['["a","b"]', null],
      'vip.since': [null, '2021-04-03'],
    });
    expect(detected).toContain("lists in 'tags' are read as text");
  });

  test('one object with one list of objects in it has the rows of that list', async () => {
    const rows = [{ a: 1, b: { c: 2 } }, { a: 3 }];
    const whole = { status: 'ok', page: { of: 1, customers: rows } };
    for (const text of [JSON.stringify(whole), JSON.stringify(whole, null, 2)]) {
      const { table, detected } = await read(text, {}, 'f.json');
      expect(table).toEqual({ a: [1, 3], 'b.c': [2, null] });
      expect(detected).toContain("the rows are the items of 'page.customers'");
    }
  });

  test('a value beside an object of the same name keeps its column', async () => {
    expect(await tableOf('{"a": 1}\n{"a": {"b": 2}}\n', {}, 'f.jsonl')).toEqual({
      a: [1, null],
      'a.b': [null, 2],
    });
    expect(await tableOf('{"__proto__": {"b": 2}}\n', {}, 'f.jsonl')).toEqual({ '__proto__.b': [2] });
  });

  test('texts are understood as in CSV', async () => {
    const { table } = await read('{"d":"2021-04-03","n":"12.5"}\n', {}, 'f.jsonl');
    expect(table).toEqual({ d: ['2021-04-03'], n: [12.5] });
  });

  test.each([
    ['{"a": 1}\n{"a": }\n', 'f.jsonl, line 2: no valid JSON'],
    ['{"a": 1}\n[1]\n', 'f.jsonl, line 2: an array of 1 is no row'],
    ['{"a.b": 1, "a": {"b": 2}}\n', "f.jsonl, line 1 holds two values called 'a.b'; rename one"],
    [`{"${'a'.repeat(2000)}": {"b": 2}}`, 'f.jsonl, line 1 holds names of over 1000 letters'],
    ['[{"a": 1},\n{"a": }]', 'f.jsonl, line 2: no valid JSON'],
    ['[]', 'f.jsonl holds no rows'],
    ['{"a": 1}\n\n{"b": 1, "a": 2, "b": 3}\n', "f.jsonl, line 3 holds two values called 'b'; rename one"],
    ['[{"a": 1}, {"a": "x", "\\u0061": 2}]', "f.jsonl, item 2 holds two values called 'a'"],
    ['{"__proto__": 1, "__proto__": 2}', "f.jsonl, line 1 holds two values called '__proto__'"],
    ['{"a": {"b": 1, "b": 2}}', "f.jsonl, line 1 holds two values called 'b'; rename one"],
    ['{"id": 12345678901234567890}', "f.jsonl, line 1, 'id' holds a number of over 15 digits"],
  ])('%s is refused', async (content, message) => {
    await expect(read(content, {}, 'f.jsonl')).rejects.toThrow(message);
  });

  test('one object on several lines is one row, with its lists as text', async () => {
    const found = await read('{\n  "age": 40,\n  "orders": [{ "sku": "a" }]\n}\n', {}, 'f.jsonl');
    expect(found.table).toEqual({ age: [40], orders: ['[{"sku":"a"}]'] });
  });

  test('objects of ever other names are refused: their table would be billions of missing values', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `{"k${i}": 1}`).join('\n');
    await expect(read(lines, {}, 'f.jsonl')).rejects.toThrow(
      'f.jsonl has 5,000 names in 5,000 objects, few in each; a table has the same in all',
    );
  });

  test('a column of several kinds is text, which is said', async () => {
    const { table, detected } = await read('{"a": 1}\n{"a": "x"}\n', {}, 'f.jsonl');
    expect(table).toEqual({ a: ['1', 'x'] });
    expect(detected).toEqual([
      "column 'a' holds values of several kinds, all read as text: line 2 holds 'x'",
    ]);
    expect(await tableOf('{"a": 1}\n{"a": "NA"}\n{"a": "3"}\n', {}, 'f.jsonl')).toEqual({ a: [1, null, 3] });
  });
});

test('every table of texts survives being written in any dialect and read', async () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => `n${text.trim()}`);
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('a\nb', '"', ';,|\t', 'x\r\ny'),
  );
  const dialect = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    record_delimiter: fc.constantFrom('\n', '\r\n', '\r'),
    quoted: fc.boolean(),
    bom: fc.boolean(),
  });
  const table = fc.uniqueArray(name, { minLength: 2, maxLength: 5 }).chain((names) =>
    fc.tuple(
      fc.constant(names),
      fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), {
        minLength: 1,
        maxLength: 8,
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(table, dialect, async ([names, rows], written) => {
      // a leading letter keeps texts from being numbers or dates
      const texts = rows.map((row) => row.map((text) => `t${text}`));
      const content = stringify([names, ...texts], { ...written, quoted_match: /[\r\n]/ });
      const schema = names.map((each) => ({ name: each, type: 'text' as const, meaning: 'any' }));
      const { table } = await read(content, { delimiter: written.delimiter, schema });
      expect(Object.entries(table)).toEqual(names.map((each, j) => [each, texts.map((row) => row[j])]));
    }),
    { numRuns: 200 },
  );
});

test('every table of numbers survives in any dialect, the delimiter and marks recognized', async () => {
  const dialect = fc.record({
    delimiter: fc.constantFrom(';', '\t', '|'),
    decimal: fc.constantFrom('.', ','),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  });
  const row = fc.tuple(
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 8),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 20 }),
      dialect,
      async (rows, { delimiter, decimal, end }) => {
        // 0.5 shows the decimal separator
        const all = [[1, 0.5], ...rows];
        const lines = all.map((values) =>
          values.map((value) => String(value).replace('.', decimal)).join(delimiter),
        );
        const { table } = await read(['a b', ...lines].join(end).replace('a b', `a${delimiter}b`));
        expect(table).toEqual({ a: all.map(([a]) => a), b: all.map(([, b]) => b) });
      },
    ),
    { numRuns: 100 },
  );
});
