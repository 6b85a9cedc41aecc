import { permissionReason } from '../../src/table/permissions';
import { typedColumn } from '../../src/table/typedColumn';

const reasonOf = (name: string, cells: unknown[]) => permissionReason(typedColumn(name, cells)) ?? 'none';
const yesNo = Array.from({ length: 40 }, (_, row) => (row % 3 === 0 ? 'yes' : 'no'));

// cspell:disable
test.each([
  [
    'Newsletter',
    'newsletter_optin',
    'Accepts Marketing',
    'Accepts Email Marketing',
    'GDPR consent',
    'Email Opt-Out',
  ],
  ['Do Not Call', 'Has Opted Out of Email', 'Unsubscribed', 'MarketingConsent', 'sms_opt_in', 'DNC'],
  [
    'Newsletter-Einwilligung',
    'Werbeeinwilligung',
    'DSGVO',
    'Consentement RGPD',
    'Consenso marketing',
    'Nieuwsbrief',
  ],
  ['Zgoda na marketing', 'Nyhetsbrev', 'KVKK onayı', 'Samtycke', 'Consentimiento', 'Toestemming'],
])('%s, %s and the like say what a customer may be sent', (...names) => {
  for (const name of names)
    expect(`${name}: ${reasonOf(name, yesNo)}`).toMatch(/: says what a customer may be sent/);
});

test.each(['IsDeleted', 'Archived', 'Email verified', 'is_test', 'Hard bounced', 'Gelöscht', 'Archivé'])(
  '%s: how a record is kept',
  (name) => {
    expect(reasonOf(name, yesNo)).toMatch(/^says how a record is kept/);
  },
);

test.each([
  'Has app',
  'Premium',
  'Returned goods',
  'Smoker',
  'Children',
  'Complain',
  'AcceptedCmp3',
  'Is active',
])('%s is what customers are or do', (name) => {
  expect(reasonOf(name, yesNo)).toBe('none');
});
// cspell:enable

test('amounts and categories are none', () => {
  const row = Array.from({ length: 40 }, (_, at) => at);
  expect(reasonOf('Newsletter', row)).toBe('none');
  expect(
    reasonOf(
      'Newsletter',
      row.map((at) => ['weekly', 'monthly', 'never'][at % 3]),
    ),
  ).toBe('none');
});

test('marks and 0 and 1 are yes and no, too', () => {
  expect(
    reasonOf(
      'Opt-in',
      yesNo.map((cell) => (cell === 'yes' ? 'x' : null)),
    ),
  ).toMatch(/^says what/);
  expect(
    reasonOf(
      'Opt-in',
      yesNo.map((cell) => Number(cell === 'yes')),
    ),
  ).toMatch(/^says what/);
});
