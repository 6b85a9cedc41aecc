import { formatNumber, formatShare } from '../../core/format';
import type { Matrix } from '../../core/matrix';
import { roundDecimals } from '../../core/round';
import type { ComparedClustering } from './comparedClustering';

/** How far a silhouette must lie above that of data without structure: as for `chooseK`'s verdict. */
const MIN_EXCESS = 0.05;
const SPREADS = 3;
/** Below this an adjusted Rand index is poor (Steinley 2004). */
const MIN_STABILITY = 0.65;
/** From this on it is good: two clusterings are mostly the same. */
const SAME = 0.8;
/** A clustering that leaves more of the rows out does not segment the table. */
const MAX_NOISE_SHARE = 0.5;
/** Silhouettes that differ by no more count as equal. */
const EQUAL = 0.02;

/** The clustering to trust, or null, and sentences that say why. */
export interface ClusteringRecommendation {
  recommended: string | null;
  reasons: string[];
}

/** @param agreement adjusted Rand index of every pair of `rows`. */
export function recommendClustering(
  rows: readonly ComparedClustering[],
  agreement: Matrix,
): ClusteringRecommendation {
  const deserving = rows.filter((row) => objectionTo(row) === null);
  const best = bestOf(setApart(deserving));
  const others = rows.filter((row) => row !== best);
  const first = best ? reasonFor(best, deserving) : reasonForNone(rows);
  const reasons = [first, ...others.map((row) => reasonAgainst(row, best)), agreementWords(rows, agreement)];
  return { recommended: best?.name ?? null, reasons: reasons.filter((reason) => reason !== '') };
}

/**
 * Those whose every cluster is set apart by gaps, if there are such, and of them those that divide most: what cuts a dense
 * group, or leaves two together, is passed over whatever its silhouette.
 */
function setApart(deserving: readonly ComparedClustering[]): readonly ComparedClustering[] {
  const apart = deserving.filter(({ hasGaps }) => hasGaps);
  const most = Math.max(...apart.map(({ nClusters }) => nClusters));
  return apart.length > 0 ? apart.filter(({ nClusters }) => nClusters === most) : deserving;
}

/** Highest silhouette of all rows; of those equal to it, the most stable. */
function bestOf(deserving: readonly ComparedClustering[]): ComparedClustering | undefined {
  const highest = Math.max(...deserving.map(({ silhouetteWithNoise }) => silhouetteWithNoise!));
  const equal = deserving.filter(({ silhouetteWithNoise }) => silhouetteWithNoise! >= highest - EQUAL);
  return equal.reduce<ComparedClustering | undefined>(
    (leader, row) => (!leader || rank(row) > rank(leader) ? row : leader),
    undefined,
  );
}

/** Among equals: the stability to two decimals, then the silhouette, which is too small to overturn it. */
function rank({ stability, silhouetteWithNoise }: ComparedClustering): number {
  return Math.round(100 * (stability ?? 0)) + silhouetteWithNoise! / 10;
}

/** What forbids trusting a clustering, as the end of a sentence that begins with its name; null when nothing does. */
function objectionTo(row: ComparedClustering): string | null {
  return tooFewClusters(row) ?? mostlyNoise(row) ?? noBetterThanChance(row) ?? unstable(row);
}

function tooFewClusters({ nClusters, noiseShare }: ComparedClustering): string | null {
  if (nClusters > 1) return null;
  const noise = noiseShare > 0 ? ` beside ${formatShare(noiseShare)} of noise` : '';
  return nClusters === 0
    ? 'calls every row noise: no region is as dense as it requires'
    : `finds a single cluster${noise}. That is an answer: at this setting no dense groups are separated by gaps`;
}

function mostlyNoise({ noiseShare }: ComparedClustering): string | null {
  if (noiseShare <= MAX_NOISE_SHARE) return null;
  return `leaves ${formatShare(noiseShare)} of the rows as noise: it finds a few dense spots, not segments of the whole`;
}

function noBetterThanChance(row: ComparedClustering): string | null {
  const { silhouetteWithNoise, referenceSilhouette, nClusters } = row;
  if (silhouetteWithNoise === null) return 'could not be judged: in the sample it has a single cluster';
  if (!silhouetteFindsNothing(row) || row.isWellSeparated || row.hasGaps) return null;
  if (referenceSilhouette === null) return `has a silhouette of ${silhouetteWords(row)}, close to 0`;
  const more = silhouetteWithNoise > referenceSilhouette ? 'hardly more' : 'no more';
  return `has a silhouette of ${silhouetteWords(row)}, ${more} than the ${formatNumber(referenceSilhouette, { decimals: 2 })} that ${nClusters} clusters have in reference data`;
}

/** Whether the silhouette of all rows is about what data without structure have. */
export function silhouetteFindsNothing(row: ComparedClustering): boolean {
  const { silhouetteWithNoise, referenceSilhouette, referenceSilhouetteSpread } = row;
  if (silhouetteWithNoise === null) return false;
  return (
    silhouetteWithNoise - (referenceSilhouette ?? 0) <
    Math.max(MIN_EXCESS, SPREADS * (referenceSilhouetteSpread ?? 0))
  );
}

function unstable({ stability, hasGaps }: ComparedClustering): string | null {
  if (hasGaps || stability === null || stability >= MIN_STABILITY) return null;
  return `does not reappear in resampled data (adjusted Rand index ${belowBound(stability)}, poor)`;
}

function reasonFor(best: ComparedClustering, deserving: readonly ComparedClustering[]): string {
  const { name, nClusters } = best;
  const highest = deserving.every((row) => row.silhouetteWithNoise! <= best.silhouetteWithNoise!);
  const isEqual = deserving.every((row) => row.silhouetteWithNoise! <= best.silhouetteWithNoise! + EQUAL);
  const rankWords = highest
    ? ', the highest'
    : isEqual
      ? ', equal to the highest and more stable'
      : ', not the highest, but gaps set each of them apart, and silhouettes favor round groups';
  const place = deserving.length < 2 ? '' : rankWords;
  const silhouette = `its ${nClusters} clusters have a silhouette of ${silhouetteWords(best)}${place}`;
  const chance = isEqual ? againstChance(best) : '';
  return `Trust ${name}: ${silhouette}${chance}.${stabilityWords(best)}`;
}

function againstChance(best: ComparedClustering): string {
  const { referenceSilhouette, nClusters, isWellSeparated, hasGaps } = best;
  if (hasGaps && silhouetteFindsNothing(best))
    return ', low because they are not round, but gaps set each of them apart';
  if (isWellSeparated)
    return ', low because they are not round, but in reference data it finds no such clusters';
  return referenceSilhouette === null
    ? ''
    : `; in reference data ${nClusters} clusters have ${formatNumber(referenceSilhouette, { decimals: 2 })}`;
}

function stabilityWords({ stability, hasGaps }: ComparedClustering): string {
  if (stability === null) return ' Its stability was not measured.';
  const index = `adjusted Rand index ${stability < MIN_STABILITY ? belowBound(stability) : formatNumber(stability, { decimals: 2 })}`;
  return hasGaps && stability < MIN_STABILITY
    ? ` It reappears when a tenth of the rows is left out. In resampled data it does not (${index}), since rows that are drawn twice are dense places of their own.`
    : ` In resampled data it reappears with an ${index.replace('index ', 'index of ')}.`;
}

function reasonForNone(rows: readonly ComparedClustering[]): string {
  const usable = rows.filter((row) => row.silhouetteWithNoise !== null && mostlyNoise(row) === null);
  const first =
    rows.length === 1 ? 'The clustering is not reliable.' : 'None of the clusterings is reliable.';
  if (usable.length === 0) return `${first} None divides the rows into groups.`;
  const best = usable.reduce((leader, row) =>
    row.silhouetteWithNoise! > leader.silhouetteWithNoise! ? row : leader,
  );
  return `${first} If you need segments anyway, ${best.name} makes the neatest cut, with a silhouette of ${silhouetteWords(best)}: a convenience, not a finding.`;
}

function reasonAgainst(row: ComparedClustering, best: ComparedClustering | undefined): string {
  const objection = objectionTo(row);
  if (objection !== null) return `${row.name} ${objection}.`;
  const stable = row.stability === null ? '' : `, stability ${formatNumber(row.stability, { decimals: 2 })}`;
  const behind = best!.silhouetteWithNoise! - row.silhouetteWithNoise!;
  if (best!.hasGaps && (!row.hasGaps || row.nClusters < best!.nClusters) && behind <= EQUAL) {
    const reason = row.hasGaps
      ? `leaves together what gaps set apart: ${row.nClusters} clusters instead of ${best!.nClusters}`
      : 'has no clear gap around some of its clusters, which cut dense groups or join them';
    return `${row.name} ${reason} (silhouette ${silhouetteWords(row)}${stable}).`;
  }
  const than = behind > EQUAL ? 'less separated' : 'a close second';
  return `${row.name} is ${than}: ${row.nClusters} clusters, silhouette ${silhouetteWords(row)}${stable}.`;
}

/** '0.55', or what noise makes of it. */
function silhouetteWords({ silhouette, silhouetteWithNoise, noiseShare }: ComparedClustering): string {
  const all = formatNumber(silhouetteWithNoise!, { decimals: 2 });
  if (noiseShare === 0) return all;
  return `${all} over all rows (${formatNumber(silhouette!, { decimals: 2 })} without the ${formatShare(noiseShare)} that are noise)`;
}

/** How far those that are reliable agree; where fewer than two do, all that have clusters. */
function agreementWords(rows: readonly ComparedClustering[], agreement: Matrix): string {
  const deserving = places(rows, (row) => objectionTo(row) === null);
  const compared = deserving.length > 1 ? deserving : places(rows, ({ nClusters }) => nClusters > 1);
  const pairs = compared.flatMap((i) =>
    compared.filter((j) => j > i).map((j) => ({ i, j, ari: agreement.get(i, j) })),
  );
  if (pairs.length === 0) return '';
  const least = pairs.reduce((a, b) => (b.ari < a.ari ? b : a));
  const names = `${rows[least.i].name} and ${rows[least.j].name} agree with an adjusted Rand index of ${formatNumber(least.ari, { decimals: 2 })}`;
  if (pairs.length === 1) {
    return least.ari >= SAME
      ? `${names}: they find mostly the same segments, which supports them.`
      : `${names}: they divide the rows differently.`;
  }
  return least.ari >= SAME
    ? `All mostly agree (even ${names}). Different algorithms find the same segments, which supports them.`
    : `They do not all agree (${names}). Where algorithms differ, the division is theirs rather than the data's.`;
}

function places(rows: readonly ComparedClustering[], which: (row: ComparedClustering) => boolean): number[] {
  return rows.flatMap((row, at) => (which(row) ? [at] : []));
}

/** With a third decimal where two would round it up to the bound. */
function belowBound(stability: number): string {
  return formatNumber(stability, { decimals: roundDecimals(stability, 2) < MIN_STABILITY ? 2 : 3 });
}
