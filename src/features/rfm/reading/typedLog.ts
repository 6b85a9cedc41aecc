import { wrapNames } from '../../../datasets/sql/wrapNames';
import type { DecimalMark } from '../../../table/recognize/numberText';
import type { TransactionColumns } from '../transactionRoles';
import { dateText } from './dateText';
import { decimalColumn } from './decimalColumn';
import { plainTexts } from './plainTexts';
import type { UntypedLog } from './untypedLog';

/** How the texts of a log become a typed table. */
export interface TypedLog {
  /** SQL for every column of the typed table, in order. */
  expressions: [name: string, expression: string][];
  recognized: string[];
}

/** How the log's texts are written, where the caller says so. */
export interface GivenWriting {
  dateFormat?: string;
  decimal?: DecimalMark;
}

/** Finds out how every column that has a meaning is to be read. @throws InputError naming row and value that cannot be. */
export async function typedLog(
  raw: UntypedLog,
  columns: TransactionColumns,
  { dateFormat, decimal }: GivenWriting,
): Promise<TypedLog> {
  const used = Object.values(columns).filter((column) => column !== null);
  const texts = await plainTexts(raw, used);
  const text = (column: string | null) => (column === null ? undefined : texts.get(column));
  const date = await dateText(raw, columns.date as string, text(columns.date) as string, dateFormat);
  const numbers = new Map<string, string>();
  const recognized: string[] = [];
  for (const role of ['quantity', 'price', 'amount'] as const) {
    const column = columns[role];
    if (column === null) continue;
    const number = await decimalColumn(raw, column, text(column) as string, decimal);
    numbers.set(role, number.expression);
    recognized.push(...number.recognized);
  }
  const product = `${numbers.get('quantity')}\n    * ${numbers.get('price')}`;
  const expressions = [
    ['customer', text(columns.customer)],
    ['invoice', text(columns.invoice) ?? `CAST(CAST(${date.expression} AS DATE) AS VARCHAR)`],
    ['date', date.expression],
    ['quantity', numbers.get('quantity')],
    ['price', numbers.get('price')],
    ['amount', numbers.get('amount') ?? product],
    ['description', text(columns.description)],
    ['country', text(columns.country)],
  ].filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { expressions, recognized: [...recognized, ...date.recognized] };
}

/** The statement that makes the typed table. */
export function typedStatement(
  { engine: { dialect }, table: untyped, columns }: UntypedLog,
  table: string,
  expressions: readonly [string, string][],
): string {
  const typed = expressions.map(([name, expression]) => `  ${expression} AS ${name}`);
  return dialect.replaceTable(
    table,
    `WITH firsts AS (
  SELECT min(${dialect.rowNumber}) AS first FROM ${untyped}
  GROUP BY ${wrapNames(columns.map(dialect.quoteName), 4)}
)
SELECT
  ${dialect.rowNumber} AS row,
${typed.join(',\n')},
  ${dialect.rowNumber} NOT IN (SELECT first FROM firsts) AS repeats
FROM ${untyped}`,
  );
}
