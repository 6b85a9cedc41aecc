import { condensedTree } from '../cluster/density/condensedTree';
import { KdTree } from '../cluster/density/kdTree';
import { kthNearestSquares } from '../cluster/density/kthNearest';
import { type Level, levelOfMostMass } from '../cluster/density/levelOfMostMass';
import { spanReachability } from '../cluster/density/spanReachability';
import { canonicalOrder } from '../cluster/shared/canonicalOrder';
import { checkSquares } from '../core/checkSquares';
import { InputError } from '../core/errors';
import { formatNumber, formatShare, plural, someOf } from '../core/format';
import { type Matrix, type MatrixLike, toMatrix } from '../core/matrix';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, integer, object } from '../core/schema';
import { quantile } from '../core/statistics';
import { findElbow } from './indices/elbow';

/** What the options may be. @internal */
export const K_DISTANCES_OPTIONS = object({
  /** As of `DBSCAN`: the row itself is counted. At least 2. Default 5. */
  minSamples: integer({ minimum: 2, default: 5 }),
});

/** Options of `kDistances`. */
export interface KDistancesOptions extends Given<typeof K_DISTANCES_OPTIONS> {}

/** How far rows must reach to have enough neighbors, and the reach that this suggests. */
export interface KDistances {
  /** Of every row, the distance to its minSamples-th nearest row, itself the first; ascending. Length n. */
  distances: Float64Array;
  /** An `eps` for `DBSCAN`, always above 0. */
  suggestedEps: number;
  minSamples: number;
  /** Rows with at least `minSamples` − 1 exact copies: their distance is 0. */
  identical: number;
  /** What the suggestion rests on, in sentences with their numbers. */
  reasons: string[];
}

/** Where the curve does not bend, eps makes this share of the rows core rows. */
const USUAL_SHARE = 0.9;
/** From this share of rows with enough exact copies on, the curve bends where these end, which says nothing. */
export const MANY_COPIES = 0.1;
/** The least share of the rows in a dense region that counts: fewer may be chance. */
const REGION_SHARE = 0.02;
/** Regions that stay apart over a narrower range than this, end over start, may be chance. */
const LEAST_RANGE = 1.15;

/**
 * The k-distance curve, from which `eps` of `DBSCAN` is chosen: of each row the distance to its `minSamples`-th nearest
 * row, ascending. With eps = e just the rows whose distance is at most e become core rows. Inside clusters the
 * distances are small and alike, outside they climb: the distance where the curve turns upwards is the least that is
 * suggested. There, clusters are often still in pieces, and their rims noise. Where the dense regions that hold the most
 * excess of mass at one distance (HDBSCAN's measure) stay apart over a range beyond, the middle of that is suggested.
 * One eps fits one density: a curve with several steps means groups of several densities, each with an eps of its own.
 *
 * Rows with so many exact copies that their distance is 0 have no density. Where they are a tenth or more, the curve
 * would turn where they end, so that they are left out of the choice: suggested is then the greatest distance of the
 * others that is no outlier among theirs (Tukey's upper fence, or twice their median).
 *
 * `minSamples` counts the row itself, as in `DBSCAN` and scikit-learn; Ester et al. (1996) do not count it in their
 * k-distance, so that theirs of k = 4 is ours of `minSamples` 5. Their advice is twice the number of columns and more
 * for large or noisy tables (Sander et al. 1998).
 *
 * @param X n × d, on the scale that will be clustered.
 * @throws InputError when there are fewer rows than `minSamples`, or every row has so many copies that no distance
 * is above 0.
 * Cost: O(n·(log² n + minSamples)) with few columns, toward O(n²·d) with many; 100,000 × 3 takes some seconds.
 * Source: Ester et al. (1996); the bend by Satopää et al., "Finding a 'Kneedle' in a haystack" (2011); excess of mass by
 * Campello, Moulavi & Sander (2013).
 *
 * @example
 * const { suggestedEps } = kDistances(X, { minSamples: 5 });
 * new DBSCAN({ eps: suggestedEps, minSamples: 5 }).fit(X).nClusters; // 4
 */
export function kDistances(X: MatrixLike, options: KDistancesOptions = {}): KDistances {
  const { minSamples } = resolveOptions('kDistances', K_DISTANCES_OPTIONS, options);
  const matrix = toMatrix(X);
  checkSquares(matrix);
  if (matrix.rows < minSamples) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'minSamples' }} is ${{ value: minSamples }} but the table has ${matrix.rows} rows`,
      { remedy: `ask for at most ${matrix.rows}` },
    );
  }
  const rows = matrix.selectRows(canonicalOrder(matrix));
  const tree = new KdTree(rows);
  const squares = kthNearestSquares(tree, rows, minSamples);
  const distances = squares.map(Math.sqrt).sort();
  return { distances, minSamples, ...suggest(distances, { rows, tree, squares, minSamples }) };
}

/** Rows, and how dense it is where they are: the squared distance of each to its `minSamples`-th nearest. */
interface Densities {
  rows: Matrix;
  tree: KdTree;
  squares: Float64Array;
  minSamples: number;
}

function suggest(
  distances: Float64Array,
  densities: Densities,
): Omit<KDistances, 'distances' | 'minSamples'> {
  const { minSamples } = densities;
  const different = distances.filter((distance) => distance > 0);
  const identical = distances.length - different.length;
  if (different.length === 0) {
    throw new InputError(
      'no-difference',
      `every row has ${minSamples - 1} exact copies or more, so that no distance says how far a row should reach`,
      { remedy: phrase`give ${{ option: 'eps' }} yourself` },
    );
  }
  const { suggestedEps, reason } =
    identical >= MANY_COPIES * distances.length
      ? besideCopies(different, distances.length, minSamples)
      : fromBendOn(distances, densities);
  const core = distances.filter((distance) => distance <= suggestedEps).length;
  const reach =
    `With eps = ${formatNumber(suggestedEps)}, ${someOf(core, plural(distances.length, 'row'), 'has', 'have')} ${plural(minSamples, 'row')} within ` +
    `reach (${core === 1 ? 'itself' : 'themselves'} counted) and ${core === 1 ? 'is a core row' : 'are core rows'}.`;
  return { suggestedEps, identical, reasons: [reason, reach] };
}

/** At the bend, or in the middle of the range beyond over which regions stay apart. */
function fromBendOn(distances: Float64Array, densities: Densities): Suggestion {
  const least = atBend(distances);
  const leastRegion = Math.max(densities.minSamples, Math.ceil(REGION_SHARE * distances.length));
  const level = levelOf(densities, leastRegion);
  if (level === undefined) return least;
  const from = Math.max(level.from, least.suggestedEps);
  if (level.to < LEAST_RANGE * from) return least;
  return {
    suggestedEps: Math.sqrt(from * level.to),
    reason:
      `From ${formatNumber(from)} to ${formatNumber(level.to)}, the same ${level.nClusters} dense regions of at least ${plural(leastRegion, 'row')} ` +
      'stay apart; no other distance divides more rows into denser regions. Suggested is the middle of that range.',
  };
}

function levelOf({ rows, tree, squares }: Densities, leastRegion: number): Level | undefined {
  const edges = spanReachability(rows, tree, squares, () => {});
  return levelOfMostMass(condensedTree(edges, leastRegion));
}

/** By the rows that have few copies. */
function besideCopies(different: Float64Array, rows: number, minSamples: number): Suggestion {
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(different, share));
  const usual = Math.max(2 * median, q3 + 1.5 * (q3 - q1));
  return {
    suggestedEps: different.filter((distance) => distance <= usual).at(-1)!,
    reason:
      `${rows - different.length} of ${rows} rows have ${minSamples - 1} exact copies or more: their distance is 0, and ` +
      `says nothing of how far a row should reach. The suggestion rests on the other ${different.length} alone, ` +
      'and is shaky: look what other values give.',
  };
}

function atBend(distances: Float64Array): Suggestion {
  const { at, strength } = bend(distances);
  const least = distances.find((distance) => distance > 0)!;
  return { suggestedEps: Math.max(least, distances[at]), reason: wordsFor(strength) };
}

interface Suggestion {
  suggestedEps: number;
  reason: string;
}

/** Where the ascending curve turns upwards, and how sharply. */
function bend(distances: Float64Array): { at: number; strength: number } {
  const n = distances.length;
  const usual = { at: Math.ceil(USUAL_SHARE * n) - 1, strength: 0 };
  if (n < 3) return usual;
  const falling = Float64Array.from(distances).reverse();
  const { k, strength } = findElbow(
    Array.from(falling, (_, i) => i),
    falling,
  );
  return k === null ? usual : { at: n - 1 - k, strength };
}

function wordsFor(strength: number): string {
  if (strength === 0) {
    return `The curve does not bend: the distance that ${formatShare(USUAL_SHARE)} of the rows have at most is a choice, not a finding.`;
  }
  return (
    `The curve bends most there (strength ${formatNumber(strength, { decimals: 2 })}; 0 is a straight line, 1 a corner): below, rows have ` +
    'their neighbors about equally near, above, distances climb. It is a start: look what neighboring values give.'
  );
}
