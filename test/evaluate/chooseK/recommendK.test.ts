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
    borderDensity: 0.2,
    borderBound: 0.25,
    referenceBorderDensity: 0.8,
    clearestBorder: 0.1,
    bridge: 0.1,
    tinyClusters: 0,
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
  const rows = [2, 3, 4].map((k) => evaluation(k, { silhouette: k === 3 ? 0.7 : 0.5 }));
  const preferred: PreferredKs = {
    silhouette: 3,
    calinskiHarabasz: 4,
    daviesBouldin: 4,
    gap: 1,
    elbow: 4,
    stability: 2,
  };

  test('takes the k whose clusters are groups most of all, whoever votes for another', () => {
    const { k, reasons, otherKs } = recommendK(rows, preferred);
    expect([k, otherKs]).toEqual([3, [2, 4]]);
    expect(reasons).toEqual([
      '1 of 6 indices prefers k = 3 (silhouette); the others prefer: Calinski–Harabasz 4, Davies–Bouldin 4, ' +
        'gap statistic 1, elbow 4, stability 2.',
      "The mean silhouette at k = 3 is 0.700: a reasonable structure by Kaufman and Rousseeuw's bands, which take nothing else into account. " +
        'In reference data without groups, 3 clusters have 0.400.',
      'At the border of the two segments that are least distinct, customers lie 20% as densely as inside.',
      'In resampled data the 3 segments reappear with an adjusted Rand index of 0.95 (1: the same segments, 0: no more alike than by chance).',
      'The next natural number of segments is 2.',
      'The gap statistic finds no number of clusters better than one.',
    ]);
  });

  test('of two that are about as good it takes the larger, which shows more', () => {
    expect(recommendK([evaluation(3, { silhouette: 0.62 }), evaluation(4)], preferred).k).toBe(4);
  });

  test('but none that resampled data do not repeat as well', () => {
    expect(recommendK([evaluation(3), evaluation(4, { stability: 0.85 })], preferred).k).toBe(3);
  });

  const handful = { borderDensity: 0.5, borderBound: 0.7 };
  const shared = { borderDensity: 0.4, referenceBorderDensity: 0.5 };

  test.each<[string, Partial<KEvaluation>]>([
    ['that resampled data do not repeat', { stability: 0.6 }],
    ['without a valley', { borderDensity: 0.7, borderBound: 0.75 }],
    ['with a valley that chance may have made', { ...handful, silhouette: 0.54 }],
    ['with such a valley that many links cross', { ...handful, bridge: 0.6, silhouette: 0.69 }],
    ['with valleys that data without groups have too', { ...shared, silhouette: 0.54 }],
    ['with such valleys that many links cross', { ...shared, bridge: 0.6, silhouette: 0.69 }],
    ['whose clusters hang together', { bridge: 1.2, silhouette: 0.69 }],
    ['with a cluster of a few rows', { tinyClusters: 1 }],
  ])('never takes a k %s while another is natural', (_, flaw) => {
    const best = evaluation(4, { silhouette: 0.9, ...flaw });
    expect(recommendK([evaluation(3, { silhouette: 0.5 }), best], preferred)).toMatchObject({
      k: 3,
      otherKs: [],
    });
  });

  test.each([
    ['of a handful of rows', handful],
    ['no deeper than in the reference data', shared],
  ])('a valley %s is enough where the silhouette rises clearly and few links cross', (_, valley) => {
    const unnatural = evaluation(3, { borderDensity: 0.9, borderBound: 0.95 });
    expect(recommendK([unnatural, evaluation(4, valley)], preferred).k).toBe(4);
    expect(judgeStructure(evaluation(4, valley)).verdict).toBe('clear');
  });

  test('where none is natural it takes the best cut, but none of poor stability', () => {
    const cuts = [
      evaluation(2, { silhouette: 0.45, stability: 0.28 }),
      evaluation(3, { silhouette: 0.43, stability: 0.7 }),
      evaluation(4, { silhouette: 0.42, stability: 0.8 }),
    ].map((row) => ({ ...row, borderDensity: 1 }));
    expect(recommendK(cuts, preferred)).toMatchObject({ k: 3, otherKs: [] });
    expect(recommendK(cuts, preferred).reasons[2]).toBe('Between the 3 segments there is no gap.');
  });

  test('goes by what was judged, and names the votes of the table', () => {
    const judged = rows.map((row) => ({ ...row, silhouette: row.k === 4 ? 0.9 : 0.45 }));
    expect(recommendK(rows, preferred, judged).k).toBe(4);
    expect(recommendK(rows, preferred, judged).reasons[0]).toMatch(/^3 of 6 indices prefer k = 4/);
  });

  test('says nothing of a stability that was not measured', () => {
    const unmeasured = rows.map((row) => ({ ...row, stability: Number.NaN }));
    const { reasons } = recommendK(unmeasured, { ...preferred, stability: null, gap: 4 });
    expect(reasons.join(' ')).not.toMatch(/resampled/);
    expect(reasons[0]).toMatch(/stability none/);
  });
});

describe('judgeStructure', () => {
  const numbers = /the mean silhouette of 4 segments is 0\.60, and 0\.40 in reference data without groups/;

  const low = { silhouette: 0.2, referenceSilhouette: 0.1 };

  test.each<[string, string, Partial<KEvaluation>, RegExp]>([
    ['clear', 'a valley, above chance, found again', {}, /natural groups, well separated/],
    ['clear', 'a deep valley, also where the silhouette is low', low, /well separated/],
    ['clear', 'a shallow one where it is high', { borderDensity: 0.4, borderBound: 0.45 }, /well separated/],
    [
      'weak',
      'a shallow one where it is low',
      { ...low, borderDensity: 0.4, borderBound: 0.45 },
      /they overlap/,
    ],
    ['weak', 'groups that do not come back', { stability: 0.8 }, /draw the lines between them differently/],
    [
      'weak',
      'a stability that is not known',
      { stability: Number.NaN },
      /draw the lines between them differently/,
    ],
    [
      'none',
      'as good as chance, however high',
      { referenceSilhouette: 0.58 },
      /a convenient cut, not natural/,
    ],
    [
      'none',
      'within three deviations of chance',
      { referenceSilhouetteSpread: 0.1 },
      /a convenient cut, not/,
    ],
    [
      'none',
      'no valley',
      { borderDensity: 0.9, borderBound: 0.95 },
      /No gap lies between them: they are parts of a cloud that is bent or stretched, or of groups/,
    ],
  ])('%s: %s', (verdict, _, measures, words) => {
    const structure = judgeStructure(evaluation(4, measures));
    expect(structure.verdict).toBe(verdict);
    expect(structure.summary).toMatch(words);
    if (!('silhouette' in measures) && !('referenceSilhouette' in measures)) {
      expect(structure.summary).toMatch(numbers);
    }
  });

  test('with a k that was given, parts of a group beside groups are weak structure', () => {
    const parts = evaluation(4, { borderDensity: 0.9, borderBound: 1 });
    const { verdict, summary } = judgeStructure(parts, { isChosen: false });
    expect(verdict).toBe('weak');
    expect(summary).toMatch(/some of the segments stand out, but others are parts of one group/);
  });

  test('names what was left out, where there are groups', () => {
    const leftOut = { noiseColumns: [2, 5], noiseNames: ['Age', 'Gender'], categoryNames: [], farRows: 3 };
    const { summary, noiseColumns, farRows } = judgeStructure(evaluation(4), { leftOut });
    expect(summary).toMatch(
      /\. Age and Gender carry no groups: this was judged without them, and .* 3 customers lie far/,
    );
    expect([noiseColumns, farRows]).toEqual([[2, 5], 3]);
  });

  test.each([
    [['Plan'], /\. Plan divides customers by itself: this was judged by the numbers alone/],
    [
      ['Plan', 'Member'],
      /\. Plan and Member divide customers by themselves: this was judged by the numbers alone/,
    ],
  ])('says that %p was left out', (categoryNames, words) => {
    const leftOut = { noiseColumns: [], noiseNames: [], categoryNames, farRows: 0 };
    expect(judgeStructure(evaluation(4), { leftOut }).summary).toMatch(words);
  });

  test('says it in words with both numbers', () => {
    const { summary } = judgeStructure(evaluation(4, { silhouette: 0.127, referenceSilhouette: 0.128 }));
    expect(summary).toBe(
      'No clear structure: the segments are a convenient cut, not natural groups (the mean silhouette of 4 segments ' +
        'is 0.13, and 0.13 in reference data without groups). Choose as many as you can treat differently.',
    );
  });
});
