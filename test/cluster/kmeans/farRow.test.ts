import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import { Random } from '../../../src/core/random';

describe('k-means with one row far out', () => {
  const random = new Random(4);
  const rows = Array.from({ length: 600 }, (_, i) => [5 * (i % 3) + random.normal(), random.normal()]);
  const near = new KMeans({ nClusters: 3, tol: 0 }).fit(rows);

  test.each([1e4, 1e6, 1e8, 1e10])(
    'a row at %d has a cluster of its own, and the rest is as without it',
    (far) => {
      const model = new KMeans({ nClusters: 4, tol: 0 }).fit([...rows, [far, far]]);
      expect(model.stopReason).toBe('converged');
      expect(model.inertia).toBeCloseTo(near.inertia, 6);
      expect([...model.labels.slice(0, 600)]).toEqual([...near.labels]);
    },
  );
});
