/** Options of `openDatabase`. */
export interface OpenDatabaseOptions {
  /** A database file, made where it is not there. Default: ':memory:', gone when closed. */
  address?: string;
  /** Threads that a statement may use, at least 1. Default: one for each core. */
  threads?: number;
  /** Memory that the database may use, e.g. '2GB'; more goes to disk. Default: four fifths of the machine's. */
  memoryLimit?: string;
}
