import { Random } from '../../src/core/random';
import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import type { Cell } from '../../src/table/cell';
import type { TableData } from '../../src/table/tableData';
import { customers } from '../segmentation/customers';

/** A model, and customers to score by it. */
export interface ScoredCase {
  name: string;
  model: SegmentationModel;
  table: TableData;
}

const CLUSTERED = ['Age', 'Income', 'Spending', 'City', 'Joined', 'Newsletter', 'Discount', 'Born'];

/** Customers with numbers, categories, dates, yes and no, percents and units, and what customers of a shop lack. */
function shop(rows: number, seed: number): TableData {
  const random = new Random(seed);
  const base = customers(rows, seed);
  const yes = base.Age.map((age) => (age > 40 ? 'yes' : 'no'));
  return {
    ...base,
    Newsletter: yes,
    Discount: base.Age.map((age) => Math.round(10 * random.normal(age / 4, 1)) / 10),
    Born: base.Age.map((age, i) => `${2024 - age}-0${1 + (i % 9)}-1${i % 10}`),
    'a "quoted"\n`name\\': base.Spending.map((spending) => Math.max(0, spending)),
  };
}

/** The same customers with holes: missing, not finite, in other words, of categories and days that no fit has seen. */
function withHoles(table: TableData): TableData {
  const put = (column: string, values: readonly Cell[]) =>
    table[column].map((cell, row) => (row % 11 === values.length % 11 ? values[row % values.length] : cell));
  return {
    ...table,
    Age: put('Age', [null, Number.NaN]),
    Income: put('Income', [-5, 0, 1e-9, null]),
    City: put('City', [null, 'Atlantis', ' York ', '', 'YORK', 'york. ']),
    Joined: put('Joined', ['2099-01-01', null, '2015-02-30', 'soon', '2012-06-30 10:15:00']),
    Newsletter: put('Newsletter', ['TRUE', 'false', 'Ja', null, 'perhaps', '1']),
  };
}

/** Every algorithm, scaling and way with missing values, over customers of all kinds. */
export function casesForSql(rows = 300): ScoredCase[] {
  const [known, others] = [shop(rows, 3), withHoles(shop(rows, 4))];
  const hostile = 'a "quoted"\n`name\\';
  const variants: Record<string, SegmentationOptions> = {
    'k-means': { k: 4, columns: CLUSTERED },
    'k-means, filled': { k: 3, columns: CLUSTERED, missing: 'fill' },
    'k-means, logarithm, robust': {
      k: 4,
      columns: ['Income', hostile],
      log: ['Income', hostile],
      scale: 'robust',
    },
    'k-means, min–max': { k: 5, columns: CLUSTERED.slice(0, 3), scale: 'minmax' },
    'k-means, unscaled': { k: 12, columns: ['Age', 'Spending'], scale: 'none' },
    'k-means, one segment': { k: 1, columns: ['Age', 'Spending'] },
    'k-means, three components': { k: 3, columns: CLUSTERED, pca: 3 },
    'Ward, 90% of the variance': { algorithm: 'agglomerative', k: 3, columns: CLUSTERED, pca: 0.9 },
    'average linkage': {
      algorithm: 'agglomerative',
      linkage: 'average',
      k: 3,
      columns: CLUSTERED.slice(0, 4),
    },
    'complete linkage': {
      algorithm: 'agglomerative',
      linkage: 'complete',
      k: 4,
      columns: CLUSTERED.slice(0, 4),
    },
    'single linkage': { algorithm: 'agglomerative', linkage: 'single', k: 2, columns: CLUSTERED.slice(0, 3) },
    DBSCAN: { algorithm: 'dbscan', columns: CLUSTERED.slice(0, 3) },
    'DBSCAN without segments': { algorithm: 'dbscan', eps: 1e-6, columns: CLUSTERED.slice(0, 3) },
    'k-prototypes': { algorithm: 'kprototypes', k: 4, columns: CLUSTERED },
    'k-prototypes, categories alone': { algorithm: 'kprototypes', k: 2, columns: ['City'] },
    ...Object.fromEntries(
      (['full', 'tied', 'diagonal', 'spherical'] as const).map((covariance) => [
        `Gaussian mixture, ${covariance}`,
        { algorithm: 'gaussian-mixture' as const, covariance, k: 3, columns: ['Age', 'Income', 'Spending'] },
      ]),
    ),
  };
  const shopCases = Object.entries(variants).map(
    ([name, options]): ScoredCase => ({
      name,
      model: new Segmentation(options).fit(known),
      table: others,
    }),
  );
  return [...shopCases, ties(), codes()];
}

/** Customers half way between centers, and on them. */
function ties(): ScoredCase {
  const model = new Segmentation({ k: 4, scale: 'none' }).fit({
    x: [0, 0, 2, 2, 0, 0, 2, 2],
    y: [0, 0, 0, 0, 2, 2, 2, 2],
  });
  const steps = [-1, 0, 0.5, 1, 1.5, 2, 3];
  const table = { x: steps.flatMap((x) => steps.map(() => x)), y: steps.flatMap(() => steps) };
  return { name: 'ties', model, table };
}

/** Categories in several spellings, and a code for a missing value. */
function codes(): ScoredCase {
  const known = customers(200, 5);
  const region = known.Age.map((age) => (age > 45 ? '1' : '2'));
  const age = known.Age.map((years, row) => (row % 20 === 0 ? 999 : years));
  const columns = ['Age', 'Region code', 'Income'];
  const model = new Segmentation({ k: 3, columns, missingCodes: ['Age=999'], id: 'id' }).fit({
    ...{ id: known.id, Age: age, Income: known.Income },
    'Region code': region.map((code) => `R${code}`),
  });
  const table = {
    Age: age,
    Income: known.Income,
    'Region code': region.map(
      (code, row) => [` R${code} `, `r${code}`, `R${code}.`, `r${code}. `][row % 7] ?? `R${code}`,
    ),
  };
  return { name: 'codes', model, table };
}
