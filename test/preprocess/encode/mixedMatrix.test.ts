import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { mixedMatrix } from '../../../src/preprocess/encode/mixedMatrix';

const members = () =>
  createFrame({
    id: [1, 2, 3],
    age: [20, 40, 60],
    gender: ['Male', 'Female', 'Male'],
    active: [true, false, true],
    visits: [1, null, 3],
    city: ['Oslo', null, 'Bergen'],
  });

describe('mixedMatrix', () => {
  test('numbers are standardized, categories become codes in alphabetical order', () => {
    const { X, categoricalColumns, levels } = mixedMatrix(members(), {
      columns: ['age', 'gender', 'active'],
    });
    const step = Math.sqrt(1.5);
    expect(X.columns).toEqual(['age', 'gender', 'active']);
    [-step, 0, step].forEach((value, i) => {
      expect(X.get(i, 0)).toBeCloseTo(value, 14);
    });
    expect([...X.column('gender')]).toEqual([1, 0, 1]);
    expect([...X.column('active')]).toEqual([1, 0, 1]);
    expect(categoricalColumns).toEqual([1, 2]);
    expect(levels).toEqual({ gender: ['Female', 'Male'], active: ['false', 'true'] });
  });

  test('missing values stay missing, and are left out of mean and deviation', () => {
    const { X } = mixedMatrix(members(), { columns: ['visits', 'city'] });
    expect([...X.column('visits')]).toEqual([-1, Number.NaN, 1]);
    expect([...X.column('city')]).toEqual([1, Number.NaN, 0]);
  });

  test('all columns, in their own units, where nothing else is said', () => {
    const { X } = mixedMatrix(members(), { scale: 'none' });
    expect(X.columns).toEqual(['id', 'age', 'gender', 'active', 'visits', 'city']);
    expect([...X.column('age')]).toEqual([20, 40, 60]);
  });

  test('categories can be given, also to numbers', () => {
    const categories = { gender: ['Other', 'Male', 'Female'], id: ['3', '2', '1'] };
    const { X, categoricalColumns } = mixedMatrix(members(), { columns: ['gender', 'id'], categories });
    expect(X.toRows()).toEqual([
      [1, 2],
      [2, 1],
      [1, 0],
    ]);
    expect(categoricalColumns).toEqual([0, 1]);
  });

  test('a constant column becomes 0', () => {
    expect([...mixedMatrix(createFrame({ same: [5, 5] })).X.column(0)]).toEqual([0, 0]);
  });

  test('refuses a category that is not among those given, an unknown column and an empty list', () => {
    expect(() => mixedMatrix(members(), { categories: { gender: ['Male'] } })).toThrow(/'Female' in row 1/);
    expect(() => mixedMatrix(members(), { columns: ['agee'] })).toThrow(/'age'/);
    expect(() => mixedMatrix(members(), { columns: [] })).toThrow(/`columns` is empty/);
  });
});
