import { quoteIdentifier } from '../../../datasets/sql/identifiers';
import type { UntypedLog } from './untypedLog';

/**
 * SQL for columns of text without blanks around values, empty ones NULL: the bare name where the column has none, so
 * that statements stay short and fast. Cost: one pass.
 */
export async function plainTexts(raw: UntypedLog, columns: readonly string[]): Promise<Map<string, string>> {
  const names = columns.map(quoteIdentifier);
  const checks = names.map(
    (name, i) => `bool_or(starts_with(${name}, ' ') OR ends_with(${name}, ' ') OR ${name} = '') AS c${i}`,
  );
  const blanks = await raw.engine.query(`SELECT ${checks.join(', ')} FROM ${raw.table}`);
  return new Map(
    columns.map((column, i) => [
      column,
      blanks[`c${i}`][0] === true ? `nullif(trim(${names[i]}), '')` : names[i],
    ]),
  );
}
