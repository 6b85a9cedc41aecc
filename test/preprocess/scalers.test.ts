import fc from 'fast-check';
import { Matrix } from '../../src/core/matrix';
import { MinMaxScaler } from '../../src/preprocess/scale/minMaxScaler';
import { RobustScaler } from '../../src/preprocess/scale/robustScaler';
import { StandardScaler, StandardScalerModel } from '../../src/preprocess/scale/standardScaler';

const X = Matrix.fromRows(
  [
    [1, 10, 5],
    [2, 20, 5],
    [3, 30, 5],
    [6, 100, 5],
  ],
  ['a', 'b', 'constant'],
);

test('StandardScaler: mean and population deviation, worked by hand', () => {
  const model = new StandardScaler().fit(X);
  expect(Array.from(model.mean)).toEqual([3, 40, 5]);
  expect(Array.from(model.scale)).toEqual([Math.sqrt(3.5), Math.sqrt(1250), 1]);
  expect(model.transform(X).get(3, 0)).toBeCloseTo(3 / Math.sqrt(3.5), 15);
  expect(model.transform([[3, 40, 7]]).toRows()).toEqual([[0, 0, 2]]);
});

test('StandardScaler: a constant column becomes zeros even where its mean rounds', () => {
  const rows = Array.from({ length: 1000 }, () => [0.1]);
  const model = new StandardScaler().fit(rows);
  expect(model.scale[0]).toBe(1);
  expect(model.transform(rows).data.every((value) => Math.abs(value) < 1e-12)).toBe(true);
});

test('StandardScaler: either half can be left out', () => {
  expect(new StandardScaler({ withMean: false }).fit(X).transform(X).get(0, 1)).toBeCloseTo(
    10 / Math.sqrt(1250),
    15,
  );
  expect(new StandardScaler({ withStd: false }).fit(X).transform(X).row(0)).toEqual(
    Float64Array.of(-2, -30, 0),
  );
});

test('MinMaxScaler: ends of the range are met; a constant column becomes the low end', () => {
  const unit = new MinMaxScaler().fit(X).transform(X);
  expect(Array.from(unit.column('a'))).toEqual([0, 0.2, 0.4, 1]);
  expect(Array.from(unit.column('constant'))).toEqual([0, 0, 0, 0]);
  const wide = new MinMaxScaler({ featureRange: [-1, 3] }).fit(X).transform(X);
  expect(Array.from(wide.column('a'))).toEqual([-1, expect.closeTo(-0.2), expect.closeTo(0.6), 3]);
  expect(Array.from(wide.column('constant'))).toEqual([-1, -1, -1, -1]);
});

test('RobustScaler: median and interquartile range, worked by hand', () => {
  const model = new RobustScaler().fit(X);
  expect(Array.from(model.center)).toEqual([2.5, 25, 5]);
  expect(Array.from(model.scale)).toEqual([2, 30, 1]);
  expect(new RobustScaler({ quantileRange: [0, 100] }).fit(X).scale[0]).toBe(5);
});

test('RobustScaler: where most values are the same, a wider range takes the place of the quartiles', () => {
  const zeros = (count: number) => new Array<number>(count).fill(0);
  const [tenth, few] = [
    [...zeros(36), 4, 8, 8, 8],
    [...zeros(96), 5, 5, 5, 5],
  ].map((values) => new RobustScaler().fit(values.map((value) => [value])));
  expect([tenth.center[0], tenth.scale[0]]).toEqual([0, 8]); // the 5th percentile is 0, the 95th 8
  expect(few.scale[0]).toBeCloseTo(5 * Math.sqrt(0.04 * 0.96), 12); // these are both 0: the standard deviation
});

test('column names go along and must agree', () => {
  const model = new StandardScaler().fit(X);
  expect(model.transform(X).columns).toEqual(['a', 'b', 'constant']);
  expect(() => model.transform(X.select(['b', 'a', 'constant']))).toThrow(
    "the model was fitted on 'a' there",
  );
});

test.each([
  [() => new StandardScaler({ mean: true } as never), 'StandardScaler has no option `mean`'],
  [() => new MinMaxScaler({ featureRange: [1, 1] }), '`featureRange` is [1, 1]; its first end must be less'],
  [() => new RobustScaler({ quantileRange: [25, 101] }), '`quantileRange[1]` is 101'],
  [() => new RobustScaler({ quantileRange: [75, 25] }), '`quantileRange` is [75, 25]'],
  [() => new StandardScaler().fit([[Number.NaN]]), 'X holds NaN in row 0'],
])('wrong options and values are refused: %s', (act, message) => {
  expect(act).toThrow(message);
});

test('damaged JSON is refused', () => {
  const json = new StandardScaler().fit(X).toJSON();
  expect(() => StandardScalerModel.fromJSON({ ...json, scale: [1] })).toThrow('damaged');
  expect(() => StandardScalerModel.fromJSON({ ...json, center: [1, null, 2] as never })).toThrow('damaged');
  expect(() => StandardScalerModel.fromJSON({ ...json, columns: ['a'] })).toThrow('damaged');
  expect(() => StandardScalerModel.fromJSON({ ...json, center: undefined } as never)).toThrow(
    '`center` of this JSON of type `StandardScaler` is undefined',
  );
  expect(() => StandardScalerModel.fromJSON({ ...json, version: 2 })).toThrow(
    "StandardScalerModel reads type 'StandardScaler', version 1",
  );
  expect(() => StandardScalerModel.fromJSON({ ...json, type: 'RobustScaler' })).toThrow(
    "of type 'RobustScaler'",
  );
});

test.each([new StandardScaler(), new MinMaxScaler(), new RobustScaler()])(
  'inverseTransform undoes transform (%#)',
  (scaler) => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, (values) => {
        const matrix = Matrix.fromRows(values);
        const model = scaler.fit(matrix);
        const back = model.inverseTransform(model.transform(matrix));
        for (const [at, value] of back.data.entries()) expect(value).toBeCloseTo(matrix.data[at], 8);
      }),
    );
  },
);
