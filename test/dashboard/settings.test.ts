import { readSettings } from '../../src/dashboard/page/state/settingsAddress';
import { SETTINGS } from '../../src/dashboard/settings';
import { ALGORITHMS } from '../../src/segmentation/algorithms';
import { concerns, SEGMENTATION_OPTIONS } from '../../src/segmentation/options';

const read = (address: string) => readSettings(new URLSearchParams(address));
const STANDING = read('');

test('the page offers every option but those that come with the table', () => {
  const names = Object.keys(SEGMENTATION_OPTIONS.properties);
  const ofTheTable = names.filter((name) => !(name in SETTINGS));
  expect(ofTheTable.sort()).toEqual([
    ...[
      'asOf',
      'customerRows',
      'id',
      'keepMissing',
      'labels',
      'log',
      'missingCodes',
      'names',
      'rowsAreCustomers',
      'units',
      'value',
    ],
  ]);
  for (const { options } of ALGORITHMS)
    for (const name in options.properties) expect(SETTINGS).toHaveProperty(name);
});

test('every option that the page offers has a title, and each of its words has one', () => {
  for (const { title, anyOf = [] } of Object.values(SETTINGS)) {
    expect(title).toMatch(/^\p{L}/u);
    if (anyOf.every((word: object) => 'const' in word)) {
      for (const word of anyOf) expect(word.title).toMatch(/^\p{L}/u);
    }
  }
});

test('an empty address leaves to the engine what follows from the table', () => {
  expect(STANDING).toMatchObject({
    columns: undefined,
    algorithm: 'kmeans',
    k: undefined,
    eps: undefined,
    minSamples: 5,
    linkage: 'ward',
    scale: 'standard',
    pca: 0,
    seed: 0,
  });
});

test('an address says what is grouped, and how', () => {
  const said = read(
    'column=Age&column=Income&algorithm=dbscan&k=3&eps=0.25&minSamples=7&scale=none&pca=2&seed=42',
  );
  expect(said).toEqual({
    ...STANDING,
    columns: ['Age', 'Income'],
    algorithm: 'dbscan',
    k: 3,
    eps: 0.25,
    minSamples: 7,
    scale: 'none',
    pca: 2,
    seed: 42,
  });
});

test.each([
  'algorithm=magic',
  'k=0',
  'k=51',
  'k=2.5',
  'k=auto',
  'k=',
  'eps=0',
  'eps=near',
  'pca=0.8',
  'seed=-1',
  'scale=',
])('%s is as if it were not there', (address) => expect(read(address)).toEqual(STANDING));

test('an option concerns the algorithms that it has an effect on', () => {
  expect(concerns('k', 'kmeans')).toBe(true);
  expect(concerns('k', 'dbscan')).toBe(false);
  expect(concerns('eps', 'dbscan')).toBe(true);
  expect(concerns('eps', 'kmeans')).toBe(false);
  expect(concerns('pca', 'kprototypes')).toBe(false);
  expect(concerns('seed', 'agglomerative')).toBe(true);
});
