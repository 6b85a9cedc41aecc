import type { ColumnRole } from './roles/roleLexicon';

/** Options of `profileSegments`. */
export interface ProfileOptions {
  /**
   * Columns to profile. Default: all except identifiers, dates, free text and constants, and except a year of birth
   * next to an age.
   */
  columns?: readonly string[];
  /** The column with each customer's spending, for shares of spending. Default: the one with the role 'spending'. */
  value?: string;
  /** Roles you know better than the lexicon, by column; see `inferColumnRoles`. */
  roles?: Readonly<Record<string, ColumnRole>>;
  /** Names you prefer, by segment number: `{ 2: 'VIPs' }`. */
  names?: Readonly<Record<number, string>>;
  /** Column labels for names and tables. Default: the column's name as words. */
  labels?: Readonly<Record<string, string>>;
  /** Units, by column: `{ Income: '$' }`. */
  units?: Readonly<Record<string, string>>;
}
