import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import { Matrix } from '../../src/core/matrix';
import { profileSegments } from '../../src/profile/segmentProfile';

const folder = process.env.CUSTOMER_DATA_DIR ?? '';

/** The rows of a published file as records of numbers and texts. */
function read(file: string): Record<string, number | string>[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return parse(text, { columns: true, delimiter: text.includes('\t') ? '\t' : ',', cast: castCell });
}

function castCell(value: string, { header }: { header: boolean }): number | string {
  return !header && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

function whenPublished(file: string, tests: () => void): void {
  if (folder !== '' && existsSync(join(folder, file))) describe(file, tests);
  else describe.skip(`${file} (SKIPPED: not in the folder that CUSTOMER_DATA_DIR names)`, tests);
}

const asTable = (rows: Record<string, number | string>[]) =>
  Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]));

/** Labels from k-means on standardized columns. */
function segmentsOf(
  rows: Record<string, number | string>[],
  columns: string[],
  nClusters: number,
): Int32Array {
  const scaled = columns.map((name) => {
    const values = rows.map((row) => Number(row[name]));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return values.map((value) => (value - mean) / deviation);
  });
  const X = Matrix.fromRows(rows.map((_, i) => scaled.map((column) => column[i])));
  return new KMeans({ nClusters, seed: 7 }).fit(X).labels;
}

function campaignCustomers(): Record<string, number | string>[] {
  const total = (row: Record<string, number | string>, start: string) =>
    Object.keys(row).reduce((sum, name) => (name.startsWith(start) ? sum + Number(row[name]) : sum), 0);
  return read('marketing_campaign.csv')
    .map((row) => ({
      ...row,
      Age: 2014 - Number(row.Year_Birth),
      Total_Spending: total(row, 'Mnt'),
      Promotions_Accepted: total(row, 'AcceptedCmp') + Number(row.Response),
      Family_Size:
        1 +
        Number(/Married|Together/.test(String(row.Marital_Status))) +
        Number(row.Kidhome) +
        Number(row.Teenhome),
    }))
    .filter((row: Record<string, number | string>) => row.Income !== '' && Number(row.Income) < 600_000)
    .filter(({ Age }) => Age < 90);
}

whenPublished('marketing_campaign.csv', () => {
  const columns = [
    'Income',
    'Total_Spending',
    'Age',
    'Kidhome',
    'Teenhome',
    'Family_Size',
    'NumDealsPurchases',
  ];

  test('four segments carry the names of the study, each word backed by numbers', () => {
    const rows = campaignCustomers();
    expect(rows).toHaveLength(2212);
    const profiles = profileSegments(asTable(rows), segmentsOf(rows, columns, 4));
    const spending = (name: string) => profiles.find((profile) => profile.name === name)?.shareOfSpending;
    expect(profiles.map(({ name }) => name).sort()).toEqual([
      'Affluent couples and singles',
      'Established families with mixed spending',
      'Middle-income families with teenagers',
      'Younger families on a limited income',
    ]);
    expect(spending('Affluent couples and singles')).toBeGreaterThan(0.45);
    expect(spending('Younger families on a limited income')).toBeLessThan(0.1);
    expect(new Set(profiles.map(({ action }) => action.rule)).size).toBe(4);
  });
});

whenPublished('Mall_Customers.csv', () => {
  test('five segments by income and score', () => {
    const rows = read('Mall_Customers.csv');
    const labels = segmentsOf(rows, ['Annual Income (k$)', 'Spending Score (1-100)'], 5);
    expect(profileSegments(asTable(rows), labels).map(({ name }) => name)).toEqual([
      'Middle-income customers with average spending',
      'Younger, affluent big spenders',
      'Careful high earners',
      'Budget shoppers',
      'Younger, low-income big spenders',
    ]);
  });
});

whenPublished('customer_segmentation_data.csv', () => {
  test('four segments by income and score, none claiming age, tenure or category', () => {
    const rows = read('customer_segmentation_data.csv');
    const labels = segmentsOf(rows, ['income', 'spending_score'], 4);
    const profiles = profileSegments(asTable(rows), labels);
    expect(profiles.map(({ name }) => name).sort()).toEqual([
      'Affluent big spenders',
      'Budget shoppers',
      'Careful high earners',
      'Low-income big spenders',
    ]);
    for (const { overRepresented, underRepresented } of profiles) {
      const columns = [...overRepresented, ...underRepresented].map(({ column }) => column);
      expect(columns.sort()).toEqual(['income', 'spending_score']);
    }
  });
});
