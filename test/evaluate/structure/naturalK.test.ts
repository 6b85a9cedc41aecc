import {
  bestCut,
  clearerView,
  type GroupEvidence,
  naturalKs,
} from '../../../src/evaluate/structure/naturalK';
import { judgeStructure } from '../../../src/evaluate/structure/structure';

/** Groups that are far apart, but for what is said. */
const evidence = (k: number, more: Partial<GroupEvidence> = {}): GroupEvidence => ({
  ...{ k, silhouette: 0.6, referenceSilhouette: 0.3, referenceSilhouetteSpread: 0.01, stability: 0.95 },
  ...{ borderDensity: 0.05, borderBound: 0.1, referenceBorderDensity: 0.9, clearestBorder: 0.05 },
  ...{ bridge: 0.1, tinyClusters: 0 },
  ...more,
});

const ks = (...rows: GroupEvidence[]) => naturalKs(rows).map(({ k }) => k);

test.each<[string, Partial<GroupEvidence>]>([
  ['a silhouette hardly above chance', { silhouette: 0.34 }],
  ['a silhouette within the spread of chance', { silhouette: 0.4, referenceSilhouetteSpread: 0.04 }],
  ['a border as dense as a cluster', { borderDensity: 0.56 }],
  ['segments that are not found again', { stability: 0.64 }],
  ['clusters too small to be judged', { tinyClusters: 1 }],
])('%s is no group', (_, more) => {
  expect(ks(evidence(3))).toEqual([3]);
  expect(ks(evidence(3, more))).toEqual([]);
});

test('a stability that was not measured says nothing against groups', () => {
  expect(ks(evidence(3, { stability: Number.NaN }))).toEqual([3]);
});

test('where the silhouette rises little the border must be sure, sparse beside chance, and crossed by few links', () => {
  const little = { silhouette: 0.4, borderDensity: 0.3, borderBound: 0.4 };
  expect(ks(evidence(3, little))).toEqual([3]);
  for (const more of [{ borderBound: 0.61 }, { referenceBorderDensity: 0.4 }, { bridge: 0.51 }])
    expect(ks(evidence(3, { ...little, ...more }))).toEqual([]);
  const gap = { borderDensity: 0.1, referenceBorderDensity: 0.1, bridge: 1 };
  expect(ks(evidence(3, { ...little, ...gap }))).toEqual([3]);
});

test('where the silhouette rises clearly, groups that are found again need no sure border, but few links', () => {
  const unsure = { borderDensity: 0.5, borderBound: 0.7, referenceBorderDensity: 0.5 };
  expect(ks(evidence(3, unsure))).toEqual([3]);
  expect(ks(evidence(3, { ...unsure, stability: Number.NaN }))).toEqual([3]);
  for (const more of [{ silhouette: 0.44 }, { stability: 0.84 }, { bridge: 0.51 }])
    expect(ks(evidence(3, { ...unsure, ...more }))).toEqual([]);
  const strong = { silhouette: 0.75, referenceSilhouette: 0.45, bridge: 0.9 };
  expect(ks(evidence(3, { ...unsure, ...strong }))).toEqual([3]);
});

test('a clear rise lets more links cross', () => {
  const sure = { borderDensity: 0.3, borderBound: 0.4, stability: 0.8, bridge: 0.6 };
  expect(ks(evidence(3, sure))).toEqual([3]);
  expect(ks(evidence(3, { ...sure, bridge: 0.66 }))).toEqual([]);
  expect(ks(evidence(3, { ...sure, silhouette: 0.4 }))).toEqual([]);
});

test('others follow by what they are worth: rise, stability and thin borders', () => {
  expect(ks(evidence(2, { silhouette: 0.45 }), evidence(3), evidence(4, { silhouette: 0.4 }))).toEqual([
    3, 2, 4,
  ]);
  expect(ks(evidence(3, { borderDensity: 0.5, borderBound: 0.55 }), evidence(2))).toEqual([2, 3]);
  expect(ks(evidence(3, { stability: 0.7 }), evidence(2))).toEqual([2, 3]);
});

test('of several that are worth about the same the largest comes first', () => {
  const [four, three] = [evidence(4, { silhouette: 0.59 }), evidence(3, { silhouette: 0.595 })];
  const all = [evidence(2), four, three].map((row) => (row.k === 2 ? row : { ...row, stability: 0.96 }));
  expect(ks(...all)).toEqual([4, 2, 3]); // worth 0.264, 0.271 and 0.269
});

test('better by one measure alone, a larger number is not passed over', () => {
  for (const better of [{ borderDensity: 0.04 }, { stability: 0.95 }, { silhouette: 0.6 }]) {
    const worse = { silhouette: 0.58, stability: 0.94, borderDensity: 0.06, ...better };
    expect(ks(evidence(2), evidence(3, worse))).toEqual([3, 2]);
  }
});

test('of numbers worth about the same the larger comes first, unless it is worse by every measure', () => {
  expect(ks(evidence(2), evidence(3, { silhouette: 0.55 }))).toEqual([3, 2]);
  expect(ks(evidence(2), evidence(3, { silhouette: 0.45 }))).toEqual([2, 3]);
  expect(ks(evidence(2), evidence(3, { silhouette: 0.55, stability: 0.89 }))).toEqual([2, 3]);
  const worse = { silhouette: 0.58, stability: 0.94, borderDensity: 0.06 };
  expect(ks(evidence(2), evidence(3, worse))).toEqual([2, 3]);
});

test('the clearer of two views has groups, or groups that are worth more and other ones', () => {
  const [none, two, three] = [[], [evidence(2)], [evidence(3, { silhouette: 0.7 })]].map((rows) => ({
    rows,
  }));
  expect(clearerView(none, none)).toBeUndefined();
  expect(clearerView(two, none)).toBe(two);
  expect(clearerView(none, two)).toBe(two);
  expect(clearerView(two, three)).toBe(three);
  expect(clearerView(three, two)).toBe(three);
  const same = { rows: [evidence(2, { silhouette: 0.7 })] };
  expect(clearerView(two, same)).toBe(two);
});

test('the best cut rises most above chance, of those that are found again; otherwise it is the most stable', () => {
  const rows = [
    evidence(2, { silhouette: 0.4, stability: 0.9 }), // 0.1 · 0.9 = 0.09
    evidence(3, { silhouette: 0.5, stability: 0.7 }), // 0.2 · 0.7 = 0.14
    evidence(4, { silhouette: 0.8, stability: 0.6 }), // poor
  ];
  expect(bestCut(rows).k).toBe(3);
  expect(bestCut([...rows, evidence(5, { silhouette: 0.45, stability: Number.NaN })]).k).toBe(5); // 0.15 · 1
  expect(bestCut([evidence(6, { stability: 0.3 }), rows[2], evidence(7, { stability: 0.5 })]).k).toBe(4);
});

test('a clusterer that leaves clouds whole finds groups, clear where they are found again', () => {
  const judged = (more: Partial<GroupEvidence>) =>
    judgeStructure({ ...evidence(3, { borderDensity: 0.9, ...more }), leavesCloudsWhole: true }).verdict;
  expect(judged({})).toBe('clear');
  expect(judged({ stability: 0.84 })).toBe('weak');
  expect(judged({ silhouette: 0.3 })).toBe('none');
});
