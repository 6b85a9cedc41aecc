import { matchClusters } from '../../../src/evaluate/stability/matchClusters';

const labels = (...values: number[]) => Int32Array.from(values);

describe('matchClusters', () => {
  test('finds for each cluster the one most like it, by hand', () => {
    // 0 = {a b c d}, 1 = {e f}; again: 0 = {a b c}, 1 = {d e f}
    const { jaccard, counterpart, original } = matchClusters(
      labels(0, 0, 0, 0, 1, 1),
      2,
      labels(0, 0, 0, 1, 1, 1),
    );
    expect([...jaccard]).toEqual([3 / 4, 2 / 3]);
    expect([...counterpart]).toEqual([0, 1]);
    expect([...original]).toEqual([0, 1]);
  });

  test('two clusters may have one counterpart, which is the one more like it', () => {
    const { jaccard, counterpart, original } = matchClusters(labels(0, 0, 0, 1, 1), 2, labels(0, 0, 0, 0, 0));
    expect([...jaccard]).toEqual([3 / 5, 2 / 5]);
    expect([...counterpart]).toEqual([0, 0]);
    expect([...original]).toEqual([0]);
  });

  test('noise is no cluster, but its rows count in the union', () => {
    const { jaccard, counterpart, original } = matchClusters(
      labels(0, 0, 1, 1, -1),
      2,
      labels(0, -1, 0, -1, -1),
    );
    expect([...jaccard]).toEqual([1 / 3, 1 / 3]);
    expect([...counterpart]).toEqual([0, 0]);
    expect([...original]).toEqual([0]); // the first of two alike
  });

  test('a cluster of which no row was drawn, and one that is noise throughout, have 0 and no counterpart', () => {
    const { jaccard, counterpart } = matchClusters(labels(0, 0, 1), 3, labels(0, 0, -1));
    expect([...jaccard]).toEqual([1, 0, 0]);
    expect([...counterpart]).toEqual([0, -1, -1]);
  });
});
