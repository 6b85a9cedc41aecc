import type { SqlEngine } from '../../datasets/sql/sqlEngine';

/** A transaction log as it came: every column text. */
export interface RawTable {
  engine: SqlEngine;
  /** Its name as it stands in statements. */
  table: string;
  /** What it is called in messages. */
  file: string;
  columns: string[];
  rows: number;
  /** The mark before decimals that its format speaks for, where numbers alone do not tell. */
  usualDecimal?: '.';
}
