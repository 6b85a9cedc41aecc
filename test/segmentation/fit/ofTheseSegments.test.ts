import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import type { Structure } from '../../../src/evaluate/structure/structure';
import { ofTheseSegments } from '../../../src/segmentation/fit/ofTheseSegments';

const random = new Random(5);
const ROWS = 90;

/** Three groups by the first column; the second is a coin. */
const groups = Int32Array.from({ length: ROWS }, (_, row) => row % 3);
const coin = Int32Array.from({ length: ROWS }, (_, row) => Number(row % 6 < 3));
const X = Matrix.fromRows(
  Array.from({ length: ROWS }, (_, row) => [groups[row] * 2 + random.normal(0, 0.1), coin[row] * 9]),
);
const clear: Structure = {
  verdict: 'clear',
  summary: 'Clear structure: the segments are natural groups, well separated (numbers). More.',
  noiseColumns: [1],
};
const of = (labels: Int32Array) => ({ X, columnGroups: [], labels });
const make = () => new KMeans({ nClusters: 3, seed: 1 });

test('a verdict stands where the segments are the groups of the other columns', () => {
  expect(ofTheseSegments(clear, of(groups), make)).toBe(clear);
});

test('segments that a column without groups divides are no natural groups', () => {
  const mixed = groups.map((group, row) => (group === 2 ? 2 : coin[row]));
  expect(ofTheseSegments(clear, of(mixed), make)).toEqual({
    ...clear,
    verdict: 'weak',
    summary:
      'Weak structure: there are clear groups, but these segments divide some of them and join others (numbers). More. To get the groups, set the leave-out-ungrouped option.',
  });
});

test('a verdict on all columns, and one that is not clear, stay what they are', () => {
  const all: Structure = { verdict: 'clear', summary: clear.summary };
  const weak: Structure = { ...clear, verdict: 'weak' };
  for (const structure of [all, weak]) expect(ofTheseSegments(structure, of(coin), make)).toBe(structure);
});

test('where numbers alone were judged, yes and no are left out, and the remedy is to name the numbers', () => {
  const mixed = groups.map((group, row) => (group === 2 ? 2 : coin[row]));
  const alone: Structure = { verdict: 'clear', summary: clear.summary, numbersAlone: true };
  expect(ofTheseSegments(alone, of(groups), make)).toBe(alone);
  expect(ofTheseSegments(alone, of(mixed), make).summary).toMatch(
    /To get the groups, name only the numeric columns in the columns option\.$/,
  );
});
