import type { Encoding } from './encodings';
import type { OpenedFile } from './openFile';
import type { TextTable } from './textTable';

/** How the file itself is written, where the caller says so. */
export interface FileOptions {
  delimiter?: string;
  encoding?: Encoding;
  sheet?: string;
  /** Columns that are wanted; the others may be left out. */
  columns?: readonly string[];
}

/** Reads the tables of one format. */
export interface TableReader {
  /** The columns, before their texts are understood. @throws InputError */
  read(file: OpenedFile, options: FileOptions): TextTable | Promise<TextTable>;
  /** Their names alone, with as little reading as they need. @throws InputError */
  header(file: OpenedFile, options: FileOptions): string[] | Promise<string[]>;
}
