import type { KChoice } from '../../src/evaluate/chooseK/chooseK';
import type { OwnChoice } from '../../src/segmentation/algorithms/algorithm';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { customers } from './customers';

const table = customers(80);

test.each([
  ['kmeans', {}],
  ['agglomerative', { algorithm: 'agglomerative' }],
  ['gaussian-mixture', { algorithm: 'gaussian-mixture' }],
] as const)('%s: a fit with any k knows what the choice would have been', (_, options) => {
  const auto = new Segmentation({ ...options, k: 'auto' }).fit(table);
  const three = new Segmentation({ ...options, k: 3 }).fit(table);
  expect(unnamed(three.chooseK())).toEqual(unnamed((auto.choice ?? auto.ownChoice)!));
  expect(auto.chooseK()).toBe(auto.choice ?? auto.ownChoice);
});

test('says why there is nothing to choose', () => {
  const dbscan = new Segmentation({ algorithm: 'dbscan', eps: 0.4 }).fit(table);
  expect(() => dbscan.chooseK()).toThrow(/finds its own number/);
  const two = new Segmentation({ k: 2 }).fit({ Age: [20, 20, 60, 60] });
  expect(() => two.chooseK()).toThrow(/only 2 different customers/);
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(two)));
  expect(() => loaded.chooseK()).toThrow(/does not hold its customers/);
});

/** Without the names that a model's own segments give to the clusters of their number. */
function unnamed(choice: KChoice | OwnChoice): KChoice | OwnChoice {
  if (!('tree' in choice) || !choice.tree) return choice;
  const { named: _, ...tree } = choice.tree;
  return { ...choice, tree };
}
