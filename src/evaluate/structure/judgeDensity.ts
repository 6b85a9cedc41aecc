import { countDistinctRows } from '../../cluster/shared/distinctRows';
import type { Clusterer } from '../../core/estimator';
import { formatNumber } from '../../core/format';
import type { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';
import { mean } from '../../core/statistics';
import { adjustedRand } from '../stability/adjustedRand';
import { drawSubsample } from '../stability/drawRows';
import { type DensityGaps, densityGaps, NARROWEST_GAP } from './densityGaps';
import type { JudgeOptions } from './judgeClustering';
import { type JudgedRows, judgedRows } from './judgedRows';
import { CLEAR_STABILITY } from './naturalK';
import { firstRows, referenceSource } from './reference';
import { DRAWN_DIFFERENTLY, type Structure } from './structure';

/** A gap that leaves hardly anyone between. */
const CLEAR_GAP = 1.4;
/** A table without structure is ordinary unless its gap is among the widest fifth, which a splinter in one of them makes. */
const ORDINARY = 0.8;
/** A gap must be so much wider than those of tables without structure, as logarithms. */
const WIDER = 1.5;
/** Copies of rows would be dense places of their own, so that a tenth of the rows is left out, and none drawn twice. */
const KEPT = 0.9;
/**
 * From so many columns on, two normal groups that lie eight standard deviations apart in one of them have a gap narrower
 * than the narrowest that counts.
 */
export const MANY_COLUMNS = 8;
/** What is less alike than this was not found again. */
const FOUND_AGAIN = 0.5;

/**
 * Whether the clusters of a clusterer by density are natural groups: silhouettes favor round groups, and say of correct
 * rings and half-moons that there are none. The gaps around the clusters are compared with what the clusterer makes of
 * tables of the same shape without any structure, and it clusters again with a tenth of the rows left out.
 *
 * @param X n × d, as clustered.
 * @param labels length n, two clusters at least; −1 is noise.
 * @param makeClusterer what made them, for a seed.
 * Cost: `references` + `resamples` fits and spanning trees of `sampleSize` rows.
 */
export function judgeDensity(
  X: Matrix,
  labels: Int32Array,
  makeClusterer: (seed: number) => Clusterer,
  { references = 8, resamples = 8, sampleSize = 1000, columnGroups = [], seed = 0 }: JudgeOptions = {},
): Structure {
  const random = new Random(seed);
  const judged = judgedRows(X, labels, sampleSize, random);
  const draw = referenceSource(X, 'copula', columnGroups);
  const nulls = Array.from({ length: references }, () => {
    const drawn = firstRows(draw(random), sampleSize);
    return gapsOfFit(drawn, judged.k, makeClusterer(random.uint32())).joined;
  });
  return verdictOn({
    ...densityGaps(judged.X, judged.labels),
    byChance: Math.max(1, nulls.sort((a, b) => a - b)[Math.floor(ORDINARY * nulls.length)]),
    stability: stabilityOf(judged, makeClusterer, resamples, random),
    columns: X.cols,
  });
}

/**
 * Whether `judgeDensity` finds a gap around every cluster; it is asked only where there may be one.
 * Cost: as a rule a spanning tree of `sampleSize` rows.
 */
export function hasGapsAround(
  X: Matrix,
  labels: Int32Array,
  makeClusterer: (seed: number) => Clusterer,
  options: JudgeOptions = {},
): boolean {
  const { sampleSize = 1000, seed = 0 } = options;
  const judged = judgedRows(X, labels, sampleSize, new Random(seed));
  if (densityGaps(judged.X, judged.labels).least < NARROWEST_GAP) return false;
  return judgeDensity(X, labels, makeClusterer, options).verdict !== 'none';
}

function gapsOfFit(X: Matrix, k: number, clusterer: Clusterer): DensityGaps {
  if (countDistinctRows(X, k) < k) return { least: 1, joined: 1 };
  return densityGaps(X, clusterer.fit(X).labels);
}

/** The mean adjusted Rand index with fits to most of the rows. */
function stabilityOf(
  { X, labels, k }: JudgedRows,
  makeClusterer: (seed: number) => Clusterer,
  resamples: number,
  random: Random,
): number {
  const scores: number[] = [];
  for (let done = 0; done < resamples; done++) {
    const rows = drawSubsample(X.rows, KEPT, random);
    const drawn = X.selectRows(rows);
    const clusterer = makeClusterer(random.uint32());
    if (countDistinctRows(drawn, k) < k) continue;
    const own = rows.map((row) => labels[row]);
    scores.push(adjustedRand(own, clusterer.fit(drawn).labels));
  }
  return scores.length === 0 ? 1 : mean(scores);
}

interface Evidence extends DensityGaps {
  /** The gap of tables without structure. */
  byChance: number;
  stability: number;
  columns: number;
}

function verdictOn(found: Evidence): Structure {
  const { least, joined, byChance, stability } = found;
  const isApart = isGap(least, byChance) && stability >= FOUND_AGAIN;
  const clear = isApart && least >= CLEAR_GAP && stability >= CLEAR_STABILITY;
  if (clear) return { verdict: 'clear', summary: `${DENSE_GROUPS} (${numbers(least, byChance)}).` };
  if (isApart) {
    const reason = stability >= CLEAR_STABILITY ? NARROW : DRAWN_DIFFERENTLY;
    return { verdict: 'weak', summary: `Weak structure: ${reason} (${numbers(least, byChance)}).` };
  }
  if (joined >= CLEAR_GAP && isGap(joined, byChance) && stability >= FOUND_AGAIN)
    return { verdict: 'weak', summary: `Weak structure: ${PARTS} (${numbers(joined, byChance)}).` };
  return {
    verdict: 'none',
    summary: `No clear structure: ${whyNone(found)} (${numbers(least, byChance)}).`,
  };
}

/** The first of the reasons that is true. */
function whyNone({ least, byChance, columns }: Evidence): string {
  if (least < NARROWEST_GAP && columns >= MANY_COLUMNS)
    return (
      'no gap shows between the segments, so nothing shows that they are natural groups; ' +
      `in ${columns} columns distances are so alike that a gap hardly shows, so groups are not ruled out either`
    );
  if (least < NARROWEST_GAP)
    return 'no clear gap separates the segments, so nothing shows that they are natural groups';
  return isGap(least, byChance)
    ? 'there are gaps, but the segments are others when a tenth of the customers is left out'
    : 'customers of the same kind without groups have gaps about as wide, so nothing shows that these are natural groups';
}

function isGap(gap: number, byChance: number): boolean {
  return gap >= NARROWEST_GAP && Math.log(gap) >= WIDER * Math.log(byChance);
}

function numbers(gap: number, byChance: number): string {
  const times = (value: number) => formatNumber(value, { decimals: 2 });
  return (
    `the next group is ${times(gap)} times as far as customers of one group are from each other, ` +
    `and ${times(byChance)} times in reference data without groups`
  );
}

const DENSE_GROUPS =
  'Clear structure: the segments are dense groups, of whatever shape, with gaps between them';
const NARROW =
  'there are dense groups, but the gaps between them are narrow, so customers there could belong to either side';
const PARTS =
  'some of the segments stand out, but others are parts of one dense group, or too small to be one';
