import { checkColumnsExist } from '../checkColumnsExist';
import { plainName } from './plainName';
import type { SqlEngine } from './sqlEngine';

/** @throws InputError for a table that is not there, and for columns that it lacks. */
export async function requireColumns(
  engine: SqlEngine,
  table: string,
  columns: readonly string[],
): Promise<void> {
  checkColumnsExist(await engine.columnsOf(table), columns, plainName(table));
}
