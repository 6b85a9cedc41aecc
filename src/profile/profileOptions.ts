import { type Given, names, object, optional, record, text } from '../core/schema';
import type { ColumnRole } from './roles/roleLexicon';

/** What the options may be. @internal */
export const PROFILE_OPTIONS = object({
  /**
   * Columns to profile. Default: all except identifiers, dates, free text and constants, and except a year of birth
   * next to an age.
   */
  columns: optional(names()),
  /** The column with each customer's spending, for shares of spending. Default: the one with the role 'spending'. */
  value: optional(text({ expects: 'the name of a column' })),
  /** Roles you know better than the lexicon, by column; see `inferColumnRoles`. */
  roles: record<Readonly<Record<string, ColumnRole>>>({ default: {} }),
  /** Names you prefer, by segment number: `{ 2: 'VIPs' }`. */
  names: record<Readonly<Record<number, string>>>({ default: {} }),
  /** Column labels for names and tables. Default: the column's name as words. */
  labels: record<Readonly<Record<string, string>>>({ default: {} }),
  /** Units, by column: `{ Income: '$' }`. */
  units: record<Readonly<Record<string, string>>>({ default: {} }),
});

/** Options of `profileSegments`. */
export interface ProfileOptions extends Given<typeof PROFILE_OPTIONS> {}
