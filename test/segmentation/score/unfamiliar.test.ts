import { Segmentation } from '../../../src/segmentation/segmentation';
import type { CustomerTable } from '../../../src/table/typedTable';

const upTo = (rows: number, value: (row: number) => number) =>
  Array.from({ length: rows }, (_, row) => value(row));

/** 60 customers with an income from 12 to 98 in thousands, an age from 20 to 69 and a city. */
const table = {
  Income: upTo(60, (row) => 12 + ((row * 31) % 87)),
  Age: upTo(60, (row) => 20 + ((row * 17) % 50)),
  City: upTo(60, (row) => row % 3).map((city) => ['Leeds', 'York', 'Hull'][city]),
};
const model = new Segmentation({ k: 2, columns: ['Income', 'Age', 'City'], units: { Income: 'k$' } }).fit(
  table,
);

const told = (customers: CustomerTable) => model.predict(customers).unfamiliar.map(({ says }) => says);

test('customers such as those of the fit are nothing to tell', () => {
  expect(model.predict(table)).toMatchObject({ unfamiliar: [], outside: table.Age.map(() => []) });
});

test('other units are recognized by what would bring them back, for one customer as for many', () => {
  const City = ['Leeds', 'York', 'Hull'];
  expect(told({ Income: [31_000, 72_000, 15_500], Age: [30, 40, 50], City })).toEqual([
    'Income: 3 of 3 customers lie outside what the model was fitted on (12 k$ to 98 k$; here 15,500 to 72,000). Divided by 1,000, they would fit: are the units the same?',
  ]);
  expect(told({ Income: [31_000], Age: [30], City: ['York'] })[0]).toContain(
    'Divided by 1,000, they would fit',
  );
  expect(told({ Income: [31], Age: [30 * 12], City: ['York'] })[0]).toContain(
    'Divided by 12, they would fit',
  );
});

test('thousands for units are told among zeros, where the middle of a column says nothing', () => {
  const Spend = upTo(60, (row) => (row % 2 === 0 ? 0 : 400 + row * 13));
  const fitted = new Segmentation({ k: 2, columns: ['Spend', 'Age'] }).fit({ ...table, Spend });
  const says = (values: number[]) =>
    fitted.predict({ Spend: values, Age: table.Age }).unfamiliar.map((column) => column.says);
  expect(says(Spend)).toEqual([]);
  expect(says(Spend.map((value) => value / 1000))).toEqual([
    expect.stringMatching(/^Spend: .* Multiplied by 1,000, they would fit: are the units the same\?$/),
  ]);
  expect(says(Spend.map((value) => value / 4))).toEqual([]);
});

test('a column may differ from the model’s in capitals, blanks and marks', () => {
  const { Income, Age, City } = table;
  const { labels } = model.predict(table);
  expect(model.predict({ ' income ': Income, AGE: Age, city: City }).labels).toEqual(labels);
  const several = { income: Income, INCOME: Income, Age, City };
  expect(() => model.predict(several)).toThrow("the model needs the column 'Income'");
  expect(() => model.predict({ 'Income (%)': Income, Age, City })).toThrow(
    "the model needs the column 'Income'",
  );
});

test('values far away are told and flagged, customer by customer, and scored all the same', () => {
  const prediction = model.predict({
    Income: [50, 3_300_000, -999],
    Age: [30, 40, 999],
    City: ['Leeds', 'York', 'Hull'],
  });
  expect(prediction.outside).toEqual([[], ['Income'], ['Income', 'Age']]);
  expect(prediction.notScored).toEqual([]);
  expect(prediction.unfamiliar).toMatchObject([
    { column: 'Income', customers: 2, share: 2 / 3, factor: null },
    { column: 'Age', customers: 1, share: 1 / 3, factor: null },
  ]);
});

test('unknown categories are told with what they are', () => {
  const City = ['Mars', 'Leeds', ' York ', null];
  const { unfamiliar, outside, notScored } = model.predict({
    Income: [50, 50, 50, 50],
    Age: [30, 30, 30, 30],
    City,
  });
  expect(unfamiliar).toEqual([
    {
      column: 'City',
      customers: 1,
      share: 1 / 3,
      factor: null,
      says: "City: 1 customer has a category that the model does not know: 'Mars'.",
    },
  ]);
  expect(outside).toEqual([['City'], [], [], []]);
  expect(notScored.map(({ row }) => row)).toEqual([0, 3]);
});

test('other customers of the same kind, in other numbers, are no other unit', () => {
  expect(told({ Income: [13, 14], Age: [21, 22], City: ['Leeds', 'York'] })).toEqual([]);
  expect(told({ Income: [99], Age: [70], City: ['Leeds'] })).toEqual([
    'Income: 1 of 1 customer lies outside what the model was fitted on (12 k$ to 98 k$; here 99).',
    'Age: 1 of 1 customer lies outside what the model was fitted on (20 to 69; here 70).',
  ]);
});

test('another currency is told', () => {
  const columns = (unit: string) => [
    {
      kind: 'number' as const,
      name: 'Spent',
      cells: [1, 9, 2, 8],
      missing: 0,
      constant: false,
      unit,
      values: Float64Array.of(1, 9, 2, 8),
    },
  ];
  const fitted = new Segmentation({ k: 2 }).fit({ rows: 4, columns: columns('€') });
  expect(fitted.predict({ rows: 4, columns: columns('$') }).unfamiliar.map(({ says }) => says)).toEqual([
    "Spent: the model was fitted on €1 to €9, and here are $1 to $9. The model's values are in €, these are in $.",
  ]);
});

test('time is taken for other units of time: hours and minutes for minutes and seconds', () => {
  const Calls = upTo(40, (row) => 10 + row * 3);
  const units = { Calls: 'minutes' };
  const timed = new Segmentation({ k: 2, columns: ['Calls'], units }).fit({ Calls });
  const says = (factor: number) =>
    timed.predict({ Calls: Calls.map((value) => Number(value) * factor) }).unfamiliar[0].says;
  expect(says(60)).toContain('Divided by 60, they would fit');
  expect(says(1 / 60)).toContain('Multiplied by 60, they would fit');
});
