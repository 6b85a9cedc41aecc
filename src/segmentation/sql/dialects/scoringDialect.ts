import type { DialectName } from './names';

/** What databases write differently in the statement that scores customers. Expressions come in as text. */
export interface ScoringDialect {
  readonly name: DialectName;
  /** What stands around a name that is written as it is; a name of the user's that begins with it is quoted already. */
  readonly quote: '"' | '`';
  /** A statement of so many characters is refused by the database as it comes; absent where there is no such limit. */
  readonly maxCharacters?: number;
  /**
   * The end of a step where the database would otherwise put its expressions in the place of each mention of them: they
   * would grow with every step.
   */
  readonly fence: string;
  /** A name of a table or column, so that no name can become SQL. @throws InputError for one that cannot be a name. */
  quoteName(name: string): string;
  /** A text. */
  quoteText(text: string): string;
  /** A finite number as the very same float64, never a decimal. */
  double(value: number): string;
  /** A value of any type as text. */
  text(value: string): string;
  /** A value of any type as float64; NULL where it isn't one. */
  number(value: string): string;
  /** A day of a text 'yyyy-MM-dd'; NULL where it is no day of the calendar. */
  date(text: string): string;
  /** The day as a constant. @param iso 'yyyy-MM-dd'. */
  day(iso: string): string;
  /** Days from one day to another. */
  daysBetween(from: string, to: string): string;
  /** log(1 + value), also for values near 0. */
  log1p(value: string): string;
  /** The least, or greatest, of one or more values, none of which is NULL. */
  extreme(which: 'least' | 'greatest', values: readonly string[]): string;
  /** The sum of a group's values in float64, in the order of `by` where the database knows one. */
  sum(value: string, by: string): string;
  /** The rows as a table that may stand after FROM. */
  rows(table: InlineTable): string;
}

/** Rows that stand in the statement itself. */
export interface InlineTable {
  columns: readonly { name: string; type: 'integer' | 'double' }[];
  rows: readonly (readonly number[])[];
}
