import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import * as spreadsheet from 'xlsx';
import { readTable } from '../../../src/datasets/read/readTable';
import { csvText, writeCsv } from '../../../src/datasets/write/writeCsv';

const plain = { bom: false };
const lines = (text: string) => text.split('\r\n').slice(0, -1);

/** What a spreadsheet program finds in the cells, first row included, when it takes every cell as text. */
function asSpreadsheet(text: string): string[][] {
  const book = spreadsheet.read(Buffer.from(text), { type: 'buffer', raw: true });
  const sheet = book.Sheets[book.SheetNames[0]];
  return spreadsheet.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false });
}

/** Whether any cell became a formula. */
function formulas(text: string): string[] {
  const book = spreadsheet.read(Buffer.from(text), { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0]];
  return Object.values(sheet).flatMap((cell) => (cell?.f ? [String(cell.f)] : []));
}

describe('csvText', () => {
  test('header, CR LF, a decimal point, all digits, empty for missing', () => {
    const table = {
      id: ['00123', '00124'],
      value: [0.1 + 0.2, -1e-7],
      known: [true, null],
      big: [NaN, 2 ** 53],
    };
    expect(lines(csvText(table, plain))).toEqual([
      'id,value,known,big',
      '00123,0.30000000000000004,true,',
      '00124,-1e-7,,9007199254740992',
    ]);
  });

  test('quotes what needs it, and every kind of line end', () => {
    const cells = ['a,b', 'say "hi"', 'lf\nlf', 'cr\rcr', 'crlf\r\n', ' edge '];
    expect(csvText({ cells }, plain)).toBe(
      'cells\r\n"a,b"\r\n"say ""hi"""\r\n"lf\nlf"\r\n"cr\rcr"\r\n"crlf\r\n"\r\n edge \r\n',
    );
  });

  test('a column alone keeps its missing values: they are no empty lines', () => {
    expect(csvText({ a: [1, null, 2] }, plain)).toBe('a\r\n1\r\n""\r\n2\r\n');
  });

  test('the byte order mark stands first, unless switched off', () => {
    expect(csvText({ a: [1] })).toBe('\ufeffa\r\n1\r\n');
  });

  test('another delimiter', () => {
    expect(csvText({ a: ['x;y', 'x,y'], b: [1.5, 2] }, { delimiter: ';', bom: false })).toBe(
      'a;b\r\n"x;y";1.5\r\nx,y;2\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '＝1'])('neutralizes %j', (text) => {
    const [header, cell] = parse(csvText({ [text]: [text] }, plain)) as string[][];
    expect([header[0], cell[0]]).toEqual([`'${text}`, `'${text}`]);
  });

  test.each([
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['a;=1+1', "a;'=1+1"],
    ['a\t=1+1', "a\t'=1+1"],
    ['a|@SUM(A1)', "a|'@SUM(A1)"],
    ['a\n-1+cmd', "a\n'-1+cmd"],
    ['a;"=1+1"', 'a;"\'=1+1"'],
    ['a,+1+1', "a,'+1+1"],
    ['a;;=1', "a;;'=1"],
    ['a;-5;+1.5%;b', 'a;-5;+1.5%;b'],
    ['Smith, Ann; a=b', 'Smith, Ann; a=b'],
    [' =1+1', " '=1+1"],
    ['\u00a0\u200b@SUM(A1)', "\u00a0\u200b'@SUM(A1)"],
    ['\ufeff=1', "\ufeff'=1"],
    ['\0\x01-1+cmd', "\0\x01'-1+cmd"],
    ['"=1+1', '"\'=1+1'],
    ['a; =1+1', "a; '=1+1"],
    ['a;\u200f"+1+1', 'a;\u200f"\'+1+1'],
    ['a\v=1\f=2\x1f=3\x85=4\u2028=5', "a\v'=1\f'=2\x1f'=3\x85'=4\u2028'=5"],
    ['a;\u{e0001}=1', "a;\u{e0001}'=1"],
    ['a;b =1', 'a;b =1'],
    [' -5.5', ' -5.5'],
    [' -5.5+1', " '-5.5+1"],
    ['a; -5 ', "a; '-5 "],
  ])('a formula behind a separator within a text does not run either: %j', (text, written) => {
    const [header, cell] = parse(csvText({ [text]: [text] }, plain)) as string[][];
    expect([header[0], cell[0]]).toEqual([written, written]);
    expect(csvText({ a: [text] }, { ...plain, neutralizeFormulas: false })).not.toContain("'");
  });

  test.each(['^', ' ', ':', '.'])('nor behind the delimiter %j of the file', (delimiter) => {
    const table = { x: [`a${delimiter}=1+1`, `a${delimiter}-5`], y: [1, 2] };
    const cells = csvText(table, { ...plain, delimiter });
    expect(cells).toContain(`a${delimiter}'=1+1`);
    expect(cells).toContain(`a${delimiter}-5`);
  });

  test('a text of nothing but separators takes one pass', () => {
    const text = `${';'.repeat(300_000)}=`;
    expect(csvText({ a: [text] }, plain)).toContain(";'=");
  });

  test('numbers are no formulas, negative ones neither', () => {
    expect(csvText({ a: [-5, -1e21] }, plain)).toBe('a\r\n-5\r\n-1e+21\r\n');
  });

  test('leaves formulas alone when told to', () => {
    expect(csvText({ a: ['=1+1'] }, { neutralizeFormulas: false, bom: false })).toBe('a\r\n=1+1\r\n');
  });

  test('a column called __proto__ is a column', () => {
    const table = Object.fromEntries([
      ['__proto__', ['x']],
      ['constructor', ['y']],
    ]);
    expect(csvText(table, plain)).toBe('__proto__,constructor\r\nx,y\r\n');
  });

  test('refuses what is no table, and options that are off', () => {
    expect(() => csvText({})).toThrow('the table has no columns');
    expect(() => csvText({ a: [1], b: [1, 2] })).toThrow("column 'b' has 2 values; 'a' has 1");
    expect(() => csvText({ a: [1] }, { delimiter: ', ' })).toThrow(
      "`delimiter` is ', '; it must be one character",
    );
    expect(() => csvText({ a: [1] }, { delimiter: '"' })).toThrow('`delimiter`');
    expect(() => csvText({ a: [1] }, { formulas: true } as never)).toThrow('no option `formulas`');
  });

  test('what is written comes back from a CSV reader and from a spreadsheet program', () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((text) => !/^[\s=+\-@＝＋－＠\ufeff]|\0/.test(text)),
      fc.constantFrom('00123', 'a;b', 'a,b', '"', 'Zoë Ünal', '客户', 'line\nline', "'", '12,5', '3e5'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = csvText({ first: rows.map(([a]) => a), second: rows.map(([, b]) => b) });
        const expected = [['first', 'second'], ...rows];
        expect(parse(text, { bom: true, record_delimiter: '\r\n' })).toEqual(expected);
        expect(asSpreadsheet(text)).toEqual(expected);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('no text becomes a formula of a spreadsheet program, unless switched off', () => {
    const table = { '=cmd()': ['=1+1', '=HYPERLINK("x")'], b: [-1, 2] };
    expect(formulas(csvText(table))).toEqual([]);
    expect(formulas(csvText(table, { neutralizeFormulas: false }))).toContain('1+1');
  });
});

test('missing values of a table of one column come back, the last one too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'));
  writeCsv(join(folder, 'one.csv'), { id: [null, 'x', null, null] });
  const { table } = await readTable(join(folder, 'one.csv'));
  expect(table).toEqual({ id: [null, 'x', null, null] });
  rmSync(folder, { recursive: true });
});

test('writeCsv writes the whole file and nothing beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'));
  writeCsv(join(folder, 'out', 'segments.csv'), { id: ['Zoë'], segment: [0] });
  expect(readFileSync(join(folder, 'out', 'segments.csv'), 'utf8')).toBe('\ufeffid,segment\r\nZoë,0\r\n');
  expect(readdirSync(join(folder, 'out'))).toEqual(['segments.csv']);
  rmSync(folder, { recursive: true });
});
