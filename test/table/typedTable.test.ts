import { columnNumbers, comparable, type TypedColumn } from '../../src/table/column';
import { selectRows } from '../../src/table/selectRows';
import { tableData } from '../../src/table/tableData';
import { typedColumn } from '../../src/table/typedColumn';
import { typedTable } from '../../src/table/typedTable';

/** Names of ten customers that all differ. */
const names = Array.from({ length: 10 }, (_, i) => `customer ${i}`);

function summary({ kind, missing, constant, reason }: TypedColumn) {
  return { kind, missing, ...(constant && { constant }), ...(reason !== undefined && { reason }) };
}

describe('what a column holds', () => {
  test.each<[string, unknown[], object]>([
    ['Age', [25, null, 30.5], { kind: 'number', missing: 1 }],
    ['Age', Array.from({ length: 10 }, (_, i) => (i === 3 ? 'n/a' : `${i}`)), { kind: 'number', missing: 1 }],
    ['Member', [true, false, undefined], { kind: 'boolean', missing: 1 }],
    ['Member', [1, 0, Number.NaN, 1], { kind: 'boolean', missing: 1 }],
    ['City', ['Oslo', 'Rome', ' ', 'Oslo'], { kind: 'category', missing: 1 }],
    ['Size', [1, 'L', 'L'], { kind: 'category', missing: 0 }],
    [
      'Zip',
      ['01067', '80331', '80331'],
      { kind: 'category', missing: 0, reason: 'holds postcodes: they measure nothing' },
    ],
    [
      'Since',
      ['2024-01-31', '2024-02-29T10:15:00'],
      { kind: 'date', missing: 0, reason: expect.stringMatching(/^dates/) },
    ],
    [
      'Since',
      [new Date(0), null],
      { kind: 'date', missing: 1, constant: true, reason: expect.stringMatching(/^dates/) },
    ],
    ['Since', ['2024-02-31', '2024-01-01', '2024-01-01'], { kind: 'category', missing: 0 }],
    [
      'Note',
      ['call back', 'moved', 'vip'],
      { kind: 'text', missing: 0, reason: 'every value is different text' },
    ],
    ['Data', [{}, []], { kind: 'text', missing: 0, reason: 'holds dates or objects' }],
    [
      'Region',
      ['north', 'north', null],
      { kind: 'category', missing: 1, constant: true, reason: "constant: always 'north'" },
    ],
    ['Region', [7, 7], { kind: 'number', missing: 0, constant: true, reason: 'constant: always 7' }],
    [
      'Member',
      [true, true],
      { kind: 'boolean', missing: 0, constant: true, reason: 'constant: always true' },
    ],
    [
      'Spare',
      [null, '', Number.NaN],
      { kind: 'empty', missing: 3, constant: true, reason: 'every value is missing' },
    ],
  ])('%s %j', (name, cells, expected) => {
    expect(summary(typedColumn(name, cells))).toEqual(expected);
  });

  test.each<[string, unknown[], string]>([
    ['CustomerID', [17, 4, 9], 'an identifier: every value is different'],
    ['Customer No', [17, 4, 4, null], 'an identifier by its name'],
    ['whatever', Array.from({ length: 20 }, (_, i) => i + 1), 'an identifier: every value is different'],
    ['email', ['a@b', 'c@d', 'e f'], 'every value is different text'],
    ['ref', ['x1', 'x2', 'x3'], 'every value is different text'],
  ])('%s identifies customers', (name, cells, reason) => {
    expect(typedColumn(name, cells)).toMatchObject({ kind: 'identifier', reason });
  });

  test('more than 30 different texts are no categories', () => {
    const texts = Array.from({ length: 62 }, (_, i) => `text ${i % 31}`);
    expect(typedColumn('Note', texts)).toMatchObject({ kind: 'text', reason: '31 different texts' });
    expect(typedColumn('Note', texts.slice(0, 30).concat(names))).toMatchObject({ kind: 'text' });
  });

  test('categories have levels in alphabetical order and codes; numbers are NaN where there are none', () => {
    expect(typedColumn('City', ['Rome', null, 'Oslo', 'Rome'])).toMatchObject({
      levels: ['Oslo', 'Rome'],
      codes: Int32Array.from([1, -1, 0, 1]),
    });
    const column = typedColumn('Age', [1, 2, 3, 4, 5, 6, 7, 8, 9, 'old']);
    expect(Array.from(columnNumbers(column)!)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, Number.NaN]);
    expect(column.cells[9]).toBe('old');
  });

  test('texts of which fewer than nine in ten are numbers stay text', () => {
    expect(typedColumn('Age', ['1', '2', '3', '4', 'old', '4']).kind).toBe('category');
  });

  test('an identifier of numbers can be compared where somebody asks for it, a constant cannot', () => {
    expect(comparable(typedColumn('ID', [3, 1, 2]))).toMatchObject({ kind: 'number', reason: undefined });
    expect(comparable(typedColumn('ID', ['a', 'b', 'c']))).toBeUndefined();
    expect(comparable(typedColumn('Age', [3, 3, 3]))).toBeUndefined();
  });
});

describe('a table', () => {
  test('comes from columns by name, from a data frame, or is one already', () => {
    const record = { Age: [25, 31], City: ['Oslo', 'Rome'] };
    const table = typedTable(record);
    expect(table.rows).toBe(2);
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['Age', 'number'],
      ['City', 'identifier'],
    ]);
    const frame = {
      columns: ['Age', 'City'],
      shape: [2, 2],
      values: [
        [25, 'Oslo'],
        [31, 'Rome'],
      ],
    };
    expect(typedTable(frame)).toEqual(table);
    expect(typedTable(table)).toBe(table);
    expect(tableData(table)).toEqual(record);
  });

  test.each<[unknown, string]>([
    [{}, 'the customer table is empty'],
    [null, 'the customer table is null; it must be a DataFrame'],
    [[1], 'the customer table is an array of 1'],
    [{ Age: 25 }, "column 'Age' is 25; it must be an array of values"],
    [{ Age: [1, 2], City: ['a'] }, "column 'City' has 1 values, 'Age' has 2; columns must be equally long"],
    [{ Age: [1, -Infinity] }, "column 'Age' holds -Infinity in row 1"],
    [{ columns: ['a', 'a'], shape: [1, 2], values: [[1, 2]] }, "two columns named 'a'"],
  ])('%j is refused', (table, message) => {
    expect(() => typedTable(table as never)).toThrow(message);
  });

  test('columns may be called rows and columns', () => {
    expect(typedTable({ rows: [1, 2], columns: [3, 4] }).columns.map(({ name }) => name)).toEqual([
      'rows',
      'columns',
    ]);
  });

  test('numbers that stood as text are numbers in its data, slips missing', () => {
    const Age = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'old'];
    expect(tableData(typedTable({ Age })).Age).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null]);
    expect(tableData(typedTable({ since: [new Date(0), null], ok: [true, false] }))).toEqual({
      since: ['1970-01-01T00:00:00.000Z', null],
      ok: [true, false],
    });
  });
});

describe('some rows of a table', () => {
  const table = typedTable({
    ID: [4, 9, 2, 7],
    Age: [30, 30, null, 40],
    City: ['Oslo', 'Rome', 'Rome', 'Bern'],
    Member: [true, true, false, true],
    Note: ['a b', 'c d', 'e f', 'g h'],
    Plan: ['x', 'x', 'y', 'y'],
  });
  const taken = selectRows(table, Int32Array.from([1, 0]));
  const column = (name: string) => taken.columns.find((each) => each.name === name)!;

  test('keep what columns hold, in the order given', () => {
    expect(taken.rows).toBe(2);
    expect(column('ID')).toMatchObject({ kind: 'identifier', values: Float64Array.from([9, 4]) });
    expect(column('Note')).toMatchObject({ kind: 'text', cells: ['c d', 'a b'] });
  });

  test('have their days, and identifiers without a number', () => {
    const orders = typedTable({
      Customer: ['K-1', 'K-2', 'K-3', 'K-4', 'K-5'],
      'Last order': ['2024-01-02', '2024-01-05', '2023-12-31', '2024-01-05', '2024-01-05'],
      Plan: ['x', null, 'y', 'y', 'x'],
    });
    const [customer, day, plan] = selectRows(orders, Int32Array.from([2, 1, 3])).columns;
    expect(customer).toMatchObject({ kind: 'identifier', cells: ['K-3', 'K-2', 'K-4'] });
    expect(customer).not.toHaveProperty('values');
    // 2023-12-31 is 19,722 days after 1970-01-01: 54 years, 13 of them leap years, less a day.
    expect(day).toMatchObject({ kind: 'date', days: Float64Array.of(19_722, 19_727, 19_727) });
    expect(plan).toMatchObject({ levels: ['y'], codes: Int32Array.of(0, -1, 0), missing: 1 });
  });

  test('say whether values still differ, and which categories are left', () => {
    expect(column('Age')).toMatchObject({
      kind: 'number',
      constant: true,
      missing: 0,
      reason: 'constant: always 30',
    });
    expect(column('Member')).toMatchObject({ kind: 'boolean', constant: true });
    expect(column('Plan')).toMatchObject({ levels: ['x'], codes: Int32Array.from([0, 0]), constant: true });
    expect(selectRows(table, Int32Array.from([2])).columns[1]).toMatchObject({
      constant: true,
      reason: 'every value is missing',
    });
    expect(selectRows(table, Int32Array.from([1, 2, 3])).columns[2]).toMatchObject({
      levels: ['Bern', 'Rome'],
      codes: Int32Array.from([1, 1, 0]),
      constant: false,
    });
  });
});

describe('a column by which customers can be compared', () => {
  const compared = (name: string, cells: unknown[]) => comparable(typedColumn(name, cells));

  test('is itself where it holds numbers, truth values or categories', () => {
    const ages = typedColumn('Age', [20, 30, 20]);
    expect(comparable(ages)).toBe(ages);
    expect(compared('Plan', ['a', 'b', 'a'])?.kind).toBe('category');
    expect(compared('Member', [true, false])?.kind).toBe('boolean');
  });

  test('has no reason to stay away any more; identifiers are their numbers', () => {
    const zip = typedColumn('Zip', ['01067', '80331', '80331']);
    expect(zip.reason).toBe('holds postcodes: they measure nothing');
    expect(comparable(zip)).toEqual({ ...zip, reason: undefined });
    expect(compared('ID', [4, 9, 2])).toMatchObject({ kind: 'number', values: Float64Array.of(4, 9, 2) });
  });

  test('is none where all have the same value, and where there is nothing to compare', () => {
    expect(compared('Age', [20, 20])).toBeUndefined();
    expect(compared('Since', ['2024-01-31', '2024-02-29'])).toBeUndefined();
    expect(compared('Customer', ['K-1', 'K-2', 'K-3'])).toBeUndefined();
  });
});

test('years since when somebody is a customer are days; years of birth are numbers', () => {
  const since = typedColumn('Customer since', [2015, 2019, Number.NaN, 2015]);
  // 2015-01-01 and 2019-01-01 are 16,436 and 17,897 days after 1970-01-01.
  expect(since).toMatchObject({
    kind: 'date',
    years: true,
    days: Float64Array.of(16_436, 17_897, Number.NaN, 16_436),
  });
  expect(typedColumn('Year of birth', [1970, 1985, 1990]).kind).toBe('number');
  expect(typedColumn('Customer since', [2015, 2019.5, 2020]).kind).toBe('number');
});

test('numbers of groups are categories, with whoever has none', () => {
  const column = typedColumn('Branch', [3, 7, 3, null, 7, 12, 3, 7]);
  expect(column).toMatchObject({ kind: 'category', levels: ['12', '3', '7'], missing: 1 });
});

test('numbers in units that nobody exchanges are no categories', () => {
  const lengths = ['5 km', '800 m', '3 km', '40 kg', '2 kg', '7 km'];
  expect(typedColumn('Size', lengths).reason).toBe(
    'numbers in several units (kg, km, m): write them all in the same one to use them',
  );
});

test('infinite numbers are an error, or no numbers', () => {
  const table = { Age: [20, Infinity, 40] };
  expect(() => typedTable(table)).toThrow(/Infinity/);
  expect(columnNumbers(typedTable(table, { infinite: 'unreadable' }).columns[0])).toBeDefined();
});
