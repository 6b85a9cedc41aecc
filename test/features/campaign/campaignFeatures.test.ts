import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import { columnOf, numericColumn } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { campaignFeatures } from '../../../src/features/campaign/campaignFeatures';
import { parseDates } from '../../../src/preprocess/clean/dates';
import { dropWhere } from '../../../src/preprocess/clean/dropWhere';
import { dropDuplicates } from '../../../src/preprocess/clean/duplicates';
import { dropMissing } from '../../../src/preprocess/clean/missing';
import { recordTable } from '../../../src/preprocess/clean/recordTable';
import { describePublished } from '../../datasets/catalog/published';
import { run } from '../../preprocess/steps';

const customers = {
  Year_Birth: [1970, 1990, null],
  Education: ['PhD', '2n Cycle', 'Basic'],
  Marital_Status: ['Married', 'YOLO', null],
  Kidhome: [1, 0, 0],
  Teenhome: [1, 0, 1],
  Dt_Customer: ['2013-12-31', '2014-06-29', null],
  MntWines: [100, 0, 1],
  MntFruits: [20, 0, 1],
  MntMeatProducts: [30, 0, 1],
  MntFishProducts: [40, 0, 1],
  MntSweetProducts: [5, 0, 1],
  MntGoldProds: [5, 0, 1],
  NumWebPurchases: [2, 0, 1],
  NumCatalogPurchases: [3, 0, 1],
  NumStorePurchases: [5, 0, 2],
  AcceptedCmp1: [1, 0, 0],
  AcceptedCmp2: [1, 0, 0],
  AcceptedCmp3: [0, 0, 0],
  AcceptedCmp4: [0, 0, 0],
  AcceptedCmp5: [1, 0, 0],
  Response: [1, 0, 0],
};
const frame = createFrame(customers);

test('features of three customers, worked by hand', () => {
  const { data } = run(frame, (table) => campaignFeatures(table));
  const added = data.columns.slice(frame.columns.length);
  const row = (i: number) => Object.fromEntries(added.map((name) => [name, columnOf(data, name)[i]]));
  expect(row(0)).toEqual({
    Age: 44,
    Tenure: 180,
    Education_Level: 3,
    Partner: 1,
    Children: 2,
    Parent: 1,
    Family_Size: 4,
    Total_Spending: 200,
    Total_Purchases: 10,
    Web_Share: 0.2,
    Catalog_Share: 0.3,
    Store_Share: 0.5,
    Average_Purchase: 20,
    Promotions_Accepted: 4,
  });
  expect(row(1)).toMatchObject({
    Age: 24,
    Tenure: 0,
    Education_Level: 2,
    Partner: 0,
    Parent: 0,
    Family_Size: 1,
  });
  expect(row(1)).toMatchObject({ Total_Purchases: 0, Web_Share: null, Average_Purchase: null });
  expect(row(2)).toMatchObject({
    Age: null,
    Tenure: null,
    Partner: null,
    Family_Size: null,
    Children: 1,
    Parent: 1,
  });
});

test('the record says how each column was made and who counts as alone', () => {
  const { record } = campaignFeatures(frame);
  expect(record.changes[0]).toEqual({ column: 'Age', what: 'added: 2014 − Year_Birth', count: 2 });
  expect(record.changes.find(({ column }) => column === 'Partner')).toEqual({
    column: 'Partner',
    what: 'added: 1 for Married, Together; 0 for YOLO',
    count: 2,
  });
});

test('asOf moves age and tenure, counted in calendar days across a change of clocks', () => {
  const { data } = campaignFeatures(frame, { asOf: '2015-01-01' });
  expect(columnOf(data, 'Age')).toEqual([45, 25, null]);
  expect(columnOf(data, 'Tenure')).toEqual([366, 186, null]);
});

test('who counts as partnered can be said', () => {
  const { data } = campaignFeatures(frame, { partnered: ['YOLO'] });
  expect(columnOf(data, 'Partner')).toEqual([0, 1, null]);
});

test.each([
  [{ asOf: '2014-06-28' }, 'before the newest enrollment'],
  [{ asOf: '28.6.2015' }, "`asOf` is '28.6.2015'; it must be a day"],
  [{ asof: '2015-01-01' }, 'no option `asof`'],
])('refuses the options %j', (options, message) => {
  expect(() => campaignFeatures(frame, options as never)).toThrow(message);
});

test.each([
  [{ Dt_Customer: ['04-09-2012', null, null] }, 'read the column with `parseDates` first'],
  [{ Dt_Customer: [null, null, null] }, 'holds no date; give `asOf`'],
  [{ Education: ['Phd', 'Basic', 'Basic'] }, "did you mean 'PhD'?"],
  [{ MntWines: ['many', 1, 1] }, "column 'MntWines' holds 'many' in row 0"],
  [{ Age: [1, 2, 3] }, "the frame has a column 'Age' already"],
])('refuses a table with %j', (columns, message) => {
  expect(() => campaignFeatures(createFrame({ ...customers, ...columns }))).toThrow(message);
});

test('a missing column is named', () => {
  const { Kidhome: _, ...rest } = customers;
  expect(() => campaignFeatures(createFrame(rest))).toThrow("there is no column 'Kidhome'");
});

describePublished('marketing-campaign', () => {
  const { frame: raw, entry } = loadDataset('marketing-campaign');
  const dated = parseDates(raw, 'Dt_Customer', { format: entry.dialect.dateFormat! });
  const complete = dropMissing(dated.data);
  const featured = campaignFeatures(complete.data);
  const plausible = dropWhere(featured.data, 'Age', { atLeast: 90 });
  const cleaned = dropWhere(plausible.data, 'Income', { atLeast: 600_000 });

  test('dropping nulls, ages of 90 and more and incomes of 600,000 and more leaves 2,212 customers', () => {
    const records = [dated, complete, featured, plausible, cleaned].map(({ record }) => record);
    expect(records.map(({ rowsAfter }) => rowsAfter)).toEqual([2240, 2216, 2216, 2213, 2212]);
    expect(recordTable(records).caption).toBe('2,212 of 2,240 rows were kept');
  });

  test('ages are of 2014, tenure runs to 29 June 2014', () => {
    const ages = numericColumn(cleaned.data, 'Age');
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([18, 74]);
    const tenures = numericColumn(cleaned.data, 'Tenure');
    expect([Math.min(...tenures), Math.max(...tenures)]).toEqual([0, 699]);
  });

  test('duplicates among the cleaned customers are found with the features in place', () => {
    const unique = dropDuplicates(cleaned.data, { ignore: ['ID'] });
    expect(unique.record.rowsAfter).toBe(2212 - 182);
  });
});
