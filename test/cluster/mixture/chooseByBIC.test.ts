import { chooseByBIC } from '../../../src/cluster/mixture/chooseByBIC';
import { GaussianMixture } from '../../../src/cluster/mixture/gaussianMixture';
import { InputError } from '../../../src/core/errors';
import { Matrix } from '../../../src/core/matrix';
import type { Progress } from '../../../src/core/progress';
import { Random } from '../../../src/core/random';

function groups(centers: number[][]): Matrix {
  const random = new Random(1);
  return Matrix.fromRows(
    Array.from({ length: 240 }, (_, i) => centers[i % centers.length].map((at) => random.normal(at))),
  );
}

const THREE = groups([
  [0, 0],
  [8, 0],
  [0, 8],
]);

describe('chooseByBIC', () => {
  test('finds as many components as there are', () => {
    const { k, model, table } = chooseByBIC(THREE, { kMax: 6 });
    expect(k).toBe(3);
    expect(model.nClusters).toBe(3);
    expect(table.map((row) => row.k)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Math.min(...table.map(({ bic }) => bic))).toBe(table[2].bic);
  });

  test('finds one where there is only one', () => {
    expect(chooseByBIC(groups([[0, 0, 0]]), { kMax: 5 }).k).toBe(1);
  });

  test('its rows are what the mixtures say', () => {
    const options = { covarianceType: 'tied', seed: 4 } as const;
    const { table } = chooseByBIC(THREE, { kMin: 2, kMax: 3, ...options });
    for (const { k, bic, aic, logLikelihood } of table) {
      const model = new GaussianMixture({ nClusters: k, ...options }).fit(THREE);
      expect([model.bic(THREE), model.aic(THREE), model.logLikelihood]).toEqual([bic, aic, logLikelihood]);
    }
  });

  test('asks for no more components than there are distinct rows', () => {
    const { table } = chooseByBIC([[1], [2], [5], [5]], { covarianceType: 'tied' });
    expect(table.map(({ k }) => k)).toEqual([1, 2, 3]);
  });

  test('tells of the numbers of segments tried, and stops at what it is answered with', () => {
    const told: Progress[] = [];
    chooseByBIC(THREE, { kMax: 3, onProgress: (progress) => told.push(progress) });
    expect(told.every(({ step, total }) => step === 'numbers of segments tried' && total === 3)).toBe(true);
    expect(new Set(told.map(({ done }) => done))).toEqual(new Set([0, 1, 2]));
    const stop = () => {
      throw new Error('a newer change');
    };
    expect(() => chooseByBIC(THREE, { onProgress: stop })).toThrow('a newer change');
  });

  test.each<[object, RegExp]>([
    [{ kMin: 0 }, /`kMin` is 0/],
    [{ kMin: 4, kMax: 3 }, /`kMax` is 3; it must be an integer of at least 4/],
    [{ kMax: 300 }, /`kMax` is 300 but the table has 240 distinct rows; ask for at most 240/],
    [{ kMin: 300 }, /`kMin` is 300 but the table has 240/],
    [{ nClusters: 3 }, /chooseByBIC has no option `nClusters`/],
    [{ covarianceType: 'round' }, /`covarianceType` is 'round'/],
  ])('refuses %p', (options, message) => {
    expect(() => chooseByBIC(THREE, options)).toThrow(InputError);
    expect(() => chooseByBIC(THREE, options)).toThrow(message);
  });
});
