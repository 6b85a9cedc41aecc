import { ResampleTally } from '../../../src/evaluate/stability/resampleTally';

const rows = (...values: number[]) => Int32Array.from(values);

describe('ResampleTally', () => {
  // a b c are segment 0, d e segment 1, f is noise
  const labels = rows(0, 0, 0, 1, 1, -1);

  test('says how well clusters are found again and where each row goes, by hand', () => {
    const tally = new ResampleTally(labels, 2);
    tally.add(rows(0, 1, 3, 5), rows(0, 0, 1, -1)); // as before
    tally.add(rows(0, 2, 3, 4), rows(0, 1, 1, 1)); // c goes with d and e
    const { jaccard, agreement, other } = tally.result();
    expect(jaccard[0]).toBeCloseTo((1 + 1 / 2) / 2, 14); // {a b} with {a b}, {a c} with {a}
    expect(jaccard[1]).toBeCloseTo((1 + 2 / 3) / 2, 14); // {d} with {d}, {d e} with {c d e}
    expect([...agreement]).toEqual([1, 1, 0, 1, 1, 1]);
    expect([...other]).toEqual([-1, -1, 1, -1, -1, -1]);
  });

  test('a row that was never drawn is not known; one that becomes noise goes nowhere', () => {
    const tally = new ResampleTally(labels, 2);
    tally.add(rows(0, 1, 3), rows(0, -1, 1));
    const { agreement, other } = tally.result();
    expect([...agreement]).toEqual([1, 0, Number.NaN, 1, Number.NaN, Number.NaN]);
    expect([...other]).toEqual(new Array(6).fill(-1));
  });

  test('rows that are placed afterward change no similarity', () => {
    const tally = new ResampleTally(labels, 2);
    const match = tally.add(rows(0, 1, 3), rows(0, 0, 1));
    tally.place(rows(2, 4), rows(1, 1), match);
    const { jaccard, agreement, other } = tally.result();
    expect([...jaccard]).toEqual([1, 1]);
    expect([...agreement].slice(0, 5)).toEqual([1, 1, 0, 1, 1]);
    expect(other[2]).toBe(1);
  });
});
