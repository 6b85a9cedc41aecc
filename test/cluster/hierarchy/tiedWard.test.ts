import { DistanceSpace, pairwiseDistances } from '../../../src/cluster/hierarchy/distanceSpace';
import { linkageMatrix } from '../../../src/cluster/hierarchy/linkage';
import { nearestNeighborChain } from '../../../src/cluster/hierarchy/nearestNeighborChain';
import { WardSpace } from '../../../src/cluster/hierarchy/wardSpace';
import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';

/** Heights of scipy 1.16's `linkage(X, 'ward')`. */
const GRID = [
  1.0,
  1.0,
  1.0,
  1.0,
  1.0,
  1.0,
  1.0,
  1.0,
  1.0,
  1.0,
  Math.SQRT2,
  Math.SQRT2,
  Math.SQRT2,
  Math.SQRT2,
  2.4494897427831783,
  2.4494897427831783,
  4.0,
  4.898979485566357,
  7.745966692414834,
];
const INTEGERS = [
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  0.0,
  Math.SQRT2,
  Math.SQRT2,
  1.5491933384829668,
  1.5491933384829668,
  2.0701966780270626,
  2.0701966780270626,
  2.2803508501982757,
  3.7984959429452374,
  8.539125638299664,
];

describe('ward where distances are tied', () => {
  test('a grid has the heights of scipy', () => {
    const grid = Array.from({ length: 20 }, (_, i) => [i % 4, Math.floor(i / 4)]);
    expect([...linkageMatrix(grid).column(2)]).toEqual(GRID.map((height) => expect.closeTo(height, 12)));
  });

  test('a table of integers too', () => {
    const rows = Array.from({ length: 24 }, (_, i) => [(i * 7) % 5, (i * i) % 4, (i * 3) % 3]);
    expect([...linkageMatrix(rows).column(2)]).toEqual(INTEGERS.map((height) => expect.closeTo(height, 12)));
  });
});

test('without ties, ward of centroids and of distances join alike', () => {
  const random = new Random(6);
  const X = Matrix.fromRows(Array.from({ length: 150 }, () => [random.normal(), random.normal()]));
  const byCentroids = nearestNeighborChain(150, new WardSpace(X), () => {});
  const byDistances = nearestNeighborChain(
    150,
    new DistanceSpace(pairwiseDistances(X), 150, 'ward'),
    () => {},
  );
  expect(byCentroids.first).toEqual(byDistances.first);
  expect(byCentroids.second).toEqual(byDistances.second);
  byCentroids.heights.forEach((height, i) => {
    expect(height).toBeCloseTo(byDistances.heights[i], 10);
  });
});
