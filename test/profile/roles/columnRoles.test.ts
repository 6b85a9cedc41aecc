import { readableName, wordsOf } from '../../../src/core/columnNames';
import { InputError } from '../../../src/core/errors';
import { type ColumnRoleFound, inferColumnRoles, rolesOf } from '../../../src/profile/roles/columnRoles';
import { typedColumn } from '../../../src/table/typedColumn';

const rolesByColumn = (found: ColumnRoleFound[]) =>
  Object.fromEntries(found.map(({ column, role }) => [column, role]));

/** Five plausible values for each column; only their kind and range matter. */
const money = [1200, 800, 4300, 90, 710];
const counts = [0, 2, 1, 1, 3];
const flags = [0, 1, 1, 0, 0];

describe('inferColumnRoles', () => {
  test('understands the columns of the marketing campaign study', () => {
    const found = inferColumnRoles({
      ID: [5524, 2174, 4141, 6182, 5324],
      Year_Birth: [1957, 1954, 1965, 1984, 1981],
      Education: ['PhD', 'Master', 'PhD', 'Basic', 'Master'],
      Marital_Status: ['Single', 'Together', 'Married', 'Single', 'Married'],
      Income: money,
      Kidhome: counts,
      Teenhome: counts,
      Recency: [58, 38, 26, 26, 94],
      MntWines: money,
      NumDealsPurchases: counts,
      NumWebPurchases: counts,
      NumCatalogPurchases: counts,
      NumStorePurchases: counts,
      NumWebVisitsMonth: counts,
      AcceptedCmp3: flags,
      Response: flags,
      Complain: flags,
      Z_Revenue: [11, 11, 11, 11, 11],
      Age: [57, 60, 49, 30, 33],
      Total_Spending: money,
      Family_Size: [1, 3, 2, 4, 2],
      Is_Parent: flags,
      Tenure_Days: money,
      Promotions_Accepted: counts,
    });
    expect(rolesByColumn(found)).toEqual({
      ID: 'ignored',
      Year_Birth: 'birthYear',
      Education: 'education',
      Marital_Status: 'maritalStatus',
      Income: 'income',
      Kidhome: 'smallChildren',
      Teenhome: 'teenagers',
      Recency: 'recency',
      MntWines: 'spendingPart',
      NumDealsPurchases: 'deals',
      NumWebPurchases: 'webPurchases',
      NumCatalogPurchases: 'catalogPurchases',
      NumStorePurchases: 'storePurchases',
      NumWebVisitsMonth: 'webVisits',
      AcceptedCmp3: 'campaign',
      Response: 'campaign',
      Complain: 'complaint',
      Z_Revenue: 'ignored',
      Age: 'age',
      Total_Spending: 'spending',
      Family_Size: 'householdSize',
      Is_Parent: 'parent',
      Tenure_Days: 'tenure',
      Promotions_Accepted: 'promotions',
    });
  });

  test('understands mall, loyalty and transaction columns, however they are spelled', () => {
    const found = inferColumnRoles({
      CustomerID: [1, 2, 3, 4, 5],
      Genre: ['Male', 'Female', 'Male', 'Female', 'Male'],
      'Annual Income (k$)': [15, 16, 17, 18, 15],
      'Spending Score (1-100)': [39, 81, 6, 77, 40],
      membership_years: counts,
      purchaseFrequency: counts,
      last_purchase_amount: money,
      preferred_category: ['Sports', 'Sports', 'Clothing', 'Home', 'Home'],
      Monetary: money,
      'days since last order': counts,
      shoeSize: counts,
    });
    expect(Object.values(rolesByColumn(found))).toEqual([
      'ignored',
      'gender',
      'income',
      'spendingScore',
      'tenure',
      'frequency',
      'orderValue',
      'preferredCategory',
      'spending',
      'recency',
      'other',
    ]);
  });

  test('deals of a sales department are no bargains', () => {
    const found = inferColumnRoles({
      'Number of Associated Deals': counts,
      'Recent Deal Amount': money,
      'Open deals': counts,
      Deals: counts,
    });
    expect(Object.values(rolesByColumn(found))).toEqual(['other', 'spending', 'other', 'deals']);
  });

  test('takes a meaning only where the values can have it', () => {
    const found = inferColumnRoles({
      age: [1200, 3400, 20],
      children: [5000, 7000, 9000],
      income: ['a', 'b', 'a'],
    });
    expect(found.map(({ role }) => role)).toEqual(['other', 'other', 'other']);
  });

  test('leaves out columns without information, and says why', () => {
    const found = inferColumnRoles({
      region: ['north', 'north', 'north'],
      note: ['call back', 'moved', 'vip'],
      joined: [new Date(0), new Date(1), new Date(2)],
      empty: [null, undefined, ''],
    });
    expect(found.map(({ role }) => role)).toEqual(['ignored', 'ignored', 'ignored', 'ignored']);
    expect(found.map(({ reason }) => reason)).toEqual([
      "constant: always 'north'",
      'every value is different text',
      'dates; name the column to cluster on the days since',
      'every value is missing',
    ]);
  });

  test('a row number is an identifier regardless of its name; different incomes are not', () => {
    const running = Array.from({ length: 30 }, (_, i) => i + 7);
    const incomes = running.map((i) => i * i);
    expect(inferColumnRoles({ n: running, Income: incomes }).map(({ role }) => role)).toEqual([
      'ignored',
      'income',
    ]);
  });

  test('your word comes first', () => {
    const [found] = inferColumnRoles({ wert: money }, { wert: 'spending' });
    expect(found).toEqual({ column: 'wert', role: 'spending', reason: 'set by you' });
  });

  test('refuses overrides for unknown columns and unknown roles', () => {
    expect(() => inferColumnRoles({ wert: money }, { wort: 'spending' })).toThrow("names the column 'wort'");
    expect(() => inferColumnRoles({ wert: money }, { wert: 'wealth' as never })).toThrow(InputError);
  });
});

describe('column names as words', () => {
  test('are split at capitals, digits, underscores and dashes', () => {
    expect(wordsOf('NumWebVisitsMonth')).toBe('num web visits month');
    expect(wordsOf('accepted_cmp3')).toBe('accepted cmp 3');
  });

  test('keep what a person wrote, and lose what could do harm', () => {
    expect(readableName('Total_Spending')).toBe('Total spending');
    expect(readableName('Annual Income (k$)')).toBe('Annual Income (k$)');
    expect(readableName('<script>alert("x")</script>')).not.toMatch(/[<>"]/);
    expect(readableName('\u0000\u202e')).toBe('Unnamed');
    expect(readableName('x'.repeat(500)).length).toBeLessThanOrEqual(40);
  });
});

// cspell:disable: columns in seven languages
describe('columns of practice, in seven languages', () => {
  const whole = [3, 5, 2, 9, 4, 7, 6];
  test.each([
    [
      'tenure',
      whole,
      [
        'Vertragslaufzeit',
        'Meses como cliente',
        "Durée d'abonnement",
        'Mesi come cliente',
        'Tempo de cliente (meses)',
        'Abonnementsduur (dagen)',
        'Customer since (years)',
        'days_since_registration',
      ],
    ],
    [
      'recency',
      whole,
      [
        'Monate seit letztem Kauf',
        'Dernier achat (jours)',
        'Última compra (días)',
        'Ultimo acquisto (giorni)',
        'Laatste aankoop (dagen)',
        'Last purchase (days ago)',
      ],
    ],
    [
      'activityRecency',
      whole,
      [
        'Tage seit letztem Besuch',
        'Jours depuis dernière connexion',
        'Días desde último acceso',
        "Giorni dall'ultima visita",
        'Dias desde a última visita',
        'Dagen sinds laatste login',
      ],
    ],
    [
      'deals',
      whole,
      ['Rabattsatz (%)', 'Taux de remise', 'Codes promo', 'Kortingsbonnen', 'Promo codes used'],
    ],
    ['income', whole, ['Jahresgehalt', 'Renta anual', 'Renda mensal', 'Reddito annuo']],
    [
      'spending',
      whole,
      ["Chiffre d'affaires", 'Totaal besteed', 'purchase_total', 'Total billed', 'MRR ($)'],
    ],
    [
      'frequency',
      whole,
      ['Bestellhäufigkeit', 'order_count', 'Gifts', 'Anzahl Spenden', 'Donaciones', 'Boekingen'],
    ],
    ['spending', [20.5, 40, 10, 80, 15, 30, 25], ['Gifts', 'Spenden', 'Dons']],
    [
      'orderValue',
      whole,
      ['Average gift', 'Ticket moyen', 'Cesta media', 'Durchschnittsspende', 'avg_basket'],
    ],
    ['complaint', whole, ['Reclamaciones', 'Reclamações']],
    ['satisfaction', whole, ['NPS', 'Satisfaction (1-5)', 'Kundenzufriedenheit', 'Soddisfazione']],
    ['age', [28, 45, 61, 33, 50, 39, 70], ['customer_age', 'Kundenalter']],
  ] as [string, number[], string[]][])('%s', (role, values, names) => {
    for (const name of names) {
      const [found] = inferColumnRoles({ [name]: values, x: [1, 2, 3, 9, 4, 8, 7] });
      expect([name, found.role]).toEqual([name, role]);
    }
  });

  test('what only sounds like one is none', () => {
    for (const name of [
      'Loan amount',
      'Refund amount',
      'Sales calls',
      'Income tax rate',
      'Car age',
      'Roof age',
      'Alter des Fahrzeugs',
      'Amount overdue',
    ]) {
      const [found] = inferColumnRoles({ [name]: whole, x: [1, 2, 3, 9, 4, 8, 7] });
      expect([name, found.role]).toEqual([name, 'other']);
    }
  });

  test('a year is no length of time: since 2021 is not longer than since 1999', () => {
    const [found] = inferColumnRoles({ 'Kunde seit': [1999, 2021, 2010, 2005, 2021, 1999, 2015], x: whole });
    expect(found.role).not.toBe('tenure');
  });
});
// cspell:enable

test('time that was spent is no money, nor is an amount in kilograms', () => {
  const values = [120, 90, 30, 45, 700, 12, 80];
  for (const name of ['Time spent', 'hours_spent', 'Minutes spent on site'])
    expect(inferColumnRoles({ [name]: values })[0].role).not.toMatch(/^spending/);
  const inUnit = (unit: string) => rolesOf([typedColumn('Amount', values, unit)], {}).map(({ role }) => role);
  expect([inUnit('kg'), inUnit('minutes')]).toEqual([['other'], ['other']]);
  expect([inUnit('€'), inUnit('k'), inUnit('k$')]).toEqual([['spending'], ['spending'], ['spending']]);
});
