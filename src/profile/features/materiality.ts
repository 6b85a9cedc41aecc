import type { ColumnRole } from '../roles/roleLexicon';
import { MAX_EFFECT } from './effectSize';

/** Years apart from which one speaks of older and younger people. */
const YEARS_OF_AGE = 5;
/** The relative difference of amounts, counts and times from which it pays to treat customers differently. */
const RELATIVE = 0.15;
/** Of the time since a purchase or visit: two thirds longer. A fortnight beside ten days is nobody lapsed. */
const RELATIVE_OF_RECENCY = 0.4;
/** The same for columns without a known meaning. */
const RELATIVE_OF_OTHER = 0.1;
/** Of shares: percentage points, or at least twice as many if it is this many points. */
const POINTS = 0.1;
const POINTS_OF_TWICE = 0.03;

/** Two groups in one column, and the spread of all customers. */
export interface ComparedNumbers {
  role: ColumnRole;
  own: number;
  others: number;
  /** Interquartile range of all customers. */
  width: number;
  /** Lower quartile of all customers. */
  q1: number;
  /** What 100% is, of a column of percents: 100, or 1 for fractions. */
  whole?: number;
}

/**
 * A difference of typical values in multiples of the least that matters to a marketer: 5 years of age; 15% of an
 * amount, a count or a time; two thirds longer since a purchase; of columns without a known meaning 10%, or half an interquartile range where their zero is
 * arbitrary (negative values, years, degrees); of percents 10 points, or twice as much. From 0 to 10; an effect size says how certain a difference is, this
 * whether to act on it. Cost: O(1).
 */
export function materialityOfNumbers({ role, own, others, width, q1, whole }: ComparedNumbers): number {
  const difference = Math.abs(own - others);
  if (!(difference > 0)) return 0;
  if (whole !== undefined && own >= 0 && others >= 0)
    return materialityOfPercents(own / whole, others / whole);
  if (role === 'age' || role === 'birthYear') return limited(difference / YEARS_OF_AGE);
  const level = Math.max(Math.abs(own), Math.abs(others));
  const relative = difference / level;
  if (role === 'recency' || role === 'activityRecency') return limited(relative / RELATIVE_OF_RECENCY);
  if (role !== 'other' && q1 >= 0) return limited(relative / RELATIVE);
  const ofSpread = width > 0 ? difference / (width / 2) : 0;
  const hasZero = q1 >= 0 && width >= level / 5;
  return limited(hasZero ? relative / RELATIVE_OF_OTHER : Math.max(ofSpread, relative / RELATIVE_OF_OTHER));
}

/** Of percents: as of shares, and twice the rate matters however low: 2% beside 1%. */
function materialityOfPercents(own: number, others: number): number {
  const isTwice = Math.max(own, others) >= 2 * Math.min(own, others);
  return limited(Math.max(Math.abs(own - others) / POINTS, isTwice ? 1 : 0));
}

/** The same of two shares: 10 percentage points, or twice as many where that is 3 points or more. Cost: O(1). */
export function materialityOfShares(own: number, others: number): number {
  const difference = Math.abs(own - others);
  if (!(difference > 0)) return 0;
  const twice = Math.max(own, others) >= 2 * Math.min(own, others) ? difference / POINTS_OF_TWICE : 0;
  return limited(Math.max(difference / POINTS, Math.min(1, twice)));
}

function limited(multiple: number): number {
  return Math.min(MAX_EFFECT, multiple);
}
