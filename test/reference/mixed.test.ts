import { cutTree } from '../../src/cluster/hierarchy/cutTree';
import { linkageMatrix } from '../../src/cluster/hierarchy/linkage';
import { gowerDistances } from '../../src/cluster/prototypes/gowerDistances';
import { KPrototypes } from '../../src/cluster/prototypes/kPrototypes';
import { silhouette } from '../../src/evaluate/indices/silhouette';
import { adjustedRand } from '../../src/evaluate/stability/adjustedRand';
import { reference } from './reference';

/** Agreement with kmodes, scipy and scikit-learn on a table of numbers and categories. */

const { X, categoricalColumns, withMissing, gowerOfFirstRow, linkage, kPrototypes } = reference.mixed;
const holed = withMissing.map((row) => row.map((value) => value ?? Number.NaN));

test('k-prototypes: the gamma, the best cost and the segments of kmodes, whatever the seed', () => {
  // One start in eight ends at the best cost: 20 starts miss it with 2 of 12 seeds, 50 with none of them.
  for (const seed of [0, 1, 2]) {
    const model = new KPrototypes({ nClusters: 4, categoricalColumns, nInit: 50, seed }).fit(X);
    expect(model.gamma).toBeCloseTo(kPrototypes.gamma, 12);
    expect(model.cost).toBeCloseTo(kPrototypes.cost, 8);
    expect(adjustedRand(model.labels, kPrototypes.labels)).toBe(1);
  }
});

describe('on Gower distances of a table with missing values', () => {
  const distances = gowerDistances(holed, { categoricalColumns });

  test('the distances of the first row', () => {
    gowerOfFirstRow.forEach((distance, j) => {
      expect(distances.get(0, j)).toBeCloseTo(distance, 13);
    });
  });

  test.each(['complete', 'average', 'single'] as const)('%s linkage, the cut, its silhouettes', (method) => {
    const { heights, labelsOfFour, silhouetteSamples } = linkage[method];
    const tree = linkageMatrix(distances, method);
    tree.column('height').forEach((height, i) => {
      expect(height).toBeCloseTo(heights[i], 12);
    });
    expect(adjustedRand(cutTree(tree, { nClusters: 4 }), labelsOfFour)).toBe(1);
    const labels = labelsOfFour.map((label) => label - 1);
    silhouette(distances, labels).samples.forEach((sample, i) => {
      expect(sample).toBeCloseTo(silhouetteSamples[i], 10);
    });
  });
});
