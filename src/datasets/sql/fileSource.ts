import type { Encoding } from '../read/encodings';
import type { TableFormat } from '../read/formats';
import type { OpenedFile } from '../read/openFile';
import type { ListReading } from '../read/reader';

/** A file that was looked at, and how it is to be read where the caller says so. */
export interface FileSource {
  opened: OpenedFile;
  delimiter?: string;
  encoding?: Encoding;
  sheet?: string;
  lists?: ListReading;
}

/** What was found in a file that has become a table. */
export interface FileRead {
  format: TableFormat;
  /** How many rows it has, where they were counted. */
  rows?: number;
  /** The decimal separator that the format implies, where numbers alone don't tell. */
  usualDecimal?: '.';
  /** What was detected rather than given, in sentences. */
  detected: string[];
}
