import { type Given, integer, object, optional, text } from '../../core/schema';

/** '512MB', '2 GiB' */
const MEMORY_SIZE = '^\\d+(\\.\\d+)?\\s*[KMGTkmgt][iI]?[bB]$';

/** What the options may be. @internal */
export const OPEN_DATABASE_OPTIONS = object({
  /** A database file, made where it is not there. Default: ':memory:', gone when closed. */
  address: text({ minLength: 1, default: ':memory:', expects: 'the name of a database file, or an address' }),
  /** Threads that a statement may use, at least 1. Default: one for each core. */
  threads: optional(integer({ minimum: 1 })),
  /** Memory that the database may use, e.g. '2GB'; more goes to disk. Default: four fifths of the machine's. */
  memoryLimit: optional(text({ pattern: MEMORY_SIZE, expects: "a size such as '512MB' or '2GB'" })),
});

/** Options of `openDatabase`. */
export interface OpenDatabaseOptions extends Given<typeof OPEN_DATABASE_OPTIONS> {}
