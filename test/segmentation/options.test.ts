import { concerns } from '../../src/segmentation/options';

test.each([
  ['k', 'kmeans', true],
  ['k', 'dbscan', false],
  ['eps', 'dbscan', true],
  ['eps', 'kmeans', false],
  ['pca', 'kmeans', true],
  ['pca', 'kprototypes', false],
  ['seed', 'agglomerative', true],
] as const)('%s concerns %s: %s', (option, algorithm, has) => expect(concerns(option, algorithm)).toBe(has));
