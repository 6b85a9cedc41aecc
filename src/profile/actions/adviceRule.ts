import type { FeatureProfile } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import type { Trade } from '../roles/trade';

/** A piece of advice and when to give it. In a list of rules, the first that applies wins. */
export interface AdviceRule {
  rule: string;
  when: (facts: SegmentFacts) => boolean;
  action: string | ((facts: SegmentFacts) => string);
  /** The same for those who sell no goods, where `action` speaks of baskets, orders or shipping; null if it does not apply. */
  service?: string | null;
  /** What supports the advice: roles (skipped if they do not stand out), the share of parents if these are families,
   * the spread of spending, or what goes wrong. */
  evidence: (ColumnRole | 'families' | 'spread' | 'burden')[];
}

/** −1, 0, +1: clearly less, no clear difference, clearly more than everyone else. */
export interface SegmentFacts {
  of: (role: ColumnRole) => -1 | 0 | 1;
  income: -1 | 0 | 1;
  spending: -1 | 0 | 1;
  age: -1 | 0 | 1;
  /** The median customer's last purchase is among the oldest third. */
  lapsed: boolean;
  /** Spends or buys clearly less than others, and in neither more: who it is known to pay little to keep. */
  isWorthLess: boolean;
  /** Spends clearly less, and the median customer is among the third who spend least. */
  spendsLittle: boolean;
  /** Comes clearly less often, and the median customer is among the third who come least. */
  staysAway: boolean;
  mixedSpending: boolean;
  families: boolean;
  /** At least half of all customers, or a third of all spending: no group to neglect. */
  isBulk: boolean;
  /** What goes wrong far more often than with others: returns, arrears; undefined if nothing does. */
  burden: FeatureProfile | undefined;
  trade: Trade;
  /** Deals are measured as a rate of discount, which is given rather than sought. */
  isOnDiscount: boolean;
  /** What the spending column that distinguishes the segment most is about: 'wine'; undefined if none does. */
  line: string | undefined;
  /** The same of a column in which they spend far more than others. */
  favorite: string | undefined;
  /** The product line or preferred category that distinguishes the segment most; undefined if none does. */
  strongest: (role: PartRole) => FeatureProfile | undefined;
}

/** Roles that several features of a table can have, so that only the strongest of them counts. */
export type PartRole = (typeof partRoles)[number];
export const partRoles = ['spendingPart', 'preferredCategory'] as const;
