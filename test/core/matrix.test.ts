import { Matrix, toFittedMatrix, toMatrix } from '../../src/core/matrix';

const frame = (columns: string[], values: unknown[][]) => ({
  columns,
  values,
  shape: [values.length, columns.length],
});

/** What of a tensor is read; real ones are read in test/contracts/estimators.test.ts. */
const tensorOf = (shape: number[], values: number[]) => ({
  shape,
  rank: shape.length,
  dataSync: () => Float32Array.from(values),
  dispose: () => {},
});

describe('Matrix', () => {
  const X = Matrix.fromRows(
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    ['age', 'income'],
  );

  test('is row-major and answers by position and by name', () => {
    expect(Array.from(X.data)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(X.get(1, 0)).toBe(3);
    expect(Array.from(X.column('income'))).toEqual([2, 4, 6]);
    expect(Array.from(X.column(0))).toEqual([1, 3, 5]);
  });

  test('takes rows and selects columns in the order asked for', () => {
    expect(X.selectRows([2, 0]).toRows()).toEqual([
      [5, 6],
      [1, 2],
    ]);
    const swapped = X.select(['income', 'age']);
    expect(swapped.toRows()[0]).toEqual([2, 1]);
    expect(swapped.columns).toEqual(['income', 'age']);
  });

  test('names a column that is not there, and those that are', () => {
    expect(() => X.column('ages')).toThrow("there is no column 'ages'; it has age, income");
    expect(() => X.column(2)).toThrow('there is no column 2; the matrix has 2');
  });

  test('of no rows has no columns; names are asked for in vain where there are none', () => {
    const none = Matrix.fromRows([]);
    expect([none.rows, none.cols]).toEqual([0, 0]);
    expect(() => Matrix.fromRows([[1]]).column('age')).toThrow(
      "there is no column 'age'; its columns have no names",
    );
  });

  test('takes typed rows, and refuses what is no row', () => {
    expect(Matrix.fromRows([Float32Array.of(1, 2)]).toRows()).toEqual([[1, 2]]);
    for (const wrong of ['12', new DataView(new ArrayBuffer(2)), null])
      expect(() => Matrix.fromRows([[1, 2], wrong] as never)).toThrow(
        /^row 1 is .+; every row must be an array of numbers$/,
      );
  });

  test('refuses a wrong number of values, names or a ragged row', () => {
    expect(() => new Matrix(new Float64Array(3), 2, 2)).toThrow('a 2 × 2 matrix needs 4 numbers, not 3');
    expect(() => Matrix.zeros(1, 2, ['a'])).toThrow('1 column names were given for 2 columns');
    expect(() => Matrix.fromRows([[1, 2], [3]])).toThrow('row 1 has 1 values, row 0 has 2');
  });
});

describe('toMatrix', () => {
  test('passes a Matrix through without a copy', () => {
    const X = Matrix.fromRows([[1]]);
    expect(toMatrix(X)).toBe(X);
  });

  test('reads nested arrays, a data frame and a tensor alike', () => {
    const rows = [
      [1, 2],
      [3, 4],
    ];
    const tensor = tensorOf([2, 2], rows.flat());
    const inputs = [rows, frame(['a', 'b'], rows), tensor];
    for (const input of inputs) expect(toMatrix(input).toRows()).toEqual(rows);
    expect(toMatrix(inputs[1]).columns).toEqual(['a', 'b']);
  });

  test.each([
    ['NaN', Number.NaN, 'NaN'],
    ['infinity', Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('names row and column of %s, with the remedy', (_, bad, shown) => {
    const X = frame(
      ['age', 'income'],
      [
        [1, 2],
        [3, bad],
      ],
    );
    expect(() => toMatrix(X, 'customers')).toThrow(
      `customers holds ${shown} in row 1, column 'income'; drop or fill such rows first (see \`dropMissing\`, \`fillMissing\`)`,
    );
  });

  test('names text where a number belongs, and a missing value', () => {
    expect(() => toMatrix(frame(['age'], [['old']]))).toThrow(
      "X holds 'old' in row 0, column 'age'; encode categories as numbers first",
    );
    expect(() => toMatrix([[1], [null as unknown as number]])).toThrow('X holds null in row 1, column 0;');
  });

  test('refuses what is empty, ragged, flat or no table at all', () => {
    expect(() => toMatrix([])).toThrow('X is empty (0 rows × 0 columns)');
    expect(() => toMatrix([[1, 2], [3]])).toThrow('row 1 of X has 1 values; 2 were expected');
    expect(() => toMatrix([1, 2] as unknown as number[][])).toThrow(
      'row 0 of X is 1; every row must be an array',
    );
    expect(() => toMatrix('table' as unknown as number[][])).toThrow("X is 'table'; it must be a Matrix");
    const flat = tensorOf([2], [1, 2]);
    expect(() => toMatrix(flat)).toThrow('X is a tensor of shape [2]; it must be 2-D');
  });
});

describe('toFittedMatrix', () => {
  test('holds new data to the columns of the fit', () => {
    const fitted = { cols: 2, columns: ['age', 'income'] };
    expect(() => toFittedMatrix([[1]], fitted)).toThrow('X has 1 columns; the model was fitted on 2');
    expect(() => toFittedMatrix(frame(['income', 'age'], [[1, 2]]), fitted)).toThrow(
      "column 0 of X is 'income'; the model was fitted on 'age' there",
    );
    expect(toFittedMatrix([[1, 2]], fitted).toRows()).toEqual([[1, 2]]);
  });
});
