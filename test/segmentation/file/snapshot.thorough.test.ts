import type { SegmentationOptions } from '../../../src/segmentation/options';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { customers } from '../customers';

const table = customers(80);
const fresh = customers(20, 2);

const kinds: [string, SegmentationOptions][] = [
  ['kmeans', { k: 4 }],
  ['kmeans on components', { k: 4, pca: 2 }],
  ['average linkage', { algorithm: 'agglomerative', linkage: 'average', k: 4 }],
  ['dbscan', { algorithm: 'dbscan', eps: 0.4 }],
  ['hdbscan', { algorithm: 'hdbscan' }],
  ['kprototypes', { algorithm: 'kprototypes', k: 4, columns: ['Age', 'Income', 'City'] }],
  ['gaussian mixture', { algorithm: 'gaussian-mixture', k: 4 }],
];

describe.each(kinds)('%s, gone on from by another process', (_, options) => {
  const fitted = new Segmentation(options).fit(table);
  const restored = SegmentationModel.fromSnapshot(new Uint8Array(fitted.toSnapshot()));

  test('knows the customers where they lie, and places others alike', () => {
    for (const field of ['labels', 'space', 'ids', 'keptRows', 'profiles', 'options', 'projection'] as const)
      expect(restored[field]).toEqual(fitted[field]);
    expect(restored.predict(fresh)).toEqual(fitted.predict(fresh));
    expect(restored.customers).toBeNull();
    expect(() => restored.project(10)).toThrow(/does not hold its customers/);
  });

  test('is judged alike, and is the same model', () => {
    expect(restored.judge()).toEqual(fitted.judge());
    expect(JSON.stringify(restored)).toBe(JSON.stringify(fitted));
  });
});

test('compares and chooses as the first does', () => {
  const fitted = new Segmentation({ k: 3 }).fit(table);
  const restored = SegmentationModel.fromSnapshot(fitted.toSnapshot());
  expect(restored.compare()).toEqual(fitted.compare());
  expect(restored.chooseK()).toEqual(fitted.chooseK());
});
