import { Matrix } from '../../../../src/core/matrix';
import { Random } from '../../../../src/core/random';
import type { NumericSegmentationColumn } from '../../../../src/segmentation/columns/segmentationColumn';
import { binColumn } from '../../../../src/segmentation/explain/conditions/binnedColumns';
import { centerSides } from '../../../../src/segmentation/explain/conditions/centerSides';
import { centerTree, costOfLeaves } from '../../../../src/segmentation/explain/conditions/centerTree';
import { labelTree } from '../../../../src/segmentation/explain/conditions/labelTree';

const SEGMENTS = 4;

/** Customers around four overlapping centers in three columns, where the last says nothing. */
function explained(seed: number) {
  const random = new Random(seed);
  const labels = Int32Array.from({ length: 300 }, (_, i) => i % SEGMENTS);
  const at = [
    [0, 0, 0],
    [3, 0, 0],
    [0, 3, 0],
    [3, 4, 0],
  ];
  const values = [0, 1, 2].map((j) => Float64Array.from(labels, (label) => at[label][j] + random.normal()));
  const columns = values.map((own, j) => binColumn(numeric(`c${j}`), own, own));
  const costs = Matrix.fromRows(
    Array.from(labels, (_, i) =>
      at.map((center) => values.reduce((sum, column, j) => sum + (column[i] - center[j]) ** 2, 0)),
    ),
  );
  const sides = columns.map((column, j) => centerSides(column, values[j], labels, SEGMENTS));
  return { columns, customers: { labels, costs, sides } };
}

function numeric(name: string): NumericSegmentationColumn {
  return { kind: 'numeric', name, label: name, log: false, range: [-5, 9], quantiles: [-2, 0, 1, 3, 5] };
}

test.each([1, 2, 3])(
  'its cost never rises with leaves, and is never below that of the centers (seed %d)',
  (seed) => {
    const { columns, customers } = explained(seed);
    const costs = [4, 5, 6, 8, 10, 12, 16].map((leaves) => {
      const tree = centerTree(columns, customers, leaves);
      expect(tree.leaves.length).toBeLessThanOrEqual(leaves);
      expect(tree.leaves.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(300);
      return costOfLeaves(tree.leaves, customers.costs);
    });
    expect(costs).toEqual(costs.slice().sort((a, b) => b - a));
    const atCenters = Array.from({ length: 300 }, (_, i) => Math.min(...customers.costs.row(i)));
    expect(costs[costs.length - 1]).toBeGreaterThanOrEqual(
      atCenters.reduce((sum, cost) => sum + cost, 0) - 1e-9,
    );
  },
);

test('first one leaf for each center, with the fewest customers on another side than their center', () => {
  const { columns, customers } = explained(1);
  const { leaves, nodes } = centerTree(columns, customers, SEGMENTS);
  expect(leaves).toHaveLength(SEGMENTS);
  expect(nodes).toHaveLength(2 * SEGMENTS - 1);
  const most = leaves.map(({ rows }) => {
    const counts = new Array(SEGMENTS).fill(0);
    for (const row of rows) counts[customers.labels[row]]++;
    return counts.indexOf(Math.max(...counts));
  });
  expect(most.sort()).toEqual([0, 1, 2, 3]);
});

test('where no centers stand for the segments, questions make the sides purer', () => {
  const values = Float64Array.from([1, 2, 3, 11, 12, 13, 21, 22, 23]);
  const column = binColumn(numeric('x'), values, values);
  const labels = Int32Array.from([0, 0, 0, 1, 1, 1, 0, 0, 0]);
  const { leaves } = labelTree([column], labels, 2, 6);
  expect(leaves.map(({ rows }) => Array.from(rows)).sort((a, b) => a[0] - b[0])).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ]);
});
