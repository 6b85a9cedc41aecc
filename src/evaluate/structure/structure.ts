import { formatList, formatNumber } from '../../core/format';
import { silhouetteBand } from '../indices/silhouetteBand';
import {
  CLEAR_STABILITY,
  excessOf,
  type GroupEvidence,
  hasValleys,
  isNatural,
  risesAboveChance,
} from './naturalK';

/** Whether there are natural groups: 'clear' ones, 'weak' ones that overlap, or 'none'. */
export type StructureVerdict = 'clear' | 'weak' | 'none';

/** The verdict, and what it is based on in plain words. */
export interface Structure {
  verdict: StructureVerdict;
  summary: string;
  /** Positions of columns that carry no groups, where there are groups without them; absent where there are none. */
  noiseColumns?: number[];
  /** Whether categories, and columns of yes and no, were left out, as they divide customers by themselves; absent where not. */
  numbersAlone?: true;
  /** Rows so far from all others that they were left out of the judgment; absent where there are none. */
  farRows?: number;
}

/** What a verdict rests on. */
export interface JudgedRow extends GroupEvidence {
  /** Whether the clusterer leaves data without groups in one piece, so that it cuts no cloud. */
  leavesCloudsWhole?: boolean;
}

/** What was left out of the judgment. */
export interface LeftOut {
  noiseColumns: readonly number[];
  /** Their names, as a sentence has them. */
  noiseNames: readonly string[];
  /** Names of categories whose levels would have been taken for groups. */
  categoryNames: readonly string[];
  farRows: number;
}

/** Two normal groups 4 standard deviations apart have such a valley: one customer in forty is on the wrong side. */
const CLEAR_BORDER = 0.3;
/** How far a high silhouette must lie above that of data without groups to count as clear. */
const CLEAR_EXCESS = 0.15;
/** A group that stands out beside others that do not. */
const STANDS_OUT = 0.3;

/**
 * Judges a clustering. 'none': its silhouette is no better than that of one cloud of the same shape, or no valley lies
 * between the segments. 'clear': they are groups of their own, hardly anyone lies at a border, and they reappear in
 * resampled data. Otherwise 'weak'.
 *
 * @param isChosen whether k is the best of all; otherwise segments that are parts of groups count as weak structure.
 */
export function judgeStructure(row: JudgedRow, { isChosen = true, leftOut }: JudgeDetails = {}): Structure {
  const verdict = verdictOn(row, isChosen);
  const { noiseColumns = [], categoryNames = [], farRows = 0 } = leftOut ?? {};
  return {
    verdict,
    summary: [summaryOf(verdict, row), ...(leftOut && verdict !== 'none' ? leftOutWords(leftOut) : [])].join(
      ' ',
    ),
    ...(noiseColumns.length > 0 && { noiseColumns: [...noiseColumns] }),
    ...(categoryNames.length > 0 && { numbersAlone: true as const }),
    ...(farRows > 0 && { farRows }),
  };
}

/** What else a judgment knows. */
export interface JudgeDetails {
  isChosen?: boolean;
  leftOut?: LeftOut;
}

function verdictOn(row: JudgedRow, isChosen: boolean): StructureVerdict {
  if (!risesAboveChance(row)) return 'none';
  if (row.leavesCloudsWhole) return row.stability >= CLEAR_STABILITY ? 'clear' : 'weak';
  if (isNatural(row)) return isClear(row) ? 'clear' : 'weak';
  return !isChosen && row.clearestBorder <= STANDS_OUT ? 'weak' : 'none';
}

/** Noise columns lower every silhouette, so that a deep valley is enough; with a high silhouette any valley is. */
function isClear(row: JudgedRow): boolean {
  const band = silhouetteBand(row.silhouette);
  const separated = (band === 'strong' || band === 'reasonable') && excessOf(row) >= CLEAR_EXCESS;
  return row.stability >= CLEAR_STABILITY && (separated || row.borderDensity <= CLEAR_BORDER);
}

function summaryOf(verdict: StructureVerdict, row: JudgedRow): string {
  const { k, silhouette, referenceSilhouette } = row;
  const numbers =
    `the mean silhouette of ${k} segments is ${formatNumber(silhouette, { decimals: 2 })}, ` +
    `and ${formatNumber(referenceSilhouette, { decimals: 2 })} in reference data without groups`;
  if (verdict === 'clear') return `${CLEAR_WORDS} (${numbers}).`;
  if (verdict === 'weak') return `Weak structure: ${weakness(row)} (${numbers}).`;
  const hasNoGap = excessOf(row) > 0 && risesAboveChance(row) && !hasValleys(row);
  return [
    `No clear structure: the segments are a convenient cut, not natural groups (${numbers}).`,
    ...(hasNoGap ? [NO_COMPACT_GROUPS] : []),
    CONVENIENT_CUT,
  ].join(' ');
}

/** Why groups are not clear: the first of the reasons that is true. */
function weakness(row: JudgedRow): string {
  if (!row.leavesCloudsWhole && !isNatural(row))
    return 'some of the segments stand out, but others are parts of one group, divided for convenience';
  if (!row.leavesCloudsWhole && row.stability >= CLEAR_STABILITY)
    return 'there are groups, but they overlap, so customers near a border could belong to either side';
  return DRAWN_DIFFERENTLY;
}

/** Of what groups were looked for: those that are bent, or long and side by side, have no gaps between segments either. */
const NO_COMPACT_GROUPS =
  'No gap lies between them: they are parts of a cloud that is bent or stretched, or of groups that are not compact.';
/** What to do with segments that are no groups. */
const CONVENIENT_CUT = 'Choose as many as you can treat differently.';

const CLEAR_WORDS = 'Clear structure: the segments are natural groups, well separated';
/** What is weak where resampled data disagree. */
export const DRAWN_DIFFERENTLY =
  'there are groups, but resampled data draw the lines between them differently';

/** The summary of a clear structure as that of a weak one. @param why default: resampled data give other customers. */
export function weakened(summary: string, why = DRAWN_DIFFERENTLY): string {
  return summary.replace(/^Clear structure: [^(]*[^( ]/, `Weak structure: ${why}`);
}

function leftOutWords({ noiseNames, categoryNames, farRows }: LeftOut): string[] {
  const words: string[] = [];
  if (noiseNames.length > 0) {
    const carry = noiseNames.length === 1 ? 'carries' : 'carry';
    const them = noiseNames.length === 1 ? 'it' : 'them';
    words.push(
      `${formatList(noiseNames)} ${carry} no groups: this was judged without ${them}, and leaving ${them} out shows the groups better.`,
    );
  }
  if (categoryNames.length > 0)
    words.push(
      categoryNames.length === 1
        ? `${categoryNames[0]} divides customers by itself: this was judged by the numbers alone, which show the groups.`
        : `${formatList(categoryNames)} divide customers by themselves: this was judged by the numbers alone, which show the groups.`,
    );
  if (farRows > 0)
    words.push(
      farRows === 1
        ? 'One customer lies far from all others and was left out of this judgment.'
        : `${formatNumber(farRows)} customers lie far from all others and were left out of this judgment.`,
    );
  return words;
}

/** What was left out, as a sentence has it; empty where nothing was. */
export function listOfLeftOut({ noiseNames, categoryNames, farRows }: LeftOut): string {
  const far = farRows === 1 ? 'one customer' : `${formatNumber(farRows)} customers`;
  return formatList([
    ...noiseNames,
    ...categoryNames,
    ...(farRows > 0 ? [`${far} far from all others`] : []),
  ]);
}
