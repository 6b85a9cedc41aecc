import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../../src/datasets/read/readTable';
import { csvText } from '../../../src/datasets/write/writeCsv';

/** What attacks have found: small files that held a reader up, crashed it, or came out as something that runs. */

/** What becomes of each: how many rows it has, or what is said. */
const CASES: Readonly<Record<string, number | RegExp>> = {
  '$&.csv': 30,
  'digits-and-a-letter.csv': 2,
  'directory-that-leads-around.xls': / did not end within |more memory/,
  'footer-longer-than-the-file.parquet': /damaged Parquet/,
  'formulas-behind-separators.csv': 60,
  'letter-of-windows-1252.csv': 2,
  'line-ends-of-both-kinds.csv': 2,
  'nested-20000-deep.jsonl.gz': /more than 100 deep/,
  'one-name-for-all-columns.csv': /two columns called/,
  'quotation-mark-left-open-in-the-header.csv': /an opening quotation mark is never closed/,
  'spaces-within-a-moment.csv': 2,
  'spaces-within-a-number.csv': 2,
};

/** Some took minutes, with a few hundred bytes. In ms, on a busy machine. */
const PATIENCE = 10_000;

/** The library that reads spreadsheets does not come to an end by itself. */
beforeAll(() => {
  process.env.CUSTOMER_SEGMENTATION_SPREADSHEET_SECONDS = '0.5';
});
afterAll(() => {
  delete process.env.CUSTOMER_SEGMENTATION_SPREADSHEET_SECONDS;
});

test('every file is named', () => {
  expect(Object.keys(CASES)).toEqual(
    readdirSync(__dirname)
      .filter((name) => name !== 'cases.test.ts')
      .sort(),
  );
});

test.each(Object.entries(CASES))('%s', async (name, expected) => {
  const started = performance.now();
  const read = readTable(join(__dirname, name));
  if (typeof expected === 'number') expect((await read).rows).toBe(expected);
  else await expect(read).rejects.toThrow(expected);
  expect(performance.now() - started).toBeLessThan(PATIENCE);
});

test('a name with a dollar sign stands in messages as it is', async () => {
  await expect(readTable(join(__dirname, '$&.csv'), { columns: ['c'] })).rejects.toThrow(/\$&\.csv/);
});

test('a formula behind a separator is written as text', async () => {
  const { written } = await readTable(join(__dirname, 'formulas-behind-separators.csv'));
  expect(csvText(written)).toContain("a0;'=1+1");
  expect(csvText(written)).not.toContain(';=');
});
