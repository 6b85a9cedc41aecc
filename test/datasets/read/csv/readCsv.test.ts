import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { columnOf } from '../../../../src/datasets/frame/columns';
import { type ReadCsvOptions, readCsv } from '../../../../src/datasets/read/csv/readCsv';

const folder = mkdtempSync(join(tmpdir(), 'readCsv-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(content: string | Uint8Array, name = 'file.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const read = (content: string | Uint8Array, options?: ReadCsvOptions) => readCsv(write(content), options);

test('numbers become numbers, the rest stays text', () => {
  const frame = read('id,age,name\n7,34,Ann\n8,51.5,Bo\n');
  expect(frame.columns).toEqual(['id', 'age', 'name']);
  expect(frame.values).toEqual([
    [7, 34, 'Ann'],
    [8, 51.5, 'Bo'],
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
])('reads %s', (_what, content) => {
  const frame = read(content);
  expect(frame.columns).toEqual(['a', 'b']);
  expect(frame.values).toEqual([[1, 'x']]);
});

test('a gzip file is known by its first bytes, whatever its name', () => {
  expect(read(gzipSync('a\n1\n')).values).toEqual([[1]]);
  expect(() => read(gzipSync('a\n1\n').subarray(0, 20))).toThrow('file.csv is a damaged gzip file');
});

test('codes stay text: leading zeros, and numbers too long to be exact', () => {
  const frame = read('code,card,zero,negative\n00123,1234567890123456,0,-0.5\n123,2,0.5,-7\n');
  expect(frame.values).toEqual([
    ['00123', '1234567890123456', 0, -0.5],
    ['123', '2', 0.5, -7],
  ]);
});

test('a schema makes a code a number', () => {
  const schema = [{ name: 'id', type: 'integer', meaning: 'number' }] as const;
  expect(read('id\n0001\n0002\n', { schema }).values).toEqual([[1], [2]]);
});

test('a schema keeps digits as text', () => {
  const schema = [{ name: 'id', type: 'text', meaning: 'number' }] as const;
  expect(read('id,x\n17850,1\n', { schema }).values).toEqual([['17850', 1]]);
});

test('empty is missing; NA is missing among numbers and a text among texts', () => {
  const frame = read('income,country\n1,NA\nNA,\nnan,DE\n,FR\n');
  expect(columnOf(frame, 'income')).toEqual([1, null, null, null]);
  expect(columnOf(frame, 'country')).toEqual(['NA', null, 'DE', 'FR']);
});

test('in a file of one column a blank line is a missing value, its end is not', () => {
  expect(columnOf(read('a\n1\n\n2\n\n'), 'a')).toEqual([1, null, 2]);
});

test('a column without a name is called by its place', () => {
  expect(read(',a\n0,1\n').columns).toEqual(['column_1', 'a']);
});

test.each([
  ['an empty file', '', 'file.csv is empty'],
  ['a header alone', 'a,b\n', 'file.csv has a header but no rows'],
  ['a repeated name', 'a,b,a\n1,2,3\n', "two columns called 'a' (columns 1 and 3)"],
  [
    'a short row',
    'a,b,c\n1,2,3\n4,5\n',
    "file.csv, line 3: 2 values, but the header has 3; the row ends before column 'c'",
  ],
  [
    'a long row',
    'a,b\n1,2\n"x\ny",2\n\n3,4,oops\n',
    "file.csv, line 6: 3 values, but the header has 2; value 3 ('oops') has no column",
  ],
  ['a quotation never closed', 'a,b\n1,"x\n', 'line 2, value 2: an opening quotation mark is never closed'],
  ['a stray quotation mark', 'a,b\n1,x"y\n', 'a quotation mark stands inside a value'],
  ['text after a quotation', 'a,b\n1,"x"y\n', 'more text follows a closing quotation mark'],
  ['a name DataFrame keeps', 'shape,b\n1,2\n', "a column cannot be called 'shape'"],
  ['a hostile name', '__proto__,b\n1,2\n', "a column cannot be called '__proto__'"],
])('refuses %s', (_what, content, message) => {
  expect(() => read(content)).toThrow(message);
});

test('refuses what is no text in that encoding, and reads it in the right one', () => {
  const latin = Buffer.from('name\nJos\xe9\n', 'latin1');
  expect(() => read(latin)).toThrow('file.csv is not written in utf-8; save it as UTF-8, or pass `encoding`');
  expect(read(latin, { encoding: 'windows-1252' }).values).toEqual([['José']]);
});

test('refuses files it cannot read', () => {
  expect(() => readCsv(join(folder, 'none.csv'))).toThrow('none.csv: there is no such file');
  expect(() => readCsv(folder)).toThrow('it is a folder, not a file');
  expect(() => readCsv('')).toThrow('it must name a file');
  expect(() => readCsv('x.csv', { delimeter: ',' } as never)).toThrow('no option `delimeter`');
});

test('rename gives a column another name', () => {
  const frame = read('size,__proto__\n3,4\n', { rename: { size: 'household', ['__proto__']: 'odd' } });
  expect(frame.columns).toEqual(['household', 'odd']);
  expect(() => read('a\n1\n', { rename: { A: 'b' } })).toThrow("`rename` names 'A', which file.csv lacks");
  expect(() => read('a,b\n1,2\n', { rename: { a: 'b' } })).toThrow("two columns of file.csv the name 'b'");
});

describe('a schema', () => {
  const schema = [
    { name: 'Gender', type: 'text', meaning: 'gender', aliases: ['Genre'] },
    { name: 'Income', type: 'number', meaning: 'income', missingAllowed: true },
    { name: 'Kids', type: 'integer', meaning: 'children' },
  ] as const;

  test('takes aliases, keeps other columns, allows missing values where it says so', () => {
    const frame = read('Kids,Genre,Income,extra\n2,Male,,x\n', { schema });
    expect(frame.columns).toEqual(['Kids', 'Gender', 'Income', 'extra']);
    expect(frame.values).toEqual([[2, 'Male', null, 'x']]);
  });

  test('names every column that lacks, what was expected and the nearest found', () => {
    expect(() => read('Gender,Incme\nMale,1\n', { schema })).toThrow(
      "file.csv lacks 2 columns 'Income' (number; the nearest found is 'Incme'), 'Kids' (integer); its header has Gender, Incme",
    );
  });

  test.each([
    ['Male,12k,1', "line 3, column 'Income': expected a number, found '12k'"],
    ['Male,"1,5",1', "column 'Income': expected a number, found '1,5'"],
    ['Male,Infinity,1', "column 'Income': expected a number, found 'Infinity'"],
    ['Male,1,1.5', "line 3, column 'Kids': expected a whole number, found '1.5'"],
    ['Male,1,', "column 'Kids': expected a whole number, found an empty value"],
    [',1,2', "column 'Gender': expected a text, found an empty value"],
  ])('names line, column, expectation and value of the bad cell in %s', (row, message) => {
    expect(() => read(`Gender,Income,Kids\nMale,1,1\n${row}\n`, { schema })).toThrow(message);
  });
});

test('every table of finite numbers survives being written and read', () => {
  const row = fc.tuple(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.integer());
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const text = `a,b\n${rows.map((values) => values.map(String).join(',')).join('\n')}\n`;
      // a whole number beyond 15 digits is taken for a code, as documented
      fc.pre(!rows.some(([value]) => /^-?\d{16,}$/.test(String(value))));
      expect(read(text).values).toEqual(rows.map(([a, b]) => [a === 0 ? Number(String(a)) : a, b]));
    }),
  );
});

test('every text survives being quoted and read', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), (values) => {
      const quoted = values.map((value) => `"${value.replaceAll('"', '""')}",x`);
      const schema = [{ name: 'a', type: 'text', meaning: 'any', missingAllowed: true }] as const;
      const expected = values.map((value) => (value.trim() === '' ? null : value));
      expect(columnOf(read(`a,b\n${quoted.join('\n')}\n`, { schema }), 'a')).toEqual(expected);
    }),
  );
});
