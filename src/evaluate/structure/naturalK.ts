import type { SilhouetteOfK } from '../indices/silhouette';
import type { StabilityOfK } from '../indices/stability';

/** What a clustering with k clusters must show to be taken for groups. */
export interface GroupEvidence extends SilhouetteOfK, Pick<StabilityOfK, 'stability'> {
  k: number;
  /** Density at the border that is least distinct, as a share of that inside (see `bordersOf`). */
  borderDensity: number;
  /** The same and one standard error more. */
  borderBound: number;
  /** The same in data without groups, on average. */
  referenceBorderDensity: number;
  /** At the border of the cluster that stands out most. */
  clearestBorder: number;
  /** How firmly the two clusters that do so most hang together (see `bridgeOf`). */
  bridge: number;
  /** Clusters of too few rows to have a border that can be judged. */
  tinyClusters: number;
}

/** Least rise of a silhouette above that of data without groups: what no shape of one cloud reached in trials. */
const MIN_EXCESS = 0.05;
/** Standard deviations of chance that it must rise, and what is added to a deviation taken from few data sets. */
const SPREADS = 2.5;
const MIN_SPREAD = 0.005;
/** Two normal groups 3.3 standard deviations apart have such a valley; a cloud that was cut has none. */
const MAX_BORDER = 0.55;
const MAX_BOUND = 0.6;
/** Where data without groups have valleys as well (between the values of discrete columns), so much of theirs. */
const MAX_OF_REFERENCE = 0.7;
/** Such a gap needs no comparison. */
const GAP = 0.1;
/** Two parts of one bent cloud hang together about as firmly as its halves do (1 and more), two groups less than this. */
const MAX_BRIDGE = 0.5;
/** Where small groups lie close, links reach across; then the silhouette must lie so much higher. */
const MAX_BRIDGE_OF_CLEAR_RISE = 0.65;
const CLEAR_RISE = 0.15;
/** A strong structure (Kaufman and Rousseeuw 1990): groups so compact that links within them say nothing of borders. */
const STRONG_SILHOUETTE = 0.7;
/** Below this an adjusted Rand index is poor (Steinley 2004). */
export const POOR_STABILITY = 0.65;
/** From this one it is excellent. */
export const CLEAR_STABILITY = 0.85;
/** Of two numbers of groups the larger is taken if it is worth this much of the better one, and as stable. */
const MIN_WORTH = 0.7;
const AS_STABLE = 0.05;

/** How far the silhouette lies above that of data without groups. */
export function excessOf({ silhouette, referenceSilhouette }: SilhouetteOfK): number {
  return silhouette - referenceSilhouette;
}

/** Whether the silhouette is above that of data without groups by more than chance, and by enough to matter. */
export function risesAboveChance(row: SilhouetteOfK): boolean {
  const spread = row.referenceSilhouetteSpread + MIN_SPREAD;
  return excessOf(row) >= Math.max(MIN_EXCESS, SPREADS * spread);
}

/**
 * Whether rows lie thinly at every border. Among groups of twenty rows a border is a handful: its standard error, and a
 * comparison with the handfuls of reference data, would turn away real groups. Where the silhouette rises clearly and
 * few links cross, two measures that count no rows at borders, the density need not be certain by itself.
 */
export function hasValleys(row: GroupEvidence): boolean {
  const { borderDensity, borderBound, referenceBorderDensity, bridge } = row;
  if (borderDensity > MAX_BORDER) return false;
  const risesClearly = excessOf(row) >= CLEAR_RISE;
  const isFoundAgain = !(row.stability < CLEAR_STABILITY);
  if (risesClearly && isFoundAgain && (bridge <= MAX_BRIDGE || row.silhouette >= STRONG_SILHOUETTE))
    return true;
  const isGap = borderDensity <= GAP;
  const belowReference = isGap || borderDensity <= MAX_OF_REFERENCE * referenceBorderDensity;
  const apart = isGap || bridge <= (risesClearly ? MAX_BRIDGE_OF_CLEAR_RISE : MAX_BRIDGE);
  return borderBound <= MAX_BOUND && belowReference && apart;
}

/** Whether every cluster is a group of its own: better than chance, with valleys between, found again in resamples. */
export function isNatural(row: GroupEvidence): boolean {
  const reappears = Number.isNaN(row.stability) || row.stability >= POOR_STABILITY;
  return risesAboveChance(row) && hasValleys(row) && reappears && row.tinyClusters === 0;
}

/** By how much the clusters are groups. */
function worthOf(row: GroupEvidence): number {
  return excessOf(row) * (Number.isNaN(row.stability) ? 1 : row.stability) * (1 - row.borderDensity);
}

/** The numbers of clusters that are natural, in the order in which they deserve to be taken. */
export function naturalKs<Row extends GroupEvidence>(rows: readonly Row[]): Row[] {
  const natural = rows.filter(isNatural).sort((a, b) => worthOf(b) - worthOf(a));
  if (natural.length === 0) return [];
  const best = natural[0];
  const equal = natural.filter(
    (row) =>
      worthOf(row) >= MIN_WORTH * worthOf(best) &&
      !(row.stability < best.stability - AS_STABLE) &&
      !isDominated(row, best),
  );
  const first = equal.reduce((a, b) => (b.k > a.k ? b : a), best);
  return [first, ...natural.filter((row) => row !== first)];
}

/** Which of two views of a table shows its groups better: the first of equal ones, undefined where neither has any. */
export function clearerView<View extends { rows: readonly GroupEvidence[] }>(
  a: View,
  b: View,
): View | undefined {
  const [ofA] = naturalKs(a.rows);
  const [ofB] = naturalKs(b.rows);
  if (!ofA || !ofB) return ofA ? a : ofB && b;
  return worthOf(ofB) > worthOf(ofA) && ofA.k !== ofB.k ? b : a;
}

/** Whether another number of groups is better by every measure. */
function isDominated(row: GroupEvidence, other: GroupEvidence): boolean {
  return (
    excessOf(row) < excessOf(other) &&
    row.stability < other.stability &&
    row.borderDensity > other.borderDensity
  );
}

/** Where no number is natural: the best cut, as stable as there is. */
export function bestCut<Row extends GroupEvidence>(rows: readonly Row[]): Row {
  const stable = rows.filter(({ stability }) => !(stability < POOR_STABILITY));
  const candidates = stable.length > 0 ? stable : rows;
  const score = (row: Row) =>
    stable.length > 0 ? excessOf(row) * (Number.isNaN(row.stability) ? 1 : row.stability) : row.stability;
  return candidates.reduce((best, row) => (score(row) > score(best) ? row : best));
}
