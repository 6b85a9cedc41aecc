import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from 'xlsx';
import { openFile } from '../../../../src/datasets/read/openFile';
import { readOpened, readTable } from '../../../../src/datasets/read/readTable';

const LIMIT = 'CUSTOMER_SEGMENTATION_SPREADSHEET_SECONDS';
const FORMATS = [
  ['xls', 'biff8'],
  ['xlsx', 'xlsx'],
  ['ods', 'ods'],
] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'time-limit-'));
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['a', 'b'], ...Array.from({ length: 9 }, (_, i) => [i, i])]),
  );
  for (const [ending, bookType] of FORMATS)
    writeFileSync(join(folder, `x.${ending}`), write(book, { type: 'buffer', bookType }));
});
afterEach(() => {
  delete process.env[LIMIT];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** No thread starts within a microsecond, so that even an honest file is one that did not end. */
const AT_ONCE = '0.000001';

describe.each(FORMATS)('.%s', (ending) => {
  const file = () => join(folder, `x.${ending}`);

  test('is read under a limit for time, by the command line and the library', async () => {
    expect((await readTable(file())).rows).toBe(9);
    process.env[LIMIT] = AT_ONCE;
    await expect(readTable(file())).rejects.toThrow(
      `x.${ending} is a damaged spreadsheet (reading it did not`,
    );
  });

  test('is read under the same limit by the dashboard, which opens files with limits', async () => {
    process.env[LIMIT] = AT_ONCE;
    const opened = openFile(file(), { rows: 1000, columns: 100 });
    await expect(readOpened(opened, {})).rejects.toThrow(/ did not end within /);
  });

  test.each(['', '0', '-1', 'soon', '1e300'])('%p is no limit: the usual one holds', async (seconds) => {
    process.env[LIMIT] = seconds;
    expect((await readTable(file())).rows).toBe(9);
  });
});
