import type { FeatureProfile } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';

/** A piece of advice and when to give it. In a list of rules, the first that applies wins. */
export interface AdviceRule {
  rule: string;
  when: (facts: SegmentFacts) => boolean;
  action: string | ((facts: SegmentFacts) => string);
  /** What supports the advice: roles (skipped if they do not stand out), the share of parents if these are families,
   * or the spread of spending. */
  evidence: (ColumnRole | 'families' | 'spread')[];
}

/** −1, 0, +1: clearly less, no clear difference, clearly more than everyone else. */
export interface SegmentFacts {
  of: (role: ColumnRole) => -1 | 0 | 1;
  income: -1 | 0 | 1;
  spending: -1 | 0 | 1;
  age: -1 | 0 | 1;
  /** The median customer's last purchase is among the oldest third. */
  lapsed: boolean;
  mixedSpending: boolean;
  families: boolean;
  /** At least half of all customers, or a third of all spending: no group to neglect. */
  isBulk: boolean;
  /** The product line or preferred category that distinguishes the segment most; undefined if none does. */
  strongest: (role: PartRole) => FeatureProfile | undefined;
}

/** Roles that several features of a table can have, so that only the strongest of them counts. */
export type PartRole = (typeof partRoles)[number];
export const partRoles = ['spendingPart', 'preferredCategory'] as const;
