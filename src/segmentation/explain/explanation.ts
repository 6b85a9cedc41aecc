import type { ColumnImportance } from './columnImportance';
import type { SegmentRule } from './conditions/describeSegments';
import type { ExampleCustomers } from './exampleCustomers';

/** Why customers are where they are, as plain data. */
export interface Explanation {
  /** In the order of the segments, noise aside. */
  segments: SegmentExplanation[];
  /** The columns by how much they decide, the most first. */
  importance: ColumnImportance[];
}

/** One segment: the conditions that describe it, and customers to look at. */
export interface SegmentExplanation extends SegmentRule, ExampleCustomers {
  /** From 0. */
  segment: number;
}
