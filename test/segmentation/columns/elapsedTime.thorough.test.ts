import { suggestColumns } from '../../../src/segmentation/columns/suggestColumns';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

const dayBefore = (days: number) =>
  new Date(Date.UTC(2024, 5, 30) - 86_400_000 * days).toISOString().slice(0, 10);
const upTo = <T>(rows: number, value: (row: number) => T) =>
  Array.from({ length: rows }, (_, row) => value(row));

/** Three kinds: small and long ago, average, large and lately; 20 of each. The latest order is of 2024-06-25. */
const table = {
  Spend: upTo(60, (row) => [20, 300, 900][row % 3] + 3 * (row % 7)),
  'Last order': upTo(60, (row) => dayBefore([300, 100, 5][row % 3] + (row % 11))),
  'Sign-up date': upTo(60, (row) => dayBefore(400 + ((row * 37) % 600))),
};
const options = { k: 3, columns: ['Spend', 'Last order'] };

const reloaded = (model: SegmentationModel) => SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));

test('dates of what was last done are suggested, those of the sign-up and of birth offered, others neither', () => {
  const more = {
    ...table,
    'Date of birth': upTo(60, (row) => `${1950 + (row % 50)}-03-15`),
    'Next renewal': upTo(60, (row) => dayBefore(-row - 1)),
  };
  expect(suggestColumns(more)).toMatchObject({
    columns: ['Spend', 'Last order'],
    dates: ['Last order', 'Sign-up date', 'Date of birth', 'Next renewal'],
    offered: ['Sign-up date', 'Date of birth'],
    ignored: [
      { name: 'Sign-up date', reason: 'dates; name the column to cluster on the days since sign-up' },
      { name: 'Date of birth', reason: 'dates; name the column to cluster on the age' },
      { name: 'Next renewal', reason: 'dates; name the column to cluster on the days since' },
    ],
  });
});

// cspell:disable
test('years of a sign-up are years of a customer, and years of birth stay what they are', () => {
  const more = {
    Spend: table.Spend,
    'Mitglied seit': upTo(60, (row) => 2005 + ((row * 7) % 19)),
    Geburtsjahr: upTo(60, (row) => 1950 + (row % 50)),
  };
  expect(suggestColumns(more)).toMatchObject({
    columns: ['Spend', 'Geburtsjahr'],
    offered: ['Mitglied seit'],
    ignored: [
      { name: 'Mitglied seit', reason: 'dates; name the column to cluster on the years as Mitglied' },
    ],
  });
  const model = new Segmentation({ k: 3, columns: ['Spend', 'Mitglied seit'] }).fit(more);
  expect(model.columns[1]).toMatchObject({ label: 'Years as Mitglied', range: [0, 18] });
  const { labels } = reloaded(model).predict({ Spend: [20, 20], 'Mitglied seit': [2023, 2005] });
  expect(labels).toHaveLength(2);
  expect(reloaded(model).predict({ Spend: [20], 'Mitglied seit': [2005] }).outside).toEqual([[]]);
});

test.each([
  ['Joined', [2012, 2013, 2019], true],
  ['Eintrittsjahr', [1999, 2001, 2020], true],
  ['Customer since', [0, 2001, 2020], true],
  ['Days since first order', [1999, 2001, 2020], false],
  ['Joined', [12, 2013, 2019], false],
  ['2021', [1999, 2001, 2020], false],
])('%s %j: years are told by name and values', (name, values, areYears) => {
  expect(suggestColumns({ [name]: values, Spend: [1, 2, 3] }).dates).toEqual(areYears ? [name] : []);
});

// cspell:enable
test('a day on which somebody was seen is one of activity, not of a purchase', () => {
  const seen = { Spend: table.Spend, 'Last seen': table['Last order'] };
  const model = new Segmentation({ k: 3 }).fit(seen);
  expect(model.profiles[0].features.map(({ role }) => role)).toContain('activityRecency');
  expect(model.names.join()).not.toMatch(/recent|lapsed/i);
  expect(new Segmentation({ k: 3 }).fit(table).names.join()).toMatch(/recent|lapsed/i);
});

test('a birth that is not known is no age', () => {
  const births = {
    Spend: [10, 20, 30],
    'Last order': ['2024-01-01', '2024-02-01', '2024-03-01'],
    DOB: ['1980-01-01', null, '1990-05-05'],
  };
  expect(suggestColumns(births).offered).toEqual(['DOB']);
});

test('days are counted up to the latest of them, under a name that says it', () => {
  const model = new Segmentation({ k: 3, columns: Object.keys(table) }).fit(table);
  expect(model.columns).toMatchObject([
    { name: 'Spend' },
    {
      name: 'Last order',
      label: 'Days since last order',
      range: [0, 305],
      since: { unit: 'days', asOf: '2024-06-25' },
    },
    { name: 'Sign-up date', label: 'Days since sign-up', since: { unit: 'days', asOf: '2024-06-25' } },
  ]);
  expect(model.warnings).toContain(
    "'Last order' and 'Sign-up date': time is counted up to 2024-06-25, the latest of these dates.",
  );
  const recencies = model.profiles[0].features.filter(({ role }) => role === 'recency' || role === 'tenure');
  expect(recencies.map(({ column, label }) => [column, label])).toEqual([
    ['Last order', 'Days since last order'],
    ['Sign-up date', 'Days since sign-up'],
  ]);
  expect(model.customers!['Last order'][2]).toBe(2);
});

test('a day that is given counts instead; what is no day is refused', () => {
  const model = new Segmentation({ ...options, asOf: '2024-07-25' }).fit(table);
  expect(model.columns[1]).toMatchObject({ range: [30, 335], since: { asOf: '2024-07-25' } });
  for (const asOf of ['2024-02-30', '25.07.2024', '2024-7-5', ''])
    expect(() => new Segmentation({ asOf })).toThrow(/`asOf` is .* it must be a day written yyyy-MM-dd/);
});

test('a customer scores the same on the same day, alone or among others, as in the fit', () => {
  const model = new Segmentation(options).fit(table);
  const again = reloaded(model);
  expect(again.predict(table).labels).toEqual(model.labels);
  for (const row of [0, 1, 2, 31]) {
    const one = { Spend: [table.Spend[row]], 'Last order': [table['Last order'][row]] };
    expect(again.predict(one).labels[0]).toBe(model.labels![row]);
  }
  const digits = table['Last order'].map((day) => Number(day.replaceAll('-', '')));
  expect(again.predict({ ...table, 'Last order': digits }).labels).toEqual(model.labels);
});

test('days after that of the model are not scored until a later day is given', () => {
  const model = new Segmentation(options).fit(table);
  const later = { Spend: [20, 900], 'Last order': ['2024-02-01', '2024-09-01'] };
  const { notScored, unfamiliar } = model.predict(later);
  expect(notScored).toEqual([
    { row: 1, column: 'Last order', reason: '2024-09-01, after 2024-06-25, the day that is counted up to' },
  ]);
  expect(unfamiliar[0]).toMatchObject({
    column: 'Last order',
    customers: 1,
    says: 'Days since last order: 1 of 2 customers has a day after 2024-06-25, the day that time is counted up to, and cannot be scored. Set the as-of day to that of the export, 2024-09-01 or later.',
  });
  const scored = model.predict(later, { asOf: '2024-09-03' });
  expect(scored.notScored).toEqual([]);
  expect(Array.from(scored.labels)).toEqual([model.labels![0], model.labels![2]]);
  expect(() => model.predict(later, { asOf: 'today' })).toThrow('it must be a day written yyyy-MM-dd');
  expect(
    model
      .drift(later, { asOf: '2024-09-03' })
      .map(({ shareNow }) => shareNow)
      .sort(),
  ).toEqual([0, 0.5, 0.5]);
});

test('a default fit takes the days since the last order, and neither describes nor names by the sign-up', () => {
  const model = new Segmentation({ k: 3 }).fit(table);
  expect(model.columns.map(({ name }) => name)).toEqual(['Spend', 'Last order']);
  expect(model.profiles[0].features.map(({ column }) => column)).toEqual(['Spend', 'Last order']);
  expect(model.labels).toEqual(new Segmentation(options).fit(table).labels);
});

test('a few days far beyond all others move nobody, and are told', () => {
  const Last = table['Last order'].slice();
  Last[7] = '2027-08-01';
  const model = new Segmentation(options).fit({ ...table, 'Last order': Last });
  expect(model.columns[1]).toMatchObject({ since: { asOf: '2024-06-25' } });
  expect(model.clustered).toBe(59);
  expect(model.warnings).toContain(
    "'Last order': 1 customer has a day after 2024-06-25 (up to 2027-08-01) and takes no part.",
  );
});

test('births are ages, on a day that other dates or the caller say', () => {
  const born = { Spend: [1, 5, 9], Birthday: ['1990-06-25', '1990-06-26', '2004-02-29'] };
  expect(suggestColumns(born).columns).toEqual(['Spend']);
  expect(() => new Segmentation({ k: 2, columns: ['Birthday', 'Spend'] }).fit(born)).toThrow(
    "ages from 'Birthday' need a day to be counted up to; set `asOf` to the day of the export, such as '2024-05-31'",
  );
  const model = new Segmentation({ k: 2, asOf: '2024-06-25', columns: ['Spend', 'Birthday'] }).fit(born);
  expect(model.columns[1]).toMatchObject({ label: 'Age', unit: 'years', range: [20, 34] });
  expect(model.customers!.Birthday).toEqual([34, 33, 20]);
});

test('any date that is named takes part; a date of birth beside an age does not', () => {
  const named = {
    Spend: [1, 5, 9, 2],
    Dt_Customer: ['2024-01-01', '2024-01-31', '2023-12-31', '2024-01-30'],
  };
  expect(suggestColumns(named).columns).toEqual(['Spend']);
  const model = new Segmentation({ k: 2, columns: ['Spend', 'Dt_Customer'] }).fit(named);
  expect(model.columns[1]).toMatchObject({ label: 'Days since customer', range: [0, 31] });
  const aged = {
    ...table,
    Age: table.Spend.map((_, row) => 20 + ((row * 7) % 50)),
    dob: table['Sign-up date'],
  };
  expect(suggestColumns(aged)).toMatchObject({
    columns: ['Spend', 'Last order', 'Age'],
    offered: ['Sign-up date'],
    dates: ['Last order', 'Sign-up date', 'dob'],
  });
});
