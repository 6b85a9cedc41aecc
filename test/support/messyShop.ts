import { Random } from '../../src/core/random';

/** A shop's customers as an export has them, and what is true of them. */
export interface MessyShop {
  /** The file: CSV with semicolons, as a spreadsheet program in Germany or France would write it. */
  csv: string;
  /** By customer, in the file's order, the group that each was drawn from. */
  groups: number[];
  /** By customer, its number. */
  ids: string[];
}

/** What the four groups are like: age, orders in a year, spending, share bought at a discount, months as a customer, days since the last order. */
const GROUPS = [
  { age: 27, since: 120, orders: 3, spent: 90, discount: 62, tenure: 8 },
  { age: 36, since: 12, orders: 14, spent: 620, discount: 38, tenure: 24 },
  { age: 52, since: 45, orders: 6, spent: 1450, discount: 12, tenure: 48 },
  { age: 64, since: 20, orders: 24, spent: 2900, discount: 22, tenure: 80 },
] as const;

const FIRST = ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gail', 'Hugh', 'Iris', 'Jon', 'Kim', 'Lou'];
const REMARKS = ['call back', 'likes blue', 'moved house', 'asked for an invoice', 'complained once'];

/**
 * 2,000 customers of four groups in a file that has all that such files have: numbers with leading zeros, emails, names,
 * notes, postcodes, telephone numbers; codes for missing (an age of 999, spending of n/a), percents, thousands and decimals
 * as Germans write them, days of sign-up and of the last order, a satisfaction score that most never gave, a row of totals
 * at the end, a blank row, a row that is duplicated, a column that is always the same.
 */
export function messyShop(rows = 2000, seed = 11): MessyShop {
  const random = new Random(seed);
  const groups = Array.from({ length: rows }, (_, i) => i % GROUPS.length);
  for (let i = rows - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [groups[i], groups[j]] = [groups[j], groups[i]];
  }
  const near = (center: number, share: number) => random.normal(center, center * share);
  const people = groups.map((group, i) => {
    const { age, orders, spent, discount, tenure, since } = GROUPS[group];
    const paid = Math.max(5, near(spent, 0.1));
    return {
      paid,
      cells: [
        `00${41_000 + i * 3}`,
        FIRST[i % FIRST.length],
        `${FIRST[i % FIRST.length]}.${i}@mail.example`.toLowerCase(),
        String(10_115 + ((i * 37) % 80_000)).padStart(5, '0'),
        `0${151 + (i % 20)} ${2_000_000 + i * 331}`,
        i % 101 === 0 ? '999' : String(Math.max(18, Math.round(near(age, 0.05)))),
        String(Math.max(1, Math.round(near(orders, 0.1)))),
        i % 151 === 0 ? 'n/a' : german(paid),
        `${Math.min(99, Math.max(0, Math.round(random.normal(discount, 3))))} %`,
        dayBefore(tenure * 30 + random.integer(60)),
        dayBefore(Math.max(0, Math.round(near(since, 0.15)))),
        random.uniform() < 0.6 ? '' : String(1 + random.integer(10)),
        i % 4 === 0 ? `"${REMARKS[i % REMARKS.length]}; see file"` : '',
        'EUR',
      ],
    };
  });
  const lines = people.map(({ cells }) => cells.join(';'));
  const total = people.reduce((sum, { paid }) => sum + paid, 0);
  const totals = ['Total', '', '', '', '', '', '', german(total), '', '', '', '', '', ''].join(';');
  return {
    csv: `${[HEADER, ...lines, lines[17], ';'.repeat(13), totals].join('\r\n')}\r\n`,
    groups,
    ids: people.map(({ cells }) => cells[0]),
  };
}

const HEADER =
  'Customer No;First name;Email;Postcode;Phone;Age;Orders;Total spent;Bought at a discount;Customer since;Last order;Satisfaction;Notes;Currency';

/** '1.234,50' */
function german(value: number): string {
  const [whole, cents] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

/** Days before the end of 2024, as dd.MM.yyyy. */
function dayBefore(days: number): string {
  const [year, month, day] = new Date(Date.UTC(2024, 11, 31) - days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${day}.${month}.${year}`;
}
