import { checkSquares } from '../../core/checkSquares';
import { InputError } from '../../core/errors';
import { Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { checkOneOf } from '../../core/options';
import { phrase } from '../../core/phrase';
import { checkFitOptions, type FitOptions, reportBatches } from '../../core/progress';
import { DistanceMatrix } from '../shared/distanceMatrix';
import { DistanceSpace, pairwiseDistances } from './distanceSpace';
import { LINKAGES, type Linkage } from './linkages';
import type { Merges } from './merges';
import { minimumSpanningTree } from './minimumSpanningTree';
import { nearestNeighborChain } from './nearestNeighborChain';
import { UnionFind } from './unionFind';
import { WardSpace } from './wardSpace';

/**
 * The most rows each linkage takes: `complete` and `average` keep every distance (1.8 GB at their limit); `ward`
 * (of many rows) and `single` keep none, and are held to what takes minutes rather than hours.
 */
export const MAX_ROWS: Readonly<Record<Linkage, number>> = {
  ward: 100_000,
  complete: 15_000,
  average: 15_000,
  single: 100_000,
};

/** Up to here `ward` keeps every distance too (128 MB), and joins tied clusters in the order that scipy does. */
const MAX_FOR_TIES = 4_000;

/** The columns of a linkage matrix. */
export const LINKAGE_COLUMNS: readonly string[] = ['first', 'second', 'height', 'size'];

/**
 * The full hierarchy of the rows of `X`, by Euclidean or by the given distances, in scipy's form: (n − 1) × 4, one merge a row, lowest
 * first. Columns: the two clusters joined (0 … n − 1 are the rows themselves, n + i is what merge i made; the lower
 * number first), the height, and the rows in the union. Heights are those of scipy's `linkage`, also where distances
 * are tied; only `ward` of more than 4,000 rows may join tied clusters in another order.
 *
 * @param X n × d, columns on comparable scales; or the distances between n rows, which `ward` cannot use: its heights
 * are sums of squares of a table.
 * @param fitOptions `onProgress` is told of the 'clusters joined'.
 * Cost: O(n²·d) time. Memory: O(n·d) for `single`, and for `ward` beyond 4,000 rows; otherwise 8n² bytes.
 * @throws InputError when the table is empty, holds a value that is not finite, or has more rows than `MAX_ROWS`; for
 * `ward` of distances.
 * Source: Müllner, "Modern hierarchical, agglomerative clustering algorithms" (2011); scipy.cluster.hierarchy.
 *
 * @example
 * linkageMatrix([[0], [1], [5]], 'single').toRows(); // [[0, 1, 1, 2], [2, 3, 4, 3]]
 */
export function linkageMatrix(
  X: MatrixLike | DistanceMatrix,
  linkage: Linkage = 'ward',
  fitOptions: FitOptions = {},
): Matrix {
  checkOneOf('linkage', linkage, LINKAGES);
  const { onProgress } = checkFitOptions(fitOptions);
  const source = X instanceof DistanceMatrix ? X : toMatrix(X);
  checkRows(source.rows, linkage);
  if (!(source instanceof DistanceMatrix)) checkSquares(source);
  const told = reportBatches('clusters joined', source.rows - 1, onProgress);
  return inScipyForm(findMerges(source, linkage, told));
}

function checkRows(rows: number, linkage: Linkage): void {
  const limit = MAX_ROWS[linkage];
  if (rows <= limit) return;
  const larger = limit < MAX_ROWS.ward ? `, take \`ward\` (up to ${MAX_ROWS.ward} rows)` : '';
  throw new InputError(
    'too-large',
    phrase`the table has ${rows} rows and \`${linkage}\` linkage takes at most ${limit}, since its cost grows with the square of the rows`,
    { remedy: `fit a random sample and \`predict\` the other rows${larger}, or use \`KMeans\`` },
  );
}

function findMerges(X: Matrix | DistanceMatrix, linkage: Linkage, told: (joined: number) => void): Merges {
  if (linkage === 'single') return minimumSpanningTree(X, told);
  const isSmall = X.rows <= MAX_FOR_TIES && !(X instanceof DistanceMatrix);
  if (linkage !== 'ward' || isSmall) {
    const distances = X instanceof DistanceMatrix ? X.data.slice() : pairwiseDistances(X);
    return nearestNeighborChain(X.rows, new DistanceSpace(distances, X.rows, linkage), told);
  }
  if (!(X instanceof DistanceMatrix)) return nearestNeighborChain(X.rows, new WardSpace(X), told);
  throw new InputError(
    'unavailable',
    '`ward` linkage joins by sums of squares, which distances alone do not tell',
    {
      remedy: "take 'average', 'complete' or 'single'",
    },
  );
}

/** Sorts the merges by height and replaces rows by the numbers of the clusters that hold them by then. */
function inScipyForm({ first, second, heights }: Merges): Matrix {
  const n = heights.length + 1;
  const tree = Matrix.zeros(n - 1, 4, LINKAGE_COLUMNS);
  const clusters = new UnionFind(2 * n - 1);
  const sizes = new Int32Array(2 * n - 1).fill(1, 0, n);
  const byHeight = Int32Array.from(heights.keys()).sort((a, b) => heights[a] - heights[b] || a - b);
  byHeight.forEach((merge, i) => {
    const a = clusters.find(first[merge]);
    const b = clusters.find(second[merge]);
    sizes[n + i] = sizes[a] + sizes[b];
    clusters.attach(a, n + i);
    clusters.attach(b, n + i);
    tree.row(i).set([Math.min(a, b), Math.max(a, b), heights[merge], sizes[n + i]]);
  });
  return tree;
}
