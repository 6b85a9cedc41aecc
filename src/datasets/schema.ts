/**
 * What a column holds. `integer` and `number` are read as numbers; `date` stays text until `parseDates` reads it
 * in the format its schema names; `text` keeps every character, so '00123' stays '00123'.
 */
export type ColumnType = 'integer' | 'number' | 'text' | 'date';

/** One column of a data set. */
export interface ColumnSchema {
  name: string;
  type: ColumnType;
  /** In plain words, for people. */
  meaning: string;
  /** e.g. 'k$', 'days'. */
  unit?: string;
  /** Whether empty values are allowed (default no). */
  missingAllowed?: boolean;
  /** Other names that copies of the file use; the column is renamed to `name`. */
  aliases?: readonly string[];
}

/** How a file of comma-separated values is written. */
export interface Dialect {
  /** Default: found from the header line. */
  delimiter?: ',' | '\t' | ';' | '|';
  /** How dates are written, in date-fns's tokens, e.g. 'dd-MM-yyyy'. */
  dateFormat?: string;
}
