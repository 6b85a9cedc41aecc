import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

/** Three groups of customers by age and spending, twenty each, and twenty of whom nobody knows the age. */
const GROUPS = [
  [25, 100],
  [45, 900],
  [70, 400],
];
const AGE = [
  ...GROUPS.flatMap(([age]) => Array.from({ length: 20 }, (_, i) => age + (i % 5))),
  ...new Array(20).fill(999),
];
const SPEND = [
  ...GROUPS.flatMap(([, spend]) => Array.from({ length: 20 }, (_, i) => spend + (i % 7) * 3)),
  ...Array.from({ length: 20 }, (_, i) => 100 + i * 40),
];
const CUSTOMERS = { Age: AGE, Spend: SPEND };

const SAID = 'Age: 20 × 999 looks like a code for a missing value';

test('codes are left out by default, said, and remembered by the model', () => {
  const model = new Segmentation({ k: 3, missing: 'drop-row' }).fit(CUSTOMERS);
  expect(model.sizes).toEqual([20, 20, 20]);
  expect(model.names.join()).not.toMatch(/999/);
  expect(model.warnings[0]).toBe(
    `${SAID} (nobody is that old; all others are from 25 to 74): it counts as missing. If it is a real value, give the missing-codes option 'none'.`,
  );
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(loaded.predict({ Age: [999, 26], Spend: [100, 100] }).notScored).toEqual([
    { row: 0, column: 'Age', reason: 'a code for a missing value: 999' },
  ]);
});

test("'none' keeps them", () => {
  const model = new Segmentation({ k: 3, missingCodes: ['none'] }).fit(CUSTOMERS);
  expect(model.clustered).toBe(80);
  expect(model.warnings.join()).not.toContain('999');
});

test('a column that is not clustered on is profiled without them', () => {
  const { profiles } = new Segmentation({ k: 3, columns: ['Spend'] }).fit(CUSTOMERS);
  for (const { features } of profiles) {
    const age = features.find(({ column }) => column === 'Age');
    if (age?.kind === 'numeric') expect(age.segment.mean).toBeLessThan(100);
  }
});

test('a value that may be a code is asked about, and the answer works', () => {
  const Income = CUSTOMERS.Spend.map((spend, i) => (i === 7 ? 666_666 : spend * 50));
  const table = { Income, Spend: CUSTOMERS.Spend };
  const { warnings, clustered } = new Segmentation({ k: 3 }).fit(table);
  expect(clustered).toBe(80);
  expect(warnings[0]).toMatch(
    /^Income: 1 × 666,666 looks like .*\. It counts as a value; to leave it out, give the missing-codes option 'Income=666666'\.$/,
  );
  const answered = new Segmentation({ k: 3, missingCodes: ['Income=666666'] }).fit(table);
  expect(answered.clustered).toBe(79);
  expect(answered.warnings[0]).toBe(
    'Income: 1 × 666,666 looks like a code for a missing value (you named it): it counts as missing.',
  );
});

test('a code of texts', () => {
  const Plan = CUSTOMERS.Age.map((_, i) => ['Basic', 'Gold', 'unknown'][i % 3]);
  const model = new Segmentation({
    k: 2,
    algorithm: 'kprototypes',
    missingCodes: ['Plan=unknown'],
    missing: 'drop-row',
  }).fit({
    ...CUSTOMERS,
    Plan,
  });
  expect(model.columns.flatMap((column) => (column.kind === 'category' ? column.levels : []))).toEqual([
    ...['Basic', 'Gold'],
  ]);
});

test.each([
  [['Agee=999'], /names the column 'Agee'.*did you mean 'Age'/],
  [['999'], /write a column and a value, such as 'Age=999', or 'none'/],
])('%j is refused with a remedy', (missingCodes, message) => {
  expect(() => new Segmentation({ missingCodes }).fit(CUSTOMERS)).toThrow(message);
});

test('a row called like a total is a customer where the option says so, at the fit and when scoring', () => {
  const table = {
    Customer: [...CUSTOMERS.Age.map((_, i) => `C${i}`), 'Total'],
    Age: [...CUSTOMERS.Age, 41],
    Spend: [...CUSTOMERS.Spend, 9_000],
  };
  const options = { k: 2, columns: ['Spend'], missingCodes: ['none'] };
  const without = new Segmentation(options).fit(table);
  expect(without.clustered).toBe(80);
  expect(without.warnings).toContain("If 'Total' is a customer, give the customer-rows option 'Total'.");
  const model = new Segmentation({ ...options, customerRows: ['total'] }).fit(table);
  expect(model.clustered).toBe(81);
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(loaded.predict(table).notScored).toEqual([]);
  expect(() => new Segmentation({ ...options, customerRows: ['Summe'] }).fit(table)).toThrow(
    /names 'Summe', but no row of that label was left out; rows that were left out: 'Total'/,
  );
});

test('a word to keep is a value at the fit and when scoring', () => {
  const Region = CUSTOMERS.Age.map((_, i) => ['North', 'NA', 'South'][i % 3]);
  const table = { ...CUSTOMERS, Region };
  const options = {
    k: 2,
    algorithm: 'kprototypes',
    missingCodes: ['none'],
    missing: 'drop-row',
  } as const;
  const without = new Segmentation(options).fit(table);
  expect(without.clustered).toBe(53);
  expect(without.warnings[0]).toBe("27 rows have no 'Region': NA × 27.");
  const model = new Segmentation({ ...options, keepMissing: ['NA'] }).fit(table);
  expect(model.clustered).toBe(80);
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(loaded.predict({ Age: [26], Spend: [100], Region: ['NA'] }).notScored).toEqual([]);
});
