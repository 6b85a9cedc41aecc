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
  /** Whether its text was written by people, so that marks and dates need recognising. */
  handwritten: boolean;
}
