import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CATALOG } from '../../../src/datasets/catalog/catalog';
import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import type { DatasetName } from '../../../src/datasets/catalog/schema';
import { columnOf, numericColumn, toNumericMatrix } from '../../../src/datasets/frame/columns';
import { campaignFeatures } from '../../../src/features/campaign/campaignFeatures';
import { parseDates } from '../../../src/preprocess/clean/dates';
import { dropDuplicates } from '../../../src/preprocess/clean/duplicates';
import { correlationMatrix } from '../../../src/preprocess/correlationMatrix';
import { sampleFrame } from './datasetFiles';

const ROOT = resolve(__dirname, '../../..');
const empty = mkdtempSync(join(tmpdir(), 'samples-'));
afterAll(() => rmSync(empty, { recursive: true }));

const names = Object.keys(CATALOG) as DatasetName[];

const count = (cells: readonly unknown[], value: unknown) => cells.filter((cell) => cell === value).length;

// in a clone that holds published files in data/, the loader rightly prefers them
const loadable = names.filter((name) => !existsSync(join(ROOT, 'data', CATALOG[name].fileName)));

test.each(loadable)('the sample of %s has the published schema', (name) => {
  const { source, frame, entry } = loadDataset(name, { folder: empty });
  expect(source).toBe('sample');
  expect(frame.columns).toEqual(entry.columns.map((column) => column.name));
});

test('the generator makes these files, byte for byte', () => {
  const out = execFileSync(process.execPath, ['scripts/generate-samples.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(out.trim().split('\n')).toEqual(
    expect.arrayContaining(names.map((name) => `${CATALOG[name].sampleFileName}: as generated`)),
  );
});

test.each(names)('data/README.md describes %s as the catalog does', (name) => {
  const text = readFileSync(join(ROOT, 'data/README.md'), 'utf8');
  const { fileName, sampleFileName, sha256, columns } = CATALOG[name];
  for (const fact of [fileName, sampleFileName, sha256]) expect(text).toContain(`\`${fact}\``);
  const section = text.slice(text.indexOf(`### ${fileName}`));
  for (const { name: column, type, meaning } of columns) {
    expect(section).toContain(`| \`${column}\``);
    expect(section).toContain(`| ${type} | ${meaning}`);
  }
});

describe('the marketing sample', () => {
  const frame = sampleFrame('marketing-campaign');

  test('is written as published: tabs and CRLF', () => {
    const text = readFileSync(join(ROOT, 'data/marketing_campaign.sample.csv'), 'utf8');
    expect(text.startsWith('ID\tYear_Birth\tEducation')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(text.split('\n').length);
  });

  test('has the real flaws', () => {
    const incomes = columnOf(frame, 'Income');
    expect([incomes.length, count(incomes, null)]).toEqual([900, 11]);
    expect(count(incomes, 666666)).toBe(1);
    expect(new Set(columnOf(frame, 'Year_Birth').filter((year) => Number(year) < 1930))).toEqual(
      new Set([1893, 1899, 1900]),
    );
    const statuses = columnOf(frame, 'Marital_Status');
    for (const odd of ['YOLO', 'Absurd', 'Alone']) expect(count(statuses, odd)).toBeGreaterThan(0);
    expect(new Set(columnOf(frame, 'Z_CostContact'))).toEqual(new Set([3]));
    expect(new Set(columnOf(frame, 'Z_Revenue'))).toEqual(new Set([11]));
    const [{ count: duplicates }] = dropDuplicates(frame, { ignore: ['ID'] }).record.changes;
    expect(duplicates).toBe(70);
    expect(new Set(columnOf(frame, 'ID')).size).toBe(incomes.length);
  });

  test('hangs together as the published file does', () => {
    const { data } = campaignFeatures(parseDates(frame, 'Dt_Customer', { format: 'dd-MM-yyyy' }).data);
    const sane = columnOf(data, 'Income').map((income) => Number(income) < 600_000);
    const X = toNumericMatrix(data, ['Income', 'Total_Spending', 'Children', 'NumWebVisitsMonth']);
    const r = correlationMatrix(X.selectRows(Array.from(sane.keys()).filter((row) => sane[row])));
    expect(r.get(0, 1)).toBeGreaterThan(0.7);
    expect(r.get(1, 2)).toBeLessThan(-0.3);
    expect(r.get(0, 3)).toBeLessThan(-0.5);
    const responses = numericColumn(frame, 'Response');
    expect(responses.reduce((sum, value) => sum + value) / responses.length).toBeCloseTo(0.15, 1);
  });
});

test('the loyalty sample has next to no structure, as the published one', () => {
  const r = correlationMatrix(toNumericMatrix(sampleFrame('loyalty-members')));
  for (let i = 1; i < r.rows; i++) {
    for (let j = 1; j < i; j++) expect(Math.abs(r.get(i, j))).toBeLessThan(0.1);
  }
});

test('the online-retail sample has the real flaws', () => {
  const frame = sampleFrame('online-retail');
  expect(count(columnOf(frame, 'CustomerID'), null)).toBeGreaterThan(0);
  expect(count(columnOf(frame, 'Description'), null)).toBeGreaterThan(0);
  expect(columnOf(frame, 'InvoiceNo').some((invoice) => String(invoice).startsWith('C'))).toBe(true);
  expect(Math.min(...numericColumn(frame, 'Quantity'))).toBeLessThan(0);
  expect(Math.min(...numericColumn(frame, 'UnitPrice'))).toBe(0);
  expect(dropDuplicates(frame).record.changes[0].count).toBeGreaterThan(0);
  const descriptions = columnOf(frame, 'Description').map(String);
  for (const hard of [',', '"', '£']) expect(descriptions.some((text) => text.includes(hard))).toBe(true);
  expect(() => parseDates(frame, 'InvoiceDate', { format: 'M/d/yyyy H:mm' })).not.toThrow();
});
