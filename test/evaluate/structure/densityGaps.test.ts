import { Matrix } from '../../../src/core/matrix';
import { densityGaps } from '../../../src/evaluate/structure/densityGaps';

/** Ten values one apart, from each of the starts. */
const runs = (...starts: number[]) =>
  Matrix.fromRows(starts.flatMap((start) => Array.from({ length: 10 }, (_, i) => [start + i])));
const tens = (...labels: number[]) =>
  Int32Array.from(labels.flatMap((label) => new Array<number>(10).fill(label)));

test('a gap of 8 between runs that hold together at 4 is 2', () => {
  // the fourth neighbor is 2 away inside a run, 3 and 4 at its ends: nine of ten are together at 4
  expect(densityGaps(runs(0, 17), tens(0, 1))).toEqual({ least: 2, joined: 2 });
});

test('a run that was divided has no gap, and nothing is left once its parts count as one', () => {
  const { least, joined } = densityGaps(runs(0, 10), tens(0, 1));
  expect(least).toBeCloseTo(2 / 3); // they meet at 2, and each is together at 3
  expect(joined).toBe(1);
});

test('parts of one run count as one beside a run of its own', () => {
  const { least, joined } = densityGaps(runs(0, 10, 27), tens(0, 1, 2));
  expect(least).toBeCloseTo(2 / 3);
  expect(joined).toBe(2); // 18 of 20 are together at 3, the run of its own at 4
});

test('a stray row between two runs makes the gap narrower, but no bridge', () => {
  const rows = Matrix.fromRows([...runs(0, 17).toRows(), [13]]);
  expect(densityGaps(rows, Int32Array.from([...tens(0, 1), -1])).least).toBe(1.25); // its fourth neighbor is 5 away
});

test('clusters too small to say anything are no groups', () => {
  const rows = Matrix.fromRows([...runs(0, 17).toRows(), [90], [91]]);
  const labels = Int32Array.from([...tens(0, 1), 2, 2]);
  expect(densityGaps(rows, labels)).toEqual({ least: 1, joined: 2 });
  expect(densityGaps(rows, Int32Array.from([...tens(0, 0), 1, 1]))).toEqual({ least: 1, joined: 1 });
});

test('rows that repeat leave finite gaps', () => {
  const rows = Matrix.fromRows(Array.from({ length: 30 }, (_, i) => [i % 3]));
  const labels = Int32Array.from({ length: 30 }, (_, i) => i % 3);
  expect(densityGaps(rows, labels)).toEqual({ least: 10, joined: 10 });
  expect(densityGaps(Matrix.fromRows(new Array(20).fill([5])), tens(0, 1))).toEqual({ least: 1, joined: 1 });
});
