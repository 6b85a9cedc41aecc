import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { csvInParts, csvTable } from '../../../../src/datasets/read/csv/csvInParts';
import { csvReader } from '../../../../src/datasets/read/csv/csvReader';
import { openFile } from '../../../../src/datasets/read/openFile';
import type { TextTable } from '../../../../src/datasets/read/textTable';

// cspell:ignore näme nžluť ncaf

/** A file that is read in parts gives what it gives at once, wherever the parts end. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  columns?: TextTable['columns'];
  rows?: number;
  places?: string[];
  message?: string;
}

function told(read: () => TextTable): Told {
  try {
    const { columns, rows, place } = read();
    return { columns, rows, places: Array.from({ length: rows }, (_, row) => place(row)) };
  } catch (error) {
    return { message: (error as Error).message };
  }
}

function inAllWays(text: string, size: number): { whole: Told; parts: Told; pieces: Told } {
  const path = join(folder, 'a.csv');
  writeFileSync(path, text);
  return {
    whole: told(() => csvReader.read(openFile(path), { delimiter: ',' }) as TextTable),
    parts: told(() => csvInParts(openFile(path), { delimiter: ',', size }).table),
    pieces: told(() => csvTable(text.replace(/^\ufeff/, ''), 'a.csv', ',', size).table),
  };
}

const TEXTS: readonly [string, string][] = [
  ['plain rows', 'a,b\n1,2\n3,4\n5,6\n'],
  ['line ends of all kinds', 'a,b\r\n1,2\n3,4\r5,6\r\n7,8'],
  ['carriage returns alone', 'a,b\r1,2\r3,4\r'],
  ['line ends and quotation marks within values', 'a,b\n"1\n2","x ""y"""\n3,"4\n5"\n6,7\n'],
  ['blank lines before, between and after', '\n\na,b\n\n1,2\n\n\n3,4\n\n\n'],
  ['one column with missing values', 'a\n1\n\n3\n\n\n'],
  ['one column that ends in a quoted nothing', 'a\n1\n""\n'],
  ['a byte order mark', '\ufeffa,b\n1,2\n'],
  ['delimiters at the end of every line', 'a,b,\n1,2,\n3,4,\n'],
  ['delimiters at the end of every line but the header', 'a,b\n1,2,\n3,4,\n'],
  ['a value behind the header', 'a,b\n1,2\n3,4,5\n'],
  ['a short row', 'a,b,c\n1,2,3\n4,5\n'],
  ['a short row of a total', 'a,b,c\n1,2,3\nTotal,5\n'],
  ['names without a name', ',b,\n1,2,3\n'],
  ['a name that occurs twice', 'a,a\n1,2\n'],
  ['a header alone', 'a,b\n'],
  ['an open quotation mark', 'a,b\n1,"2\n3,4\n'],
  ['a mark within a value', 'a,b\n1,2\n3,x"y"\n'],
  ['a declared delimiter', 'sep=,\na,b\n1,2\n3,4\n'],
  ['titles above the header', 'Customers of May\n\na,b,c\n1,2,3\n4,5,6\n'],
  ['letters of several bytes', 'näme,b\nÄÖÜ,é\nžluť,猫\n'],
];

test.each(TEXTS)('%s', (_what, text) => {
  for (const size of [1, 2, 3, 5, 8, 13, 1000]) {
    const { whole, parts, pieces } = inAllWays(text, size);
    expect({ size, ...parts }).toEqual({ size, ...whole });
    expect({ size, ...pieces }).toEqual({ size, ...whole });
  }
});

test('whatever stands in it', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '1', 'a b', '"x,y"', '"l\nm"', '"q""q"', 'é'),
    fc.string({ maxLength: 4 }).map((text) => text.replace(/[",\r\n\0]/g, '')),
  );
  const line = fc.tuple(cell, cell, cell).map((cells) => cells.join(','));
  const file = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'));
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 40 }), ([lines, end], size) => {
      const { whole, parts, pieces } = inAllWays(['x,y,z', ...lines, ''].join(end), size);
      expect(parts).toEqual(whole);
      expect(pieces).toEqual(whole);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('bytes that are no UTF-8 are asked for, and read in the encoding that is given', () => {
  const path = join(folder, 'b.csv');
  writeFileSync(path, Buffer.from('a,b\ncaf\u00e9,1\n', 'latin1'));
  expect(() => csvInParts(openFile(path))).toThrow('is not written in utf-8');
  const { table } = csvInParts(openFile(path), { encoding: 'windows-1252' });
  expect(table.columns[0].cells).toEqual(['café']);
});
