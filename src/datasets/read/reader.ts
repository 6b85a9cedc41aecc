import type { Cell } from '../../table/cell';
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
  /** What becomes of lists within objects. Default their text. */
  lists?: ListReading;
}

/** What lists within the objects of a JSON file are, where the caller knows. */
export interface ListReading {
  /**
   * The list whose items are rows of their own; undefined for none.
   * @param names of all values but lists.
   * @param lists of objects, by name, with the names of what these hold.
   */
  rowsOf(names: readonly string[], lists: ReadonlyMap<string, ReadonlySet<string>>): string | undefined;
  /** What stands for a list; undefined for its text. */
  valueFor(name: string, items: readonly unknown[]): Cell | undefined;
}

/** Reads the tables of one format. */
export interface TableReader {
  /** The columns, before their texts are understood. @throws InputError */
  read(file: OpenedFile, options: FileOptions): TextTable | Promise<TextTable>;
  /** Their names alone, with as little reading as they need. @throws InputError */
  header(file: OpenedFile, options: FileOptions): string[] | Promise<string[]>;
}
