import { Matrix } from '../../../src/core/matrix';
import { readColumns } from '../../../src/plot/base/columns';

const values = (table: Parameters<typeof readColumns>[0], names?: string[]) =>
  readColumns(table, names).map((column) => [column.name, Array.from(column.values)]);

describe('readColumns', () => {
  const expected = [
    ['Age', [30, 40]],
    ['Income', [5, Number.NaN]],
  ];

  it('reads arrays, typed arrays and series', () => {
    expect(values({ Age: Float32Array.of(30, 40), Income: { values: [5, null] } })).toEqual(expected);
  });

  it('reads a matrix with names', () => {
    expect(
      values(
        Matrix.fromRows(
          [
            [30, 5],
            [40, Number.NaN],
          ],
          ['Age', 'Income'],
        ),
      ),
    ).toEqual(expected);
  });

  it('reads a data frame, of which only the columns named must hold numbers', () => {
    const frame = {
      columns: ['Age', 'Education', 'Income'],
      shape: [2, 3],
      values: [
        [30, 'PhD', 5],
        [40, 'Master', undefined],
      ],
    };
    expect(values(frame, ['Age', 'Income'])).toEqual(expected);
    expect(() => readColumns(frame)).toThrow(/'Education' holds 'PhD' in row 0/);
  });

  it('takes infinity for missing', () => {
    expect(values({ Age: [30, Infinity] })).toEqual([['Age', [30, Number.NaN]]]);
  });

  it.each([
    [{}, undefined, /no columns or no rows/],
    [{ Age: [1] }, ['Income'], /there is no column 'Income'; the table has Age/],
    [{ Age: [1], Income: [1, 2] }, undefined, /'Income' has 2 values, 'Age' has 1/],
    [{ Age: 5 as never }, undefined, /column 'Age' is 5; it must be an array/],
    [[1, 2, 3] as never, undefined, /must have named columns/],
  ])('refuses %j', (table, names, message) => {
    expect(() => readColumns(table, names)).toThrow(message);
  });
});
