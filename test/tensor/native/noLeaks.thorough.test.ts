import { KMeans } from '../../../src/cluster/kmeans/kMeans';
import { Matrix } from '../../../src/core/matrix';
import type { Progress } from '../../../src/core/progress';
import { Random } from '../../../src/core/random';
import { useEngine } from '../../../src/tensor/chooseEngine';
import { tensorflow } from '../../../src/tensor/native/tensorflow';

const FOUR_POINTS = [
  [0, 0],
  [0, 1],
  [10, 0],
  [10, 1],
];

beforeAll(() => useEngine('native'));
afterAll(() => useEngine('auto'));

test.each(['starts drawn', 'starts converged'])('a fit stopped at "%s" leaves no tensor behind', (at) => {
  const random = new Random(1);
  const X = Matrix.fromRows(Array.from({ length: 120 }, () => [random.normal(), random.normal()]));
  const before = tensorflow().memory().numTensors;
  const stop = ({ step }: Progress) => {
    if (step === at) throw new Error('enough');
  };
  expect(() => new KMeans({ nClusters: 3 }).fit(X, { onProgress: stop })).toThrow('enough');
  expect(tensorflow().memory().numTensors).toBe(before);
});

test('1,000 fits leave no tensor behind', () => {
  const before = tensorflow().memory().numTensors;
  for (let seed = 0; seed < 1000; seed++) new KMeans({ nClusters: 2, nInit: 2, seed }).fit(FOUR_POINTS);
  expect(tensorflow().memory().numTensors).toBe(before);
});
