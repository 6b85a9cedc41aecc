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
