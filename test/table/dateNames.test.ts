import { type DateRole, dateRole, labelOfDays, mayHoldDates } from '../../src/table/dateNames';
import { typedColumn } from '../../src/table/typedColumn';

test.each<[DateRole, string[]]>([
  [
    'recency',
    [
      ...[
        'Last order',
        'last_login',
        'LastPurchaseDate',
        'Latest visit',
        'Most recent order',
        'Last seen at',
      ],
      ...[
        'Letzte Bestellung',
        'Letzter Kauf',
        'Dernière commande',
        'Última compra',
        'Ultimo ordine',
        'Laatste bestelling',
      ],
    ],
  ],
  [
    'tenure',
    [
      ...[
        'Sign-up date',
        'signup',
        'Registered',
        'registration_date',
        'Joined',
        'Created at',
        'Customer since',
      ],
      ...[
        'First purchase',
        'Erstkauf',
        'Kunde seit',
        'Anmeldedatum',
        'Première commande',
        "Date d'inscription",
      ],
      ...[
        'Fecha de alta',
        'Primera compra',
        'Data iscrizione',
        'Data de cadastro',
        'Klant sinds',
        'Eerste aankoop',
      ],
    ],
  ],
  [
    'birth',
    [
      'Date of birth',
      'DOB',
      'Birthday',
      'Geburtsdatum',
      'Date de naissance',
      'Fecha de nacimiento',
      'Geboortedatum',
    ],
  ],
])('%s: %j', (role, names) => {
  for (const name of names) expect([name, dateRole(name)]).toEqual([name, role]);
});

test.each([
  'Next renewal',
  'Contract end',
  'Expiry date',
  'Updated at',
  'last_modified',
  'Dt_Customer',
  'Date',
  'Delivery',
])('%s says nothing of a customer by itself', (name) => {
  expect(dateRole(name)).toBeUndefined();
});

test.each([
  ['Last order date', 'Days since last order'],
  ['last_login_at', 'Days since last login'],
  ['Sign-up date', 'Days since sign-up'],
  ['Customer since', 'Days as customer'],
  ['Joined', 'Days since joined'],
  ['Letzte Bestellung', 'Days since Letzte Bestellung'],
])('%s: %s', (name, label) => {
  expect(labelOfDays(name)).toBe(label);
});

const dates = ['2024-01-31', '2023-06-15', '2022-02-28', '2024-02-29', '2023-12-24', '2024-03-01'];
const day = (iso: string) => Date.parse(iso) / 86_400_000;
const days = Float64Array.from(dates, day);

test.each<[string, (iso: string) => unknown, string]>([
  ['ISO text', (iso) => iso, 'Anything'],
  ['ISO text with times', (iso) => `${iso}T23:59:59`, 'Anything'],
  ['Date', (iso) => new Date(`${iso}T12:00:00Z`), 'Anything'],
  ['eight digits', (iso) => Number(iso.replaceAll('-', '')), 'Anything'],
  ['day numbers of a spreadsheet', (iso) => day(iso) + 25_569, 'Last order'],
  ['day numbers with times', (iso) => day(iso) + 25_569.75, 'order_date'],
  ['seconds since 1970', (iso) => Date.parse(iso) / 1000, 'Anything'],
  ['milliseconds since 1970', (iso) => Date.parse(iso), 'created_at'],
])('%s are days', (_, written, name) => {
  expect(typedColumn(name, [...dates.map(written), null])).toMatchObject({
    kind: 'date',
    days: Float64Array.of(...days, Number.NaN),
    missing: 1,
  });
});

test.each<[string, unknown[]]>([
  ['Income', dates.map((iso) => day(iso) + 25_569)],
  ['Last order amount', dates.map((iso) => day(iso) + 25_569)],
  ['Revenue', dates.map((iso) => Date.parse(iso) / 1000)],
  ['Savings', [20_240_131, 20_249_999, 20_240_101, 20_230_101, 20_220_101]],
  ['Last order', [12, 45, 300, 7, 80]],
  ['Spend', dates.map((iso) => day(iso) + 25_569)],
])('%s: amounts that happen to be as large are numbers', (name, cells) => {
  expect(typedColumn(name, cells)).toMatchObject({ kind: 'number' });
  expect(typedColumn(name, cells).reason).toBeUndefined();
});

test('months in digits measure nothing; so many amounts are', () => {
  const months = [202_401, 202_312, 202_401, 202_211];
  expect(typedColumn('Cohort month', months).reason).toBe(
    'holds months written yyyyMM: they measure nothing',
  );
  expect(typedColumn('Whatever', months).reason).toBe('holds months written yyyyMM: they measure nothing');
  expect(typedColumn('Amount', months).reason).toBeUndefined();
  expect(typedColumn('Whatever', [...months, 202_413]).reason).toBeUndefined();
});

test('a name alone makes no dates of small numbers', () => {
  expect(mayHoldDates('Order date')).toBe(true);
  expect(typedColumn('Order date', [3, 17, 28, 3]).kind).toBe('number');
});

// cspell:disable
test.each<[DateRole, string[]]>([
  ['recency', ['最終購入日', 'Τελευταία αγορά', 'Последний заказ', 'Ostatnie zamówienie', 'Senaste köp']],
  ['tenure', ['入会日', '登録日', 'Дата регистрации', 'Data rejestracji']],
  ['birth', ['生年月日', 'Data urodzenia', 'Дата рождения', 'Fødselsdato', 'Födelsedatum']],
])('%s in further languages: %j', (role, names) => {
  expect(names.map((name) => dateRole(name))).toEqual(names.map(() => role));
});
// cspell:enable

test('a name that says nothing but that it holds dates keeps what it says', () => {
  expect(labelOfDays('Date')).toBe('Days since date');
  expect(labelOfDays('Order date', 'Years')).toBe('Years since order');
});
