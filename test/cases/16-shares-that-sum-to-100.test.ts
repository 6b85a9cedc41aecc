import { join } from 'node:path';
import { readTable } from '../../src/datasets/read/readTable';
import { Segmentation } from '../../src/segmentation/segmentation';

test.each([2, 3, 0.9, 0.99, 0.999999])('three shares that sum to 100, on %s components', async (pca) => {
  const table = await readTable(join(__dirname, '16-shares-that-sum-to-100', 'shares.csv'));
  const model = new Segmentation({ k: 3, pca, seed: 1 }).fit(table);
  expect(model.sizes).toEqual([12, 12, 12]);
  expect(model.inertia).toBeCloseTo(1.118527, 6);
  expect(model.silhouette).toBeCloseTo(0.9191, 4);
  const explained = model.projection.axes.map((axis) => 100 * axis.explained);
  expect([explained[0].toFixed(2), explained[1].toFixed(2)]).toEqual(['50.79', '49.21']);
});
