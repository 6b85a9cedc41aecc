import { Matrix } from '../../src/core/matrix';
import { Random } from '../../src/core/random';
import { PCA } from '../../src/reduce/pca';
import { PCAModel } from '../../src/reduce/pcaModel';

const ROWS = [
  [2, 1, 0],
  [3, 4, 1],
  [5, 0, 2],
  [7, 8, 1],
  [6, 5, 9],
  [1, 2, 3],
  [8, 1, 4],
];

const close = (values: readonly number[], digits = 12) =>
  values.map((value) => expect.closeTo(value, digits));

describe('PCA', () => {
  test('points on a diagonal, by hand: one component along it', () => {
    const model = new PCA().fit([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect([...model.components.row(0)]).toEqual(close([Math.SQRT1_2, Math.SQRT1_2]));
    expect([...model.explainedVariance]).toEqual([expect.closeTo(2, 12), 0]);
    expect([
      ...model
        .transform([
          [1, 1],
          [2, 2],
        ])
        .column(0),
    ]).toEqual(close([0, Math.SQRT2]));
  });

  test('agrees with scikit-learn 1.9.1, signs included', () => {
    const model = new PCA().fit(ROWS);
    expect([...model.explainedVariance]).toEqual(
      close([12.418510100000917, 7.3045202880804725, 4.372207707156724]),
    );
    expect([...model.explainedVarianceRatio]).toEqual(
      close([0.5153927116601167, 0.30315202776618533, 0.18145526057369787]),
    );
    expect([...model.singularValues]).toEqual(
      close([8.631978950391707, 6.620205565424901, 5.121840122743031]),
    );
    expect([...model.components.data]).toEqual(
      close([
        0.5644986404343777, 0.47613532012914284, 0.6742673370950554, 0.07421058480316531, 0.7842811778195155,
        -0.6159511532753273, 0.8220912808508012, -0.39774136199740634, -0.40739137804516296,
      ]),
    );
    expect([...model.transform(ROWS).row(0)]).toEqual(
      close([-4.330316678789702, 0.00047086422519349025, -0.1544909180639249]),
    );
    expect([...new PCA({ whiten: true }).fit(ROWS).transform(ROWS).row(0)]).toEqual(
      close([-1.2288104904631365, 0.00017422073657009547, -0.07388436774322248]),
    );
  });

  test('of opposite loadings of equal size the first is positive', () => {
    const model = new PCA({ nComponents: 1 }).fit([
      [-1, 1],
      [0, 0],
      [1, -1],
    ]);
    expect([...model.components.row(0)]).toEqual(close([Math.SQRT1_2, -Math.SQRT1_2]));
  });

  test.each([
    [0.5, 1],
    [0.6, 2],
    [0.99, 3],
    ['all' as const, 3],
    [2, 2],
  ])('nComponents %p keeps %i', (nComponents, kept) => {
    expect(new PCA({ nComponents }).fit(ROWS).nComponents).toBe(kept);
  });

  test('fewer rows than columns: as many components as rows', () => {
    expect(new PCA().fit(ROWS.slice(0, 2)).components.rows).toBe(2);
  });

  test.each([false, true])('all components bring every row back (whiten: %p)', (whiten) => {
    const model = new PCA({ whiten }).fit(ROWS);
    expect([...model.inverseTransform(model.transform(ROWS)).data]).toEqual(close(ROWS.flat()));
    expect(model.reconstructionError(ROWS)).toBeCloseTo(0, 20);
  });

  test('the reconstruction error is the variance left out, per cell', () => {
    const model = new PCA({ nComponents: 1, whiten: true }).fit(ROWS);
    const leftOut = (7.3045202880804725 + 4.372207707156724) * 6;
    expect(model.reconstructionError(ROWS)).toBeCloseTo(leftOut / 21, 12);
  });

  test('whitened scores have variance 1', () => {
    const scores = new PCA({ whiten: true }).fit(ROWS).transform(ROWS).column(2);
    expect(scores.reduce((sum, score) => sum + score * score, 0) / 6).toBeCloseTo(1, 12);
  });

  test('a million away from the origin nothing changes', () => {
    const far = new PCA().fit(ROWS.map((row) => row.map((value) => value + 1e6)));
    expect([...far.explainedVariance]).toEqual(
      close([12.418510100000917, 7.3045202880804725, 4.372207707156724], 9),
    );
  });

  test('a constant column has loadings of 0, and whitening leaves its component at 0', () => {
    const model = new PCA({ whiten: true }).fit(ROWS.map((row) => [...row, 11]));
    expect([...model.components.row(0)].at(-1)).toBeCloseTo(0, 12);
    expect([...model.transform([[1, 2, 3, 11]]).row(0)].every(Number.isFinite)).toBe(true);
  });

  test('names: loadings keep the columns, scores are PC1, PC2', () => {
    const model = new PCA({ nComponents: 2 }).fit(Matrix.fromRows(ROWS, ['a', 'b', 'c']));
    expect(model.components.columns).toEqual(['a', 'b', 'c']);
    const scores = model.transform(Matrix.fromRows(ROWS, ['a', 'b', 'c']));
    expect(scores.columns).toEqual(['PC1', 'PC2']);
    expect(model.inverseTransform(scores).columns).toEqual(['a', 'b', 'c']);
  });

  test('columns of very different size: the smallest variance keeps its digits', () => {
    const random = new Random(2);
    const sizes = [1e5, 1e-1, 1e3, 1];
    const small = Array.from({ length: 200 }, () => sizes.map(() => random.normal()));
    const rows = small.map((row) => row.map((value, j) => value * sizes[j] + 0.3 * row[0] * sizes[j]));
    const { explainedVariance, components } = new PCA().fit(rows);
    const product = explainedVariance.reduce((all, variance) => all * variance, 1);
    expect(product / covarianceDeterminant(rows)).toBeCloseTo(1, 9);
    expect([...components.row(3)].findIndex((loading) => Math.abs(loading) > 0.99)).toBe(1);
  });

  test('components are orthonormal', () => {
    const random = new Random(4);
    const X = Matrix.fromRows(
      Array.from({ length: 50 }, () => Array.from({ length: 8 }, () => random.normal())),
    );
    const { components } = new PCA().fit(X);
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < 8; b++) {
        const product = components.row(a).reduce((sum, value, j) => sum + value * components.get(b, j), 0);
        expect(product).toBeCloseTo(a === b ? 1 : 0, 12);
      }
    }
  });

  test.each([1, 2, 0.5, 0.999, 'all'] as const)('keeping %p of all is a fit of as many', (nComponents) => {
    const all = new PCA({ whiten: true }).fit(ROWS);
    expect(all.keep(nComponents)).toEqual(new PCA({ nComponents, whiten: true }).fit(ROWS));
    expect(all.nComponents).toBe(3);
  });

  test('no more components can be kept than there are', () => {
    const two = new PCA({ nComponents: 2 }).fit(ROWS);
    expect(() => two.keep(3)).toThrow('`nComponents` is 3 but the model has 2 components; ask for at most 2');
    expect(() => two.keep(0)).toThrow("`nComponents` is 0; it must be 'all'");
  });

  test('JSON brings back the same answers', () => {
    const model = new PCA({ nComponents: 2, whiten: true }).fit(ROWS);
    const back = PCAModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(back).toEqual(model);
    expect(back.transform(ROWS)).toEqual(model.transform(ROWS));
  });
});

describe('PCA refuses', () => {
  test.each([
    [{ nComponents: 0 }, "`nComponents` is 0; it must be 'all', a whole number of at least 1, or a fraction"],
    [{ nComponents: 1.5 }, '`nComponents` is 1.5'],
    [{ nComponents: 'mle' }, "it must be 'all', a whole number"],
    [{ whiten: 1 }, '`whiten` is 1'],
    [{ components: 2 }, 'PCA has no option `components`'],
  ])('the options %j', (options, message) => {
    expect(() => new PCA(options as object)).toThrow(message);
  });

  test('more components than the table can have', () => {
    expect(() => new PCA({ nComponents: 4 }).fit(ROWS)).toThrow(
      '`nComponents` is 4 but the table is 7 × 3; ask for at most 3',
    );
  });

  test('a table without variance, and a single row', () => {
    expect(() =>
      new PCA().fit([
        [1, 2],
        [1, 2],
      ]),
    ).toThrow('every column of X is constant');
    expect(() => new PCA().fit([[1, 2]])).toThrow('X has 1 row');
  });
});

/** By Gaussian elimination without pivots, as a covariance matrix allows: another way to the variances' product. */
function covarianceDeterminant(rows: number[][]): number {
  const d = rows[0].length;
  const mean = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
  const covariance = mean.map((_, a) =>
    mean.map((_, b) => {
      const products = rows.map((row) => (row[a] - mean[a]) * (row[b] - mean[b]));
      return products.reduce((sum, product) => sum + product, 0) / (rows.length - 1);
    }),
  );
  let determinant = 1;
  for (let a = 0; a < d; a++) {
    determinant *= covariance[a][a];
    for (let b = a + 1; b < d; b++) {
      const factor = covariance[b][a] / covariance[a][a];
      for (let j = a; j < d; j++) covariance[b][j] -= factor * covariance[a][j];
    }
  }
  return determinant;
}

describe('PCA of tables of unusual size', () => {
  const usual = new PCA().fit(ROWS);

  test.each([1e140, 1e78, 1e-78, 1e-90, 1e-140])('a table times %d has the same axes and shares', (scale) => {
    const model = new PCA().fit(ROWS.map((row) => row.map((value) => value * scale)));
    expect([...model.components.data]).toEqual(close([...usual.components.data]));
    expect([...model.explainedVarianceRatio]).toEqual(close([...usual.explainedVarianceRatio]));
    model.singularValues.forEach((value, c) => {
      expect(value / scale / usual.singularValues[c]).toBeCloseTo(1, 12);
    });
  });

  describe('more columns than rows', () => {
    const random = new Random(3);
    const rows = Array.from({ length: 12 }, () => Array.from({ length: 40 }, () => random.normal()));
    const model = new PCA().fit(rows);

    test('has as many components as rows, at right angles, the last without variance', () => {
      expect(model.components.rows).toBe(12);
      expect(model.explainedVariance[11]).toBe(0);
      for (let a = 0; a < 12; a++) {
        for (let b = 0; b <= a; b++) {
          const product = model.components
            .row(a)
            .reduce((sum, value, j) => sum + value * model.components.get(b, j), 0);
          expect(product).toBeCloseTo(a === b ? 1 : 0, 12);
        }
      }
    });

    test('has the variances of the same table with rows of zeros added about its mean', () => {
      const mean = [...model.mean];
      const tall = [...rows, ...Array.from({ length: 30 }, () => mean)];
      const other = new PCA().fit(tall);
      for (let c = 0; c < 11; c++) {
        expect(model.singularValues[c]).toBeCloseTo(other.singularValues[c], 10);
        for (let j = 0; j < 40; j++)
          expect(model.components.get(c, j)).toBeCloseTo(other.components.get(c, j), 10);
      }
    });

    test('brings the table back exactly', () => {
      expect(model.reconstructionError(rows)).toBeLessThan(1e-25);
    });

    test('repeated rows leave several axes without variance', () => {
      const repeated = new PCA().fit([...rows.slice(0, 3), ...rows.slice(0, 3)]);
      expect(repeated.components.rows).toBe(6);
      expect([...repeated.explainedVariance].filter((variance) => variance > 0)).toHaveLength(2);
      expect(repeated.reconstructionError(rows.slice(0, 3))).toBeLessThan(1e-25);
    });
  });
});
