import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadTransactions } from '../../../src/features/rfm/reading/loadTransactions';
import { rfmAnalysis } from '../../../src/features/rfm/rfmAnalysis';
import { type MarkedEngine, markedEngine } from '../../support/markedEngine';
import { logs, manyMoments } from './log';

const { database, write } = logs();
let engine: MarkedEngine;

/** Functions that DuckDB, Postgres and Trino have under the same name, with the same arguments. */
const SHARED = [
  ...['cast', 'coalesce', 'nullif', 'greatest', 'ceil', 'extract', 'substr', 'position', 'trim', 'replace'],
  ...[
    'translate',
    'lower',
    'starts_with',
    'count',
    'sum',
    'min',
    'max',
    'percent_rank',
    'row_number',
    'abs',
    'floor',
  ],
];

/** Words before a bracket that are no functions. */
const SYNTAX = [
  'in',
  'as',
  'over',
  'from',
  'using',
  'decimal',
  'and',
  'or',
  'not',
  'where',
  'then',
  'when',
  '*',
];

/** What only DuckDB knows, or understands in its own way. */
const DUCKDB_ONLY =
  /\browid\b|strptime|strftime|\bFILTER\b|GROUP BY ALL|\bQUALIFY\b|\bEXCLUDE\b|OR REPLACE|::|max_by|arg_max|date_diff|regexp_|quantile|bool_or|ends_with|read_csv|\bDESCRIBE\b|try_cast|unnest|\bLIST\b|\[/i;

beforeAll(async () => {
  engine = markedEngine(database());
  await rfmAnalysis(write(PLAIN), { database: engine });
  await rfmAnalysis(write(PLAIN), { database: engine, readCustomers: false });
  await rfmAnalysis(write(ODD), { database: engine, duplicates: 'drop', schema: 'odd "schema"' });
  await rfmAnalysis(write(NUMBERED), { database: engine });
  await database().run(
    'CREATE OR REPLACE TABLE shop_log AS SELECT 1 AS customer, 2 AS amount, DATE \'2024-01-31\' AS "date"',
  );
  await rfmAnalysis({ table: 'shop_log' }, { database: engine });
  await rfmAnalysis(write(ORDERS), { database: engine, onlyCurrency: 'EUR', discount: 'voucher' });
  await rfmAnalysis(write(PAYMENTS), { database: engine });
  await database().run(manyMoments('many_moments'));
  await loadTransactions(engine, { table: 'many_moments' });
  await rfmAnalysis(write([...PLAIN, '9,x,1,soon,1,ann,Malta']), { database: engine }).catch(() => undefined);
});

const PLAIN = [
  'invoice,item,quantity,date,price,customer,country',
  '1,cup,2,1/13/2024 9:00,1.5,ann,Malta',
  'C2,,-2,1/14/2024 9:00,1.5,ann,',
  '3,mug,1,1/15/2024 9:00,4,,Italy',
];

/** Blanks, words for missing, an amount beside quantity and price, offsets, a decimal comma, '.0' after a customer. */
const ODD = [
  'invoice;date;quantity;price;total;customer',
  '1;2024-01-05 10:00:00 +0100;1;€ 1.234,50;€ 1.234,50;7.0',
  ' 1 ;2024-01-05 10:00:00 +0100;2;€ 1,00;;7',
  'NULL;2024-01-06 10:00:00 +0200;2;€ 1,00;€ 2,00;NULL',
  '4;NULL;1;€ 1,00;€ 1,00;8\u00a0',
  '5;2024-01-07 10:00:00 Z;1;€ 1,00;€ 1,00;8',
  '5;2024-01-07 10:00:00 Z;1;€ 1,00;€ 1,00;8',
];

/** What no expression reads: day numbers, amounts in brackets. */
const NUMBERED = ['customer,date,amount', 'a,45292.5,12.00', 'a,45293,(3.00)', 'b,45294,1'];

/** Orders whose lines share what stands on the first, with statuses, refunds, discounts and two currencies. */
const ORDERS = [
  'order id,customer,date,quantity,price,order total,currency,status,cancelled at,refunded amount,voucher', // lint-words: allow
  '1,ann,2024-01-05,1,3,13,EUR,paid,,2,1',
  '1,,2024-01-05,2,5,13,EUR,paid,,2,1',
  '2,bob,2024-01-06,1,7,7,EUR,refunded,,,',
  '3,bob,2024-01-07,1,7,7,EUR,failed,,,',
  '4,bob,2024-01-08,1,7,7,EUR,paid,2024-01-09,,',
  '5,cat,2024-01-09,1,8,8,USD,paid,,,',
  '6,ann,2024-01-09,1,8,8,EUR,refund,,,',
  '7,ann,2024-01-09,1,8,8,EUR,transfer,,,',
  'Total,,,,,,,,,,',
];

/** Payments and refunds of a service, days that another column explains, quantities with units. */
const PAYMENTS = [
  'Date,Paid on,Type,Status,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Customer ID,Payment Method',
  '05/03/2024,17/03/2024,Website Payment,Completed,50.00,1,49,ann@x.test,shop@x.test,T1,,Bogus Gateway',
  '06/03/2024,18/03/2024,Payment Refund,Completed,-20.00,0,-20,shop@x.test,ann@x.test,T2,7,',
  '07/03/2024,19/03/2024,Website Payment,Completed,30.00,1,29,bob@x.test,shop@x.test,T3,8,PayPal',
];

test('functions are those that every engine has; the rest comes from the dialect', () => {
  const called = engine.portable.flatMap((sql) =>
    Array.from(withoutQuoted(sql).matchAll(/([A-Za-z_]\w*)\s*\(/g), ([, name]) => name.toLowerCase()),
  );
  expect([...new Set(called)].filter((name) => !SHARED.includes(name) && !SYNTAX.includes(name))).toEqual([]);
});

test('no word of DuckDB stands outside its folder', () => {
  const found = engine.portable.filter((sql) => DUCKDB_ONLY.test(withoutQuoted(sql)));
  expect(found).toEqual([]);
});

const NET = [
  'subtracted',
  'amount_once',
  'refunded_once',
  'whole_orders',
  'one_currency',
  'canceled orders',
  'discounts',
];

test('every kind of statement ran', () => {
  const all = engine.portable.join('\n');
  for (const part of [
    'segment_grid',
    'without_repeats',
    'firsts',
    'ranked',
    'purchase_rows',
    'LEFT JOIN',
    'shapes',
    'customer_written',
    'AS orders',
    'LIKE',
    'LIMIT 5000',
    'AS label',
    'hours',
  ].concat(NET))
    expect({ part, ran: all.includes(part) }).toEqual({ part, ran: true });
});

const SRC = resolve(__dirname, '../../../src');
const files = ['features/rfm', 'datasets/sql'].flatMap((room) =>
  readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('engines'))
    .map((file) => join(room, file)),
);

test.each(files)('%s holds no word of DuckDB in its statements', (file) => {
  const code = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const statements = Array.from(code.matchAll(/`[^`]*`/g), ([text]) => text.replace(/\$\{[^}]*\}/g, '…'));
  expect(statements.filter((text) => /[A-Z]{4}/.test(text) && DUCKDB_ONLY.test(withoutQuoted(text)))).toEqual(
    [],
  );
});

function withoutQuoted(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'/g, "''").replace(/"(?:[^"]|"")*"/g, '""');
}
