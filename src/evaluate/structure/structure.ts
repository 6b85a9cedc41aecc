import { formatNumber } from '../../core/format';
import type { SilhouetteOfK } from '../indices/silhouette';
import { silhouetteBand } from '../indices/silhouetteBand';
import type { StabilityOfK } from '../indices/stability';

/** Whether there are natural groups: 'clear' ones, 'weak' ones that overlap, or 'none'. */
export type StructureVerdict = 'clear' | 'weak' | 'none';

/** The verdict, and what it is based on in plain words. */
export interface Structure {
  verdict: StructureVerdict;
  summary: string;
}

/** What a verdict rests on. */
export interface JudgedRow extends SilhouetteOfK, Pick<StabilityOfK, 'stability'> {
  k: number;
}

/** How far a silhouette must lie above that of data without structure to count at all, and to count as clear. */
const MIN_EXCESS = 0.05;
const MIN_CLEAR_EXCESS = 0.1;
/** Standard deviations of chance it must exceed: three, not two, since the k judged is the best of several. */
const SPREADS = 3;
/** Steinley's (2004) bound for an excellent adjusted Rand index. */
const MIN_CLEAR_STABILITY = 0.9;

/**
 * Judges the clustering that is recommended. 'none': its silhouette is no better than that of reference data of
 * the same shape, or it is in the lowest band and the gap statistic prefers one cluster. 'clear': the silhouette is
 * in the upper two bands and well above that of such data, and the segments reappear in resampled data. Otherwise 'weak'.
 *
 * @param gapK the k that the gap statistic prefers.
 */
export function judgeStructure(row: JudgedRow, gapK: number): Structure {
  const verdict = verdictOn(row, gapK);
  return { verdict, summary: summaryOf(verdict, row) };
}

function verdictOn(row: JudgedRow, gapK: number): StructureVerdict {
  const excess = row.silhouette - row.referenceSilhouette;
  const band = silhouetteBand(row.silhouette);
  if (excess < Math.max(MIN_EXCESS, SPREADS * row.referenceSilhouetteSpread)) return 'none';
  if (band === 'none' && gapK === 1) return 'none';
  const separated = band === 'strong' || band === 'reasonable';
  return separated && excess >= MIN_CLEAR_EXCESS && row.stability >= MIN_CLEAR_STABILITY ? 'clear' : 'weak';
}

function summaryOf(verdict: StructureVerdict, { k, silhouette, referenceSilhouette }: JudgedRow): string {
  const numbers =
    `the mean silhouette of ${k} segments is ${formatNumber(silhouette, { decimals: 2 })}, ` +
    `and ${formatNumber(referenceSilhouette, { decimals: 2 })} in reference data without groups`;
  if (verdict === 'clear')
    return `Clear structure: the segments are natural groups, well separated (${numbers}).`;
  if (verdict === 'weak') {
    return `Weak structure: there are groups, but they overlap, so customers near a border could belong to either side (${numbers}).`;
  }
  return `No clear structure: the segments are a convenient cut, not natural groups (${numbers}). Choose as many as you can treat differently.`;
}
