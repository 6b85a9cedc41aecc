import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { suggestion } from '../nearestName';
import { plainName } from './plainName';
import type { SqlEngine } from './sqlEngine';

/** @throws InputError for a table that is not there, and for a column that it lacks. */
export async function requireColumns(
  engine: SqlEngine,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const there = await engine.columnsOf(table);
  const unknown = columns.find((name) => !there.includes(name));
  if (unknown === undefined) return;
  throw new InputError(
    'missing-column',
    phrase`${{ file: plainName(table) }} has no column ${{ column: unknown }}`,
    { remedy: suggestion(unknown, there), allowed: there },
  );
}
