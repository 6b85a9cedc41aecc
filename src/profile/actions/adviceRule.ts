import type { FeatureProfile } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';

/** When to advise what. Of a list of rules the first that applies is taken. */
export interface AdviceRule {
  rule: string;
  when: (facts: SegmentFacts) => boolean;
  action: string | ((facts: SegmentFacts) => string);
  /** What backs the advice: roles (left out where they do not stand out), the share of parents where they are
   * families, the spread. */
  because: (ColumnRole | 'families' | 'spread')[];
}

/** −1, 0, +1: clearly less, no clear difference, clearly more than everyone else. */
export interface SegmentFacts {
  of: (role: ColumnRole) => -1 | 0 | 1;
  income: -1 | 0 | 1;
  spending: -1 | 0 | 1;
  age: -1 | 0 | 1;
  /** The median customer's last purchase is in the longest-ago third. */
  lapsed: boolean;
  mixedSpending: boolean;
  families: boolean;
  /** The product line or the preferred category that most sets the segment apart, where one does. */
  foremost: (role: PartRole) => FeatureProfile | undefined;
}

/** Roles that several features of a table share, so that the strongest of them speaks. */
export type PartRole = (typeof partRoles)[number];
export const partRoles = ['spendingPart', 'preferredCategory'] as const;
