import { checkInteger } from '../../../core/options';
import type { TableData } from '../../../table/tableData';

/** The named segments of RFM, best first; the last is for those who paid nothing in the end. */
export type RfmSegmentName =
  | 'Champions'
  | 'Loyal'
  | 'Potential Loyalists'
  | 'New'
  | 'Promising'
  | 'Need Attention'
  | 'About To Sleep'
  | 'At Risk'
  | 'Cannot Lose Them'
  | 'Hibernating'
  | 'Lost'
  | 'Kept Nothing';

/** The segment of customers who got back all that they paid, whatever their scores. */
export const KEPT_NOTHING = 'Kept Nothing' satisfies RfmSegmentName;

/** What a segment means, and what to do for it. */
export interface RfmSegmentMeaning {
  name: RfmSegmentName;
  meaning: string;
  action: string;
}

/** The segments in order, in words: eleven by recency and frequency, and one for customers who kept nothing. */
export const RFM_SEGMENTS: readonly RfmSegmentMeaning[] = [
  {
    name: 'Champions',
    meaning: 'bought just now, and often',
    action: 'Reward them, show them what is new first, ask for reviews and referrals.',
  },
  {
    name: 'Loyal',
    meaning: 'buy often, and still do',
    action: 'Offer a loyalty tier and the next range up.',
  },
  {
    name: 'Potential Loyalists',
    meaning: 'bought recently, a few times',
    action: 'Recommend what goes with what they bought; invite them to membership.',
  },
  {
    name: 'New',
    meaning: 'bought just now, for the first time or nearly so',
    action: 'Welcome them, help with the first order, give a reason for a second.',
  },
  {
    name: 'Promising',
    meaning: 'bought recently, but hardly more than once',
    action: 'Make the shop known to them; try a small incentive for a second order.',
  },
  {
    name: 'Need Attention',
    meaning: 'average in both, and cooling',
    action: 'Send an offer with an end date, based on what they bought.',
  },
  {
    name: 'About To Sleep',
    meaning: 'few purchases, some time ago',
    action: 'Remind them with popular products before they are gone.',
  },
  {
    name: 'At Risk',
    meaning: 'bought fairly often, long ago',
    action: 'Write to them personally, renew the offer, ask what went wrong.',
  },
  {
    name: 'Cannot Lose Them',
    meaning: 'bought most often of all, long ago',
    action: 'Call them: win them back before a competitor has them for good.',
  },
  {
    name: 'Hibernating',
    meaning: 'few purchases, long ago',
    action: 'Include them in cheap campaigns only.',
  },
  {
    name: 'Lost',
    meaning: 'fewest purchases, longest ago',
    action: 'Spend nothing beyond one attempt to revive.',
  },
  {
    name: KEPT_NOTHING,
    meaning: 'got back all that they paid, or more',
    action: 'Find out what went wrong before you write to them; send no rewards.',
  },
];

const [CHAMPIONS, LOYAL, POTENTIAL, NEW, PROMISING, ATTENTION, SLEEPY, RISK, CANNOT_LOSE, HIBERNATING, LOST] =
  RFM_SEGMENTS.map(({ name }) => name);

/** By recency score (rows, 5 first) and frequency score (columns, 1 first). */
const GRID: readonly (readonly RfmSegmentName[])[] = [
  [NEW, POTENTIAL, POTENTIAL, CHAMPIONS, CHAMPIONS],
  [PROMISING, POTENTIAL, POTENTIAL, LOYAL, LOYAL],
  [SLEEPY, SLEEPY, ATTENTION, LOYAL, LOYAL],
  [HIBERNATING, HIBERNATING, RISK, RISK, CANNOT_LOSE],
  [LOST, HIBERNATING, RISK, RISK, CANNOT_LOSE],
];

/**
 * The segment of a customer by the scores for recency and frequency, 1 to 5 each. The monetary score takes no part:
 * it follows frequency closely, and a plane of two scores can be seen at a glance. Every cell has exactly one segment.
 *
 * Source: the eleven segments are those of Putler's grid of recency against frequency and monetary value ('RFM
 * Analysis for Successful Customer Segmentation'), whose ranges overlap; the cells here are the usual way of parting
 * them on a 5 × 5 plane, in which Lost, the lowest cell on both, is set off from Hibernating.
 *
 * @throws InputError for a score that is not 1, 2, 3, 4 or 5.
 *
 * @example
 * rfmSegment(5, 5); // 'Champions'
 * rfmSegment(1, 4); // 'At Risk'
 */
export function rfmSegment(recencyScore: number, frequencyScore: number): RfmSegmentName {
  checkInteger('recencyScore', recencyScore, { min: 1, max: 5 });
  checkInteger('frequencyScore', frequencyScore, { min: 1, max: 5 });
  return GRID[5 - recencyScore][frequencyScore - 1];
}

/** The 25 cells as a table, for a join in SQL: best recency first, lowest frequency first. */
export function segmentGrid(): TableData {
  return {
    recencyScore: GRID.flatMap((row, i) => row.map(() => 5 - i)),
    frequencyScore: GRID.flatMap((row) => row.map((_, j) => j + 1)),
    segment: GRID.flat(),
  };
}
