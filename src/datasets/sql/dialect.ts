/**
 * What engines write differently. Everything else in a statement is the SQL that all of them share: names in quotes,
 * `CASE` within aggregates, `row_number()` and other window functions, `CAST` to VARCHAR, DECIMAL, DATE and TIMESTAMP,
 * explicit `GROUP BY`, `USING`.
 *
 * @example
 * const { dialect } = await openDatabase();
 * dialect.quoteName('Unit price');                                       // '"Unit price"'
 * dialect.replaceView('shop.known', 'SELECT *\nFROM shop.orders').length; // 62
 */
export interface Dialect {
  /**
   * A name of a table or column as it may stand in a statement, so that no name from a file can become SQL.
   * @throws InputError for an empty name and one with a NUL character, which SQL cannot hold.
   */
  quoteName(name: string): string;
  /** A text as it may stand in a statement, where no parameter is allowed or a reader shall see it. */
  quoteText(text: string): string;
  /** Names that a column of a table must not have, in lower case: the engine keeps them for itself. */
  readonly reservedNames: readonly string[];
  /**
   * The number of a row, from 1, in the order in which rows came into a table that the engine made.
   * @param table its name in the statement, where several tables are joined.
   */
  rowNumber(table?: string): string;
  /** What numbers the rows of a table that is made by a SELECT, before its other columns; '' where the engine does. */
  readonly numbering: string;
  /** Statements that make a table of a SELECT, replacing one of that name. */
  replaceTable(table: string, select: string): string;
  /** Statements that make a view of a SELECT, replacing one of that name. */
  replaceView(view: string, select: string): string;
  /** Whether the whole of a text fits a regular expression, of what all engines know: classes, groups, `?*+{}|`. */
  matches(text: string, pattern: string): string;
  /** A text with every match of such a regular expression replaced; `by` stands as it is. */
  replaceMatches(text: string, pattern: string, by: string): string;
  /** A number that is the same for rows with the same texts in the columns given, missing ones too, and rarely for others. */
  fingerprint(columns: readonly string[]): string;
  /** An aggregate: the value in the row that is last by the expressions given, rows without a value left out. */
  latest(value: string, by: readonly string[]): string;
  /** Days from one DATE to another, as a whole number. */
  daysBetween(from: string, to: string): string;
  /**
   * A TIMESTAMP read from a text in the first of several formats that fits, in date-fns's tokens; undefined where the
   * engine cannot read one of them. A text that fits none is an error, or NULL with `orNull`.
   */
  timestamp(text: string, formats: readonly string[], orNull?: 'orNull'): string | undefined;
}
