// cspell:ignore Jahreseinkommen Edad Ingresos Reddito Idade Renda Leeftijd Inkomen Lagerwert wert
import { segmentStrategies } from '../../../src/profile/actions/strategies';
import { plainlyNamed } from '../../../src/profile/names/plainName';
import type { ProfileOptions } from '../../../src/profile/profileOptions';
import { profileSegments, type SegmentProfile } from '../../../src/profile/segmentProfile';
import { customersOf, type Kind } from '../customers';

const kind = (count: number, draw: Kind['draw']): Kind => ({ count, draw });

function namesOf(kinds: readonly Kind[], options: ProfileOptions = {}): string[] {
  const { table, labels } = customersOf(kinds);
  return profileSegments(table, labels, options).map(({ name }) => name);
}

describe('a difference is claimed only where it matters', () => {
  test.each([
    ['age 42 beside 38', { Age: [42, 2] }, { Age: [38, 2] }, /older|younger/i],
    ['age 35 beside 33', { Age: [35, 1] }, { Age: [33, 1] }, /older|younger/i],
    ['income 60,722 beside 57,478', { Income: [60722, 2000] }, { Income: [57478, 2000] }, /(high|low)/i],
    [
      '39 months beside 38',
      { 'Months as a customer': [39, 0.5] },
      { 'Months as a customer': [38, 0.5] },
      /long|new/i,
    ],
  ] as [string, Kind['draw'], Kind['draw'], RegExp][])('%s', (_, one, other, claim) => {
    const { table, labels } = customersOf([kind(200, one), kind(200, other)]);
    const profiles = profileSegments(table, labels);
    expect(profiles[0].features[0].effect.strength).toBe('large'); // certain, and still no news
    for (const { name, action } of profiles) expect(`${name} ${action.action}`).not.toMatch(claim);
  });

  test('and claimed where it does', () => {
    expect(namesOf([kind(200, { Age: [48, 5] }), kind(200, { Age: [38, 5] })])).toEqual([
      'Older customers',
      'Younger customers',
    ]);
  });

  test('customers in the middle of skewed money are not called what only others are', () => {
    const names = namesOf([
      kind(180, { Spend: [100, 20], 'Average order value': [20, 3] }),
      kind(140, { Spend: [700, 90], 'Average order value': [60, 6] }),
      kind(80, { Spend: [6400, 700], 'Average order value': [210, 20] }),
    ]);
    expect(names[1]).not.toMatch(/high-value|above-average|big/i);
    expect(names[2]).toMatch(/high-value|big/i);
  });

  test('the number shown is the number judged, against the others', () => {
    const { table, labels } = customersOf([
      kind(910, { Spent: [172, 20] }),
      kind(90, { Spent: [2000, 300] }),
    ]);
    const [most] = profileSegments(table, labels);
    const [spent] = most.features;
    expect(spent.kind === 'numeric' && Math.round(spent.others!.count)).toBe(90);
    expect(most.nameReasons[0].reason).toMatch(/versus (1,9|2,0)\d\d for the others/);
  });
});

describe('spending columns add up', () => {
  const kinds = [
    kind(100, { wine_spend: [900, 60], bread_spend: [60, 10], Frequency: [20, 2] }),
    kind(100, { wine_spend: [100, 30], bread_spend: [90, 10], Frequency: [8, 2] }),
  ];

  test('who spends most in all are the big spenders, whichever column comes first', () => {
    const [wine, bread] = namesOf(kinds);
    expect(wine).toMatch(/big spenders/i);
    expect(bread).not.toMatch(/big spenders/i);
  });

  test('the share of spending is that of the sum', () => {
    const { table, labels } = customersOf(kinds);
    const [wine] = profileSegments(table, labels);
    expect(wine.shareOfSpending).toBeCloseTo(960 / 1150, 1);
    expect(wine.spending?.columns).toEqual(['wine_spend', 'bread_spend']);
  });

  test('a column that contains the others is the total, and is not added to them', () => {
    const { table, labels } = customersOf(kinds);
    const spend = table.wine_spend.map((value, i) => value + table.bread_spend[i]);
    const [wine] = profileSegments({ ...table, spend }, labels);
    expect(wine.spending).toEqual({ columns: ['spend'] });
  });
});

describe('roles', () => {
  test('are known in seven languages', () => {
    for (const [age, income] of [
      ['Alter', 'Jahreseinkommen'],
      ['Âge', 'Revenu'],
      ['Edad', 'Ingresos'],
      ['Età', 'Reddito'],
      ['Idade', 'Renda'],
      ['Leeftijd', 'Inkomen'],
    ]) {
      const names = namesOf([
        kind(100, { [age]: [60, 4], [income]: [30000, 3000] }),
        kind(100, { [age]: [30, 4], [income]: [60000, 3000] }),
      ]);
      expect(names[0]).toMatch(/^Older, low(er)?-income customers$/);
    }
  });

  test('set by you come first', () => {
    const kinds = [kind(100, { wert: [900, 50] }), kind(100, { wert: [100, 50] })];
    expect(namesOf(kinds, { roles: { wert: 'spending' } })[0]).toMatch(/spenders/);
    expect(namesOf(kinds)[0]).toBe('High wert');
  });

  test('German nouns keep their capital', () => {
    expect(namesOf([kind(100, { Lagerwert: [900, 50] }), kind(100, { Lagerwert: [100, 50] })])[0]).toBe(
      'High Lagerwert',
    );
  });

  test('visits in person are not visits to a website, and log-ins are no purchases', () => {
    const { table, labels } = customersOf([
      kind(100, { 'Gym visits': [12, 2], 'Days since last login': [2, 0.5], 'Monthly fee': [40, 2] }),
      kind(100, { 'Gym visits': [2, 0.5], 'Days since last login': [40, 5], 'Monthly fee': [40, 2] }),
    ]);
    const [keen, away] = profileSegments(table, labels);
    const said = [keen, away].flatMap((profile) => [
      profile.name,
      profile.action.action,
      ...Object.values(segmentStrategies(profile)).map(({ action }) => action),
    ]);
    expect(said.join(' ')).not.toMatch(/website|on site|buyers/i);
    expect(away.action.rule).toBe('ask-who-stays-away');
  });

  test('who left is asked why', () => {
    const churned = Array.from({ length: 200 }, (_, i) => (i < 100 ? Number(i % 10 > 0) : 0));
    const labels = churned.map((_, i) => (i < 100 ? 0 : 1));
    const visits = churned.map((_, i) => 3 + (i % 3));
    expect(profileSegments({ churned, visits }, labels)[0].action.rule).toBe('win-back-churned');
  });
});

describe('where there are no natural groups', () => {
  const { table, labels } = customersOf([
    kind(100, { Income: [80000, 3000], Age: [40, 4] }),
    kind(100, { Income: [30000, 3000], Age: [40, 4] }),
  ]);
  const profiles = plainlyNamed(profileSegments(table, labels, { names: { 1: 'Mine' } }), { 1: 'Mine' });

  test('names describe, and yours stay', () => {
    expect(profiles.map(({ name }) => name)).toEqual(['Group A: income above average', 'Mine']);
    expect(profiles[0].nameReasons[0].reason).toMatch(/^mean income 79,\d+ versus 29,\d+ for the others/);
  });

  test('actions and strategies are tests', () => {
    expect(profiles[0].action.action).toMatch(/^Try on a sample first: /);
    const { pricing } = segmentStrategies(profiles[0]);
    expect(pricing.action).toMatch(/^Try on a sample first: /);
  });

  test('a segment near the average is named for that', () => {
    const [only] = plainlyNamed(
      [{ ...profiles[0], features: [], spending: undefined }] as SegmentProfile[],
      {},
    );
    expect(only.name).toBe('Group A: near the average');
  });
});

test('most of the customers are no group to neglect', () => {
  const { table, labels } = customersOf([kind(910, { Spent: [50, 5] }), kind(90, { Spent: [600, 60] })]);
  expect(profileSegments(table, labels)[0].action.action).not.toMatch(/invest only|stop spending/);
});
