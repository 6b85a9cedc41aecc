import { InputError } from '../../src/core/errors';
import { Matrix } from '../../src/core/matrix';
import { toNumericMatrix } from '../../src/datasets/frame/columns';
import { createFrame } from '../../src/datasets/frame/dataFrame';
import { agreementHeatMap } from '../../src/plot/agreementHeatMap';
import { clusteringsSideBySide } from '../../src/plot/clusteringsSideBySide';
import { elbowPlot } from '../../src/plot/elbowPlot';
import { explainedVariancePlot } from '../../src/plot/explainedVariancePlot';
import { histogram } from '../../src/plot/histogram';
import { profileLines } from '../../src/plot/profileLines';
import { revenueByPeriod } from '../../src/plot/revenueByPeriod';
import { silhouettePlot } from '../../src/plot/silhouettePlot';
import { dropColumns } from '../../src/preprocess/clean/dropColumns';
import { dropDuplicates } from '../../src/preprocess/clean/duplicates';
import { dropMissing, fillMissing } from '../../src/preprocess/clean/missing';
import { detectOutliers, dropOutliers } from '../../src/preprocess/clean/outliers';
import { recordTable } from '../../src/preprocess/clean/recordTable';
import { replaceValues } from '../../src/preprocess/clean/replaceValues';
import { correlationMatrix } from '../../src/preprocess/correlationMatrix';
import { oneHotEncode } from '../../src/preprocess/encode/oneHotEncode';
import { ordinalEncode } from '../../src/preprocess/encode/ordinalEncode';
import { MinMaxScaler } from '../../src/preprocess/scale/minMaxScaler';
import { RobustScaler } from '../../src/preprocess/scale/robustScaler';
import { actionTable, differenceTable, profileTable } from '../../src/profile/profileTable';
import { inferColumnRoles } from '../../src/profile/roles/columnRoles';
import { profileSegments } from '../../src/profile/segmentProfile';

/** Notebooks check types loosely: one name instead of a list of one, or null, reaches the code. */
const frame = createFrame({ age: [30, 40, null], city: ['Rome', 'Oslo', 'Rome'] });
const table = { age: [30, 40, 50] };

describe.each<[string, (list: never) => unknown]>([
  ['dropMissing', (columns) => dropMissing(frame, { columns })],
  ['fillMissing', (columns) => fillMissing(frame, { columns })],
  ['dropDuplicates', (columns) => dropDuplicates(frame, { columns })],
  ['dropDuplicates, ignore', (ignore) => dropDuplicates(frame, { ignore })],
  ['detectOutliers', (columns) => detectOutliers(frame, { columns })],
  ['dropOutliers', (columns) => dropOutliers(frame, { columns })],
  ['dropColumns', (columns) => dropColumns(frame, columns)],
  ['oneHotEncode', (columns) => oneHotEncode(frame, { columns })],
  ['ordinalEncode', (order) => ordinalEncode(frame, 'city', order)],
  ['toNumericMatrix', (columns) => toNumericMatrix(frame, columns)],
  ['recordTable', (records) => recordTable(records)],
  ['profileSegments', (columns) => profileSegments(table, [0, 0, 1], { columns })],
  ['profileTable', (profiles) => profileTable(profiles)],
  ['actionTable', (profiles) => actionTable(profiles)],
  ['Matrix.fromRows', (rows) => Matrix.fromRows(rows)],
  ['histogram', (columns) => histogram(table, { columns })],
  ['histogram, logarithmic', (logarithmic) => histogram(table, { logarithmic })],
  ['profileLines', (columns) => profileLines(table, [0, 0, 1], { columns })],
  ['clusteringsSideBySide', (columns) => clusteringsSideBySide([[1, 2]], { One: [0] }, { columns })],
  ['revenueByPeriod', (incomplete) => revenueByPeriod([{ month: 'May', revenue: 1 }], { incomplete })],
])('%s', (_, call) => {
  test.each([['age'], [null], [7], [{}]])('says that %p is no array', (list) => {
    expect(() => call(list as never)).toThrow(InputError);
    expect(() => call(list as never)).toThrow(/ is .*; it must be an array/);
  });
});

describe.each<[string, (named: never) => unknown]>([
  ...['roles', 'names', 'labels', 'units'].map((option): [string, (named: never) => unknown] => [
    `profileSegments, ${option}`,
    (named) => profileSegments(table, [0, 0, 1], { [option]: named }),
  ]),
  ['inferColumnRoles', (overrides) => inferColumnRoles(table, overrides)],
])('%s', (_, call) => {
  test.each([['age'], [null], [7], [['age']]])('says that %p is no object of named values', (named) => {
    expect(() => call(named as never)).toThrow(InputError);
    expect(() => call(named as never)).toThrow(/ is .*; it must be an object/);
  });
});

describe('differenceTable', () => {
  test.each([['age'], [null], [undefined], [7], [{}], [[]]])('says that %p is no profile', (profile) => {
    expect(() => differenceTable(profile as never)).toThrow(InputError);
    expect(() => differenceTable(profile as never)).toThrow(/`profile` is .*; it must be one profile/);
  });
});

test.each<[string, () => unknown, RegExp]>([
  ['a row that is null', () => Matrix.fromRows([[1], null as never]), /row 1 is null; every row must be/],
  ['a first row that is null', () => Matrix.fromRows([null as never]), /row 0 is null; every row must be/],
  [
    'a profile that is null',
    () => profileTable([null as never]),
    /`profile` is null; it must be one profile/,
  ],

  [
    'a column that is one number',
    () => createFrame({ age: 5 } as never),
    /column 'age' is 5; it must be an array/,
  ],
  ['a column that is null', () => createFrame({ age: null } as never), /column 'age' is null/],
  ['no columns at all', () => createFrame(null as never), /the columns are null/],
  [
    'rows where a matrix belongs',
    () => correlationMatrix([[1, 2]] as never),
    /take it from `toNumericMatrix`/,
  ],
  ['no replacements', () => replaceValues(frame, 'city', null as never), /`replacements` is null/],
  ['a list of replacements', () => replaceValues(frame, 'city', ['Rome'] as never), /an array of 1/],
  ['a range that is a number', () => new RobustScaler({ quantileRange: 5 as never }), /`quantileRange` is 5/],
  ['a scale that is a number', () => new MinMaxScaler({ featureRange: 5 as never }), /`featureRange` is 5/],
  ['no silhouettes', () => silhouettePlot(null as never, [0]), /`silhouettes` is null/],
  ['no labels to compare', () => agreementHeatMap([0, 1], null as never), /has 2 labels and Second no/],
  [
    'no labels at all',
    () => agreementHeatMap(null as never, null as never),
    /`segments` is null|nothing to draw/,
  ],
  ['no ratios', () => explainedVariancePlot(null as never), /nothing to draw/],
  [
    'an elbow with a hole',
    () => elbowPlot([{ k: 1, inertia: 2 }, null as never]),
    /a row of the elbow is null/,
  ],
  ['no options', () => dropOutliers(frame, null as never), /dropOutliers was given null for its options/],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(InputError);
  expect(call).toThrow(message);
});
