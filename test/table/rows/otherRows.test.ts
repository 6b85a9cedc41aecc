import { findOtherRows } from '../../../src/table/rows/otherRows';

type Row = readonly unknown[];

const NAMES = ['Customer No', 'Name', 'Age', 'Orders', 'Spend'];

const CUSTOMERS: Row[] = [
  ['1001', 'Lia', 52, 12, 470],
  ['1004', 'Hal', 26, 2, 127],
  ['1007', 'Fay', 25, 2, 136],
  ['1010', 'Eli', 31, 4, 78],
  ['1013', 'Ray', 49, 8, 437],
  ['1016', 'Oli', 52, 10, 524],
];

/** Sums 235, 38, 1772; means 39.1666…, 6.333…, 295.333…. */
const SUMS = [235, 38, 1772];
const MEANS = [39.2, 6.33, 295.33];

function found(rows: readonly Row[], names: readonly string[] = NAMES) {
  const columns = names.map((name, j) => ({ name, cells: rows.map((row) => row[j] ?? null) }));
  const { others, doubtful } = findOtherRows(columns, rows.length);
  return {
    others: others.map(({ row, reason }) => `${row + 1}: ${reason}`),
    doubtful: doubtful.map(({ row, label }) => `${row + 1}: ${label}`),
  };
}

const none = { others: [], doubtful: [] };

test('customers are customers', () => {
  expect(found(CUSTOMERS)).toEqual(none);
});

test.each([
  ['codes that begin with 0', (row: number) => `00001000${10 + row}`, 'Kunnr'],
  ['codes of letters', (row: number) => `K-${100 + row}`, 'Konto'],
])('a label of totals among %s is one, whatever amounts and dates stand beside it', (_, code, name) => {
  const amount = (row: number) => `${row + 1}.234,5${row}`;
  const rows = Array.from({ length: 8 }, (_, row) => [
    code(row),
    `0${row + 1}.02.2024 10:0${row}:00`,
    amount(row),
  ]);
  const names = [name, 'Letzter Auftrag', 'Umsatz'];
  expect(found([...rows, ['Gesamt', null, '99.999,99']], names).others).toEqual([
    '9: a row of totals by its label',
  ]);
});

describe('totals', () => {
  test.each([
    ...[
      'Grand total',
      'Total',
      'Summe',
      'Gesamt',
      'Totale',
      'Somme',
      'Suma',
      'Totaal',
      'Insgesamt',
      'Total geral',
    ],
  ])('%s at the bottom, at the top, and where the label is no identifier', (label) => {
    expect(found([...CUSTOMERS, [label, null, ...SUMS]]).others).toEqual(['7: the sum of the other rows']);
    expect(found([[label, null, ...SUMS], ...CUSTOMERS]).others).toEqual(['1: the sum of the other rows']);
    expect(found([...CUSTOMERS, [null, label, ...SUMS]]).others).toEqual(['7: the sum of the other rows']);
  });

  test.each(['Average', 'Durchschnitt', 'Moyenne', 'Promedio', 'Media', 'Média', 'Gemiddelde'])(
    'a row of averages: %s',
    (label) => {
      expect(found([...CUSTOMERS, [label, null, ...MEANS]]).others).toEqual([
        '7: the mean of the other rows',
      ]);
    },
  );

  test('a total and an average, the total with the mean age and a missing value', () => {
    const total = ['Total', null, 39.2, null, 1772];
    expect(found([...CUSTOMERS, total, ['Average', null, ...MEANS]]).others).toEqual([
      ...['7: the sum of the other rows', '8: the mean of the other rows'],
    ]);
  });

  test('subtotals above and below their rows, and the grand total', () => {
    const [north, south] = [CUSTOMERS.slice(0, 3), CUSTOMERS.slice(3)];
    const below = [
      ...north,
      ['Total North', null, 103, 16, 733],
      ...south,
      ['Total South', null, 132, 22, 1039],
    ];
    expect(found([...below, ['Grand total', null, ...SUMS]]).others).toEqual([
      ...[
        '4: the sum of the rows above it',
        '8: the sum of the rows above it',
        '9: the sum of the other rows',
      ],
    ]);
    const above = [
      ['Total North', null, 103, 16, 733],
      ...north,
      ['Total South', null, 132, 22, 1039],
      ...south,
    ];
    expect(found(above).others).toEqual([
      ...['1: the sum of the rows below it', '5: the sum of the rows below it'],
    ]);
  });

  test('amounts as texts, with marks between thousands and a sign of currency', () => {
    const written = (value: number) => `€ ${value.toLocaleString('de-DE')},50`;
    const rows = CUSTOMERS.map(([id, name, , orders, spend]) => [
      id,
      name,
      String(orders),
      written(spend as number),
    ]);
    const names = ['Customer No', 'Name', 'Orders', 'Spend'];
    expect(found([...rows, ['Summe', '', '38', '€ 1.775,00']], names).others).toEqual([
      '7: the sum of the other rows',
    ]);
  });

  test('a row without identifier and label that adds the others up', () => {
    expect(found([...CUSTOMERS, [null, null, ...SUMS]]).others).toEqual(['7: the sum of the other rows']);
    expect(found([...CUSTOMERS, ['', '', 40, 5, 300]])).toEqual(none);
  });

  test('a label among identifiers with digits will do where numbers do not add up', () => {
    expect(found([...CUSTOMERS, ['Total', null, 400, 40, 2000]]).others).toEqual([
      '7: a row of totals by its label',
    ]);
  });

  test('a row so called whose numbers any customer could have may be one: it stays, and is asked about', () => {
    const [, ...doubtful] = [found([...CUSTOMERS, ['Total', null, 40, 5, 300]])];
    expect(doubtful).toEqual([]);
    expect(found([...CUSTOMERS, ['Total', null, 40, 5, 300]]).others).toEqual([]);
    expect(found([...CUSTOMERS, ['Total Produce 7', null, 40, 5, 300]]).others).toEqual([]);
  });

  test('a customer with such a name is a customer', () => {
    const firms: Row[] = ['Acme', 'Total Energies', 'Media Markt', 'Sum Ting', 'Globex', 'Initech'].map(
      (name, i) => [name, ...CUSTOMERS[i].slice(2)],
    );
    const names = ['Customer', 'Age', 'Orders', 'Spend'];
    expect(found(firms, names)).toEqual(none);
    const total: Row = ['Total', 44, 7, 310];
    expect(found([...firms, total], names)).toEqual({ others: [], doubtful: ['7: Total'] });
    const numbered: Row[] = firms.map(([name, ...rest], i) => [i + 1, name, ...rest]);
    expect(found([...numbered, [7, ...total]], ['Customer No', 'Firm', 'Age', 'Orders', 'Spend'])).toEqual(
      none,
    );
  });

  test('a category is no label', () => {
    const rows = CUSTOMERS.map((row, i) => [row[0], ['Alta', 'Media', 'Baja'][i % 3], ...row.slice(2)]);
    expect(found(rows, ['Cliente', 'Nivel', 'Edad', 'Pedidos', 'Gasto'])).toEqual(none);
  });
});

describe('headers, remarks and blank rows', () => {
  test('the header again, among numbers as texts too', () => {
    const texts = CUSTOMERS.map((row) => row.map(String));
    expect(found([...texts.slice(0, 3), NAMES, ...texts.slice(3), NAMES]).others).toEqual([
      ...['4: the header again', '8: the header again'],
    ]);
  });

  test.each([
    ...[
      'Exported on 2024-05-01',
      'Page 1 of 3',
      'Seite 2 von 2',
      'Erstellt am 01.05.2024',
      'Página 1',
      '-----',
    ],
    ...['© Example Ltd', 'Exporté le 1 mai', 'Fuente: CRM', 'Active customers only'],
  ])('%s', (text) => {
    expect(found([...CUSTOMERS, [text]]).others).toEqual(['7: a remark']);
    expect(found([[text], ...CUSTOMERS]).others).toEqual(['1: a remark']);
  });

  test('blank rows stand anywhere; a customer of whom nothing is known stays one', () => {
    expect(found([...CUSTOMERS.slice(0, 2), [], ...CUSTOMERS.slice(2), ['', '', '', '', '']]).others).toEqual(
      [...['3: blank', '8: blank']],
    );
    expect(found([...CUSTOMERS, ['1019']])).toEqual(none);
    expect(found([...CUSTOMERS, ['1019', 'Page Turner']])).toEqual(none);
  });
});

test('a table of nothing but totals and remarks is taken as it is', () => {
  expect(found([['Page 1'], ['Page 2'], [null]])).toEqual(none);
});

test('a remark of many letters is shortened where it is named', () => {
  const rows = [...CUSTOMERS, [`Exported by ${'x'.repeat(60)}`]];
  const columns = NAMES.map((name, j) => ({ name, cells: rows.map((row) => row[j] ?? null) }));
  const [{ kind, label }] = findOtherRows(columns, rows.length).others;
  expect(kind).toBe('footer');
  expect(label).toBe(`Exported by ${'x'.repeat(27)}…`);
});

test('a number alone in a row is no remark', () => {
  expect(found([...CUSTOMERS, [null, null, null, null, 7]])).toEqual(none);
});

test('several words among numbers are a remark; among names they are a customer', () => {
  const numbered = CUSTOMERS.map((row, i) => [1001 + 3 * i, ...row.slice(1)]);
  expect(found([...numbered, ['as agreed with the branch']]).others).toEqual(['7: a remark']);
  expect(found([...CUSTOMERS, [null, 'as agreed with the branch']])).toEqual(none);
});

test('a sum of columns of which one is 0 throughout is a sum by the others', () => {
  const rows = [...CUSTOMERS.map((row) => [...row, 0]), ['Total', null, ...SUMS, 0]];
  expect(found(rows, [...NAMES, 'Returns']).others).toEqual(['7: the sum of the other rows']);
});

test('rows of several statistics are known by what they say', () => {
  // Ages 25, 26, 31, 49, 52, 52; orders 2, 2, 4, 8, 10, 12; spends 78, 127, 136, 437, 470, 524.
  const rows = [
    ...CUSTOMERS,
    ['Median', null, 40, 6, 286.5],
    ['Min', null, 25, 2, 78],
    ['Max', null, 52, 12, 524],
    ['Count', null, 6, 6, 6],
  ];
  expect(found(rows).others).toEqual([
    expect.stringMatching(/^7: the mean of/),
    expect.stringMatching(/^8: a statistic of/),
    expect.stringMatching(/^9: a statistic of/),
    expect.stringMatching(/^10: a statistic of/),
  ]);
});
