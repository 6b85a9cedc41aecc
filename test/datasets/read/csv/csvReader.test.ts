import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createFrame } from '../../../../src/datasets/frame/dataFrame';
import { type ReadTableOptions, readTable } from '../../../../src/datasets/read/readTable';

const folder = mkdtempSync(join(tmpdir(), 'csvReader-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(content: string | Uint8Array, name = 'file.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const read = async (content: string | Uint8Array, options?: ReadTableOptions) =>
  (await readTable(write(content), options)).table;

test('numbers become numbers, the rest stays text', async () => {
  const table = await read('id,age,name\n7,34,Ann\n8,51.5,Bo\n');
  expect(Object.entries(table)).toEqual([
    ['id', [7, 8]],
    ['age', [34, 51.5]],
    ['name', ['Ann', 'Bo']],
  ]);
});

test.each([
  ['a byte order mark', '\uFEFFa,b\n1,x\n'],
  ['CRLF', 'a,b\r\n1,x\r\n'],
  ['old Mac line ends', 'a,b\r1,x\r'],
  ['no line end at the end', 'a,b\n1,x'],
  ['blank lines', 'a,b\n\n1,x\n\n'],
  ['tabs', 'a\tb\n1\tx\n'],
  ['semicolons', 'a;b\n1;x\n'],
  ['quotes', '"a","b"\n"1","x"\n'],
  ['spaces round names', ' a , b\n1,x\n'],
])('reads %s', async (_what, content) => {
  expect(await read(content)).toEqual({ a: [1], b: ['x'] });
});

test('a gzip file is known by its first bytes, regardless of its extension', async () => {
  expect(await read(gzipSync('a\n1\n'))).toEqual({ a: [1] });
  await expect(read(gzipSync('a\n1\n').subarray(0, 20))).rejects.toThrow('file.csv is a damaged gzip file');
});

test('codes stay text: leading zeros, and numbers too long to be exact', async () => {
  const table = await read('code,card,zero,negative\n00123,1234567890123456,0,-0.5\n123,2,0.5,-7\n');
  expect(table).toEqual({
    code: ['00123', '123'],
    card: ['1234567890123456', '2'],
    zero: [0, 0.5],
    negative: [-0.5, -7],
  });
});

test('a schema makes a code a number', async () => {
  const schema = [{ name: 'id', type: 'integer', meaning: 'number' }] as const;
  expect(await read('id\n0001\n0002\n', { schema })).toEqual({ id: [1, 2] });
});

test('a schema keeps digits as text', async () => {
  const schema = [{ name: 'id', type: 'text', meaning: 'number' }] as const;
  expect(await read('id,x\n17850,1\n', { schema })).toEqual({ id: ['17850'], x: [1] });
});

test('empty is missing; NA is missing among numbers and a text among texts', async () => {
  expect(await read('income,country\n1,NA\nNA,\nnan,DE\n,FR\n')).toEqual({
    income: [1, null, null, null],
    country: ['NA', null, 'DE', 'FR'],
  });
});

test('in a file of one column a blank line is a missing value, its end is not', async () => {
  expect(await read('a\n1\n\n2\n\n')).toEqual({ a: [1, null, 2] });
});

test.each([
  ['TRL;3', "line 4 ('TRL 3') is a footer: left out"],
  [
    '2;record(s) downloaded\nSeller ID : shop',
    "line 4 ('2 record(s) downloaded') and the line below it are a footer: left out",
  ],
  ['end;;\n;;\nof file', "line 4 ('end') and the 2 lines below it are a footer: left out"],
])('a footer is no row: %j', async (footer, sentence) => {
  const lines = ['nr;customer;date;amount', '1;C1;2024-03-01;10', '2;C2;2024-03-02;20'];
  const { table, detected } = await readTable(write(`${lines.join('\n')}\n${footer}\n`));
  expect(table.nr).toEqual([1, 2]);
  expect(detected).toContain(sentence);
});

test('a column without a name is called by its place', async () => {
  expect(Object.keys(await read(',a\n0,1\n'))).toEqual(['column_1', 'a']);
});

test.each([
  ['an empty file', '', 'file.csv is empty'],
  ['a header alone', 'a,b\n', 'file.csv has a header but no rows'],
  ['a repeated name', 'a,b,a\n1,2,3\n', "two columns called 'a' (columns 1 and 3)"],
  [
    'a short row',
    'a,b,c\n1,2,3\n4,5\n',
    "file.csv, line 3: 2 values, but the header has 3; the row ends before column 'c'; complete the row, or remove it",
  ],
  [
    'a row of words that is shorter, in the middle',
    'a,b,c,d\n1,2,3,4\nx\n5,6,7,8\n',
    'file.csv, line 3: 1 values, but the header has 4',
  ],
  ['a last row that was cut off', 'a,b,c,d\n1,2,3,4\n5,6', 'file.csv, line 3: 2 values'],
  [
    'a last row that was cut off in a month',
    'a,b,c,d,e\n1,2,"May 3",4,5\n5,6,May',
    'file.csv, line 3: 3 values',
  ],
  [
    'one that was cut off before a number',
    'a,b,c,d,e,f\n1,2,"$12.50",4,5,6\n5,6,$',
    'file.csv, line 3: 3 values',
  ],
  ['a last row of words that has more than half', 'a,b,c,d\n1,2,3,4\nx,6,7', 'file.csv, line 3: 3 values'],
  ['a file of footers', 'a,b,c,d\nx\n', 'file.csv, line 2: 1 values, but the header has 4'],
  [
    'a long row',
    'a,b\n1,2\n"x\ny",2\n\n3,4,oops\n',
    "file.csv, line 6: 3 values, but the header has 2; value 3 ('oops') has no column; quote a value that holds the mark between values, or remove the row",
  ],
  ['a quotation never closed', 'a,b\n1,"x\n', 'line 2, value 2: an opening quotation mark is never closed'],
  ['a stray quotation mark', 'a,b\n1,x"y\n', 'a quotation mark stands inside a value'],
  ['text after a quotation', 'a,b\n1,"x"y\n', 'more text follows a closing quotation mark'],
])('refuses %s', async (_what, content, message) => {
  await expect(read(content)).rejects.toThrow(message);
});

test.each(['shape', '__proto__'])('a column may be called %s, but not in a data frame', async (name) => {
  const table = await read(`${name},b\n1,2\n`);
  expect(Object.entries(table)).toEqual([
    [name, [1]],
    ['b', [2]],
  ]);
  expect(() => createFrame(table)).toThrow(`a column cannot be called '${name}'`);
});

test("refuses what isn't text in that encoding, and reads it in the right one", async () => {
  const latin = Buffer.from('name\nJos\xe9\n', 'latin1');
  await expect(read(latin, { encoding: 'utf-8' })).rejects.toThrow(
    'file.csv is not written in utf-8; save it as UTF-8, or pass `encoding`',
  );
  expect(await read(latin, { encoding: 'windows-1252' })).toEqual({ name: ['José'] });
});

test('refuses files it cannot read', async () => {
  await expect(readTable(join(folder, 'none.csv'))).rejects.toThrow('none.csv: there is no such file');
  await expect(readTable(folder)).rejects.toThrow('it is a folder, not a file');
  await expect(readTable('')).rejects.toThrow('it must name a file');
  await expect(readTable('x.csv', { delimeter: ',' } as never)).rejects.toThrow('no option `delimeter`');
});

test('rename gives a column another name', async () => {
  const rename = { size: 'household', ['__proto__']: 'odd' };
  expect(await read('size,__proto__\n3,4\n', { rename })).toEqual({ household: [3], odd: [4] });
  expect(await read('a,b\n1,2\n', { rename: { a: 'c' }, columns: ['c'] })).toEqual({ c: [1] });
  await expect(read('a\n1\n', { rename: { A: 'b' } })).rejects.toThrow(
    "`rename` names 'A', which file.csv lacks",
  );
  await expect(read('a,b\n1,2\n', { rename: { a: 'b' } })).rejects.toThrow(
    "two columns of file.csv the name 'b'",
  );
});

test.each([['age'], [null], [7], [['age']]])('rename is %p, and no object of names', async (rename) => {
  await expect(read('a\n1\n', { rename: rename as never })).rejects.toThrow(/ is .*; it must be an object/);
});

test('every table of finite numbers survives being written and read', async () => {
  const row = fc.tuple(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.integer());
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1 }), async (rows) => {
      const text = `a,b\n${rows.map((values) => values.map(String).join(',')).join('\n')}\n`;
      // a whole number beyond 15 digits is taken for a code, as documented
      fc.pre(!rows.some(([value]) => /^-?\d{16,}$/.test(String(value))));
      expect(await read(text)).toEqual({
        a: rows.map(([value]) => (value === 0 ? Number(String(value)) : value)),
        b: rows.map(([, value]) => value),
      });
    }),
  );
});

test('every text survives being quoted and read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }),
      async (values) => {
        const quoted = values.map((value) => `"${value.replaceAll('"', '""')}",x`);
        const schema = [{ name: 'a', type: 'text', meaning: 'any', missingAllowed: true }] as const;
        const expected = values.map((value) => (value.trim() === '' ? null : value));
        const table = await read(`a,b\n${quoted.join('\n')}\n`, {
          schema,
          delimiter: ',',
          encoding: 'utf-8',
        });
        expect(table.a).toEqual(expected);
      },
    ),
  );
});
