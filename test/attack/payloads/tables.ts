import { ALL } from './lists';

const ROWS = 240;
/** So many different texts make a column of categories. */
const LEVELS = 6;
/** Columns of numbers under hostile names, which may be clustered on. */
const NUMBERS = 12;

/** Names as readers trim them, each once, since a table has no two columns of one name. */
const NAMES = [...new Set(ALL.map((name) => name.trim()))].filter((name) => name !== '');

/** Customers in three far groups whose names, categories and columns are payloads, as JSON lines: they hold any text. */
export function hostileCustomers(): string {
  const categories = Math.ceil(ALL.length / LEVELS);
  return lines(ROWS, (i) => [
    ['Customer', `${ALL[i % ALL.length]}${i}`],
    ['Age', 20 + 20 * (i % 3) + ((i * 37) % 17) / 10],
    ['Spending', [900, 100, 500][i % 3] + ((i * 11) % 17)],
    ...NAMES.slice(0, NUMBERS).map((name, j): [string, number] => [
      name,
      ((i * (j + 3)) % 17) + 10 * (i % 3),
    ]),
    ...Array.from({ length: categories }, (_, j): [string, string] => [
      NAMES[NUMBERS + j],
      ALL[(j * LEVELS + ((i * 7) % LEVELS)) % ALL.length],
    ]),
  ]);
}

/** Purchases of customers whose names are payloads. */
export function hostilePurchases(): string {
  return lines(4 * ALL.length, (i) => [
    ['customer', `${ALL[i % ALL.length]}${i % ALL.length}`],
    ['invoice', `N${i}`],
    ['date', `2024-${String(1 + (i % 9)).padStart(2, '0')}-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`],
    ['amount', 5 + ((i * i) % 90)],
  ]);
}

function lines(count: number, row: (i: number) => [string, unknown][]): string {
  return Array.from({ length: count }, (_, i) => `${JSON.stringify(Object.fromEntries(row(i)))}\n`).join('');
}
