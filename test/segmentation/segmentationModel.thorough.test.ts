import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { AgglomerativeClustering } from '../../src/cluster/hierarchy/agglomerative';
import { InputError } from '../../src/core/errors';
import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { customers } from './customers';

const table = customers(80);
const fresh = customers(60, 2);
const { Age, Income, Spending } = table;
const model = new Segmentation({ k: 4 }).fit(table);
const folder = mkdtempSync(join(tmpdir(), 'segmentation-'));
const path = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true }));

const everyKind: [string, SegmentationOptions][] = [
  ['kmeans', { k: 4 }],
  ['kmeans, chosen', {}],
  ['kmeans on components', { k: 4, pca: 2 }],
  ['kmeans with a category', { k: 4, columns: ['Age', 'Income', 'City'] }],
  ['kmeans, logarithm', { k: 4, log: ['Income'] }],
  ['ward', { algorithm: 'agglomerative', k: 4 }],
  ['average', { algorithm: 'agglomerative', linkage: 'average', k: 4 }],
  ['complete', { algorithm: 'agglomerative', linkage: 'complete', k: 4 }],
  ['single', { algorithm: 'agglomerative', linkage: 'single', k: 4 }],
  ['dbscan', { algorithm: 'dbscan', eps: 0.4 }],
  ['dbscan, all noise', { algorithm: 'dbscan', eps: 1e-6 }],
  ['kprototypes', { algorithm: 'kprototypes', k: 4 }],
  ['gaussian-mixture', { algorithm: 'gaussian-mixture', k: 4 }],
  ['gaussian-mixture, chosen', { algorithm: 'gaussian-mixture', covariance: 'diagonal' }],
  ['hdbscan', { algorithm: 'hdbscan' }],
  ['hdbscan, all noise', { algorithm: 'hdbscan', minClusterSize: 80 }],
  ['one segment', { k: 1 }],
];

describe.each(everyKind)('%s', (_, options) => {
  const fitted = new Segmentation(options).fit(table);
  const restored = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(fitted)));

  test('comes back from JSON with identical answers', () => {
    const odd = { ...fresh, Age: fresh.Age.map((age, i) => (i === 3 ? null : age)) };
    expect(restored.predict(odd)).toEqual(fitted.predict(odd));
    expect(JSON.stringify(restored)).toBe(JSON.stringify(fitted));
    const { labels, ids, keptRows, customers, space, projection, ...rest } = fitted;
    expect(restored).toMatchObject({
      ...JSON.parse(JSON.stringify({ ...rest, result: undefined })),
      labels: null,
      ids: null,
      keptRows: null,
      customers: null,
      space: null,
    });
    expect(restored.profiles).toEqual(fitted.profiles);
    expect(restored.choice).toEqual(fitted.choice);
    expect(restored.projection).toEqual({ ...projection, rows: null });
  });

  test('places the customers of the fit where the fit did, but for borders of hierarchies', () => {
    const { labels } = fitted.predict(table);
    const moved = labels.filter((label, i) => label !== fitted.labels![i]).length;
    if (options.algorithm === 'agglomerative') expect(moved).toBeLessThan(4);
    else expect(moved).toBe(0);
  });

  test('a larger projection agrees with the small one, and needs the customers', () => {
    const larger = fitted.project(1_000_000);
    expect(larger.axes).toEqual(fitted.projection.axes);
    expect(larger.coordinates.rows).toBe(fitted.clustered);
    const places = fitted.projection.rows!;
    expect(fitted.projection.coordinates.row(7)).toEqual(
      larger.coordinates.row(larger.rows!.indexOf(places[7])),
    );
    expect(fitted.project(2_000_000)).toBe(larger); // worked out once
    expect(() => restored.project(10)).toThrow('a loaded model does not hold its customers');
  });

  test('other customers are placed in the space of the fit', () => {
    const { space } = fitted;
    const moved = fitted.transform(table);
    if (options.algorithm !== 'kprototypes') expect(moved.data).toEqual(space!.data);
    expect(restored.transform(fresh).toRows()).toEqual(fitted.transform(fresh).toRows());
    const unread = fitted.transform({ ...fresh, Age: fresh.Age.map((age, i) => (i === 3 ? null : age)) });
    expect(Array.from(unread.row(3)).every(Number.isNaN)).toBe(true);
    expect(Array.from(unread.row(2)).some(Number.isNaN)).toBe(false);
  });

  test('margins lie between 0 and 1', () => {
    expect(fitted.predict(fresh).margin.every((margin) => margin >= 0 && margin <= 1)).toBe(true);
  });
});

describe('predict', () => {
  test('finds columns by name: order and others do not matter', () => {
    const { Age, Income, Spending } = fresh;
    const expected = model.predict(fresh);
    expect(model.predict({ Spending, Income, Age })).toEqual(expected);
    expect(model.predict({ Age, Income, Spending, Extra: Age.map(() => 'x') })).toEqual(expected);
    expect(expected.names).toEqual(Array.from(expected.labels, (label) => model.names[label]));
  });

  test('reads numbers that came as text', () => {
    const texts = {
      Age: fresh.Age.map(String),
      Income: fresh.Income.map((income) => ` ${income}.0 `),
      Spending: fresh.Spending,
    };
    expect(model.predict(texts)).toEqual(model.predict(fresh));
  });

  test('a missing column is named, with the nearest there is', () => {
    expect(() => model.predict({ Age, Incme: Income, Spending })).toThrow(InputError);
    expect(() => model.predict({ Age, Incme: Income, Spending })).toThrow(
      "the model needs the column 'Income', which the table does not have; did you mean 'Incme'? There are: Age, Incme, Spending",
    );
  });

  test('rows that cannot be scored are said, with the reason, and the others are scored', () => {
    const { labels, names, margin, notScored } = model.predict({
      Age: [25, null, 30, 60, Infinity],
      Income: [20000, 20000, 'much', 30000, 1],
      Spending: [300, 300, 300, '', 1],
    });
    expect(notScored).toEqual([
      { row: 1, column: 'Age', reason: 'missing' },
      { row: 2, column: 'Income', reason: "not a number: 'much'" },
      { row: 3, column: 'Spending', reason: 'missing' },
      { row: 4, column: 'Age', reason: 'not a number: Infinity' },
    ]);
    expect(Array.from(labels).slice(1)).toEqual([-1, -1, -1, -1]);
    expect([names[0], names[1]]).toEqual([model.names[labels[0]], null]);
    expect(margin[0]).toBeGreaterThan(0.5);
    expect(margin[1]).toBeNaN();
  });

  test('a category that the fit has not seen is not guessed at', () => {
    const mixed = new Segmentation({ algorithm: 'kprototypes', k: 4 }).fit(table);
    const { notScored } = mixed.predict({ Age: [25], Income: [1], Spending: [1], City: ['Rome'] });
    expect(notScored).toEqual([
      { row: 0, column: 'City', reason: "a category that the model does not know: 'Rome'" },
    ]);
  });

  test('a margin is 1 at a center, 0 on the border and 1 where there is one segment', () => {
    const line = new Segmentation({ k: 2, scale: 'none' }).fit({ a: [0, 0, 0, 10, 10] });
    expect(Array.from(line.predict({ a: [0, 5, 7.5, 10] }).margin)).toEqual([1, 0, 1 - 2.5 / 7.5, 1]);
    expect(new Segmentation({ k: 1 }).fit({ a: [1, 2, 3] }).predict({ a: [9] }).margin[0]).toBe(1);
  });

  test('any single row is scored as it is among others', () => {
    const expected = model.predict(fresh);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59 }), (row) => {
        const alone = model.predict({
          Age: [fresh.Age[row]],
          Income: [fresh.Income[row]],
          Spending: [fresh.Spending[row]],
        });
        expect([alone.labels[0], alone.margin[0]]).toEqual([expected.labels[row], expected.margin[row]]);
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

describe('other customers under the same segments', () => {
  const young = {
    Age: [25, 26, 24, null],
    Income: [20000, 21000, 19500, 1],
    Spending: [300, 310, 290, 1],
    Note: ['a', 'a', 'b', 'b'],
  };

  test('are profiled by the names of the fit, those that occur', () => {
    const profiles = model.profile(young);
    expect(profiles).toHaveLength(1);
    expect(profiles[0]).toMatchObject({ name: model.predict(young).names[0], size: 3, share: 1 });
    expect(model.profile(table).map(({ size, name }) => [size, name])).toEqual(
      model.profiles.map(({ size, name }) => [size, name]),
    );
  });

  test('move the shares of segments', () => {
    const drift = model.drift(young);
    expect(drift.map(({ name }) => name)).toEqual(model.names);
    expect(drift.map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(drift.filter(({ shareNow }) => shareNow > 0)).toEqual([
      expect.objectContaining({ shareNow: 1, change: 0.75 }),
    ]);
  });

  test('none of which can be scored are refused', () => {
    expect(() => model.profile({ Age: [null], Income: [1], Spending: [1] })).toThrow(
      'no row of the table could be scored',
    );
  });
});

describe('compare', () => {
  test('sets the algorithms side by side on the same customers', () => {
    const { rows, recommended, reasons } = model.compare();
    expect(rows.map(({ name }) => name)).toEqual(['k-means', 'hierarchical (ward)', 'DBSCAN', 'HDBSCAN']);
    expect(rows[0].sizes).toEqual([20, 20, 20, 20]);
    expect(recommended).not.toBeNull();
    expect(reasons.length).toBeGreaterThan(0);
  });

  test('fits no algorithm to the same customers twice', () => {
    const fit = jest.spyOn(AgglomerativeClustering.prototype, 'fit');
    model.compare();
    const tables = fit.mock.calls.map(([X]) => X);
    expect(tables.length).toBeGreaterThan(1);
    expect(new Set(tables).size).toBe(tables.length);
    fit.mockRestore();
  });

  test("the model's own clustering comes along where it is another", () => {
    const mixed = new Segmentation({ algorithm: 'kprototypes', k: 4 }).fit(table);
    expect(mixed.compare().rows[0]).toMatchObject({ name: 'k-prototypes', stability: null });
    const average = new Segmentation({ algorithm: 'agglomerative', linkage: 'average', k: 4 }).fit(table);
    const { rows } = average.compare();
    expect(rows.map(({ name }) => name)).toEqual([
      'hierarchical (average)',
      'k-means',
      'hierarchical (ward)',
      'DBSCAN',
      'HDBSCAN',
    ]);
    expect(rows[0].stability).toBeGreaterThan(0.9);
  });

  test('leaves DBSCAN out where customers are too alike to tell dense places', () => {
    const alike = new Segmentation({ k: 1, columns: ['City'] }).fit({
      City: table.City.map((city) => city[0]),
    });
    expect(alike.compare().rows.map(({ name }) => name)).toEqual([
      'k-means',
      'hierarchical (ward)',
      'HDBSCAN',
    ]);
  });

  test('needs customers after loading, and takes others', () => {
    const loaded = SegmentationModel.fromJSON(model.toJSON());
    expect(() => loaded.compare()).toThrow(
      'this model was loaded, and holds no customers to compare on; give them as `table`',
    );
    expect(loaded.compare({ table: fresh }).rows[0].sizes).toEqual([15, 15, 15, 15]);
    expect(() => loaded.compare({ tabel: fresh } as never)).toThrow('compare has no option `tabel`');
  });
});

describe('a model file', () => {
  test('is written whole, and loads with identical answers', () => {
    model.save(path('model.json'));
    expect(readdirSync(folder)).toEqual(['model.json']);
    expect(SegmentationModel.load(path('model.json')).predict(fresh)).toEqual(model.predict(fresh));
  });

  test('holds no customers: neither identifiers nor their values', () => {
    const text = readFileSync(path('model.json'), 'utf8');
    expect(text).not.toContain('C00001');
    expect(Object.keys(JSON.parse(text))).not.toEqual(expect.arrayContaining(['labels']));
    expect(text.length).toBeLessThan(40_000);
  });

  const json = () => JSON.parse(JSON.stringify(model));
  const damaged = 'this segmentation model is damaged: ';

  test.each<[string, (json: ReturnType<typeof Object>) => unknown, string]>([
    [
      'another model',
      () => ({ type: 'KMeans', version: 1 }),
      "this is no segmentation model: its `type` is 'KMeans'",
    ],
    ['no model', () => [1, 2], 'this is no segmentation model: its `type` is undefined'],
    ['nothing', () => null, 'this is no segmentation model'],
    [
      'a newer version',
      (it) => ({ ...it, version: 5 }),
      'this segmentation model is of version 5, newer than 4, which is read here; update customer-segmentation',
    ],
    ['no version', (it) => ({ ...it, version: undefined }), `${damaged}\`version\` is undefined`],
    [
      'a stability for each segment lost',
      ({ stability, ...it }) => ({ ...it, stability: { ...stability, jaccard: [1] } }),
      `${damaged}/stability/jaccard must have 4 numbers, one for each segment`,
    ],
    [
      'more customers between two segments than it has',
      ({ stability, ...it }) => ({ ...it, stability: { ...stability, between: [1e6, 0, 0, 0] } }),
      `${damaged}/stability/between/0 must be at most`,
    ],
    ['a field lost', ({ rule, ...it }) => it, `${damaged}at the top it must have required property 'rule'`],
    ['a field of another kind', (it) => ({ ...it, k: 'four' }), `${damaged}at /k it must be integer`],
    [
      'a field too many',
      (it) => ({ ...it, extra: 1 }),
      `${damaged}at the top it must NOT have additional properties ('extra')`,
    ],
    [
      'a number lost',
      (it) => change(it, 'rule.centers.1.2', null),
      `${damaged}at /rule/centers/1/2 it must be number`,
    ],
    [
      'an infinite number',
      (it) => change(it, 'dimensions.0.center', Infinity),
      `${damaged}at /dimensions/0/center it must be number`,
    ],
    [
      'a scale of 0',
      (it) => change(it, 'dimensions.1.scale', 0),
      `${damaged}at /dimensions/1/scale it must be > 0`,
    ],
    [
      'a short center',
      (it) => change(it, 'rule.centers.0', [1]),
      `${damaged}/rule/centers must have 3 columns`,
    ],
    ['a center lost', (it) => change(it, 'rule.centers', []), `${damaged}/rule/centers must have 4 rows`],
    [
      'an axis of no column',
      (it) => change(it, 'dimensions.0.column', 7),
      `${damaged}/dimensions/0/column names column 7 of 3`,
    ],
    [
      'a level of no category',
      (it) => change(it, 'dimensions.0.level', 1),
      `${damaged}/dimensions/0/level names a category`,
    ],
    ['a size lost', (it) => change(it, 'sizes', [20]), `${damaged}/sizes must have 4 numbers`],
    [
      'a profile lost',
      (it) => change(it, 'profiles', []),
      `${damaged}/profiles must describe the 4 segments`,
    ],
    [
      'profiles in disorder',
      (it) => change(it, 'profiles.0.segment', 2),
      `${damaged}/profiles/0/segment must be 0`,
    ],
    [
      'a size of many more',
      (it) => change(it, 'sizes.0', 1e9),
      `${damaged}/clustered must be 1000000060, the sum of /sizes and /noise`,
    ],
    [
      'fewer rows than were clustered',
      (it) => change(it, 'rows', 59),
      `${damaged}/rows must be at least 80, the customers of /clustered`,
    ],
    [
      'a profile of many more',
      (it) => change(it, 'profiles.1.size', 1e9),
      `${damaged}/profiles/1/size must be 20`,
    ],
    [
      'a share of many more',
      (it) => change(it, `profiles.1.features.${shareIn(it)}.count`, 1e9),
      `${damaged}/profiles/1/features count more customers than its size`,
    ],
    [
      'points lost',
      (it) => change(it, 'projection.labels', [0]),
      `${damaged}/projection/labels must have one label`,
    ],
  ])('%s is refused by name', (_, change, message) => {
    const content = change(json()) as object;
    expect(() => SegmentationModel.fromJSON(content)).toThrow(InputError);
    expect(() => SegmentationModel.fromJSON(content)).toThrow(message);
  });

  test('what lies in it cannot reach the prototype of objects', () => {
    const text = JSON.stringify(model).replace('"names":{}', '"names":{"__proto__":{"polluted":true}}');
    expect(() => SegmentationModel.fromJSON(JSON.parse(text))).toThrow(InputError);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const named = new Segmentation({ k: 2 }).fit(Object.fromEntries([['__proto__', [1, 2, 8, 9]]]));
    expect(
      SegmentationModel.fromJSON(named.toJSON()).predict(Object.fromEntries([['__proto__', [1]]])).labels,
    ).toHaveLength(1);
  });

  test.each<[string, string | null, string]>([
    ['missing', null, 'there is no such file'],
    ['empty', '', 'empty.json is damaged: it is empty; fit again and save it again'],
    ['cut off', '{"type":"Segmen', 'cut off.json is damaged: it is no JSON'],
    ['another', '{"type":"Hat"}', "another.json: this is no segmentation model: its `type` is 'Hat'"],
  ])('%s: the file is named', (name, text, message) => {
    const file = path(`${name}.json`);
    if (text !== null) writeFileSync(file, text);
    expect(() => SegmentationModel.load(file)).toThrow(InputError);
    expect(() => SegmentationModel.load(file)).toThrow(message);
  });

  test('cut off anywhere, it is refused', () => {
    const text = JSON.stringify(model);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 2 }), (length) => {
        writeFileSync(path('short.json'), text.slice(0, length));
        expect(() => SegmentationModel.load(path('short.json'))).toThrow(InputError);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  test('a path that is none is refused', () => {
    expect(() => SegmentationModel.load(3 as never)).toThrow('`path` is 3; it must name a model file');
    expect(() => model.save(path('model.json/below'))).toThrow(InputError);
  });
});

/** The JSON with the value at a dotted path replaced. */
/** Where the second profile has a share. */
function shareIn({ profiles }: { profiles: { features: { kind: string }[] }[] }): number {
  return profiles[1].features.findIndex(({ kind }) => kind === 'share');
}

function change(json: object, where: string, value: unknown): object {
  const steps = where.split('.');
  const last = steps.pop()!;
  const parent = steps.reduce<Record<string, never>>((part, step) => part[step], json as never);
  (parent as Record<string, unknown>)[last] = value;
  return json;
}
