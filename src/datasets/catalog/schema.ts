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
export interface CsvDialect {
  /** Default: found from the header line. */
  delimiter?: ',' | '\t' | ';' | '|';
  /** How dates are written, in date-fns's tokens, e.g. 'dd-MM-yyyy'. */
  dateFormat?: string;
}

/** The data sets that notebooks and tests know by name. */
export type DatasetName = 'marketing-campaign' | 'mall-customers' | 'loyalty-members' | 'online-retail';

/** What is known of a published data set. */
export interface DatasetEntry {
  name: DatasetName;
  title: string;
  /** What one row is. */
  rowIs: string;
  /** Name of the published file (also found with `.gz` at its end). */
  fileName: string;
  /** Name of our own made-up file of the same schema. */
  sampleFileName: string;
  /** Rows of the published file, the header not counted. */
  rows: number;
  columns: readonly ColumnSchema[];
  dialect: CsvDialect;
  /** Who published it, and where. */
  source: { title: string; url?: string };
  /** The address from which `fetchDataset` gets the published file, and its length in bytes. */
  download: { url: string; bytes: number };
  /** The terms as the source states them. We do not pass the file on. */
  license: string;
  /** SHA-256 of the published file (unpacked), in hex. */
  sha256: string;
  /** SHA-256 of the file as published in gzip form, where it is. */
  sha256OfGzip?: string;
}
