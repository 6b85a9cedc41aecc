import type { Encoding } from '../read/encodings';
import type { TableFormat } from '../read/tableFormat';

/** A file to be read, what is known of it, and how it is to be read where the caller says so. */
export interface FileSource {
  path: string;
  /** By its first bytes and the ending of its name. */
  kind: 'csv' | 'json-lines' | 'parquet' | 'other';
  gzipped: boolean;
  delimiter?: string;
  encoding?: Encoding;
  sheet?: string;
}

/** What was found in a file that has become a table. */
export interface FileRead {
  format: TableFormat;
  /** The decimal separator that the format implies, where numbers alone don't tell. */
  usualDecimal?: '.';
  /** What was recognized rather than given, in sentences. */
  recognized: string[];
}
