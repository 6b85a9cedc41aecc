import { Matrix } from '../../../src/core/matrix';
import type { ComparedClustering } from '../../../src/evaluate/compare/comparedClustering';
import { recommendClustering } from '../../../src/evaluate/compare/recommendClustering';

/** Three clusters that are better than chance and found again, but for what is said. */
const row = (name: string, more: Partial<ComparedClustering> = {}) =>
  ({
    ...{ name, nClusters: 3, sizes: [40, 35, 25], noiseShare: 0, silhouette: 0.5 },
    ...{ silhouetteWithNoise: more.silhouette ?? 0.5, referenceSilhouette: 0.2 },
    ...{ referenceSilhouetteSpread: 0.01, isWellSeparated: null, hasGaps: null, stability: 0.9 },
    ...more,
  }) as ComparedClustering;

/** What is recommended where every two of them agree as much. */
function recommended(rows: readonly ComparedClustering[], agreement = 0.9) {
  const agree = rows.map((_, i) => rows.map((_, j) => (i === j ? 1 : agreement)));
  return recommendClustering(rows, Matrix.fromRows(agree));
}

test('of silhouettes that are about equal the more stable one counts', () => {
  const rows = [row('A', { stability: 0.8 }), row('B', { silhouette: 0.49 })];
  expect(recommended(rows)).toEqual({
    recommended: 'B',
    reasons: [
      'Trust B: its 3 clusters have a silhouette of 0.49, equal to the highest and more stable; in reference data 3 clusters have 0.20. In resampled data it reappears with an adjusted Rand index of 0.90.',
      'A is a close second: 3 clusters, silhouette 0.50, stability 0.80.',
      'A and B agree with an adjusted Rand index of 0.90: they find mostly the same segments, which supports them.',
    ],
  });
});

test.each<[string, Partial<ComparedClustering>, Partial<ComparedClustering>]>([
  ['a stable one beyond that is not equal', { silhouette: 0.6, stability: 0.8 }, { stability: 0.95 }],
  ['nor is one that is less stable chosen', { stability: 0.9 }, { silhouette: 0.49, stability: 0.8 }],
  [
    'as stable to two decimals, the higher counts',
    { stability: 0.9 },
    { silhouette: 0.49, stability: 0.903 },
  ],
  ['of two that are the same it is the first', {}, {}],
])('%s', (_, first, second) => {
  expect(recommended([row('A', first), row('B', second)]).recommended).toBe('A');
  const isSame = Object.keys(first).length === 0;
  expect(recommended([row('B', second), row('A', first)]).recommended).toBe(isSame ? 'B' : 'A');
});

test('otherwise the highest counts, and nothing is said that was not measured', () => {
  const rows = [
    row('A', { silhouette: 0.6, referenceSilhouette: null, stability: null }),
    row('B', { stability: null }),
  ];
  expect(recommended(rows, 0.4)).toEqual({
    recommended: 'A',
    reasons: [
      'Trust A: its 3 clusters have a silhouette of 0.60, the highest. Its stability was not measured.',
      'B is less separated: 3 clusters, silhouette 0.50.',
      'A and B agree with an adjusted Rand index of 0.40: they divide the rows differently.',
    ],
  });
});

describe('what forbids trusting one', () => {
  test.each<[Partial<ComparedClustering>, string]>([
    [{ nClusters: 0, noiseShare: 1 }, 'calls every row noise: no region is as dense as it requires'],
    [
      { nClusters: 1 },
      'finds a single cluster. That is an answer: at this setting no dense groups are separated by gaps',
    ],
    [
      { nClusters: 1, noiseShare: 0.1 },
      'finds a single cluster beside 10% of noise. That is an answer: at this setting no dense groups are separated by gaps',
    ],
    [
      { noiseShare: 0.51 },
      'leaves 51% of the rows as noise: it finds a few dense spots, not segments of the whole',
    ],
    [{ silhouetteWithNoise: null }, 'could not be judged: in the sample it has a single cluster'],
    [{ silhouette: 0.04, referenceSilhouette: null }, 'has a silhouette of 0.04, close to 0'],
    [
      { silhouette: 0.22 },
      'has a silhouette of 0.22, hardly more than the 0.20 that 3 clusters have in reference data',
    ],
    [
      { silhouette: 0.2 },
      'has a silhouette of 0.20, no more than the 0.20 that 3 clusters have in reference data',
    ],
    [
      { silhouette: 0.3, referenceSilhouetteSpread: 0.04 },
      'has a silhouette of 0.30, hardly more than the 0.20 that 3 clusters have in reference data',
    ],
    [{ stability: 0.6 }, 'does not reappear in resampled data (adjusted Rand index 0.60, poor)'],
    [{ stability: 0.649 }, 'does not reappear in resampled data (adjusted Rand index 0.649, poor)'],
  ])('%j', (more, objection) => {
    const { recommended: name, reasons } = recommended([row('A', more), row('B')]);
    expect(name).toBe('B');
    expect(reasons[1]).toBe(`A ${objection}.`);
  });

  test.each<Partial<ComparedClustering>>([
    { noiseShare: 0.5 },
    { silhouette: 0.26 },
    { silhouette: 0.06, referenceSilhouette: null },
    { stability: 0.65 },
    { stability: 0.3, hasGaps: true },
    { silhouette: 0.1, isWellSeparated: true },
  ])('not %j', (more) => expect(recommended([row('A', more)]).recommended).toBe('A'));
});

test('where none is reliable the neatest cut is named, if there is one', () => {
  const rows = [row('A', { silhouette: 0.22 }), row('B', { silhouette: 0.24 })];
  const { recommended: name, reasons } = recommended(rows);
  expect(name).toBeNull();
  expect(reasons[0]).toBe(
    'None of the clusterings is reliable. If you need segments anyway, B makes the neatest cut, with a silhouette of 0.24: a convenience, not a finding.',
  );
  expect(recommended(rows.slice().reverse()).reasons[0]).toMatch(/ B makes the neatest cut/);
  expect(recommended([row('A', { silhouette: 0.22 }), row('B', { silhouette: 0.22 })]).reasons[0]).toMatch(
    / A makes/,
  );
  const noise = row('C', { silhouette: 0.7, noiseShare: 0.6 });
  expect(recommended([noise, ...rows]).reasons[0]).toMatch(/ B makes the neatest cut/);
  expect(recommended([row('A', { silhouetteWithNoise: null })]).reasons).toEqual([
    'The clustering is not reliable. None divides the rows into groups.',
    'A could not be judged: in the sample it has a single cluster.',
  ]);
});

test('gaps go before silhouettes, and most clusters before fewer', () => {
  const rows = [
    row('A', { silhouette: 0.1, hasGaps: true, stability: 0.5 }),
    row('B', { hasGaps: false }),
    row('C', { silhouette: 0.12, hasGaps: true, nClusters: 2 }),
  ];
  expect(recommended(rows)).toEqual({
    recommended: 'A',
    reasons: [
      'Trust A: its 3 clusters have a silhouette of 0.10, not the highest, but gaps set each of them apart, and silhouettes favor round groups. It reappears when a tenth of the rows is left out. In resampled data it does not (adjusted Rand index 0.50), since rows that are drawn twice are dense places of their own.',
      'B has no clear gap around some of its clusters, which cut dense groups or join them (silhouette 0.50, stability 0.90).',
      'C leaves together what gaps set apart: 2 clusters instead of 3 (silhouette 0.12, stability 0.90).',
      'All mostly agree (even A and B agree with an adjusted Rand index of 0.90). Different algorithms find the same segments, which supports them.',
    ],
  });
});

test('beside gaps a lower silhouette is less separated, and one with as many gaps a close second', () => {
  const best = row('A', { hasGaps: true });
  expect(recommended([best, row('B', { silhouette: 0.4, hasGaps: false })]).reasons[1]).toBe(
    'B is less separated: 3 clusters, silhouette 0.40, stability 0.90.',
  );
  expect(recommended([best, row('B', { silhouette: 0.49, hasGaps: true })]).reasons[1]).toBe(
    'B is a close second: 3 clusters, silhouette 0.49, stability 0.90.',
  );
});

test('a stability just below the bound is not rounded up to it, and at the bound it is enough', () => {
  const reasonOf = (stability: number) => recommended([row('A', { hasGaps: true, stability })]).reasons[0];
  expect(reasonOf(0.649)).toContain('In resampled data it does not (adjusted Rand index 0.649),');
  expect(reasonOf(0.65)).toContain('In resampled data it reappears with an adjusted Rand index of 0.65.');
});

test.each<[Partial<ComparedClustering>, string]>([
  [{ hasGaps: true }, 'low because they are not round, but gaps set each of them apart'],
  [
    { isWellSeparated: true },
    'low because they are not round, but in reference data it finds no such clusters',
  ],
])('a low silhouette is explained: %j', (more, words) => {
  expect(recommended([row('A', { silhouette: 0.1, ...more })]).reasons[0]).toBe(
    `Trust A: its 3 clusters have a silhouette of 0.10, ${words}. In resampled data it reappears with an adjusted Rand index of 0.90.`,
  );
});

test('noise is said where it changes the silhouette', () => {
  const [reason] = recommended([row('A', { noiseShare: 0.1, silhouetteWithNoise: 0.45 })]).reasons;
  expect(reason).toContain('a silhouette of 0.45 over all rows (0.50 without the 10% that are noise);');
});

describe('how far they agree', () => {
  const agreement = Matrix.fromRows([
    [1, 0.9, 0.1],
    [0.9, 1, 0.2],
    [0.1, 0.2, 1],
  ]);
  const last = (rows: ComparedClustering[]) => recommendClustering(rows, agreement).reasons.at(-1);
  const same =
    'agree with an adjusted Rand index of 0.90: they find mostly the same segments, which supports them.';

  test('is said of those that are reliable', () => {
    expect(last([row('A'), row('B'), row('C', { stability: 0.1 })])).toBe(`A and B ${same}`);
  });

  test('where fewer than two are, of all that have clusters', () => {
    expect(last([row('A'), row('B', { stability: 0.1 }), row('C', { nClusters: 1 })])).toBe(
      `A and B ${same}`,
    );
    expect(last([row('A'), row('B', { nClusters: 1 })])).toMatch(/^B finds a single cluster/);
  });

  test('is good from 0.8 on', () => {
    expect(recommended([row('A'), row('B')], 0.8).reasons.at(-1)).toMatch(
      /they find mostly the same segments/,
    );
    expect(recommended([row('A'), row('B')], 0.79).reasons.at(-1)).toMatch(
      /they divide the rows differently/,
    );
    const three = [row('A'), row('B'), row('C')];
    expect(recommended(three, 0.8).reasons.at(-1)).toMatch(/^All mostly agree/);
    expect(recommended(three, 0.79).reasons.at(-1)).toMatch(/^They do not all agree/);
  });
});

test('of several that do not all agree the two that do least are named', () => {
  const rows = ['A', 'B', 'C'].map((name) => row(name));
  const agreement = Matrix.fromRows([
    [1, 0.9, 0.3],
    [0.9, 1, 0.5],
    [0.3, 0.5, 1],
  ]);
  expect(recommendClustering(rows, agreement).reasons.at(-1)).toBe(
    "They do not all agree (A and C agree with an adjusted Rand index of 0.30). Where algorithms differ, the division is theirs rather than the data's.",
  );
});
