import { join } from 'node:path';
import fc from 'fast-check';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import { InputError } from '../../src/core/errors';
import type { Progress } from '../../src/core/progress';
import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { createFrame } from '../../src/datasets/frame/dataFrame';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { useEngine } from '../../src/tensor/chooseEngine';
import { tensorflow } from '../../src/tensor/native/tensorflow';
import { fileFrame } from '../datasets/catalog/datasetFiles';
import { describePublished } from '../datasets/catalog/published';
import { customers } from './customers';

const table = customers(120);
const segmented = (options: SegmentationOptions = {}, data: object = table) =>
  new Segmentation(options).fit(data as never);

describe('a fit', () => {
  const model = segmented({ k: 4 });

  test('tells the kinds of customers apart, in original units, with everything said', () => {
    expect(model).toMatchObject({ k: 4, algorithm: 'kmeans', rows: 120, clustered: 120, id: 'id', noise: 0 });
    expect(model.sizes).toEqual([30, 30, 30, 30]);
    expect(model.structure).toBe('clear');
    expect(model.structureSummary).toMatch(/^Clear structure/);
    expect(model.labels!.every((label, i) => label === model.labels![i % 4])).toBe(true);
    expect(model.columns.map(({ name }) => name)).toEqual(['Age', 'Income', 'Spending']);
    expect(model.names).toHaveLength(4);
    expect(model.profiles.map(({ size }) => size)).toEqual(model.sizes);
    expect(model.ids!.slice(0, 2)).toEqual(['C00001', 'C00002']);
  });

  test('identifiers keep their zeros, and describe no segment', () => {
    const id = table.Age.map((_, i) => String(i).padStart(5, '0'));
    const coded = segmented({ k: 4 }, { ...table, id });
    expect([coded.id, coded.ids!.slice(0, 2)]).toEqual(['id', ['00000', '00001']]);
    expect(coded.profiles[0].features.map(({ column }) => column)).not.toContain('id');
    const numbered = segmented({ k: 4, id: 'id' }, { ...table, id: id.map(Number) });
    expect(numbered.profiles[0].features.map(({ column }) => column)).not.toContain('id');
  });

  test('a label or a unit for the identifier changes nothing, also once saved', () => {
    const named = segmented({ k: 4, labels: { id: 'Member' }, units: { id: 'number' } });
    expect([named.id, named.labels, named.profiles]).toEqual(['id', model.labels, model.profiles]);
    const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(named)));
    expect(loaded.profile(table)).toEqual(model.profile(table));
    expect(() => segmented({ k: 4, labels: { Id: 'Member' } })).toThrow("`labels` names the column 'Id'");
  });

  test('is k-means on standardized columns, no more', () => {
    const rows = table.Age.map((age, i) => [age, table.Income[i], table.Spending[i]]);
    const scaled = new StandardScaler().fit(rows).transform(rows);
    const { labels, inertia } = new KMeans({ nClusters: 4 }).fit(scaled);
    expect(model.labels).toEqual(labels);
    expect(model.inertia).toBeCloseTo(inertia, 9);
  });

  test('says of every other column why it was left out, and profiles categories all the same', () => {
    expect(model.ignoredColumns).toEqual([
      { name: 'id', reason: 'identifies customers' },
      { name: 'City', reason: 'categories; they are profiled, not clustered on' },
      { name: 'Country', reason: "constant: always 'UK'" },
      { name: 'Joined', reason: expect.stringMatching(/^dates/) },
    ]);
    expect(model.profiles[0].features.some(({ column }) => column === 'City')).toBe(true);
  });

  test('describes its columns by range and quantiles', () => {
    const [age] = model.columns;
    const sorted = table.Age.slice().sort((a, b) => a - b);
    expect(age).toMatchObject({ kind: 'numeric', range: [sorted[0], sorted[119]], log: false });
  });

  test('draws a sample on the axes along which customers differ', () => {
    const { coordinates, labels, axes, rows } = model.projection;
    expect([coordinates.rows, coordinates.cols, labels.length, rows!.length]).toEqual([120, 3, 120, 120]);
    expect(axes.map(({ name }) => name)).toEqual(['PC1', 'PC2', 'PC3']);
    expect(axes.reduce((sum, { explained }) => sum + explained, 0)).toBeCloseTo(1, 12);
    expect(axes[0].meaning).toMatch(/^more (spending|income)/);
  });

  test('tells its progress', () => {
    const steps: Progress[] = [];
    new Segmentation({ k: 2 }).fit(table, { onProgress: (progress) => steps.push(progress) });
    const told = steps.map(({ step }) => step).filter((step, i, all) => step !== all[i - 1]);
    expect(told).toEqual([
      ...['columns read', 'starts drawn', 'starts converged', 'customers clustered', 'segments described'],
    ]);
    expect(steps.every(({ done, total }) => done <= total)).toBe(true);
  });

  test('is judged when it is first asked for, once, and can be stopped', () => {
    const fresh = segmented({ k: 4 });
    const stop = () => {
      throw new Error('a newer change');
    };
    expect(() => fresh.judge(stop)).toThrow('a newer change');
    const told: Progress[] = [];
    const judgment = fresh.judge((progress) => told.push(progress));
    expect(told.length).toBeGreaterThan(8);
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
    const { silhouette, silhouetteRows, structure, structureSummary, stability } = model;
    expect(judgment).toEqual({ silhouette, silhouetteRows, structure, structureSummary, stability });
    expect(fresh.judge(stop)).toBe(judgment);
  });

  test('reads a data frame as it reads columns', () => {
    expect(JSON.stringify(segmented({ k: 4 }, createFrame(table)))).toBe(JSON.stringify(model));
  });

  test('leaves no tensor behind', () => {
    useEngine('native');
    const before = tensorflow().memory().numTensors;
    segmented({ k: 3 });
    expect(tensorflow().memory().numTensors).toBe(before);
    useEngine('auto');
  });

  test('carries names, labels and units given', () => {
    const named = segmented({
      k: 2,
      names: { 0: 'VIPs' },
      labels: { Income: 'Yearly income' },
      units: { Income: '£' },
    });
    expect(named.names[0]).toBe('VIPs');
    expect(named.columns[1]).toMatchObject({ label: 'Yearly income', unit: '£' });
  });
});

describe('choosing k', () => {
  test('finds the kinds there are, and tells of it', () => {
    const steps = new Set<string>();
    const model = new Segmentation().fit(table, { onProgress: ({ step }) => steps.add(step) });
    expect(model.k).toBe(4);
    expect(model.choice!.recommendation.k).toBe(4);
    expect(model.structure).toBe(model.choice!.structure.verdict);
    expect(steps).toContain('reference data sets');
  });

  test('is not done where k was given', () => {
    expect(segmented({ k: 3 }).choice).toBeNull();
  });

  test('needs three different customers', () => {
    expect(() => segmented({}, { Age: [20, 20, 30] })).toThrow(
      'there are only 2 different customers among 3, too few to choose a number of segments; give `k`, at most 2',
    );
  });
});

describe('the algorithms', () => {
  const withCity = ['Age', 'Income', 'Spending', 'City'];

  test.each<[string, SegmentationOptions]>([
    ['agglomerative, ward', { algorithm: 'agglomerative', k: 4 }],
    ['agglomerative, average', { algorithm: 'agglomerative', linkage: 'average', k: 4 }],
    ['dbscan', { algorithm: 'dbscan' }],
    ['dbscan with eps', { algorithm: 'dbscan', eps: 0.8, minSamples: 4 }],
    ['kprototypes', { algorithm: 'kprototypes', k: 4 }],
    ['kmeans on numbers and a category', { k: 4, columns: withCity }],
    ['kmeans on components', { k: 4, pca: 2 }],
    ['kmeans on a share of the variance', { k: 4, pca: 0.9 }],
    ['kmeans, robust', { k: 4, scale: 'robust' }],
    ['kmeans, minmax', { k: 4, scale: 'minmax' }],
  ])('%s finds the four kinds', (_, options) => {
    const model = segmented(options);
    expect(model.k).toBe(4);
    const placed = Array.from(model.labels!.entries()).filter(([, label]) => label >= 0);
    expect(placed.length).toBeGreaterThan(100);
    const wrong = placed.filter(
      ([row, label]) => label !== model.labels![placed.find(([other]) => other % 4 === row % 4)![0]],
    );
    expect(wrong).toEqual([]);
  });

  test("'kprototypes' takes categories by itself", () => {
    const { columns } = segmented({ algorithm: 'kprototypes', k: 2 });
    expect(columns.map(({ name, kind }) => [name, kind])).toContainEqual(['City', 'category']);
  });

  test("'dbscan' says how far neighbors were, and how many customers are noise", () => {
    const model = segmented({ algorithm: 'dbscan', eps: 0.25 });
    expect(model.found).toEqual({ eps: 0.25 });
    expect(model.noise).toBe(model.labels!.filter((label) => label < 0).length);
    expect(model.noise).toBeGreaterThan(0);
    expect(model.profiles.at(-1)).toMatchObject({ segment: -1, name: 'Noise', size: model.noise });
    expect(model.warnings.join(' ')).toMatch(new RegExp(`${model.noise} customers \\(\\d+%\\) are noise`));
    expect(model.sizes.reduce((sum, size) => sum + size, model.noise)).toBe(120);
  });

  test("'dbscan' may find nothing but noise, and says so", () => {
    const model = segmented({ algorithm: 'dbscan', eps: 1e-6 });
    expect(model).toMatchObject({ k: 0, sizes: [], noise: 120, silhouette: null, structure: 'none' });
    expect(model.structureSummary).toContain('every customer is noise');
    expect(model.predict(table).labels.every((label) => label === -1)).toBe(true);
  });

  test('choosing k for a hierarchy cuts its tree', () => {
    expect(segmented({ algorithm: 'agglomerative' }).k).toBe(4);
  });
});

describe('cleaning', () => {
  const odd = {
    Age: [20, 30, null, 50, 60, 25, 35],
    Income: [1000, 'about 2000', 3000, Number.NaN, 5000, 6000, 7000],
    Note: ['', '', '', '', '', '', ''],
  };

  test('leaves out rows with a missing value, counts each once, and keeps the others in order', () => {
    const model = segmented(
      { k: 2, columns: ['Age', 'Income'] },
      { ...odd, Income: [1000, 2000, 3000, Number.NaN, 5000, 6000, 7000] },
    );
    expect(model.keptRows).toEqual(Int32Array.of(0, 1, 4, 5, 6));
    expect(model.ids).toEqual([1, 2, 5, 6, 7]);
    expect(model.dropped).toEqual([
      {
        step: 'Leave out customers that cannot be placed',
        rowsBefore: 7,
        rowsAfter: 5,
        changes: [
          { column: 'Age', what: 'missing, row left out', count: 1 },
          { column: 'Income', what: 'missing, row left out', count: 1 },
        ],
      },
    ]);
    expect([model.rows, model.clustered]).toEqual([7, 5]);
  });

  test('the customers left are at hand, every column in original units', () => {
    const { customers } = segmented(
      { k: 2, columns: ['Age', 'Income'] },
      { ...odd, Income: ['1000', '2000', '3000', null, '5000', '6000.5', '7000'] },
    );
    expect(customers).toEqual({
      Age: [20, 30, 60, 25, 35],
      Income: [1000, 2000, 5000, 6000.5, 7000],
      Note: [null, null, null, null, null],
    });
  });

  test('a column that is constant among the rows left is ignored', () => {
    const model = segmented(
      { k: 2, columns: ['a', 'b'] },
      { a: [1, 2, 3, 4], b: [7, 7, 7, 8], c: [1, 1, 1, 1] },
    );
    expect(model.columns).toHaveLength(2);
    const fewer = segmented({ k: 2, columns: ['a', 'b'] }, { a: [1, 2, 3, null], b: [7, 7, 7, 8] });
    expect(fewer.columns.map(({ name }) => name)).toEqual(['a']);
    expect(fewer.ignoredColumns).toEqual([
      { name: 'b', reason: 'the same for every customer that could be placed' },
    ]);
  });

  test('a category that no kept row has is gone', () => {
    const model = segmented(
      { k: 2, columns: ['a', 'b'] },
      { a: [1, 2, 3, null, 5], b: ['x', 'y', 'x', 'z', 'y'] },
    );
    expect(model.columns[1]).toMatchObject({ levels: ['x', 'y'], shares: [0.5, 0.5] });
  });

  test('notes what to keep in mind', () => {
    const skewed = { ID: [1, 2, 3, 3, 5, 6, 7, 8, 9, 10], Amount: [1, 2, 3, 2, 1, 2, 3, 2, 1, 900] };
    const { warnings } = segmented({ k: 2, id: 'ID', columns: ['Amount'] }, skewed);
    expect(warnings[0]).toMatch(/^Amount is very skewed \(skewness 2\.\d\).*logarithm.*\(the log option\)/);
    expect(warnings[1]).toBe("'ID' repeats 1 time: some customers have more than one row.");
    expect(segmented({ k: 2, id: 'ID', columns: ['Amount'], log: ['Amount'] }, skewed).warnings).toHaveLength(
      1,
    );
  });
});

describe('bad input', () => {
  const small = { Age: [20, 30, 40], Income: [1, 2, 3], City: ['a', 'b', 'a'], Country: ['x', 'x', 'x'] };

  test.each<[SegmentationOptions, string | RegExp]>([
    [
      { columns: ['Incme'] },
      "`columns` names the column 'Incme', which the table does not have; did you mean 'Income'? There are: Age, Income, City, Country",
    ],
    [{ id: 'Nobody' }, "`id` names the column 'Nobody'"],
    [{ value: 'Nothing' }, "`value` names the column 'Nothing'"],
    [{ units: { Incom: '$' } }, "did you mean 'Income'"],
    [{ k: 4 }, '`k` is 4 but there are 3 customers to cluster; ask for at most 3'],
    [
      { columns: ['City'], k: 3 },
      '`k` is 3 but only 2 of the customers differ in the columns clustered on; ask for at most 2',
    ],
    [{ columns: ['Country'] }, 'every one of the columns asked for is empty or constant (Country)'],
    [{ k: 2, pca: 3 }, '`pca` is 3 but the scaled columns have 2 dimensions'],
    [{ k: 2, log: ['City'], columns: ['City', 'Age'] }, "`log` names 'City', which holds categories"],
    [{ k: 2, log: ['Income'], columns: ['Age'] }, "`log` names 'Income', which is not among `columns`"],
  ])('%j', (options, message) => {
    expect(() => segmented(options, small)).toThrow(InputError);
    expect(() => segmented(options, small)).toThrow(message);
  });

  test.each<[object, string | RegExp]>([
    [{ clusters: 3 }, 'Segmentation has no option `clusters`; it has columns,'],
    [{ algorithm: 'k-means' }, "`algorithm` is 'k-means'; it must be one of 'kmeans', 'agglomerative'"],
    [{ k: 0 }, "`k` is 0; it must be 'auto' or an integer of at least 1"],
    [{ k: '4' }, "`k` is '4'"],
    [{ columns: 'Age' }, "`columns` is 'Age'; it must be an array; write ['Age']"],
    [{ columns: [] }, '`columns` is empty'],
    [{ columns: ['Age', 'Age'] }, "`columns` names 'Age' twice"],
    [{ scale: 'zscore' }, '`scale` is'],
    [{ pca: 1.5 }, '`pca` is 1.5; it must be a whole number of components'],
    [{ pca: -1 }, '`pca` is -1'],
    [{ eps: 0 }, "`eps` is 0; it must be 'auto' or a finite number above 0"],
    [{ algorithm: 'dbscan', k: 3 }, "`k` is 3, but 'dbscan' finds its own number of segments"],
    [{ algorithm: 'kprototypes', pca: 2 }, '`pca` needs columns of numbers only'],
    [{ seed: 0.5 }, '`seed` is 0.5'],
    [{ id: 3 }, '`id` is 3; it must be the name of a column'],
  ])('options %j', (options, message) => {
    expect(() => new Segmentation(options as never)).toThrow(InputError);
    expect(() => new Segmentation(options as never)).toThrow(message);
  });

  test.each<[object, string | RegExp]>([
    [{}, 'the customer table is empty'],
    [{ Age: [1, 2], Income: [1] }, "column 'Income' has 1 values, 'Age' has 2"],
    [
      { City: ['a', 'b', 'a'] },
      /^there is no column of numbers to cluster on; name categories in `columns` \(City\), or take the algorithm 'kprototypes'/,
    ],
    [
      { ID: [3, 5, 9], Joined: ['2020-01-01', '2020-01-02', '2020-01-03'] },
      /no column of numbers to cluster on: ID \(an identifier.*; Joined \(dates/,
    ],
    [
      { ID: ['a', 'b', 'c'], Age: [20, 20, 20], City: ['x', 'x', 'x'] },
      /^customers do not differ: .*\(Age, City\)$/,
    ],
    [{ Age: [20], City: ['x'] }, 'the table has one customer only'],
    [{ Age: [20, 30, Infinity] }, "column 'Age' holds Infinity in row 2"],
  ])('table %j', (data, message) => {
    expect(() => segmented({ k: 2 }, data)).toThrow(InputError);
    expect(() => segmented({ k: 2 }, data)).toThrow(message);
  });

  test('a table in which no customer has every value', () => {
    expect(() => segmented({ k: 1 }, { Age: [20, null, 22, null], Income: [null, 3, null, 4] })).toThrow(
      "no customer has a value in every column asked for ('Income' lacks 2 of 4)",
    );
  });

  test('a negative value under a logarithm', () => {
    expect(() => segmented({ k: 2, log: ['Age'] }, { Age: [-1, 3, 4] })).toThrow(
      "`log` names 'Age', whose least value is -1",
    );
  });

  test('text that is neither number nor category', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word ${i % 35}`);
    expect(() => segmented({ k: 2, columns: ['Word'] }, { Word: words })).toThrow(
      "column 'Word' cannot be clustered on: 35 different texts",
    );
  });
});

test('the same table and seed give the same model, the order of its columns apart', () => {
  const { Age, Income, Spending } = table;
  const one = segmented({ k: 3, seed: 7 }, { Age, Income, Spending });
  expect(JSON.stringify(segmented({ k: 3, seed: 7 }, { Age, Income, Spending }))).toBe(JSON.stringify(one));
  expect(segmented({ k: 3, seed: 7 }, { Spending, Age, Income }).labels).toEqual(one.labels);
});

test('every row is placed or accounted for, whatever the table', () => {
  const cell = fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constant(null),
    fc.constant('n/a'),
  );
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 4, maxLength: 25 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 3 }), (data, k) => {
      const columns = { a: data.map(([a]) => a), b: data.map(([, b]) => b) };
      const complete = data.filter(([a, b]) => typeof a === 'number' && typeof b === 'number').length;
      let model: ReturnType<typeof segmented>;
      try {
        model = segmented({ k }, columns);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return;
      }
      const left = model.dropped.flatMap(({ changes }) => changes).reduce((sum, { count }) => sum + count, 0);
      expect(model.clustered + left).toBe(data.length);
      if (model.columns.length === 2) expect(model.clustered).toBe(complete);
      expect(model.sizes.reduce((sum, size) => sum + size, 0)).toBe(model.clustered);
      expect(Array.from(model.sizes).sort((x, y) => y - x)).toEqual(model.sizes);
      expect(model.predict(columns).notScored.length).toBe(data.length - model.clustered);
    }),
    { numRuns: 40, seed: 4 },
  );
});

describePublished('mall-customers', () => {
  const { frame: data } = loadDataset('mall-customers');
  const two = ['Annual Income (k$)', 'Spending Score (1-100)'];

  test('income and score as they are: inertia 44448.46, silhouette 0.5539 at k = 5', () => {
    const model = segmented({ columns: two, k: 5, scale: 'none' }, data);
    expect(model.inertia).toBeCloseTo(44448.46, 1);
    expect(model.silhouette).toBeCloseTo(0.5539, 4);
  });

  test('income and score standardized: inertia 65.57, silhouette 0.5547, a clear structure', () => {
    const model = segmented({ columns: two }, data);
    expect(model.k).toBe(5);
    expect(model.inertia).toBeCloseTo(65.57, 2);
    expect(model.silhouette).toBeCloseTo(0.5547, 4);
  });

  test('by itself it takes age, income and score: 6 segments, inertia 133.868, silhouette 0.4274', () => {
    const model = segmented({}, data);
    expect(model).toMatchObject({ id: 'CustomerID', k: 6, structure: 'weak' });
    expect(model.columns.map(({ name }) => name)).toEqual(['Age', ...two]);
    expect(model.inertia).toBeCloseTo(133.87, 2);
    expect(model.silhouette).toBeCloseTo(0.4274, 4);
  });
});

describePublished('loyalty-members', () => {
  const { frame: data } = loadDataset('loyalty-members');

  test('six numbers without structure: it says so, and still gives four segments', () => {
    const model = segmented({ k: 4 }, data);
    expect(model.silhouette).toBeCloseTo(0.1243, 3);
    expect(model.structure).toBe('none');
    expect(model.sizes).toHaveLength(4);
  });

  test('categories do not pass for structure', () => {
    const columns = data.columns.filter((name: string) => name !== 'id' && name !== 'Customer ID');
    for (const algorithm of ['kmeans', 'kprototypes'] as const)
      expect(segmented({ k: 4, algorithm, columns }, data).structure).toBe('none');
  });
});

test('the verdict tells the silhouette of the model, though it is reached on fewer customers', () => {
  const model = segmented({ k: 3 }, customers(2000));
  expect(model.silhouetteRows).toBe(2000);
  expect(model.structureSummary).toContain(`3 segments is ${model.silhouette!.toFixed(2)}`);
});

describePublished('marketing-campaign', () => {
  const folder = process.env.CUSTOMER_DATA_DIR ?? join(__dirname, '../../data');

  test('24 customers without an income are left out', () => {
    const frame = fileFrame('marketing-campaign', join(folder, 'marketing_campaign.csv'));
    const model = segmented({ k: 4, columns: ['Income', 'Recency', 'MntWines'] }, frame);
    expect([model.rows, model.clustered]).toEqual([2240, 2216]);
    expect(model.dropped[0].changes).toEqual([
      { column: 'Income', what: 'missing, row left out', count: 24 },
    ]);
  });
});
