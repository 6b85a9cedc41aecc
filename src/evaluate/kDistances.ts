import { kthNearestDistances } from '../cluster/density/kthNearest';
import { checkSquares } from '../core/checkSquares';
import { InputError } from '../core/errors';
import { formatNumber, formatShare, plural, someOf } from '../core/format';
import { type MatrixLike, toMatrix } from '../core/matrix';
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

/**
 * The k-distance curve, from which `eps` of `DBSCAN` is chosen: of each row the distance to its `minSamples`-th nearest
 * row, ascending. With eps = e just the rows whose distance is at most e become core rows. Inside clusters the
 * distances are small and alike, outside they climb; suggested is the distance where the curve turns upwards. One eps
 * fits one density: a curve with several steps means groups of several densities, each with an eps of its own.
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
 * Cost: O(n·(log n + minSamples)) with few columns, toward O(n²·d) with many; 100,000 × 3 takes about half a second.
 * Source: Ester et al. (1996); the bend by Satopää et al., "Finding a 'Kneedle' in a haystack" (2011).
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
  const distances = kthNearestDistances(matrix, minSamples).sort();
  return { distances, minSamples, ...suggest(distances, minSamples) };
}

function suggest(distances: Float64Array, minSamples: number): Omit<KDistances, 'distances' | 'minSamples'> {
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
      : atBend(distances);
  const core = distances.filter((distance) => distance <= suggestedEps).length;
  const reach =
    `With eps = ${formatNumber(suggestedEps)}, ${someOf(core, plural(distances.length, 'row'), 'has', 'have')} ${plural(minSamples, 'row')} within ` +
    `reach (${core === 1 ? 'itself' : 'themselves'} counted) and ${core === 1 ? 'is a core row' : 'are core rows'}.`;
  return { suggestedEps, identical, reasons: [reason, reach] };
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
