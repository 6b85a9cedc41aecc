import { countWhere } from '../../../datasets/sql/countWhere';
import { ROLE_NAMES, type TransactionColumns } from '../transactionRoles';
import type { RoleColumn } from './columnReading';
import type { RawTransactions } from './rawTransactions';

/**
 * The columns that have a role, with SQL for their texts without blanks around them, empty ones NULL: the bare name
 * where there are no such blanks, so that statements stay short and fast. Cost: one pass.
 */
export async function trimTexts(log: RawTransactions, columns: TransactionColumns): Promise<RoleColumn[]> {
  const used = ROLE_NAMES.filter((role) => columns[role] !== null);
  const names = used.map((role) => log.engine.dialect.quoteName(columns[role]!));
  const counts = names.map(
    (name, i) => `  ${countWhere(`${name} LIKE ' %' OR ${name} LIKE '% ' OR ${name} = ''`)} AS c${i}`,
  );
  const blanks = await log.engine.query(`SELECT\n${counts.join(',\n')}\nFROM ${log.table}`);
  return used.map((role, i) => ({
    role,
    name: columns[role]!,
    text: blanks[`c${i}`][0] === 0 ? names[i] : `nullif(trim(${names[i]}), '')`,
  }));
}
