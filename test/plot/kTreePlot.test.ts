import { chooseK } from '../../src/evaluate/chooseK/chooseK';
import type { KTree } from '../../src/evaluate/chooseK/kTree';
import { kTreeOf, namedTree } from '../../src/evaluate/chooseK/kTree';
import { kTreePlot } from '../../src/plot/kTreePlot';
import { Segmentation } from '../../src/segmentation/segmentation';
import { customers } from '../segmentation/customers';

const choice = (tree: KTree, k: number, otherKs: number[] = []) => ({
  tree,
  recommendation: { k, reasons: [], otherKs },
  structure: { verdict: 'weak' as const, summary: '' },
});

/** Ten customers: the larger of two halves is split in two, then one customer of each goes off together. */
const labels = [
  [0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
  [1, 1, 1, 2, 2, 2, 0, 0, 0, 0],
  [1, 1, 3, 2, 2, 3, 0, 0, 0, 0],
].map((own) => Int32Array.from(own));

test('a tree counts who goes where, worked by hand', () => {
  expect(kTreeOf(2, labels)).toEqual({
    levels: [
      { k: 2, sizes: [6, 4] },
      { k: 3, sizes: [4, 3, 3] },
      { k: 4, sizes: [4, 2, 2, 2] },
    ],
    flows: [
      [
        [0, 3, 3],
        [4, 0, 0],
      ],
      [
        [4, 0, 0, 0],
        [0, 2, 0, 1],
        [0, 0, 2, 1],
      ],
    ],
  });
});

test('clusters are named by the segments that hold the same customers, and by no other', () => {
  const tree = kTreeOf(2, labels);
  const swapped = labels[0].map((label) => 1 - label);
  expect(namedTree(tree, 2, labels[0], swapped).named).toEqual({ k: 2, segments: [1, 0] });
  const mixed = Int32Array.from([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
  expect(namedTree(tree, 2, labels[0], mixed).named).toEqual({ k: 2, segments: [-1, -1] });
});

test('the title says which segment is split, and the note names the next natural number', () => {
  const tree = namedTree(kTreeOf(2, labels), 2, labels[0], labels[0]);
  const { layout } = kTreePlot(choice(tree, 2, [4]), { segmentNames: ['Big spenders', 'Savers'] });
  expect(layout.title).toMatchObject({
    text: 'Going from 2 to 3 splits Big<br>spenders; the other stays',
    subtitle: { text: 'The next natural number of segments is 4.' },
  });
});

test('a segment that takes from several is said to do so', () => {
  const tree = kTreeOf(2, labels);
  expect(kTreePlot(choice(tree, 3)).description).toBe(
    'Tree of segments for 2 to 4 segments. Going from 3 to 4 redraws Segment 2 and Segment 3; the other stays.',
  );
});

test('what chooseK fitted is drawn, named by the segments of the model', () => {
  const model = new Segmentation().fit(customers(120));
  const { choice, names, k, sizes } = model;
  expect(choice!.tree!.named).toEqual({ k, segments: Array.from({ length: k }, (_, i) => i) });
  expect(choice!.tree!.levels.find((level) => level.k === k)!.sizes).toEqual(sizes);
  const figure = kTreePlot(choice!, { segmentNames: names });
  expect(figure.data.map(({ name }) => name).filter(Boolean)).toEqual(names);
});

test('one number of clusters makes no tree', () => {
  const points = [[0], [0.1], [9], [9.1], [5], [5.1]];
  expect(() => kTreePlot(chooseK(points, { kMax: 2 }))).toThrow(/at least two numbers of segments/);
});
