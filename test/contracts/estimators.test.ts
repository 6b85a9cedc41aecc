import { DBSCAN } from '../../src/cluster/density/dbscan';
import { DBSCANModel } from '../../src/cluster/density/dbscanModel';
import { HDBSCAN } from '../../src/cluster/density/hdbscan';
import { HDBSCANModel } from '../../src/cluster/density/hdbscanModel';
import { AgglomerativeClustering, AgglomerativeModel } from '../../src/cluster/hierarchy/agglomerative';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import { KMeansModel } from '../../src/cluster/kmeans/kMeansModel';
import { GaussianMixture } from '../../src/cluster/mixture/gaussianMixture';
import { GaussianMixtureModel } from '../../src/cluster/mixture/gaussianMixtureModel';
import { KPrototypes } from '../../src/cluster/prototypes/kPrototypes';
import { KPrototypesModel } from '../../src/cluster/prototypes/kPrototypesModel';
import { InputError } from '../../src/core/errors';
import type { Clusterer, ClusterModel, Transformer, TransformModel } from '../../src/core/estimator';
import { Matrix, type MatrixLike } from '../../src/core/matrix';
import type { FitOptions, Progress } from '../../src/core/progress';
import { Random } from '../../src/core/random';
import { MinMaxScaler, MinMaxScalerModel } from '../../src/preprocess/scale/minMaxScaler';
import { RobustScaler, RobustScalerModel } from '../../src/preprocess/scale/robustScaler';
import { StandardScaler, StandardScalerModel } from '../../src/preprocess/scale/standardScaler';
import { PCA } from '../../src/reduce/pca';
import { PCAModel } from '../../src/reduce/pcaModel';
import { useEngine } from '../../src/tensor/chooseEngine';
import { tensorflow } from '../../src/tensor/native/tensorflow';

/** Everything an estimator promises beyond its own algorithm. A new estimator joins by one line here. */
interface Entry<E, M> {
  name: string;
  make: (options?: Record<string, unknown>) => E;
  fromJSON: (json: never) => M;
}

/** Clusterers that are told how many segments to find: three here. */
const counted: Entry<Clusterer, ClusterModel>[] = [
  {
    name: 'KMeans',
    make: (options) => new KMeans({ nClusters: 3, ...options }),
    fromJSON: KMeansModel.fromJSON,
  },
  {
    name: 'KPrototypes',
    make: (options) => new KPrototypes({ nClusters: 3, ...options }),
    fromJSON: KPrototypesModel.fromJSON,
  },
  ...(['full', 'tied', 'diagonal', 'spherical'] as const).map((covarianceType) => ({
    name: `GaussianMixture (${covarianceType})`,
    make: (options?: Record<string, unknown>) =>
      new GaussianMixture({ nClusters: 3, covarianceType, ...options }),
    fromJSON: GaussianMixtureModel.fromJSON,
  })),
  ...(['ward', 'complete', 'average', 'single'] as const).map((linkage) => ({
    name: `AgglomerativeClustering (${linkage})`,
    make: (options?: Record<string, unknown>) =>
      new AgglomerativeClustering({ nClusters: 3, linkage, ...options }),
    fromJSON: AgglomerativeModel.fromJSON,
  })),
];

const clusterers: Entry<Clusterer, ClusterModel>[] = [
  ...counted,
  {
    name: 'DBSCAN',
    make: (options) => new DBSCAN({ eps: 900, minSamples: 2, ...options }),
    fromJSON: DBSCANModel.fromJSON,
  },
  {
    name: 'HDBSCAN',
    make: (options) => new HDBSCAN({ minClusterSize: 2, ...options }),
    fromJSON: HDBSCANModel.fromJSON,
  },
];

const transformers: Entry<Transformer, TransformModel>[] = [
  {
    name: 'StandardScaler',
    make: (options) => new StandardScaler(options),
    fromJSON: StandardScalerModel.fromJSON,
  },
  {
    name: 'MinMaxScaler',
    make: (options) => new MinMaxScaler(options),
    fromJSON: MinMaxScalerModel.fromJSON,
  },
  {
    name: 'RobustScaler',
    make: (options) => new RobustScaler(options),
    fromJSON: RobustScalerModel.fromJSON,
  },
  { name: 'PCA', make: (options) => new PCA(options), fromJSON: PCAModel.fromJSON },
];

const columns = ['age', 'income', 'score'];
const X = customers(60, 1);
const fresh = customers(20, 2);

/** Three overlapping groups on the scales of age, income and score. */
function customers(count: number, seed: number): Matrix {
  const random = new Random(seed);
  const centers = [
    [25, 20000, 70],
    [45, 60000, 20],
    [60, 90000, 60],
  ];
  const rows = Array.from({ length: count }, (_, i) =>
    centers[i % 3].map((center) => center * (1 + 0.15 * random.normal())),
  );
  return Matrix.fromRows(rows, columns);
}

type Fitted = ClusterModel | TransformModel;

/** What a model says of new customers, as plain numbers. */
function answer(model: Fitted, data: MatrixLike): number[] {
  return Array.from('predict' in model ? model.predict(data) : model.transform(data).data);
}

const all: Entry<Clusterer | Transformer, Fitted>[] = [...clusterers, ...transformers];

describe.each(all)('$name', ({ make, fromJSON }) => {
  const fitted = (data: MatrixLike): Fitted => make().fit(data);

  test('reads a Matrix, arrays, a data frame and a tensor alike', () => {
    const rows = X.toRows().map((row) => row.map(Math.fround));
    const tensor = tensorflow().tensor2d(rows);
    const frame = { columns, values: rows, shape: [X.rows, X.cols] };
    const expected = answer(fitted(Matrix.fromRows(rows)), fresh);
    for (const input of [rows, frame, tensor]) expect(answer(fitted(input), fresh)).toEqual(expected);
    tensor.dispose();
  });

  test('gives the same answer on every run', () => {
    expect(answer(fitted(X), fresh)).toEqual(answer(fitted(X), fresh));
  });

  test('leaves its input alone', () => {
    const before = Array.from(X.data);
    answer(fitted(X), X);
    expect(Array.from(X.data)).toEqual(before);
  });

  test('leaves no tensor behind', () => {
    fitted(X);
    useEngine('native');
    const before = tensorflow().memory().numTensors;
    answer(fitted(X), fresh);
    expect(tensorflow().memory().numTensors).toBe(before);
    useEngine('auto');
  });

  test('comes back from JSON with identical answers', () => {
    const model = fitted(X);
    const restored = fromJSON(JSON.parse(JSON.stringify(model)) as never);
    expect(answer(restored, fresh)).toEqual(answer(model, fresh));
    expect(JSON.stringify(restored)).toBe(JSON.stringify(model));
  });

  test('refuses the JSON of something else', () => {
    expect(() => fromJSON({ type: 'Hat', version: 1 } as never)).toThrow(/Hat/);
    const model = JSON.parse(JSON.stringify(fitted(X)));
    expect(() => fromJSON({ ...model, version: 999 } as never)).toThrow(/999/);
  });

  test('refuses its own JSON with an array lost', () => {
    const json = JSON.parse(JSON.stringify(fitted(X)));
    const arrays = Object.keys(json).filter((field) => Array.isArray(json[field]) && field !== 'columns');
    expect(arrays).not.toHaveLength(0);
    for (const field of arrays) {
      const damaged = { ...json, [field]: undefined };
      expect(() => fromJSON(damaged as never)).toThrow(InputError);
      expect(() => fromJSON(damaged as never)).toThrow(field);
    }
  });

  test.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['text', 'forty' as unknown as number],
    ['a missing value', null as unknown as number],
  ])('names row and column of %s, in fit and afterwards', (_, bad) => {
    const values = X.toRows();
    values[7][1] = bad;
    const frame = { columns, values, shape: [X.rows, X.cols] };
    expect(() => fitted(frame)).toThrow(/row 7, column 'income'/);
    expect(() => answer(fitted(X), frame)).toThrow(/row 7, column 'income'/);
  });

  test('refuses an empty table', () => {
    expect(() => fitted([])).toThrow(/is empty/);
  });

  test('refuses new data with other columns than it was fitted on', () => {
    expect(() => answer(fitted(X), [[1, 2]])).toThrow(/fitted on 3/);
    const renamed = new Matrix(X.data, X.rows, X.cols, ['age', 'wages', 'score']);
    expect(() => answer(fitted(X), renamed)).toThrow(/'wages'.*'income'/);
  });

  test('refuses an option it does not have', () => {
    expect(() => make({ clusters: 3 })).toThrow(/no option `clusters`/);
  });

  test('takes a constant column and a single column', () => {
    const withConstant = Matrix.fromRows(X.toRows().map((row) => [...row, 5]));
    expect(answer(fitted(withConstant), withConstant).every(Number.isFinite)).toBe(true);
    const single = X.select(['age']);
    expect(answer(fitted(single), single).every(Number.isFinite)).toBe(true);
  });
});

describe.each(clusterers)('$name, as a clusterer', ({ make, fromJSON }) => {
  test('tells how far its fit has come, and stops at what it is answered with', () => {
    const told: Progress[] = [];
    const model = make().fit(X, { onProgress: (progress) => told.push({ ...progress }) });
    expect(model).toEqual(make().fit(X));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
    const stop = () => {
      throw new Error('a newer change');
    };
    expect(() => make().fit(X, { onProgress: stop })).toThrow('a newer change');
    expect(() => make().fit(X, { onprogress: stop } as FitOptions)).toThrow(/`onprogress`|'onprogress'/);
    expect(() => make().fit(X, { onProgress: 'yes' } as never)).toThrow(InputError);
  });

  test('numbers its segments by size, largest first, and labels every customer', () => {
    const model = make().fit(X);
    const sizes = Array.from(
      { length: model.nClusters },
      (_, segment) => model.labels.filter((label) => label === segment).length,
    );
    const noise = model.labels.filter((label) => label === -1).length;
    expect(model.labels).toHaveLength(X.rows);
    expect(model.nClusters).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(X.rows - noise);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(Math.min(...sizes)).toBeGreaterThan(0);
  });

  test('gives customers far inside a segment that segment', () => {
    const separated = Matrix.fromRows(
      [0, 0, 0, 0, 1000, 1000, 1000, 1e6, 1e6].map((at, i) => [at + (i % 2), at]),
    );
    const model = make().fit(separated);
    expect(Array.from(model.labels)).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2]);
    expect(Array.from(model.predict(separated))).toEqual(Array.from(model.labels));
  });

  test('measures how far customers are from each segment: the least distance says which is theirs', () => {
    const model = make().fit(X);
    const distances = model.distances(fresh);
    expect([distances.rows, distances.cols]).toEqual([fresh.rows, model.nClusters]);
    expect(distances.data.every((distance) => distance >= 0)).toBe(true);
    const { reach = Infinity } = model;
    const nearest = Array.from({ length: fresh.rows }, (_, i) => {
      const own = Array.from(distances.row(i));
      const least = Math.min(...own);
      return least > reach ? -1 : own.indexOf(least);
    });
    expect(nearest).toEqual(Array.from(model.predict(fresh)));
  });

  test('measures alike after JSON, and refuses what predict refuses', () => {
    const model = make().fit(X);
    const restored = fromJSON(JSON.parse(JSON.stringify(model)) as never);
    expect(restored.distances(fresh)).toEqual(model.distances(fresh));
    expect(() => model.distances([[1, 2]])).toThrow(/fitted on 3/);
    expect(() => model.distances([[1, 2, Number.NaN]])).toThrow(InputError);
  });

  test('takes duplicate customers', () => {
    const twice = Matrix.fromRows([...X.toRows(), ...X.toRows()]);
    const { labels } = make().fit(twice);
    expect(Array.from(labels.slice(0, X.rows))).toEqual(Array.from(labels.slice(X.rows)));
  });
});

describe.each(counted)('$name, told how many segments', ({ make }) => {
  test('finds as many, without noise', () => {
    const model = make().fit(X);
    expect(model.nClusters).toBe(3);
    expect(Math.min(...model.labels)).toBe(0);
  });

  test('refuses more clusters than customers', () => {
    expect(() => make({ nClusters: 61 }).fit(X)).toThrow(/`nClusters` is 61.*60/);
    expect(() => make({ nClusters: 0 })).toThrow(/`nClusters` is 0/);
  });
});

describe.each(transformers)('$name, as a transformer', ({ make }) => {
  test('undoes itself', () => {
    const model = make().fit(X);
    const back = model.inverseTransform(model.transform(X));
    back.data.forEach((value, i) => {
      expect(Math.abs(value - X.data[i])).toBeLessThan(1e-9 * (1 + Math.abs(X.data[i])));
    });
  });
});
