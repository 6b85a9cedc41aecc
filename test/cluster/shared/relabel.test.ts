import fc from 'fast-check';
import { relabelBySize } from '../../../src/cluster/shared/relabel';
import { Matrix } from '../../../src/core/matrix';

describe('relabelBySize', () => {
  test('the largest cluster becomes 0 and noise stays −1', () => {
    const { labels, order, sizes } = relabelBySize(Int32Array.of(0, 1, 1, -1, 2, 1, 2), 3);
    expect([...labels]).toEqual([2, 0, 0, -1, 1, 0, 1]);
    expect([...order]).toEqual([1, 2, 0]);
    expect([...sizes]).toEqual([3, 2, 1]);
  });

  test('of equally large clusters the one whose center is lower comes first, whatever row it begins with', () => {
    const X = Matrix.fromRows([
      [5, 9],
      [5, 1],
      [2, 7],
      [5, 1],
      [2, 7],
      [5, 9],
    ]);
    expect([...relabelBySize(Int32Array.of(2, 0, 1, 0, 1, 2), 3, X).labels]).toEqual([2, 1, 0, 1, 0, 2]);
  });

  test('centers that differ by rounding alone count as equal in a column', () => {
    const X = Matrix.fromRows([
      [0.1 + 0.2, 4],
      [0.3, 1],
      [7, 0],
      [7, 0],
    ]);
    expect([...relabelBySize(Int32Array.of(0, 1, 2, 2), 3, X).labels]).toEqual([2, 1, 0, 0]);
  });

  test('where only distances are known, the one that appears first comes first', () => {
    expect([...relabelBySize(Int32Array.of(2, 0, 1, 0, 1, 2), 3).labels]).toEqual([0, 1, 2, 1, 2, 0]);
  });

  test('the answer does not depend on the numbers an algorithm gave', () => {
    const partition = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 });
    const renumbering = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(partition, renumbering, (labels, renumbered) => {
        const other = Int32Array.from(labels, (label) => renumbered[label]);
        expect(relabelBySize(other, 5).labels).toEqual(relabelBySize(Int32Array.from(labels), 5).labels);
      }),
    );
  });

  test('a cluster without rows comes last', () => {
    expect([...relabelBySize(Int32Array.of(2, 2), 3).sizes]).toEqual([2, 0, 0]);
  });
});
