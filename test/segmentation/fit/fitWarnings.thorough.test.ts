import { Segmentation } from '../../../src/segmentation/segmentation';

const upTo = <T>(rows: number, value: (row: number) => T) =>
  Array.from({ length: rows }, (_, row) => value(row));

const Age = upTo(30, (row) => 20 + ((row * 17) % 50));
const Income = upTo(30, (row) => 12 + ((row * 31) % 87));

const warningsOf = (table: object, options: object) =>
  new Segmentation({ k: 2, ...options }).fit(table as never).warnings;

test('days after the one that time is counted up to are said, and take no part', () => {
  const day = (row: number) => `2024-01-${String(1 + (row % 28)).padStart(2, '0')}`;
  const orders = { Age, 'Last order': upTo(30, (row) => (row < 2 ? `2024-02-0${row + 1}` : day(row))) };
  const options = { columns: ['Age', 'Last order'], asOf: '2024-01-31' };
  expect(warningsOf(orders, options).slice(0, 2)).toEqual([
    "'Last order': time is counted up to 2024-01-31, as you set it.",
    "'Last order': 2 customers have a day after 2024-01-31 (up to 2024-02-02) and take no part.",
  ]);
  expect(warningsOf(orders, { columns: options.columns })[0]).toBe(
    "'Last order': time is counted up to 2024-02-02, the latest of these dates.",
  );
});

test('columns without an interquartile range are scaled by something else, and it is said', () => {
  const table = {
    Age,
    Visits: upTo(30, (row) => (row % 10 === 0 ? row : 5)),
    Returns: upTo(30, (row) => (row === 7 ? 9 : 4)),
  };
  const warnings = warningsOf(table, { columns: ['Age', 'Visits', 'Returns'], scale: 'robust' });
  const same = 'is the same for at least half of the customers: its interquartile range is 0, and';
  expect(warnings.filter((warning) => warning.includes('interquartile'))).toEqual([
    `Visits ${same} the range from its 5th to its 95th percentile was used to scale it.`,
    `Returns ${same} its standard deviation was used to scale it.`,
  ]);
});

test('what takes part only since it was named is said, with what speaks against it', () => {
  const table = {
    Age,
    Income,
    ID: upTo(30, (row) => 100 + ((row * 7) % 30)),
    Postcode: upTo(30, (row) => 10_115 + 83 * row),
  };
  const warnings = warningsOf(table, { columns: ['Age', 'Income', 'ID', 'Postcode'], id: null });
  expect(warnings.filter((warning) => warning.includes('because you named it'))).toEqual([
    "'ID' takes part because you named it, although it is an identifier: every value is different.",
    "'Postcode' takes part because you named it, although it holds postcodes: they measure nothing.",
  ]);
});

test('identifiers that are missing, or come up again, are said', () => {
  const Customer = upTo(30, (row) => (row === 3 ? null : row === 5 ? 'K-4' : `K-${row}`));
  expect(warningsOf({ Customer, Age, Income }, { id: 'Customer', rowsAreCustomers: true })).toEqual(
    expect.arrayContaining([
      "1 customer has no value in 'Customer'.",
      "'Customer' repeats 1 time: some customers have more than one row.",
    ]),
  );
});
