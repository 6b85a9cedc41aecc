import { suggestColumns } from '../../../src/segmentation/columns/suggestColumns';
import type { SegmentationOptions } from '../../../src/segmentation/options';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

const upTo = <T>(rows: number, value: (row: number) => T) =>
  Array.from({ length: rows }, (_, row) => value(row));

/** 60 customers; 9 gave no score, and one has no income. */
const table = {
  Income: upTo(60, (row) => (row === 4 ? null : [20, 50, 90][row % 3] + (row % 7))),
  Spend: upTo(60, (row) => [100, 400, 900][row % 3] + (row % 5)),
  Score: upTo(60, (row) => (row % 7 === 3 ? null : (row * 3) % 11)),
  Club: upTo(60, (row) => (row % 8 === 1 ? null : row % 3 === 0 ? 'yes' : 'no')),
  City: upTo(60, (row) => (row % 9 === 1 ? null : ['Leeds', 'York', 'Leeds'][row % 3])),
};

function fitted(options: SegmentationOptions = {}) {
  const told: string[] = [];
  const model = new Segmentation({ k: 3, ...options }).fit(table, {
    onWarning: (sentence) => told.push(sentence),
  });
  return { model, told };
}

const namesOf = ({ columns }: SegmentationModel) => columns.map(({ name }) => name);

test('a column that many lack costs nobody: it takes no part, with the reason', () => {
  expect(suggestColumns(table)).toMatchObject({
    columns: ['Income', 'Spend'],
    optional: ['Score', 'Club', 'City'],
    ignored: [
      {
        name: 'Score',
        reason:
          '15% of its values are missing (9 of 60); the missing option fills them, or leaves these customers out',
      },
      { name: 'Club' },
      { name: 'City' },
    ],
  });
  const { model, told } = fitted();
  expect([namesOf(model), model.clustered]).toEqual([['Income', 'Spend'], 59]);
  expect(told).toEqual([
    "1 of 60 customers has no value in 'Income' and is left out. The missing option can fill it.",
  ]);
  expect(model.profiles[0].features.map(({ column }) => column)).toContain('Score');
});

test('whoever lacks a value may be left out instead, and it is said for which column', () => {
  const { model, told } = fitted({ missing: 'drop-row' });
  expect([namesOf(model), model.clustered]).toEqual([['Income', 'Spend', 'Score', 'Club'], 43]);
  expect(told.sort()).toEqual([
    "1 of 60 customers has no value in 'Income' and is left out. The missing option can fill it.",
    "7 of 60 customers have no value in 'Club' and are left out. The missing option can fill it.",
    "9 of 60 customers have no value in 'Score' and are left out. The missing option can fill it.",
  ]);
});

test('or the usual value stands in, for new customers too, whatever file they come in', () => {
  const { model, told } = fitted({ missing: 'fill' });
  expect([namesOf(model), model.clustered, told]).toEqual([['Income', 'Spend', 'Score', 'Club'], 60, []]);
  const known = table.Score.filter((score) => score !== null).sort((a, b) => a - b);
  const median = (known[25] + known[25]) / 2;
  expect(model.columns).toMatchObject([
    { fill: 53 },
    { fill: expect.any(Number) },
    { fill: median },
    { fill: 0 },
  ]);
  expect(model.warnings).toContain(`Score: 9 missing values were filled with the median, ${median}.`);
  expect(model.warnings).toContain('Club: 8 missing values were filled with the most frequent value, 0.');
  const again = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  const { labels, notScored } = again.predict(table);
  expect([labels, notScored]).toEqual([model.labels, []]);
});

test('columns that are named take part in any case; categories are filled with the most frequent', () => {
  const columns = ['Income', 'Score', 'City'];
  expect(fitted({ columns }).model.clustered).toBe(44);
  const { model } = fitted({ columns, missing: 'fill' });
  expect(model.clustered).toBe(60);
  expect(model.columns[2]).toMatchObject({ kind: 'category', levels: ['Leeds', 'York'], fill: 'Leeds' });
  expect(model.warnings).toContain(
    "City: 7 missing values were filled with the most frequent category, 'Leeds'.",
  );
  const again = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(again.predict({ ...table, City: table.City.map((city) => city ?? 'Leeds') }).labels).toEqual(
    model.labels,
  );
});

test('categories take part by the same rule where an algorithm takes them', () => {
  expect(namesOf(fitted({ algorithm: 'kprototypes' }).model)).toEqual(['Income', 'Spend']);
  expect(namesOf(fitted({ algorithm: 'kprototypes', missing: 'fill' }).model)).toEqual([
    ...['Income', 'Spend', 'Score', 'Club', 'City'],
  ]);
});

test('few missing values, in share or in number, cost a column nothing', () => {
  const share = upTo(200, (row) => (row % 20 === 0 ? null : row % 13)); // 10 of 200
  const number = [1, null, 2, null, 5, 3, 8, null, 4, 6];
  expect(suggestColumns({ share }).columns).toEqual(['share']);
  expect(suggestColumns({ number }).columns).toEqual(['number']);
  expect(suggestColumns({ more: [...share, null, null] }).optional).toEqual(['more']);
});

test('another word is refused', () => {
  expect(() => new Segmentation({ missing: 'impute' as never })).toThrow(
    "`missing` is 'impute'; it must be one of 'drop-column', 'fill', 'drop-row'",
  );
});

test('values that few lack column by column, and many together, are filled, and it is said', () => {
  const lacking = (from: number, value: (row: number) => number) =>
    upTo(100, (row) => (row % 25 === from ? null : value(row)));
  const customers = {
    Income: lacking(3, (row) => [20, 50, 90][row % 3] + (row % 7)),
    Spend: lacking(9, (row) => [100, 400, 900][row % 3] + (row % 5)),
    Visits: lacking(14, (row) => [2, 9, 20][row % 3] + (row % 2)),
  };
  const model = new Segmentation({ k: 3 }).fit(customers);
  expect(model.clustered).toBe(100);
  expect(model.warnings.slice(0, 2)).toEqual([
    "12 customers lack a value here or there and would be left out; usual values stand in instead. To leave them out, set the missing option to 'drop-row'.",
    expect.stringMatching(/^Income: 4 missing values were filled with the median, \d/),
  ]);
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(loaded.predict(customers).notScored).toEqual([]);
  expect(new Segmentation({ k: 3, missing: 'drop-row' }).fit(customers).clustered).toBe(88);
  const columns = ['Income', 'Spend', 'Visits'];
  expect(new Segmentation({ k: 3, columns }).fit(customers).clustered).toBe(88);
});
