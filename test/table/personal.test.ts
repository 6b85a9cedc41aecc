import { personalTexts } from '../../src/table/personal';
import { typedColumn } from '../../src/table/typedColumn';

// cspell:disable

const WORDS = ['Basic', 'Plus', 'Premium'];

test.each([
  ...[
    'First name',
    'LastName',
    'surname',
    'Name',
    'full_name',
    'Vorname',
    'Nachname',
    'Prénom',
    'Nom',
    'Apellidos',
  ],
  ...['Cognome', 'Nome', 'Voornaam', 'achternaam', 'Billing Name', 'First Name (Billing)', 'Contact'],
])('%s holds names of people', (name) => {
  expect(personalTexts(name, WORDS)).toBe('names of people');
});

test.each(['氏名', 'Επώνυμο', 'Фамилия', 'Imię', 'Efternamn', 'Etternavn'])(
  '%s holds names of people',
  (name) => {
    expect(personalTexts(name, WORDS)).toBe('names of people');
  },
);

test.each(['address.country', 'Address State', 'Address City'])('%s holds places', (name) => {
  expect(personalTexts(name, ['US', 'DE'])).toBeUndefined();
});

test.each([
  ...['Email', 'E-Mail', 'customer_email', 'Phone', 'Mobile phone', 'Street', 'Address', 'Billing Address 1'],
  ...['Straße', 'Hausnummer', 'Rue', 'Calle', 'Dirección', 'Indirizzo'],
])('%s holds addresses', (name) => {
  expect(personalTexts(name, WORDS)).toBe('addresses');
});

test.each(['PhoneService', 'Email status', 'Mobile plan', 'phone_type'])(
  '%s says something of an address',
  (name) => {
    expect(personalTexts(name, ['Yes', 'landline'])).toBeUndefined();
    expect(personalTexts(name, ['ann@shop.test', 'bob@shop.test'])).toBe('addresses');
  },
);

test('account numbers have a name of their own', () => {
  expect(personalTexts('IBAN', WORDS)).toBe('account numbers');
  expect(personalTexts('Konto', ['DE89370400440532013000', 'DE02120300000000202051'])).toBe(
    'account numbers',
  );
});

test.each([
  'Notes',
  'comment',
  'Remarks',
  'Feedback',
  'Bemerkungen',
  'Kommentar',
  'Remarque',
  'observaciones',
])('%s holds free text', (name) => {
  expect(personalTexts(name, WORDS)).toBe('free text');
});

test('texts say what they are under any header', () => {
  expect(personalTexts('x', ['ann@example.org', 'ben@example.org'])).toBe('addresses');
  expect(personalTexts('x', ['+49 170 123456', '0170/987654'])).toBe('addresses');
  expect(personalTexts('x', ['DE89 3704 0044 0532 0130 00'])).toBe('account numbers');
  const sentence = 'asked us to call back when the shop opens again';
  expect(personalTexts('x', [sentence, `${sentence} soon`, `${sentence} today`])).toBe('free text');
  expect(personalTexts('Customer', ['C12', 'C13'])).toBe('numbers of customers');
});

test.each([
  ...[
    'Plan',
    'Product name',
    'Campaign name',
    'Brand',
    'City',
    'Country',
    'Segment name',
    'Customer',
    'Status',
  ],
  ...['Education', 'Marital_Status', 'Gender', 'preferred_category', 'Company name'],
])('%s says what kind of customer it is', (name) => {
  expect(personalTexts(name, WORDS)).toBeUndefined();
});

test('such a column has no levels, even where a few come up again, or one alone', () => {
  const column = typedColumn('First name', ['Ann', 'Ben', 'Ann', 'Ben', 'Ann']);
  expect(column).toMatchObject({ kind: 'text', reason: 'holds names of people' });
  expect(typedColumn('Notes', ['owes us', 'owes us'])).toMatchObject({ kind: 'text', constant: true });
  expect(typedColumn('Notes', ['owes us', 'owes us']).reason).not.toContain('owes');
});

test('no texts say nothing; an address is no longer than addresses are', () => {
  expect(personalTexts('Name', [])).toBeUndefined();
  const long = `${'a'.repeat(400)}@example.com`;
  expect(personalTexts('Field', [long, `b${long}`])).not.toBe('addresses');
  expect(personalTexts('Field', ['a@example.com', 'b@example.com'])).toBe('addresses');
});
