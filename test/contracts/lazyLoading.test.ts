import { AgglomerativeClustering } from '../../src/cluster/hierarchy/agglomerative';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import { Matrix } from '../../src/core/matrix';
import { Random } from '../../src/core/random';
import { MinMaxScaler } from '../../src/preprocess/scale/minMaxScaler';
import { RobustScaler } from '../../src/preprocess/scale/robustScaler';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { PCA } from '../../src/reduce/pca';
import { inFreshNode } from '../support/freshNode';

/** TensorFlow costs some 330 MB: what needs no tensors must not load it, nor danfojs, which brings it along. */

const BEGINNING = `
  const heavy = ['@tensorflow', 'danfojs-node', '@duckdb', 'xlsx', 'playwright-core', 'fastify'];
  const library = Object.assign({}, ...['index', 'dashboard/index', 'plot/index', 'report/index', 'sql'].map(source));
`;

/** The value of an expression over the library, as `library`, and what was handed over, as `input`. */
function valueInFreshNode<T>(expression: string, input: unknown = null): T {
  const print = `(async () => console.log(JSON.stringify(${expression})))();`;
  return JSON.parse(inFreshNode(BEGINNING + print, input)) as T;
}

const random = new Random(3);
const table = (rows: number) =>
  Matrix.fromRows(
    Array.from({ length: rows }, () => [random.normal(), random.normal(9, 4), random.uniform()]),
  );
const X = table(40);
const fresh = table(15);

const clusterings = {
  KMeansModel: [new KMeans({ nClusters: 3 }).fit(X)],
  AgglomerativeModel: (['ward', 'complete', 'average', 'single'] as const).map((linkage) =>
    new AgglomerativeClustering({ nClusters: 3, linkage }).fit(X),
  ),
};
const transformations = {
  StandardScalerModel: [new StandardScaler().fit(X)],
  MinMaxScalerModel: [new MinMaxScaler().fit(X)],
  RobustScalerModel: [new RobustScaler().fit(X)],
  PCAModel: [new PCA({ nComponents: 2, whiten: true }).fit(X)],
};

test('loading the package loads none of the heavy libraries', () => {
  expect(valueInFreshNode('loaded(heavy)')).toEqual([]);
});

test('what needs them loads them, no sooner: the test above can see it', () => {
  const rows = [[0], [1], [9]];
  const fitOn = (engine: string) =>
    `(library.useEngine('${engine}'), new library.KMeans({ nClusters: 2 }).fit(input))`;
  expect(
    valueInFreshNode(`[${fitOn('auto')} && loaded(heavy), ${fitOn('native')} && loaded(heavy)]`, rows),
  ).toEqual([[], ['@tensorflow']]);
  const frame = 'library.createFrame({ a: [1] })';
  const withFrames = ['@tensorflow', 'danfojs-node', 'xlsx']; // danfojs brings its reader of sheets along
  expect(valueInFreshNode(`[loaded(heavy), ${frame} && loaded(heavy)]`)).toEqual([[], withFrames]);
  const dashboard = '(await (await library.startDashboard()).close(), loaded(heavy))';
  expect(valueInFreshNode(dashboard)).toContain('fastify');
});

test.each(Object.entries(clusterings))('%s from JSON predicts without them', (name, models) => {
  const expected = models.map((model) => Array.from(model.predict(fresh)));
  const predicted = `input.models.map((json) => Array.from(library.${name}.fromJSON(json).predict(input.rows)))`;
  expect(valueInFreshNode(`[${predicted}, loaded(heavy)]`, { models, rows: fresh.toRows() })).toEqual([
    expected,
    [],
  ]);
});

test.each(Object.entries(transformations))('%s from JSON transforms without them', (name, models) => {
  const expected = models.map((model) => Array.from(model.transform(fresh).data));
  const transformed = `input.models.map((json) => Array.from(library.${name}.fromJSON(json).transform(input.rows).data))`;
  expect(valueInFreshNode(`[${transformed}, loaded(heavy)]`, { models, rows: fresh.toRows() })).toEqual([
    expected,
    [],
  ]);
});

test('segments are judged, profiled and drawn without them', () => {
  const labels = [0, 0, 1, 1];
  const rows = [[0], [1], [10], [11]];
  const steps = [
    'library.silhouette(input.rows, input.labels)',
    'library.calinskiHarabasz(input.rows, input.labels)',
    'library.daviesBouldin(input.rows, input.labels)',
    'library.profileTable(library.profileSegments({ Income: input.rows.flat() }, input.labels), ["Income"])',
    'library.segmentSizesPlot(input.labels)',
    'library.boxPlot({ Income: input.rows.flat() }, { columns: ["Income"] })',
  ];
  expect(valueInFreshNode(`[${steps.join(', ')}] && loaded(heavy)`, { rows, labels })).toEqual([]);
});
