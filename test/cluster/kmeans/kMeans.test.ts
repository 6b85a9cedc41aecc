import { KMeans, kMeansSweep } from '../../../src/cluster/kmeans/kMeans';
import { KMeansModel } from '../../../src/cluster/kmeans/kMeansModel';
import { InputError } from '../../../src/core/errors';
import { Matrix } from '../../../src/core/matrix';
import type { Progress } from '../../../src/core/progress';
import { Random } from '../../../src/core/random';

const FOUR_POINTS = [
  [0, 0],
  [0, 1],
  [10, 0],
  [10, 1],
];

/** `perBlob` rows about each of `centers`, in turn. */
function blobs(centers: number[][], perBlob: number, spread: number, seed = 1): Matrix {
  const random = new Random(seed);
  const rows = Array.from({ length: perBlob * centers.length }, (_, i) =>
    centers[i % centers.length].map((value) => random.normal(value, spread)),
  );
  return Matrix.fromRows(rows);
}

const CORNERS = [
  [0, 0],
  [8, 0],
  [0, 8],
];

describe('KMeans on cases worked by hand', () => {
  test('two pairs of points: centroids half-way, inertia 4 × 0.25', () => {
    const model = new KMeans({ nClusters: 2 }).fit(FOUR_POINTS);
    expect(model.centroids.toRows()).toEqual([
      [0, 0.5],
      [10, 0.5],
    ]);
    expect(model.inertia).toBe(1);
    expect([...model.labels]).toEqual([0, 0, 1, 1]);
    expect(model.stopReason).toBe('converged');
  });

  test('the larger cluster is number 0', () => {
    const model = new KMeans({ nClusters: 2 }).fit([[9], [1], [2], [3], [10]]);
    expect([...model.labels]).toEqual([1, 0, 0, 0, 1]);
    expect(model.centroids.toRows()).toEqual([[2], [9.5]]);
  });

  test('one cluster: the mean and the total sum of squares', () => {
    const model = new KMeans({ nClusters: 1 }).fit([[1], [2], [6]]);
    expect(model.centroids.toRows()).toEqual([[3]]);
    expect(model.inertia).toBe(4 + 1 + 9);
  });

  test('as many clusters as rows: inertia 0', () => {
    expect(new KMeans({ nClusters: 4 }).fit(FOUR_POINTS).inertia).toBe(0);
  });

  test('predict gives the nearest centroid, distances how far each is', () => {
    const model = new KMeans({ nClusters: 2 }).fit(FOUR_POINTS);
    expect([
      ...model.predict([
        [9, 9],
        [-3, 0.5],
      ]),
    ]).toEqual([1, 0]);
    expect(model.distances([[3, 4.5]]).toRows()).toEqual([[5, Math.hypot(7, 4)]]);
  });

  test('column names reach the centroids, and predict refuses other columns', () => {
    const model = new KMeans({ nClusters: 2 }).fit(Matrix.fromRows(FOUR_POINTS, ['age', 'income']));
    expect(model.centroids.columns).toEqual(['age', 'income']);
    expect(() => model.predict(Matrix.fromRows([[1, 2]], ['income', 'age']))).toThrow(
      "column 0 of X is 'income'; the model was fitted on 'age' there",
    );
  });
});

describe('KMeans against scikit-learn 1.9.1 from the same start', () => {
  const rows = [
    [2, 1, 0],
    [3, 4, 1],
    [5, 0, 2],
    [7, 8, 1],
    [6, 5, 9],
    [1, 2, 3],
    [8, 1, 4],
  ];
  const kMeans = new KMeans({ nClusters: 3, init: rows.slice(0, 3), tol: 0 });

  test('unweighted', () => {
    const model = kMeans.fit(rows);
    expect([...model.labels]).toEqual([0, 0, 1, 2, 2, 0, 1]);
    expect(model.inertia).toBeCloseTo(55.33333333333333, 12);
    expect(model.nIter).toBe(3);
  });

  test('weighted', () => {
    const model = kMeans.fit(rows, { sampleWeight: [1, 2, 0.5, 3, 1, 1, 2] });
    expect(model.inertia).toBeCloseTo(75.35, 12);
    expect(model.nIter).toBe(3);
    expect(model.centroids.toRows().flat()).toEqual(
      [2.25, 2.75, 1.25, 7.4, 0.8, 3.6, 6.75, 7.25, 3].map((value) => expect.closeTo(value, 12)),
    );
  });
});

describe('KMeans in general', () => {
  const table = blobs(CORNERS, 60, 1);

  test('labels, centroids and inertia agree with each other', () => {
    const model = new KMeans({ nClusters: 5, maxIter: 3 }).fit(table);
    expect(model.predict(table)).toEqual(model.labels);
    const distances = model.distances(table);
    const inertia = [...model.labels].reduce((sum, label, i) => sum + distances.get(i, label) ** 2, 0);
    expect(model.inertia).toBeCloseTo(inertia, 8);
  });

  test('at convergence each centroid is the mean of its rows', () => {
    const model = new KMeans({ nClusters: 3, tol: 0 }).fit(table);
    for (let cluster = 0; cluster < 3; cluster++) {
      const own = table.selectRows([...model.labels.keys()].filter((i) => model.labels[i] === cluster));
      const mean = own.column(0).reduce((sum, value) => sum + value, 0) / own.rows;
      expect(model.centroids.get(cluster, 0)).toBeCloseTo(mean, 12);
    }
  });

  test('the same seed gives the same model, whatever was fitted in between', () => {
    const again = () => new KMeans({ nClusters: 6, seed: 3 }).fit(table).toJSON();
    const first = again();
    new KMeans({ nClusters: 2, seed: 9 }).fit(table);
    expect(again()).toEqual(first);
  });

  test('more starts never make it worse', () => {
    const inertia = (nInit: number) => new KMeans({ nClusters: 7, nInit }).fit(table).inertia;
    expect(inertia(20)).toBeLessThanOrEqual(inertia(1) * (1 + 1e-6));
  });

  test('a sweep finds for each k what a fit of that k finds', () => {
    for (const model of kMeansSweep(table, [4, 2, 6], { seed: 5, nInit: 4 })) {
      const alone = new KMeans({ nClusters: model.nClusters, seed: 5, nInit: 4 }).fit(table);
      expect(model.labels).toEqual(alone.labels);
      expect(model.inertia).toBeCloseTo(alone.inertia, 8);
    }
  });

  test('weights of 1, 2 and 3 do what repeating the rows does', () => {
    const weights = Float64Array.from({ length: table.rows }, (_, i) => 1 + (i % 3));
    const repeated = table.selectRows([...weights].flatMap((weight, i) => new Array(weight).fill(i)));
    const options = { nClusters: 4, init: table.selectRows([0, 1, 2, 3]) };
    const weighted = new KMeans(options).fit(table, { sampleWeight: weights });
    const plain = new KMeans(options).fit(repeated);
    expect(weighted.inertia).toBeCloseTo(plain.inertia, 8);
    expect(weighted.predict(table)).toEqual(weighted.labels);
  });

  test('rows of weight 0 get labels but pull no centroid', () => {
    const model = new KMeans({ nClusters: 2 }).fit([...FOUR_POINTS, [1000, 0]], {
      sampleWeight: [1, 1, 1, 1, 0],
    });
    expect(model.inertia).toBe(1);
    expect(model.labels[4]).toBe(model.labels[2]);
  });

  test('a table moved by a million gives the same labels, inertia and moved centroids', () => {
    const integers = Matrix.fromRows(table.toRows().map((row) => row.map((value) => Math.round(value * 8))));
    const moved = Matrix.fromRows(integers.toRows().map((row) => row.map((value) => value + 1e6)));
    const near = new KMeans({ nClusters: 4, tol: 0 }).fit(integers);
    const far = new KMeans({ nClusters: 4, tol: 0 }).fit(moved);
    expect(far.labels).toEqual(near.labels);
    expect(far.inertia / near.inertia).toBeCloseTo(1, 10);
    expect(far.centroids.get(0, 0) - 1e6).toBeCloseTo(near.centroids.get(0, 0), 8);
  });

  test('a start far from every row does not leave its cluster empty', () => {
    const init = [...CORNERS, [500, 500]];
    const model = new KMeans({ nClusters: 4, init }).fit(table);
    expect(new Set(model.labels).size).toBe(4);
    expect(model.inertia).toBeLessThan(new KMeans({ nClusters: 3 }).fit(table).inertia);
  });

  test('identical starting centroids come apart', () => {
    const model = new KMeans({
      nClusters: 3,
      init: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    }).fit(table);
    expect(new Set(model.labels).size).toBe(3);
  });

  test('rows equally near to two centroids are counted once', () => {
    const grid = [[0], [1], [2], [3], [4]]; // 2 is half-way between the starts 1 and 3
    const model = new KMeans({ nClusters: 2, init: [[1], [3]], maxIter: 1 }).fit(grid);
    expect(model.centroids.toRows()).toEqual([[1], [3.5]]);
  });

  test('stops at maxIter and says so', () => {
    const model = new KMeans({ nClusters: 8, nInit: 1, maxIter: 2, tol: 0 }).fit(table);
    expect([model.nIter, model.stopReason]).toEqual([2, 'max-iterations']);
  });

  test('JSON brings back the same answers', () => {
    const model = new KMeans({ nClusters: 3 }).fit(table);
    const back = KMeansModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(back).toEqual(model);
    expect(back.predict(table)).toEqual(model.labels);
  });

  test('a model from JSON scores new rows without TensorFlow', () => {
    const json = JSON.parse(JSON.stringify(new KMeans({ nClusters: 2 }).fit(FOUR_POINTS)));
    jest.isolateModules(() => {
      jest.doMock('../../../src/tensor/native/tensorflow', () => {
        throw new Error('TensorFlow was asked for');
      });
      const fresh: typeof import('../../../src/cluster/kmeans/kMeansModel') = require('../../../src/cluster/kmeans/kMeansModel');
      expect([...fresh.KMeansModel.fromJSON(json).predict([[9, 9]])]).toEqual([1]);
    });
    jest.dontMock('../../../src/tensor/native/tensorflow');
  });

  test('tells how many starts are drawn and converged', () => {
    const X = blobs(CORNERS, 40, 1);
    const told: Progress[] = [];
    const model = new KMeans({ nClusters: 3, nInit: 4 }).fit(X, {
      onProgress: (progress) => told.push(progress),
    });
    expect(told.slice(0, 4)).toEqual([1, 2, 3, 4].map((done) => ({ step: 'starts drawn', done, total: 4 })));
    const converged = told.slice(4);
    expect(converged.every(({ step, total }) => step === 'starts converged' && total === 4)).toBe(true);
    expect(converged.at(-1)?.done).toBe(4);
    expect(model).toEqual(new KMeans({ nClusters: 3, nInit: 4 }).fit(X));
  });
});

describe('KMeans on awkward input', () => {
  const message = (run: () => unknown) => {
    expect(run).toThrow(InputError);
    try {
      run();
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('more clusters than distinct rows', () => {
    const rows = [[1], [1], [2], [3], [3]];
    expect(message(() => new KMeans({ nClusters: 5 }).fit(rows))).toBe(
      '`nClusters` is 5 but the table has 3 distinct rows; ask for at most 3',
    );
  });

  test('more clusters than rows', () => {
    expect(message(() => new KMeans({ nClusters: 5 }).fit(FOUR_POINTS))).toBe(
      '`nClusters` is 5 but the table has 4 rows; ask for at most 4',
    );
  });

  test('all rows alike: one cluster works, two are refused', () => {
    const rows = new Array(5).fill([7, 7]);
    expect(new KMeans({ nClusters: 1 }).fit(rows).inertia).toBe(0);
    expect(message(() => new KMeans({ nClusters: 2 }).fit(rows))).toContain('1 distinct row;');
  });

  test('as many clusters as distinct rows, among duplicates', () => {
    const rows = [[1], [1], [1], [2], [2], [1e6]];
    expect(new KMeans({ nClusters: 3 }).fit(rows).inertia).toBe(0);
  });

  test('a constant column changes nothing', () => {
    const model = new KMeans({ nClusters: 2 }).fit(FOUR_POINTS.map((row) => [...row, 11]));
    expect([model.inertia, model.centroids.get(0, 2)]).toEqual([1, 11]);
  });

  test('values too large to square are refused, very small ones are not', () => {
    const times = (factor: number) => FOUR_POINTS.map((row) => row.map((value) => value * factor));
    const fitting = (factor: number) => new KMeans({ nClusters: 2 }).fit(times(factor));
    expect(message(() => fitting(1e25))).toContain('scale X first');
    expect(message(() => fitting(1e300))).toContain('scale X first');
    expect([...fitting(1e-25).labels]).toEqual([0, 0, 1, 1]);
  });

  test('a table of very small values has the clusters of the same table enlarged', () => {
    const factor = 2 ** -73;
    const X = blobs(CORNERS, 50, 3);
    const small = new Matrix(
      X.data.map((value) => value * factor),
      X.rows,
      X.cols,
    );
    const [large, tiny] = [X, small].map((table) => new KMeans({ nClusters: 5, seed: 3 }).fit(table));
    expect(tiny.labels).toEqual(large.labels);
    expect(tiny.inertia / factor / factor).toBeCloseTo(large.inertia, 8);
    expect(tiny.predict(small)).toEqual(large.predict(X));
    expect(tiny.nIter).toBe(large.nIter);
    const init = tiny.centroids;
    expect(new KMeans({ nClusters: 5, init, tol: 0 }).fit(small).labels).toEqual(
      new KMeans({ nClusters: 5, init: large.centroids, tol: 0 }).fit(X).labels,
    );
  });

  test('one row far outside does not spoil the labels of the others', () => {
    const rows = [...blobs(CORNERS, 500, 0.5).toRows(), [1e7, 0]];
    const model = new KMeans({ nClusters: 4 }).fit(rows);
    expect(
      Int32Array.from([0, 1, 2, 3], (label) => model.labels.filter((own) => own === label).length),
    ).toEqual(Int32Array.of(500, 500, 500, 1));
  });

  test('NaN is named by row and column', () => {
    expect(
      message(() =>
        new KMeans().fit([
          [1, 2],
          [3, NaN],
        ]),
      ),
    ).toContain('NaN in row 1, column 1');
  });

  test.each([
    [{ nCluster: 3 }, 'KMeans has no option `nCluster`'],
    [{ nClusters: 0 }, '`nClusters` is 0'],
    [{ init: 'random' }, "it must be 'k-means++' or the initial centroids"],
    [{ tol: -1 }, '`tol` is -1'],
    [{ maxIter: 1.5 }, '`maxIter` is 1.5'],
  ])('the options %j are refused', (options, text) => {
    expect(message(() => new KMeans(options as object))).toContain(text);
  });

  test('initial centroids of another number or width are refused', () => {
    const fitting = (init: number[][]) => () => new KMeans({ nClusters: 2, init }).fit(FOUR_POINTS);
    expect(message(fitting([[1, 2]]))).toBe('`init` has 1 centroids but `nClusters` is 2; give one for each');
    expect(message(fitting([[1], [2]]))).toContain('init has 1 columns');
  });

  test('weights of the wrong length, negative, or all zero are refused', () => {
    const fitting = (sampleWeight: number[]) => () =>
      new KMeans({ nClusters: 2 }).fit(FOUR_POINTS, { sampleWeight });
    expect(message(fitting([1, 2]))).toContain('2 values for 4 rows');
    expect(message(fitting([1, 1, -1, 1]))).toContain('holds -1 for row 2');
    expect(message(fitting([0, 0, 0, 0]))).toContain('every `sampleWeight` is 0');
  });
});
