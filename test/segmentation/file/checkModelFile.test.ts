import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkModelFile } from '../../../src/segmentation/file/checkModelFile';
import type { SegmentationJSON } from '../../../src/segmentation/file/segmentationJSON';

/** What belongs together in a model file is of one size, whatever the algorithm: no schema can say so. */

// biome-ignore lint/suspicious/noExplicitAny: parts of a file are changed into what they are not to be
type Parts = SegmentationJSON & { rule: any };

function changed(name: string, change: (model: Parts) => void): unknown {
  const text = readFileSync(join(__dirname, 'version3', `${name}.json`), 'utf8');
  const model = JSON.parse(text) as Parts;
  change(model);
  return model;
}

const NAMES = ['kmeans', 'kmeans-chosen', 'dbscan', 'hdbscan', 'kprototypes', 'gaussian-mixture'];

test.each(NAMES)('%s: a file as it was written passes', (name) => {
  expect(() => checkModelFile(changed(name, () => {}))).not.toThrow();
});

/** Two components of the three dimensions of k-means. */
const PCA = {
  mean: [0, 0, 0],
  components: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  explainedVariance: [2, 1],
  explainedVarianceRatio: [0.5, 0.25],
  singularValues: [3, 2],
  whiten: false,
};

test.each<[place: string, file: string, change: (model: Parts) => void]>([
  [
    '/dimensions/0/column names column 9 of 3',
    'kmeans',
    (model) => {
      model.dimensions[0].column = 9;
    },
  ],
  ['/sizes must have 4 numbers, one for each segment', 'kmeans', ({ sizes }) => sizes.pop()],
  ['/profiles must describe the 4 segments', 'kmeans', ({ profiles }) => profiles.pop()],
  ['/profiles must describe the 1 segments and noise', 'dbscan', ({ profiles }) => profiles.pop()],
  ['/profiles/0/segment must be 0', 'kmeans', ({ profiles }) => profiles.reverse()],
  [
    '/profiles/1/segment must be -1',
    'dbscan',
    ({ profiles }) => {
      profiles[1].segment = 1;
    },
  ],
  [
    '/projection/coordinates must have 3 columns',
    'kmeans',
    ({ projection }) => {
      projection.coordinates = projection.coordinates.map((point) => [...point, 0]);
    },
  ],
  [
    '/projection/labels must have one label for each point',
    'kmeans',
    ({ projection }) => (projection.labels as number[]).pop(),
  ],
  [
    '/explanation/segments must explain the 4 segments in their order',
    'kmeans',
    ({ explanation }) => explanation!.segments.reverse(),
  ],
  [
    '/choice/tree/flows must lead from each cluster of a k to each of the next',
    'kmeans-chosen',
    ({ choice }) => choice!.tree!.flows.pop(),
  ],
  [
    '/choice/tree/flows must lead from each cluster of a k to each of the next',
    'kmeans-chosen',
    ({ choice }) => (choice!.tree!.flows[0] as number[][]).pop(),
  ],
  [
    '/choice/tree/named must name the clusters of one of the levels',
    'kmeans-chosen',
    ({ choice }) => (choice!.tree!.named!.segments as number[]).pop(),
  ],
  [
    '/stability/jaccard must have 4 numbers, one for each segment',
    'kmeans',
    ({ stability }) => (stability!.jaccard as number[]).pop(),
  ],
  [
    '/stability/between must have 4 numbers, one for each segment',
    'kmeans',
    ({ stability }) => (stability!.between as number[]).pop(),
  ],
  [
    '/stability/rows must be at most 67',
    'kmeans',
    ({ stability }) => {
      (stability as { rows: number }).rows = 68;
    },
  ],
  ['/rule/rows must have at least one row', 'hdbscan', ({ rule }) => rule.rows.splice(0)],
  ['/rule/coreSquares must have one number for each row', 'hdbscan', ({ rule }) => rule.coreSquares.pop()],
  ['/rule/reaches must have one for each of the 2 segments', 'hdbscan', ({ rule }) => rule.reaches.pop()],
  ['/rule/densest must have one for each of the 2 segments', 'hdbscan', ({ rule }) => rule.densest.push(1)],
  ['/rule/rows must have 3 columns, and a label each', 'hdbscan', ({ rule }) => rule.labels.push(-1)],
  ['/rule/rows must have 3 columns', 'dbscan', ({ rule }) => rule.rows[0].pop()],
  ['/rule/labels must have one label for each row', 'dbscan', ({ rule }) => rule.labels.pop()],
  [
    '/rule/labels must name each of the 1 segments, and no other',
    'dbscan',
    ({ rule }) => rule.labels.fill(1),
  ],
  ['/rule/prototypes must have 4 columns', 'kprototypes', ({ rule }) => rule.prototypes[0].pop()],
  [
    '/rule/prototypes must have 4 rows, one for each segment',
    'kprototypes',
    ({ rule }) => rule.prototypes.pop(),
  ],
  [
    '/rule/categoricalColumns must name columns below 4, ascending',
    'kprototypes',
    ({ rule }) => rule.categoricalColumns.push(4),
  ],
])('%s (%s)', (place, file, change) => {
  expect(() => checkModelFile(changed(file, change))).toThrow(
    `this segmentation model is damaged: ${place}; fit again and save it again`,
  );
});

test.each<[object, string]>([
  [{ mean: [0, 0] }, '/pca/mean must have 3 numbers'],
  [
    {
      components: [
        [1, 0],
        [0, 1],
      ],
    },
    '/pca/components must have 3 columns',
  ],
])('components fit the dimensions: %j', (more, place) => {
  const withComponents = changed('kmeans', (model) => {
    (model as { pca: unknown }).pca = { ...PCA, ...more };
  });
  expect(() => checkModelFile(withComponents)).toThrow(place);
});
