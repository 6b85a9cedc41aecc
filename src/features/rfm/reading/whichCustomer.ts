import { countWhere } from '../../../datasets/sql/countWhere';
import { MISSING_IDENTIFIER_WORDS } from '../../../table/missing';
import {
  type CustomerCounts,
  chooseCustomer,
  customerCandidates,
  customerNames,
  moreByName,
} from '../customerChoice';
import type { TransactionColumns } from '../transactionRoles';
import type { RawTransactions } from './rawTransactions';

/**
 * The column of customers, where several could be it: by how many rows each knows. Cost: one pass where there are
 * several, none otherwise.
 */
export async function whichCustomer(
  log: RawTransactions,
  { customer: first, invoice, ...others }: TransactionColumns,
): Promise<{ customer: string; detected: string[] }> {
  const used = Object.values(others);
  const free = log.columns.filter((name) => name !== invoice && !used.includes(name));
  const candidates = customerCandidates(free, first!);
  const byName = customerNames(free, candidates);
  const all = [...candidates, ...byName];
  if (all.length === 1) return { customer: first!, detected: [] };
  const { engine, table, rows } = log;
  const { quoteName, quoteText } = engine.dialect;
  const words = ['', ...MISSING_IDENTIFIER_WORDS].map(quoteText).join(', ');
  const counts = all.map((name, i) => {
    const value = quoteName(name);
    const known = `coalesce(lower(trim(${value})), '') NOT IN (${words})`;
    return `  ${countWhere(known)} AS k${i}, count(DISTINCT CASE WHEN ${known} THEN lower(trim(${value})) END) AS d${i}`;
  });
  const orders = invoice === null ? 'count(*)' : `count(DISTINCT ${quoteName(invoice)})`;
  const found = await engine.query(`SELECT\n${counts.join(',\n')},\n  ${orders} AS orders\nFROM ${table}`);
  const of = (name: string) => Number(found[name][0]);
  const measured = all.map(
    (name, i): CustomerCounts => ({ name, known: of(`k${i}`), distinct: of(`d${i}`) }),
  );
  const { name, reason } = chooseCustomer(measured.slice(0, candidates.length), {
    rows,
    orders: of('orders'),
  });
  const chosen = measured.find((each) => each.name === name)!;
  const more = moreByName(chosen, measured.slice(candidates.length), rows);
  return { customer: name, detected: [...(reason === undefined ? [] : [reason]), ...more] };
}
