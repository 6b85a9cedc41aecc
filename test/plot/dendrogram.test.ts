import { cutTree } from '../../src/cluster/hierarchy/cutTree';
import { Matrix } from '../../src/core/matrix';
import { Random } from '../../src/core/random';
import type { Figure } from '../../src/plot/base/figure';
import { segmentColor } from '../../src/plot/base/palette';
import { layOutTree } from '../../src/plot/base/tree';
import { dendrogram } from '../../src/plot/dendrogram';

const title = ({ layout }: Figure) => (layout.title as { text: string }).text.replaceAll('<br>', ' ');
/** Rows 0, 1 | 2, 3 and 4: pairs at 1 and 1.5, the second pair takes row 4 at 2, all at 9. */
const five = [
  [0, 1, 1, 2],
  [2, 3, 1.5, 2],
  [4, 6, 2, 3],
  [5, 7, 9, 5],
];

/** A chain: each merge adds one row. The worst case for anything recursive. */
function chain(n: number): Matrix {
  const rows = Array.from({ length: n - 1 }, (_, i) => [i === 0 ? 0 : n + i - 1, i + 1, i + 1, i + 2]);
  return Matrix.fromRows(rows);
}

describe('layOutTree', () => {
  it('stands leaves side by side, larger branches left, joins midway', () => {
    const { leaves, joins } = layOutTree(Matrix.fromRows(five), 5);
    expect(leaves.map(({ x, row }) => [x, row])).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
      [3, 0],
      [4, 1],
    ]);
    expect(joins.map(({ left, right, height }) => [left.x, right.x, height])).toEqual([
      [3, 4, 1],
      [0, 1, 1.5],
      [0.5, 2, 2],
      [1.25, 3.5, 9],
    ]);
  });

  it('draws branches below the last merges as leaves with their size and height', () => {
    const { leaves, joins } = layOutTree(Matrix.fromRows(five), 2);
    expect(leaves.map(({ size, height }) => [size, height])).toEqual([
      [3, 2],
      [2, 1],
    ]);
    expect(joins).toHaveLength(1);
    expect(joins[0].left.height).toBe(0);
  });

  it('lays out a chain of 10,000 without exhausting the stack', () => {
    const { leaves } = layOutTree(chain(10_000), 10_000);
    expect(leaves.map(({ x }) => x)).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  });

  it('keeps the leaves of every branch side by side, for any tree', () => {
    const random = new Random(3);
    const tree = randomTree(40, random);
    const { leaves, joins } = layOutTree(tree, 40);
    expect(leaves.reduce((sum, { size }) => sum + size, 0)).toBe(40);
    expect(new Set(leaves.map(({ row }) => row)).size).toBe(40);
    for (const { left, right } of joins) expect(left.x).toBeLessThan(right.x);
  });
});

describe('dendrogram', () => {
  it('states the cut and whether the widest gap agrees', () => {
    expect(title(dendrogram(five))).toBe('Two segments: cut at height 5.5, the widest gap between merges');
    expect(title(dendrogram(five, { nClusters: 3 }))).toBe(
      'Three segments: cut at height 1.75; the widest gap between merges would give two segments',
    );
    expect(title(dendrogram(five, { height: 1.2 }))).toContain('Four segments: cut at height 1.2');
  });

  it('colors branches and leaves as the same cut numbers its segments', () => {
    const labels = cutTree(Matrix.fromRows(five), { nClusters: 2 });
    const { leaves } = layOutTree(Matrix.fromRows(five), 5);
    const figure = dendrogram(five, { nClusters: 2 });
    for (const segment of [0, 1]) {
      // biome-ignore lint/suspicious/noExplicitAny: a trace's fields depend on its type
      const trace = figure.data.find(({ name }) => name === `Segment ${segment + 1}`) as any;
      const feet = trace.x.filter((_: number, i: number) => trace.marker.size[i] > 0 && trace.x[i] !== null);
      expect(feet).toEqual(leaves.filter(({ row }) => labels[row] === segment).map(({ x }) => x));
      expect(trace.line.color).toBe(segmentColor(segment));
    }
  });

  it('draws enough leaves for every segment to have one', () => {
    expect(dendrogram(chain(60), { nClusters: 40 }).layout.xaxis?.tickvals).toHaveLength(40);
  });

  it('draws the top of a tree of 10,000 small and quickly', () => {
    const figure = dendrogram(chain(10_000), { nClusters: 4 });
    expect(JSON.stringify(figure).length).toBeLessThan(50_000);
    expect(figure.layout.xaxis?.tickvals).toHaveLength(30);
  });

  it('draws one merge', () => {
    expect(title(dendrogram([[0, 1, 2, 2]], { nClusters: 2 }))).toBe('Two segments: cut at height 1');
    expect(title(dendrogram([[0, 1, 2, 2]], { nClusters: 1 }))).toContain('One segment');
  });

  it.each([
    [[[0, 1, 1]], /linkage has 3 columns/],
    [[[0, 2, 1, 2]], /merge 0 of linkage joins 0 and 2/],
    [
      [
        [0, 1, 2, 2],
        [2, 3, 1, 3],
      ],
      /lower than the one before/,
    ],
  ])('refuses %j, which is no linkage', (linkage, message) => {
    expect(() => dendrogram(linkage)).toThrow(message);
  });

  it('refuses two cuts at once', () => {
    expect(() => dendrogram(five, { nClusters: 2, height: 3 })).toThrow(/give one of them/);
  });
});

function randomTree(n: number, random: Random): Matrix {
  const open = Array.from({ length: n }, (_, node) => ({ node, size: 1 }));
  const rows = Array.from({ length: n - 1 }, (_, merge) => {
    const [a] = open.splice(random.integer(open.length), 1);
    const [b] = open.splice(random.integer(open.length), 1);
    open.push({ node: n + merge, size: a.size + b.size });
    return [a.node, b.node, merge + 1, a.size + b.size];
  });
  return Matrix.fromRows(rows);
}
