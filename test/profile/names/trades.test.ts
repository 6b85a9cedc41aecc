// cspell:disable: columns in seven languages
import { lowerFirst } from '../../../src/core/columnNames';
import { segmentStrategies } from '../../../src/profile/actions/strategies';
import { keyDifferences } from '../../../src/profile/names/marks';
import { profileSegments, type SegmentProfile } from '../../../src/profile/segmentProfile';
import { customersOf, type Kind } from '../customers';

function profilesOf(kinds: readonly Kind[], whole: readonly string[] = []): SegmentProfile[] {
  const { table, labels } = customersOf(kinds, { whole });
  return profileSegments(table, labels);
}

const kind = (count: number, draw: Kind['draw']): Kind => ({ count, draw });
const namesOf = (profiles: readonly SegmentProfile[]) => profiles.map(({ name }) => name);
const saidTo = (profile: SegmentProfile) =>
  [profile.action, ...Object.values(segmentStrategies(profile))].map(({ action }) => action).join(' ');

describe('what they spend on', () => {
  const kinds = [
    kind(140, { 'Ausgaben Rotwein': [620, 90], 'Ausgaben Feinkost': [90, 20], Alter: [45, 4] }),
    kind(120, { 'Ausgaben Rotwein': [60, 20], 'Ausgaben Feinkost': [330, 50], Alter: [45, 4] }),
    kind(100, { 'Ausgaben Rotwein': [40, 10], 'Ausgaben Feinkost': [30, 10], Alter: [45, 4] }),
  ];

  test('is said by the name of the goods, with their capitals', () => {
    const [red, food, little] = profilesOf(kinds);
    expect(red.name).toBe('Big spenders, mostly on Rotwein');
    expect(food.name).toMatch(/on Feinkost$/);
    expect(little.name).toBe('Light spenders');
    expect(red.nameReasons[1]).toEqual({
      text: 'mostly on Rotwein',
      reason: expect.stringMatching(/Rotwein 6\d\d versus/),
    });
    expect(saidTo(red)).toContain('Lead with Rotwein: ');
  });

  test('and who spends a third of all is not told that they bought little', () => {
    const [, food] = profilesOf(kinds);
    expect(food.action.action).toBe(
      'Build on Feinkost, where they spend more than others: show what goes with it.',
    );
    expect(saidTo(food)).not.toMatch(/invest only|starter|spend little/);
  });

  test('a column of one kind of goods is no total of another, however large', () => {
    const [dogs] = profilesOf([
      kind(100, { 'Food spend': [620, 60], 'Toy spend': [90, 20] }),
      kind(100, { 'Food spend': [200, 40], 'Toy spend': [30, 10] }),
    ]);
    expect(dogs.spending?.columns).toEqual(['Toy spend', 'Food spend']);
    expect(saidTo(dogs)).toContain('Lead with food: ');
  });

  test('a year contains its last month, and neither is a kind of goods', () => {
    const profiles = profilesOf([
      kind(100, { 'Spend last year': [1200, 100], 'Spend last month': [20, 8] }),
      kind(100, { 'Spend last year': [300, 50], 'Spend last month': [60, 15] }),
    ]);
    expect(namesOf(profiles)).toEqual(['Big spenders', 'Light spenders']);
    expect(profiles[0].spending?.columns).toEqual(['Spend last year']);
    expect(profiles.map(saidTo).join(' ')).not.toMatch(/lead with/i);
  });
});

describe('between two others', () => {
  test('nobody is big who spends less than half of what others do', () => {
    expect(
      namesOf(
        profilesOf([
          kind(200, { Spending: [120, 20] }),
          kind(120, { Spending: [480, 40] }),
          kind(60, { Spending: [1200, 90] }),
        ]),
      ),
    ).toEqual(['Light spenders', 'Above-average spenders', 'Big spenders']);
  });

  test('nobody is young at 41 beside 27, or long-standing at 18 months beside 40', () => {
    const [middle] = profilesOf([
      kind(150, { Age: [41, 3], 'Months as customer': [18, 3] }),
      kind(150, { Age: [69, 3], 'Months as customer': [40, 4] }),
      kind(120, { Age: [27, 3], 'Months as customer': [6, 2] }),
    ]);
    expect(middle.name).not.toMatch(/younger|older|newer|long-standing/i);
    expect(saidTo(middle)).not.toMatch(/joined later|mobile|anniversary/);
  });

  test('whoever comes five times a month beside fourteen and one is not asked what keeps them away', () => {
    const profiles = profilesOf([
      kind(150, { 'Gym visits': [14, 2] }),
      kind(130, { 'Gym visits': [5, 1] }),
      kind(120, { 'Gym visits': [1, 0.3] }),
    ]);
    expect(profiles.map(({ action }) => action.rule === 'ask-who-stays-away')).toEqual([false, false, true]);
    expect(profiles[0].name).toMatch(/^Many gym visits/);
  });
});

describe('advice fits the trade', () => {
  const SHOP = /shipping|basket|purchase|order|checkout|small packs|buyers|best-sellers/i;

  test('donors give: nothing is sold to them, and they are called donors', () => {
    const profiles = profilesOf(
      [
        kind(160, { Gifts: [14, 3], 'Average gift': [18, 3], 'Days since last gift': [25, 8] }),
        kind(120, { Gifts: [2, 0.5], 'Average gift': [240, 30], 'Days since last gift': [200, 40] }),
        kind(140, { Gifts: [2, 0.5], 'Average gift': [20, 3], 'Days since last gift': [900, 90] }),
      ],
      ['Gifts', 'Days since last gift'],
    );
    expect(namesOf(profiles)).toEqual([
      'Recent, frequent donors',
      'Occasional donors with large gifts',
      'Lapsed, occasional donors',
    ]);
    expect(profiles[0].action.rule).toBe('offer-regular-giving');
    expect(profiles[1].action.rule).toBe('thank-large-donors');
    expect(profiles[2].action.rule).toBe('one-message-to-lapsed-donors');
    for (const profile of profiles) expect(saidTo(profile)).not.toMatch(/discount|prices|assortment|buy/i);
  });

  test.each([
    [
      'bank',
      { Saldo: [9000, 900], 'Renda mensal': [5200, 400] },
      { Saldo: [700, 90], 'Renda mensal': [2100, 300] },
    ],
    [
      'phone',
      { 'Contract months': [30, 4], Income: [60, 5] },
      { 'Contract months': [6, 2], Income: [30, 4] },
    ],
    [
      'rental',
      { 'Days since last rental': [20, 5], Age: [40, 4] },
      { 'Days since last rental': [200, 20], Age: [40, 4] },
    ],
    ['hotel', { nights: [12, 2], Income: [60, 5] }, { nights: [2, 0.5], Income: [30, 4] }],
  ] as [string, Kind['draw'], Kind['draw']][])('%s: no goods, no baskets, no shipping', (_, one, other) => {
    for (const profile of profilesOf([kind(120, one), kind(120, other)])) {
      expect(`${profile.name} ${saidTo(profile)}`).not.toMatch(SHOP);
    }
  });

  test('a rate of discount is given, not sought', () => {
    const [much, little] = profilesOf([
      kind(120, { 'Korting (%)': [25, 3], Leeftijd: [40, 4] }),
      kind(120, { 'Korting (%)': [4, 1], Leeftijd: [40, 4] }),
    ]);
    expect(much.name).toBe('Customers with high discounts');
    expect(saidTo(much)).toContain('Test smaller discounts');
    expect(saidTo(little)).not.toMatch(/deals/);
  });

  test('what goes wrong is settled before anything is offered', () => {
    const [owing] = profilesOf([
      kind(120, { 'Months overdue': [7, 1], 'Loan amount': [9000, 900] }),
      kind(120, { 'Months overdue': [0.2, 0.2], 'Loan amount': [4000, 500] }),
    ]);
    expect(owing.action).toMatchObject({
      rule: 'settle-what-goes-wrong',
      action: 'Settle what goes wrong before you send any offer: far higher months overdue.',
      reason: expect.stringMatching(/^mean months overdue [67]/),
    });
    expect(owing.name).not.toMatch(/spender/);
  });

  test('who is unsatisfied is not asked for referrals, however long they stay', () => {
    const [unhappy, happy] = profilesOf([
      kind(120, { 'Satisfaction (1-5)': [2, 0.4], 'Years with us': [12, 2] }),
      kind(120, { 'Satisfaction (1-5)': [4.4, 0.3], 'Years with us': [3, 1] }),
    ]);
    expect(unhappy.name).toBe('Less satisfied, long-standing customers');
    expect(saidTo(unhappy)).not.toMatch(/referrals|anniversary reward/);
    expect(unhappy.action.rule).toBe('repair-satisfaction');
    expect(happy.name).toMatch(/^More satisfied/);
  });

  test('nobody is given up who is not known to be worth less', () => {
    const draw = (days: number, price: number): Kind['draw'] => ({
      'Days since last order': [days, days / 5],
      'Trip price': [price, price / 10],
    });
    const [lapsed] = profilesOf([kind(120, draw(300, 3000)), kind(140, draw(30, 400))]);
    expect(lapsed.action.rule).toBe('let-lapsed-go-cheaply');
    expect(saidTo(lapsed)).not.toMatch(/stop spending|let them go|leave them out/);
  });

  test('open invoices are no orders, and who pays late is not sent bundles', () => {
    const [late] = profilesOf([
      kind(120, { 'Open invoices': [6, 1], 'Days late': [38, 5], Turnover: [40000, 4000] }),
      kind(120, { 'Open invoices': [1, 0.4], 'Days late': [3, 1], Turnover: [52000, 5000] }),
    ]);
    expect(late.name).not.toMatch(/frequent/i);
    expect(late.action.rule).toBe('settle-what-goes-wrong');
  });

  test('an offer builds on what they have more of', () => {
    const [wine] = profilesOf([
      kind(100, { Wine: [70, 6], Meat: [10, 2] }),
      kind(100, { Wine: [15, 4], Meat: [160, 10] }),
    ]);
    expect(wine.action.action).toBe('Test one offer that builds on their key difference: far higher wine.');
  });
});

describe('differences that do not matter', () => {
  test('two points of a percentage are none, and neither are two years of age', () => {
    const [one] = profilesOf([
      kind(200, { 'Return rate (%)': [4, 0.5], Edad: [46, 2], Foo: [9, 1] }),
      kind(200, { 'Return rate (%)': [5.8, 0.5], Edad: [44, 2], Foo: [3, 1] }),
    ]);
    expect(one.name).toBe('High foo');
    expect(keyDifferences(one).map(({ column }) => column)).toEqual(['Foo']);
  });

  test('but twice the percentage is one', () => {
    const [one] = profilesOf([
      kind(200, { 'Click rate (%)': [2, 0.2] }),
      kind(200, { 'Click rate (%)': [0.9, 0.2] }),
    ]);
    expect(one.name).toBe('High click rate');
  });
});

describe('plain English', () => {
  test('things are many or few, amounts high or low, an overdrawn balance negative', () => {
    const { table, labels } = customersOf(
      [
        kind(100, { Seats: [60, 8], 'Account balance': [5000, 300] }),
        kind(100, { Seats: [6, 2], 'Account balance': [900, 100] }),
      ],
      { whole: ['Seats'] },
    );
    const balance = table['Account balance'].map((value, i) => (labels[i] === 1 ? -value : value));
    expect(namesOf(profileSegments({ Seats: table.Seats }, labels))).toEqual(['Many seats', 'Few seats']);
    expect(namesOf(profileSegments({ 'Account balance': balance }, labels))).toEqual([
      'High account balance',
      'Negative account balance',
    ]);
  });

  test('years are early or late, without a separator', () => {
    const { table, labels } = customersOf([kind(100, { year: [1978, 3] }), kind(100, { year: [2008, 3] })], {
      whole: ['year'],
    });
    const [early, late] = profileSegments({ year_of_graduation: table.year }, labels);
    expect([early.name, late.name]).toEqual(['Early year of graduation', 'Late year of graduation']);
    expect(early.nameReasons[0].reason).toMatch(/19\d\d(\.\d)? versus 20\d\d/);
  });

  test('a yes/no column says of several what it says of one', () => {
    const labels = Array.from({ length: 400 }, (_, i) => i % 2);
    const dog = labels.map((label, i) => Number(label === 0 ? i % 20 > 0 : i % 20 === 1));
    expect(namesOf(profileSegments({ 'Has dog': dog }, labels))).toEqual(['Mostly have dog', 'Few have dog']);
  });

  test('German nouns keep their capital, adjectives and English words do not', () => {
    for (const noun of ['Rabattsatz', 'Größe', 'Vertragslaufzeit', 'Nutzung', 'Übernachtungen'])
      expect(lowerFirst(noun)).toBe(noun);
    expect(lowerFirst('Young')).toBe('young');
    expect(lowerFirst('Antigüedad')).toBe('antigüedad');
    expect(lowerFirst('Stand-alone price')).toBe('stand-alone price');
  });
});
