import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../src/datasets/read/readTable';
import { Segmentation } from '../../src/segmentation/segmentation';

const FOLDER = join(__dirname, '10-total-row-at-the-end');
const CLEAN = join(FOLDER, 'customers_clean.csv');
const [HEADER, ...LINES] = readFileSync(CLEAN, 'utf8').trim().split('\n');

const folder = mkdtempSync(join(tmpdir(), 'totals-'));
afterAll(() => rmSync(folder, { recursive: true }));

function temporaryFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function fitted(path: string) {
  const table = await readTable(path);
  return new Segmentation().fit(table);
}

function expectClean(model: Awaited<ReturnType<typeof fitted>>): void {
  expect(model.sizes).toEqual([10, 8, 6]);
  expect(model.inertia).toBeCloseTo(2.8514, 4);
  expect(model.silhouette).toBeCloseTo(0.8159, 4);
  expect(model.columns.map(({ name }) => name)).toEqual(['Age', 'Orders', 'Spend']);
  expect(model.id).toBe('Customer No');
}

test('the clean file has three segments and nothing to say', async () => {
  const model = await fitted(CLEAN);
  expectClean(model);
  expect([model.dropped, model.warnings]).toEqual([[], []]);
});

test.each(['customers_total.csv', 'customers_total.xlsx'])(
  '%s: the total is left out, and said',
  async (file) => {
    const model = await fitted(join(FOLDER, file));
    expectClean(model);
    expect(model.warnings).toEqual([
      "Row 25 ('Grand total') is the sum of the other rows, no customer: left out.",
    ]);
    expect(model.dropped).toEqual([
      {
        step: 'Leave out rows that are no customers',
        rowsBefore: 25,
        rowsAfter: 24,
        changes: [{ what: 'totals, no customer', count: 1 }],
      },
    ]);
  },
);

const TOTAL = 'Summe,,38.5,236,12883';
const AVERAGE = 'Durchschnitt,,38.5,9.8,536.8';

/** Subtotals of the first and the last twelve customers. */
function withSubtotals(): string[] {
  const subtotal = (lines: readonly string[], name: string) => {
    const sum = (at: number) => lines.reduce((total, line) => total + Number(line.split(',')[at]), 0);
    return `Subtotal ${name},,${sum(2)},${sum(3)},${sum(4)}`;
  };
  const [first, last] = [LINES.slice(0, 12), LINES.slice(12)];
  return [...first, subtotal(first, 'A–L'), ...last, subtotal(last, 'M–Z'), 'Grand total,,925,236,12883'];
}

test.each([
  ['a row at the top', [TOTAL, ...LINES]],
  ['a row of averages', [...LINES, AVERAGE]],
  ['both, and remarks', [...LINES, TOTAL, AVERAGE, 'Exported on 2024-05-01,,,,', 'Page 1 of 1,,,,']],
  ['the header again, and a blank row', [...LINES.slice(0, 9), HEADER, ...LINES.slice(9), ',,,,', TOTAL]],
  ['lines that end early', [...LINES, 'Grand total,,,,12883', 'Exported on 2024-05-01', 'Page 1 of 1']],
  ['no label at all', [...LINES, ',,925,236,12883']],
  ['subtotals', withSubtotals()],
])('%s', async (_, lines) => {
  const path = temporaryFile('customers.csv', `${[HEADER, ...lines].join('\n')}\n`);
  const model = await fitted(path);
  expectClean(model);
  expect(model.clustered).toBe(24);
  expect(model.rows).toBe(lines.length);
});

test('JSON lines', async () => {
  const names = HEADER.split(',');
  const rows = [...LINES, TOTAL].map((line) => {
    const entries = line.split(',').map((text, j) => [names[j], j < 2 ? text : Number(text)]);
    return JSON.stringify(Object.fromEntries(entries));
  });
  expectClean(await fitted(temporaryFile('customers.jsonl', `${rows.join('\n')}\n`)));
});

test('columns of a notebook', () => {
  const names = HEADER.split(',');
  const table = Object.fromEntries(
    names.map((name, j) => [
      name,
      [TOTAL, ...LINES].map((line) => {
        const text = line.split(',')[j];
        return j < 2 ? text || null : Number(text);
      }),
    ]),
  );
  expectClean(new Segmentation().fit(table));
});

test('a total among new customers is not scored, whatever else is', async () => {
  const model = await fitted(CLEAN);
  const table = await readTable(join(FOLDER, 'customers_total.csv'));
  const { labels, notScored } = model.predict(table);
  expect(notScored).toEqual([
    { row: 24, column: 'Customer No', reason: 'no customer: the sum of the other rows' },
  ]);
  expect(Array.from(labels.slice(0, 24))).toEqual(Array.from(model.labels!));
});

test('a row that only reads like a total is asked about', async () => {
  const lines = LINES.map(
    (line, i) => `Firm ${'ABCDEFGHIJKLMNOPQRSTUVWX'[i]},${line.split(',').slice(2).join(',')}`,
  );
  const path = temporaryFile(
    'firms.csv',
    `Firm,Age,Orders,Spend\n${[...lines, 'Total,35,9,500'].join('\n')}\n`,
  );
  const { warnings, clustered } = await fitted(path);
  expect(clustered).toBe(25);
  expect(warnings).toContain(
    "Row 25 ('Total') is called like a row of totals, but its numbers add nothing up: it counts as a customer; remove it where it is none.",
  );
});
