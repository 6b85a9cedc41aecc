import type { KEvaluation } from '../../../src/evaluate/chooseK/evaluateKs';
import { preferredKs } from '../../../src/evaluate/chooseK/preferredKs';
import { recommendK } from '../../../src/evaluate/chooseK/recommendK';
import type { PreferredKs } from '../../../src/evaluate/indices/registry';
import { judgeStructure } from '../../../src/evaluate/structure/structure';

function evaluation(k: number, measures: Partial<KEvaluation> = {}): KEvaluation {
  return {
    k,
    inertia: 100 / k,
    silhouette: 0.6,
    referenceSilhouette: 0.4,
    referenceSilhouetteSpread: 0.01,
    calinskiHarabasz: 10,
    daviesBouldin: 1,
    gap: 0.1,
    gapStandardError: 0.02,
    stability: 0.95,
    stabilityStandardError: 0.01,
    ...measures,
  };
}

describe('preferredKs', () => {
  const one = evaluation(1, { inertia: 100, gap: 0, stability: Number.NaN });

  test('takes the best of each index, low being good for Davies–Bouldin alone', () => {
    const all = [
      one,
      evaluation(2, { silhouette: 0.7, inertia: 60 }),
      evaluation(3, { calinskiHarabasz: 20, inertia: 10 }),
      evaluation(4, { daviesBouldin: 0.5, gap: 0.5, inertia: 8, stability: 0.9 }),
    ];
    expect(preferredKs(all, 2)).toEqual({
      silhouette: 2,
      calinskiHarabasz: 3,
      daviesBouldin: 4,
      gap: 4,
      elbow: 3,
      stability: 3,
    });
  });

  test('of gaps within one standard error it takes the smallest k, of stabilities the largest', () => {
    const all = [
      one,
      evaluation(2, { gap: 0.49, stability: 0.96 }),
      evaluation(3, { gap: 0.5, stability: 0.955 }),
      evaluation(4, { gap: 0.3, stability: 0.94 }),
    ];
    expect(preferredKs(all, 2)).toMatchObject({ gap: 2, stability: 3 });
  });

  test('chooses from kMin up, but lets the gap say that one cluster is best', () => {
    const all = [{ ...one, gap: 0.9 }, evaluation(2, { silhouette: 0.9 }), evaluation(3)];
    expect(preferredKs(all, 3)).toMatchObject({ silhouette: 3, gap: 1 });
  });

  test('has no elbow of two points and no stability that was never measured', () => {
    const all = [one, evaluation(2, { stability: Number.NaN })];
    expect(preferredKs(all, 2)).toMatchObject({ elbow: null, stability: null });
  });
});

describe('recommendK', () => {
  const rows = [2, 3, 4].map((k) => evaluation(k, { silhouette: k === 3 ? 0.61 : 0.6 }));
  const preferred: PreferredKs = {
    silhouette: 3,
    calinskiHarabasz: 4,
    daviesBouldin: 4,
    gap: 1,
    elbow: 4,
    stability: 2,
  };

  test('takes the k with most votes and says who voted how', () => {
    const { k, reasons } = recommendK(rows, preferred);
    expect(k).toBe(4);
    expect(reasons).toEqual([
      '3 of 6 indices prefer k = 4 (Calinski–Harabasz, Davies–Bouldin, elbow); ' +
        'the others prefer: silhouette 3, gap statistic 1, stability 2.',
      "The mean silhouette at k = 4 is 0.600: a reasonable structure by Kaufman and Rousseeuw's bands, which take nothing else into account. " +
        'In reference data without groups, 4 clusters have 0.400.',
      'In resampled data the 4 segments reappear with an adjusted Rand index of 0.95: excellent stability.',
      'The gap statistic finds no number of clusters better than one.',
    ]);
  });

  test('breaks a tie by the silhouette', () => {
    expect(recommendK(rows, { ...preferred, elbow: 3 }).k).toBe(3);
  });

  test('says nothing of a stability that was not measured', () => {
    const unmeasured = rows.map((row) => ({ ...row, stability: Number.NaN }));
    const { reasons } = recommendK(unmeasured, { ...preferred, stability: null, gap: 4 });
    expect(reasons).toHaveLength(2);
    expect(reasons[0]).toMatch(/stability none\.$/);
  });
});

describe('judgeStructure', () => {
  test.each([
    ['clear', 'well above chance, reasonable and stable', {}, 4],
    ['weak', 'a silhouette in the weak band', { silhouette: 0.5, referenceSilhouette: 0.3 }, 4],
    ['weak', 'segments that do not come back', { stability: 0.85 }, 4],
    ['weak', 'little above chance', { referenceSilhouette: 0.53 }, 4],
    ['weak', 'stability unknown', { stability: Number.NaN }, 4],
    ['none', 'as good as chance, however high', { silhouette: 0.61, referenceSilhouette: 0.6 }, 4],
    ['none', 'within three standard deviations of chance', { referenceSilhouetteSpread: 0.07 }, 4],
    ['weak', 'a low silhouette that chance does not reach', { silhouette: 0.2, referenceSilhouette: 0.1 }, 4],
    ['none', 'the same, with a gap for one cluster', { silhouette: 0.2, referenceSilhouette: 0.1 }, 1],
  ])('%s: %s', (verdict, _, measures, gapK) => {
    expect(judgeStructure(evaluation(4, measures), gapK).verdict).toBe(verdict);
  });

  test('says it in words with both numbers', () => {
    const { summary } = judgeStructure(evaluation(4, { silhouette: 0.127, referenceSilhouette: 0.128 }), 1);
    expect(summary).toBe(
      'No clear structure: the segments are a convenient cut, not natural groups (the mean silhouette of 4 segments ' +
        'is 0.13, and 0.13 in reference data without groups). Choose as many as you can treat differently.',
    );
  });
});
