import { formatList } from '../../../core/format';
import { countWhere } from '../../../datasets/sql/countWhere';
import {
  ROLE_NAMES,
  roleEntry,
  type TransactionColumnOptions,
  type TransactionRole,
} from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';
import { candidatesFor } from './transactionColumns';

/** Columns that may be taken without asking, and what there is to say of it. */
export interface SameColumns {
  columns: TransactionColumnOptions;
  /** What follows the name of the column, by role. */
  others: ReadonlyMap<TransactionRole, string>;
}

/**
 * Of several columns that could have a role, those that are empty do not count, and where all others say the same, the
 * first is as good as any: orders that are numbered twice ('Order ID', 'Order Number'), or one amount under two names.
 * Cost: one pass where there are several, none otherwise.
 */
export async function sameColumns(
  log: RawTransactions,
  given: TransactionColumnOptions,
): Promise<SameColumns> {
  const columns: Partial<Record<TransactionRole, string>> = {};
  const said = new Map<TransactionRole, string>();
  for (const role of ROLE_NAMES) {
    const candidates = given[role] === undefined ? candidatesFor(log.columns, role, given) : [];
    if (candidates.length < 2 || roleEntry(role).decorative || roleEntry(role).firstCounts) continue;
    const filled = await filledAmong(log, candidates);
    const [first, ...others] = filled;
    if (first === undefined || !(await saySame(log, role, filled))) continue;
    columns[role] = first;
    said.set(role, saidOfOthers(role, others, candidates.length - filled.length));
  }
  return { columns, others: said };
}

function saidOfOthers(role: TransactionRole, others: readonly string[], empty: number): string {
  const list = formatList(others.map((name) => `'${name}'`));
  const s = others.length === 1 ? 's' : '';
  if (list !== '')
    return `; ${list} ${role === 'invoice' ? `number${s} the same orders` : `say${s} the same`}`;
  return empty === 1 ? ': another that could be it is empty' : ': others that could be it are empty';
}

async function filledAmong({ engine, table }: RawTransactions, names: readonly string[]): Promise<string[]> {
  const counts = names.map((name, j) => {
    const text = engine.dialect.quoteName(name);
    return `${countWhere(`trim(${text}) <> ''`)} AS c${j}`;
  });
  const found = await engine.query(`SELECT ${counts.join(', ')} FROM ${table}`);
  return names.filter((_, j) => Number(found[`c${j}`][0]) > 0);
}

/** Whether columns tell the same rows apart; of other roles than orders, whether they hold the same texts. */
async function saySame(
  { engine, table }: RawTransactions,
  role: TransactionRole,
  names: readonly string[],
): Promise<boolean> {
  if (names.length < 2) return true;
  const texts = names.map((name) => `coalesce(trim(${engine.dialect.quoteName(name)}), '')`);
  if (role !== 'invoice') {
    const differ = texts.slice(1).map((text) => `${text} <> ${texts[0]}`);
    const { n } = await engine.query(`SELECT ${countWhere(differ.join(' OR '))} AS n FROM ${table}`);
    return Number(n[0]) === 0;
  }
  const counts = texts.map((text, j) => `count(DISTINCT ${text}) AS c${j}`);
  const found = await engine.query(`SELECT ${counts.join(', ')} FROM ${table}`);
  const tuples = await engine.query(
    `SELECT count(*) AS n FROM (SELECT DISTINCT ${texts.map((text, j) => `${text} AS t${j}`).join(', ')} FROM ${table}) AS tuples`,
  );
  return names.every((_, j) => Number(found[`c${j}`][0]) === Number(tuples.n[0]));
}
