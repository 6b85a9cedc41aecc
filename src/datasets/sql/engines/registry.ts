import type { OpenDatabaseOptions } from '../openOptions';
import type { SqlEngine } from '../sqlEngine';
import { openDuckdb } from './duckdb/open';
import { openPostgres } from './postgres/open';
import { openTrino } from './trino/open';

/** An engine, and the addresses that it opens. */
export interface EngineEntry {
  name: string;
  /** What its addresses begin with, as 'postgres' in 'postgres://host/shop'; none for paths of files. */
  schemes: readonly string[];
  open(options: OpenDatabaseOptions): Promise<SqlEngine>;
}

/** Every engine, the one for files last. Its package is loaded when it is opened. */
export const ENGINES: readonly EngineEntry[] = [
  { name: 'Postgres', schemes: ['postgres', 'postgresql'], open: openPostgres },
  { name: 'Trino', schemes: ['trino'], open: openTrino },
  {
    name: 'DuckDB',
    schemes: [],
    open: openDuckdb,
  },
];
