import { codeNoun } from '../../src/table/codeNames';
import { codesAmong, textCodesAmong } from '../../src/table/codes';
import { typedColumn } from '../../src/table/typedColumn';

const upTo = (rows: number, value: (row: number) => number) =>
  Float64Array.from({ length: rows }, (_, row) => value(row));

/** All different and of five digits. */
const fiveDigits = upTo(40, (row) => 10_000 + ((row * 7919) % 89_999));
const fewLevels = upTo(40, (row) => 1 + (row % 7));

test.each([
  ...[
    'Zip',
    'ZIP code',
    'Postcode',
    'Post-Code',
    'PLZ',
    'Postleitzahl',
    'Code postal',
    'Código postal',
    'CAP',
  ],
  ...['CEP', 'CP', 'billing_zip', 'PLZ 2'],
])('%s: postcodes', (name) => {
  expect(codesAmong(name, fiveDigits)?.what).toBe('postcodes');
});

test.each([
  ...[
    'Phone',
    'phone_number',
    'Mobile',
    'Tel',
    'Tel.',
    'Telefon',
    'Téléphone',
    'Teléfono',
    'Telefone',
    'Telefono',
  ],
  ...['Telefoonnummer', 'Handy', 'Móvil', 'Cellulare', 'MobilePhone', 'Numéro de téléphone', 'Fax'],
])('%s: phone numbers', (name) => {
  expect(
    codesAmong(
      name,
      upTo(40, (row) => 301_000_000 + row * 7919),
    )?.what,
  ).toBe('phone numbers');
});

test.each([
  ...[
    'Ref',
    'Client ref',
    'Reference',
    'Account',
    'Account No',
    'account_number',
    'Konto',
    'Kundennr',
    'Kunden-Nr.',
  ],
  ...[
    'Numéro de client',
    'Código de cliente',
    'Codice cliente',
    'Klantnummer',
    'Customer',
    'Kunde',
    'Loyalty card',
  ],
  ...['SKU', 'Item no', 'Artikelnummer', 'Last SKU', 'Policy number', 'House no'],
])('%s: numbers that identify something', (name) => {
  expect(codesAmong(name, fiveDigits)).toBeDefined();
});

test.each([
  ...[
    'Store',
    'Store ID code',
    'Branch',
    'Filiale',
    'Magasin',
    'Tienda',
    'Negozio',
    'Loja',
    'Winkel',
    'Region',
  ],
  ...[
    'Region code',
    'Région',
    'Área code',
    'Sales rep',
    'SalesRep',
    'Vertreter',
    'Vendedor',
    'Campaign',
    'Kampagne',
  ],
  ...['Segment', 'Old segment', 'previous_cluster', 'Kundengruppe', 'Status code', 'Channel', 'Cohort'],
  ...[
    'Birth month',
    'birth_month',
    'Geburtsmonat',
    'Mois de naissance',
    'Month',
    'Weekday',
    'Week',
    'Order week',
  ],
])('%s: numbers of groups or of the calendar', (name) => {
  expect(codesAmong(name, fewLevels)).toBeDefined();
});

test.each([
  ...['Mitgliedsnr.', 'Membership No', 'Huisnummer', 'Hausnummer', 'Debitor', 'IMEI', 'MSISDN', 'CPF'],
  ...['Codice fiscale', 'Room', 'Chambre préférée', 'Zimmer', 'Locker', 'Locker no', 'Vertragsnr', 'Seat'],
])('%s: numbers of things and people', (name) => {
  expect(
    codesAmong(
      name,
      upTo(60, (row) => 300_107 + row * 7919),
    ),
  ).toBeDefined();
});

test.each(['Rabattgruppe', 'Kundenklasse', 'klantgroep', 'Risk class', 'Smoker (1=yes, 2=no, 9=unknown)'])(
  '%s: numbers of groups',
  (name) => {
    expect(codesAmong(name, fewLevels)?.kind).toBe('group');
  },
);

test.each(['Confirmation #', 'Booking #', 'Folio', 'Reservation number', 'MRN', 'Partita IVA'])(
  '%s: numbers of bookings and the like',
  (name) => {
    expect(
      codesAmong(
        name,
        upTo(60, (row) => 81_000_107 + row * 97),
      ),
    ).toBeDefined();
  },
);

test.each(['Vermittler', 'Außendienst', 'Vkorg', 'Makler', 'Sales org', 'Buchungskreis', 'Plant'])(
  '%s: numbers of people and places',
  (name) => {
    expect(codesAmong(name, fewLevels)?.kind).toBe('unit');
  },
);

test.each(['Score decile', 'decile', 'value_quintile', 'Quartil', 'RFM', 'RFM score', 'rfm_cell'])(
  '%s: ranks from an earlier analysis',
  (name) => {
    expect(codesAmong(name, fewLevels)?.what).toBe('ranks from an earlier analysis');
  },
);

test('long numbers of equally many digits, all different, are codes in every language', () => {
  const tax = (row: number) => 100_000_000 + ((row * 7_919_317) % 899_999_999);
  expect(codesAmong('ΑΦΜ', upTo(60, tax))?.kind).toBe('number');
  expect(codesAmong('Lifetime value', upTo(60, tax))).toBeUndefined();
  expect(
    codesAmong(
      'Κέρδος',
      upTo(60, (row) => (row % 7) * tax(row)),
    ),
  ).toBeUndefined();
  expect(
    codesAmong(
      '金額',
      upTo(60, (row) => 1_000_000 + row * 31),
    ),
  ).toBeUndefined();
  expect(
    codesAmong(
      '# orders',
      upTo(60, (row) => row % 9),
    ),
  ).toBeUndefined();
});

test.each(['郵便番号', 'ΤΚ', 'Kod pocztowy', 'Почтовый индекс', 'Postnr'])('%s: postcodes', (name) => {
  expect(codesAmong(name, fiveDigits)?.what).toBe('postcodes');
});

test('time zones may lie below zero, versions have decimals', () => {
  expect(codesAmong('utc_offset', Float64Array.of(-8, 0, 5.5, 9))?.what).toBe('time zones');
  expect(codesAmong('App version', Float64Array.of(3.1, 3.2, 4))?.what).toBe('versions');
});

test('a word that only means a number is enough where values are many; how many is few', () => {
  const many = upTo(100, (row) => (row * 37) % 9_973);
  expect(codesAmong('Locker box no', many)).toBeDefined();
  expect(
    codesAmong(
      'Kids no',
      upTo(100, (row) => row % 4),
    ),
  ).toBeUndefined();
});

test.each(['Altersgruppe', 'Einkommensklasse', 'Income class', 'Rooms', 'Seats', 'Conversion'])(
  '%s: steps of an amount, and counts',
  (name) => {
    expect(codeNoun(name)).toBeUndefined();
  },
);

test('texts of codes are no identifiers of customers, and what identifies is told by its name', () => {
  const digits = (row: number) => String(1 + ((row * 7919) % 98_000)).padStart(5, '0');
  const cells = Array.from({ length: 40 }, (_, row) => digits(row));
  expect(typedColumn('CAP', cells)).toMatchObject({
    kind: 'text',
    reason: 'holds postcodes: they measure nothing',
  });
  const twice = cells.map((text, row) => `RSS${row === 3 ? cells[2] : text}`);
  expect(typedColumn('Codice fiscale', twice)).toMatchObject({ kind: 'identifier' });
  expect(
    typedColumn(
      'Mitgliedsnr.',
      upTo(40, (row) => 20_010 + 3 * row),
    ),
  ).toMatchObject({ kind: 'identifier' });
  expect(
    typedColumn(
      'Debitor',
      upTo(40, (row) => 100_000 + 11 * row),
    ),
  ).toMatchObject({ kind: 'identifier' });
});

test('a row without a number, such as one of totals, makes no identifier less of one', () => {
  const numbers = Array.from({ length: 30 }, (_, row) => 100_000 + 11 * row);
  expect(typedColumn('Debitor', [...numbers, null, null])).toMatchObject({ kind: 'identifier' });
  expect(typedColumn('Debitor', [...numbers, ...numbers])).toMatchObject({ kind: 'number' });
});

test('numbers that are written in several ways are no categories', () => {
  const mixed = Array.from({ length: 40 }, (_, row) =>
    row % 3 === 0 ? `${40 + (row % 5)}%` : `0.${10 + (row % 7)}`,
  );
  expect(typedColumn('Discount', mixed)).toMatchObject({
    kind: 'text',
    reason: expect.stringMatching(/^numbers in several/),
  });
  const bands = Array.from({ length: 40 }, (_, row) => ['18-24', '25-34', '35-44', '45-54', '55+'][row % 5]);
  expect(typedColumn('Age', bands).kind).toBe('category');
});

test.each([
  ...[
    'Age',
    'Income',
    'Year_Birth',
    'Kidhome',
    'Teenhome',
    'NumWebVisitsMonth',
    'NumStorePurchases',
    'Recency',
  ],
  ...[
    'Number of stores',
    'Stores visited',
    'Distance to store',
    'Visits per branch',
    'Store visits',
    'Credit_Limit',
  ],
  ...[
    'Total_Trans_Ct',
    'Spending Score (1-100)',
    'Account balance',
    'Account age',
    'Number of accounts',
    'Phone calls',
  ],
  ...[
    'Mobile sessions',
    'Months on book',
    'Purchases last month',
    'Last month',
    'Weeks inactive',
    'Rating',
    'Tier',
  ],
  ...[
    'Satisfaction 1-10',
    'Household size',
    'Age group',
    'Income class',
    'Response to campaign',
    'Emails per campaign',
  ],
  ...[
    'Zip distance',
    'Referrals',
    'Card balance',
    'Anzahl Filialen',
    'Umsatz Filiale',
    'Credit cards',
    'Campaigns',
  ],
  ...[
    'Cap rate',
    'Category spend',
    'Orders in store',
    'Número de compras',
    'Anzahl Bestellungen',
    'Segment size',
  ],
  ...[
    'Tenure Months',
    'Dependent_count',
    'Avg_Utilization_Ratio',
    'Floor area',
    'Area',
    'Quantity',
    'Number',
  ],
])('%s: an amount, a count or a score', (name) => {
  expect(codeNoun(name)).toBeUndefined();
});

test('the values must be like codes, too', () => {
  expect(
    codesAmong(
      'Phone',
      upTo(40, (row) => row % 5),
    ),
  ).toBeUndefined(); // calls
  expect(
    codesAmong(
      'Mobile',
      upTo(40, (row) => 100 + row),
    ),
  ).toBeUndefined(); // minutes
  expect(
    codesAmong(
      'Store',
      upTo(40, (row) => row / 3),
    ),
  ).toBeUndefined();
  expect(
    codesAmong(
      'Store',
      upTo(200, (row) => row * 17),
    ),
  ).toBeUndefined(); // money spent there
  expect(
    codesAmong(
      'Account',
      upTo(40, (row) => row * row - 3),
    ),
  ).toBeUndefined(); // a balance
  expect(
    codesAmong(
      'Account',
      upTo(10, (row) => 15 * row),
    ),
  ).toBeUndefined();
  expect(
    codesAmong(
      'Month',
      upTo(40, (row) => row),
    ),
  ).toBeUndefined();
  expect(
    codesAmong(
      'Cap',
      upTo(40, (row) => row % 9),
    ),
  ).toBeUndefined();
  expect(codesAmong('Kids number', fewLevels)).toBeUndefined();
});

test('texts of digits are codes by their name; names of places are none', () => {
  expect(textCodesAmong('Postcode', ['01067', '01099'])?.what).toBe('postcodes');
  expect(textCodesAmong('Postcode', ['SW1A 1AA', 'N1 9GU'])?.what).toBe('postcodes');
  expect(textCodesAmong('Store', ['001', '002'])?.kind).toBe('unit');
  expect(textCodesAmong('Store', ['Leeds', 'York'])).toBeUndefined();
  expect(textCodesAmong('Segment', ['A', 'B'])).toBeUndefined();
});

test('few codes of groups are categories with a reason, many are numbers with one, of customers an identifier', () => {
  expect(typedColumn('Store', fewLevels)).toMatchObject({
    kind: 'category',
    levels: ['1', '2', '3', '4', '5', '6', '7'],
    reason: 'holds numbers of stores, areas or people: they measure nothing',
  });
  expect(typedColumn('Zip', fiveDigits)).toMatchObject({
    kind: 'number',
    reason: 'holds postcodes: they measure nothing',
  });
  expect(typedColumn('Client ref', fiveDigits)).toMatchObject({ kind: 'identifier', distinct: 40 });
  const leading = Array.from(fewLevels, (store) => `0${store}`);
  expect(typedColumn('Store', leading)).toMatchObject({ kind: 'category', reason: expect.any(String) });
  expect(typedColumn('Zip', Array.from(fiveDigits, String))).toMatchObject({ reason: expect.any(String) });
});

test('amounts in a currency are no codes, whatever their name', () => {
  expect(typedColumn('Account', fiveDigits, '€').reason).toBeUndefined();
});

test('quarters, hours and days of the week are codes within their bounds, and no codes beyond them', () => {
  const what = (name: string, most: number) =>
    codesAmong(
      name,
      upTo(40, (row) => 1 + (row % most)),
    )?.what;
  expect([what('Quarter', 4), what('Quarter', 5)]).toEqual(['quarters of the year', undefined]);
  expect([what('Hour', 24), what('Hour', 25)]).toEqual(['hours of the day', undefined]);
  expect([what('Weekday', 7), what('Weekday', 8)]).toEqual(['days of the week', undefined]);
  expect([what('Day of week', 7), what('Day of week', 8)]).toEqual(['days of the week', undefined]);
});

test('places on the map are degrees, not all of them whole', () => {
  const degrees = upTo(20, (row) => 48.1 + row / 7);
  expect(codesAmong('Latitude', degrees)?.what).toBe('places on the map');
  expect(codesAmong('Latitude', degrees.map(Math.round))).toBeUndefined();
  expect(
    codesAmong(
      'Latitude',
      degrees.map((value) => value * 10),
    ),
  ).toBeUndefined();
});

test('long numbers are codes in whatever language, if all are known, whole, different and equally long', () => {
  const long = upTo(30, (row) => 123_456_789 + row * 7919);
  const changed = (row: number, value: number) => long.map((each, i) => (i === row ? value : each));
  expect(codesAmong('Αριθμός', long)?.what).toBe('long numbers that are all different');
  expect(codesAmong('Αριθμός', changed(0, Number.NaN))?.what).toBe('long numbers that are all different');
  for (const other of [1, 1e12, 123_456_789.5, long[1]])
    expect(codesAmong('Αριθμός', changed(4, other))).toBeUndefined();
  expect(codesAmong('Αριθμός', long.slice(0, 19))).toBeUndefined();
  expect(
    codesAmong(
      'Αριθμός',
      upTo(30, () => Number.NaN),
    ),
  ).toBeUndefined();
});

// cspell:disable
test.each([
  ['relationship_manager', 'numbers of stores, areas or people'],
  ['Owner', 'numbers of stores, areas or people'],
  ['Seat row preferred', 'numbers of rooms or houses'],
  ['abTest', 'numbers of groups'],
  ['Experiment variant', 'numbers of groups'],
  ['Grupa cenowa', 'numbers of groups'],
  ['Type de client', undefined],
  ['Tipo de cliente', 'numbers of groups'],
  ['Groupe tarifaire', 'numbers of groups'],
  ['percentile_rank', 'ranks from an earlier analysis'],
  ['sex', 'numbers of groups'],
  ['Geschlecht', 'numbers of groups'],
  ['Payment method', 'numbers of groups'],
  ['Card Exp Month', 'months of the year'],
  ['Sexual health visits', undefined],
  ['Home ownership years', undefined],
  ['Income bucket', undefined],
])('%s holds %s', (name, what) => {
  expect(codesAmong(name, fewLevels)?.what).toBe(what);
});
// cspell:enable

test('letters and "id" in one word identify, where all are different and no small amounts', () => {
  const eightDigits = upTo(40, (row) => 10_000_000 + ((row * 7_919_113) % 89_999_999));
  expect(typedColumn('LEID', eightDigits).kind).toBe('identifier');
  expect(typedColumn('paid', eightDigits).kind).toBe('number');
  expect(typedColumn('mid', fewLevels).kind).toBe('number');
});

test('letters of an RFM score are ranks from 1 to 5, and counts beyond; a letter alone is its measure', () => {
  const ranks = upTo(40, (row) => 1 + (row % 5));
  for (const name of ['R rank', 'M-Quantile', 'f_quintile', 'r_score', 'F score'])
    expect(codesAmong(name, ranks)?.what).toBe('ranks from an earlier analysis');
  expect(codesAmong('F score', fewLevels)).toBeUndefined();
  for (const name of ['R', 'F', 'M']) expect(codesAmong(name, ranks)).toBeUndefined();
  expect(codesAmong('Recency', ranks)).toBeUndefined();
});

test('raw orders under the letter F are compared, beside days and money', () => {
  const columns = { R: [3, 365, 40, 90], F: [1, 5, 2, 3], M: [19.9, 820, 75.5, 210] };
  for (const [name, cells] of Object.entries(columns))
    expect(typedColumn(name, cells)).toMatchObject({ kind: 'number', values: Float64Array.from(cells) });
  for (const [name, cells] of Object.entries(columns))
    expect(typedColumn(name, cells).reason).toBeUndefined();
});

// cspell:disable
test.each([
  ...['Desk', 'Standing desk', 'Book shelf', 'Baby gate', 'Store brand', 'Spa treatment', 'Chicken bucket'],
  ...['Race', 'Row', 'Charity race', 'Garden gate', 'Grupo familiar', 'Categoria calzado', 'Clase de yoga'],
])('%s: things people buy or count', (name) => {
  expect(codesAmong(name, fewLevels)).toBeUndefined();
});

test.each([
  ...['Seat row', 'Seat row number', 'Desk no', 'Desk #', 'Gate number', 'Shelf code', 'Aisle id'],
  ...['Treatment group', 'Treatment arm', 'AB bucket', 'Bucket id', 'Brand code', 'Race code', 'Fold no'],
  ...['Tipo di cliente', 'Grupo de clientes', 'Categoria do cliente', 'Catégorie tarifaire', 'Tipo contrato'],
])('%s: numbers of rooms or of groups', (name) => {
  expect(codesAmong(name, fewLevels)).toBeDefined();
});
// cspell:enable
