import { suggestColumns } from '../../../src/segmentation/columns/suggestColumns';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { customers } from '../customers';

const upTo = (rows: number, value: (row: number) => unknown) =>
  Array.from({ length: rows }, (_, row) => value(row));

describe('suggestColumns', () => {
  test('takes numbers, sets categories, dates and the identifier apart, and says why', () => {
    expect(suggestColumns(customers(40))).toEqual({
      columns: ['Age', 'Income', 'Spending'],
      categories: ['City'],
      id: 'id',
      dates: ['Joined'],
      offered: ['Joined'],
      optional: [],
      ignored: [
        { name: 'id', reason: 'every value is different text' },
        { name: 'Country', reason: "constant: always 'UK'" },
        { name: 'Joined', reason: 'dates; name the column to cluster on the days since joined' },
      ],
    });
  });

  test('finds an identifier of numbers, by its name or because it counts on', () => {
    expect(suggestColumns({ CustomerID: [17, 4, 99], Age: [20, 30, 20] }).id).toBe('CustomerID');
    const table = { Row: upTo(30, (row) => row + 5), Age: upTo(30, (row) => 20 + (row % 7)) };
    expect(suggestColumns(table)).toMatchObject({ id: 'Row', columns: ['Age'] });
  });

  test('leaves out permissions and flags of records, says why, and takes them where they are named', () => {
    const yes = upTo(40, (row) => (row % 3 === 0 ? 'yes' : 'no'));
    const table = {
      Spend: upTo(40, (row) => 10 + ((row * 7) % 23)),
      'Newsletter opt-in': yes,
      Archived: yes,
    };
    const { columns, ignored } = suggestColumns(table);
    expect(columns).toEqual(['Spend']);
    expect(ignored.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'Newsletter opt-in: says what a customer may be sent, not what the customer does; name the column to cluster on it',
      'Archived: says how a record is kept, not what the customer does; name the column to cluster on it',
    ]);
    const named = new Segmentation({ k: 2, columns: ['Spend', 'Newsletter opt-in'] }).fit(table);
    expect(named.columns.map(({ name }) => name)).toEqual(['Spend', 'Newsletter opt-in']);
  });

  test('takes the first of several identifiers, and leaves the others out too', () => {
    const table = { ID: [1, 2, 3], email: ['a@x', 'b@x', 'c@x'], Age: [20, 30, 20] };
    expect(suggestColumns(table)).toMatchObject({ id: 'ID', columns: ['Age'] });
  });

  test.each([
    ['channel_web', 'channel_store', 'channel_app'],
    ['Channel: web', 'Channel: store', 'Channel: app'],
    ['channel=web', 'channel=store', 'channel=app'],
  ])('leaves out a category that is written in several columns: %s, %s, %s', (...names) => {
    const one = names.map((_, level) => upTo(60, (row) => Number(row % 3 === level)));
    const table = {
      ...Object.fromEntries(names.map((name, j) => [name, one[j]])),
      Age: upTo(60, (row) => 20 + (row % 7)),
    };
    const { columns, ignored } = suggestColumns(table);
    expect(columns).toEqual(['Age']);
    expect(ignored[0].reason).toBe('one of 3 columns that hold a category: each customer has exactly one');
    const { Age: _, ...alone } = table;
    expect(suggestColumns(alone).columns).toHaveLength(3);
  });

  test('leaves out years of the calendar, but for those of birth; amounts of a year stay', () => {
    const years = upTo(40, (row) => 1985 + (row % 17));
    // cspell:disable-next-line
    for (const name of ['Graduation year', 'Baujahr', 'Model Year', 'Année du diplôme', 'year'])
      expect(suggestColumns({ [name]: years, Spend: upTo(40, (row) => row ** 2) }).ignored).toEqual([
        { name, reason: 'years of the calendar; name the column to cluster on it' },
      ]);
    const amounts = upTo(40, (row) => 1985.5 + (row % 17));
    for (const [name, values] of Object.entries({
      Year_Birth: years,
      'Year spend': amounts,
      'Yearly visits': years,
    }))
      expect(suggestColumns({ [name]: values }).columns).toEqual([name]);
  });

  test('keeps answers that do not exclude each other, and those of different names', () => {
    const Age = upTo(60, (row) => 20 + (row % 7));
    const some = {
      buys_toys: upTo(60, (row) => Number(row % 2 === 0)),
      buys_books: upTo(60, (row) => Number(row % 3 === 0)),
    };
    expect(suggestColumns({ ...some, Age }).columns).toEqual(['buys_toys', 'buys_books', 'Age']);
    const unlike = { dog: some.buys_toys, cat: upTo(60, (row) => row % 2), Age };
    expect(suggestColumns(unlike).columns).toEqual(['dog', 'Age']);
  });

  test('prefers a number of customers to their names', () => {
    const table = {
      'Account Name': upTo(30, (row) => `Firm ${row}`),
      'Account ID': upTo(30, (row) => `A${7 * row}`),
      Age: upTo(30, (row) => 20 + (row % 7)),
    };
    expect(suggestColumns(table).id).toBe('Account ID');
  });

  test('an identifier may be missing here and there, and some customer may have two rows', () => {
    const Age = upTo(40, (row) => 20 + (row % 7));
    const numbers = upTo(40, (row) => (row === 3 ? null : row === 9 ? 108 : 100 + row));
    expect(suggestColumns({ 'Customer ID': numbers, Age })).toMatchObject({
      id: 'Customer ID',
      columns: ['Age'],
    });
    const codes = upTo(40, (row) => (row === 3 ? '' : row === 9 ? 'C108' : `C${100 + row}`));
    expect(suggestColumns({ Customer: codes, Age })).toMatchObject({ id: 'Customer', columns: ['Age'] });
  });

  test('numbers of somebody else are no identifier, and nothing to cluster on either', () => {
    const Age = upTo(40, (row) => 20 + (row % 7));
    const found = suggestColumns({ store_id: upTo(40, (row) => row % 4), Age });
    expect(found).toMatchObject({ id: null, columns: ['Age'], ignored: [{ name: 'store_id' }] });
  });

  test('does not take free text for an identifier', () => {
    const table = { Remark: ['very kind', 'not so kind', 'so so'], Age: [20, 30, 20] };
    expect(suggestColumns(table)).toMatchObject({ id: null, ignored: [{ name: 'Remark' }] });
  });

  test('leaves out a column of which more than half is missing, and keeps one with exactly half', () => {
    const half = [1, null, 2, null];
    expect(suggestColumns({ half, more: [1, null, 2, null] }).columns).toEqual(['half', 'more']);
    expect(suggestColumns({ Age: [20, 30, 20, 25, 40], more: [1, null, 2, null, null] }).ignored).toEqual([
      { name: 'more', reason: '60% of its values are missing' },
    ]);
  });

  test('leaves out what another column says already', () => {
    const age = upTo(30, (row) => 20 + ((row * 7) % 31)) as number[];
    const table = {
      Age: age,
      Year_Birth: age.map((years) => 2014 - years),
      Months: age.map((years) => 12 * years),
    };
    expect(suggestColumns(table)).toMatchObject({
      columns: ['Age'],
      ignored: [
        { name: 'Year_Birth', reason: 'says the same as the age' },
        { name: 'Months', reason: "says the same as 'Age' (correlation 1.000)" },
      ],
    });
  });

  test('reads a column of numbers that came as text, slips included', () => {
    const Income = [...upTo(19, (row) => String(1000 * (row % 7))), 'n/a'];
    expect(suggestColumns({ Income, Age: upTo(20, (row) => 20 + (row % 6)) }).columns).toEqual([
      'Income',
      'Age',
    ]);
  });

  test('is at ease with columns named as JavaScript names its own', () => {
    const table = Object.fromEntries([
      ['__proto__', [1, 2, 2]],
      ['constructor', [3, 1, 3]],
      ['toString', ['a', 'b', 'a']],
    ]);
    expect(suggestColumns(table)).toMatchObject({
      columns: ['__proto__', 'constructor'],
      categories: ['toString'],
    });
  });

  test('refuses an empty table', () => {
    expect(() => suggestColumns({})).toThrow('the customer table is empty');
    expect(() => suggestColumns({ Age: [] })).toThrow('the customer table is empty');
  });
});
