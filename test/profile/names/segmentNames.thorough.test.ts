import { profileSegments, type SegmentProfile } from '../../../src/profile/segmentProfile';
import { customersOf, households, type Kind } from '../customers';

const namesOf = (profiles: SegmentProfile[]) => profiles.map(({ name }) => name);

const reasonsOf = ({ nameReasons }: SegmentProfile) => nameReasons.map(({ text }) => text);

describe('names of households', () => {
  const { table, labels } = households();
  const profiles = profileSegments(table, labels);

  test('tell stage of life, income, children and spending', () => {
    expect(namesOf(profiles)).toEqual([
      'Established families with mixed spending',
      'Younger families on a limited income',
      'Affluent couples and singles',
      'Middle-income families with teenagers',
    ]);
  });

  test('back every word with its numbers', () => {
    for (const profile of profiles) {
      const text = reasonsOf(profile).join(' ').toLowerCase();
      expect(text).toBe(profile.name.toLowerCase());
      for (const { reason } of profile.nameReasons) expect(reason).toMatch(/\d/);
    }
    const [, younger] = profiles;
    expect(younger.nameReasons[0].reason).toMatch(
      /^mean age 3\d\.\d versus 4\d\.\d for the others \(g = −1\.\d+\)$/,
    );
    expect(profiles[3].nameReasons[0].reason).toMatch(/middle third of all customers/);
  });

  test('hold for other draws of the same customers', () => {
    for (let seed = 2; seed <= 21; seed++) {
      const again = households(seed);
      expect(namesOf(profileSegments(again.table, again.labels))).toEqual(namesOf(profiles));
    }
  });

  test('change when the numbers do: no word outlives its reason', () => {
    const sameAge = { ...table, Age: table.Age.map((_, i) => 30 + (i % 41)) };
    const sameIncome = { ...table, Income: table.Income.map((_, i) => 20000 + ((i * 37) % 60) * 1000) };
    const sameSpending = { ...table, Spending: table.Spending.map((_, i) => 100 + ((i * 31) % 90) * 10) };
    expect(namesOf(profileSegments(sameAge, labels)).join()).not.toMatch(/younger|older|established/i);
    expect(namesOf(profileSegments(sameIncome, labels)).join()).not.toMatch(
      /affluent|limited|low-income|high-income/i,
    );
    expect(namesOf(profileSegments(sameSpending, labels)).join()).not.toMatch(
      /affluent|high spending|low spending/i,
    );
  });

  test('say high rather than mixed where spending is wide but clearly above others', () => {
    const Spending = table.Spending.map((value, i) => (labels[i] === 0 ? 300 + (i % 200) * 10 : value));
    expect(profileSegments({ ...table, Spending }, labels)[0].name).toMatch(
      /^Established families with (high|above-average) spending$/,
    );
  });

  test('call no families established while a third have small children', () => {
    const Kids = table.Kids.map((_, i) => (labels[i] === 0 ? Number(i % 3 === 0) : labels[i] === 2 ? 0 : 1));
    expect(profileSegments({ ...table, Kids }, labels)[0].name).toBe('Older families with mixed spending');
  });

  test('say couples or singles where most live so', () => {
    const alone = { ...table, Has_Partner: table.Has_Partner.map((_, i) => Number(i % 10 === 0)) };
    const paired = { ...table, Has_Partner: table.Has_Partner.map((_, i) => Number(i % 10 !== 0)) };
    const { Has_Partner: _, ...unknown } = table;
    expect(profileSegments(alone, labels)[2].name).toBe('Affluent singles');
    expect(profileSegments(paired, labels)[2].name).toBe('Affluent couples');
    expect(profileSegments(unknown, labels)[2].name).toBe('Affluent households without children');
  });

  test('read the partner from a marital status', () => {
    const statuses = ['Married', 'Together', 'Single', 'Divorced', 'Widow'];
    const { Has_Partner: _, ...rest } = table;
    const Marital_Status = table.Age.map((_, i) => statuses[i % 5]);
    expect(profileSegments({ ...rest, Marital_Status }, labels)[2].name).toBe('Affluent couples and singles');
  });
});

describe('names of shoppers by age, income and score', () => {
  const kind = (count: number, Age: number, income: number, score: number): Kind => ({
    count,
    draw: { Age: [Age, 13], 'Annual Income (k$)': [income, 7], 'Spending Score (1-100)': [score, 8] },
  });

  test('read like the five corners of a mall', () => {
    const { table, labels } = customersOf([
      kind(80, 40, 55, 50),
      kind(40, 27, 86, 82),
      kind(36, 42, 88, 17),
      kind(24, 40, 26, 20),
      kind(22, 20, 26, 79),
    ]);
    expect(namesOf(profileSegments(table, labels))).toEqual([
      'Middle-income customers with average spending',
      'Younger, affluent big spenders',
      'Careful high earners',
      'Budget shoppers',
      'Younger, low-income big spenders',
    ]);
  });

  test('say careful, affluent and budget only where income and spending both bear it', () => {
    const { table, labels } = customersOf([kind(80, 40, 40, 50), kind(60, 40, 90, 50), kind(60, 40, 65, 50)]);
    expect(namesOf(profileSegments(table, labels)).join()).not.toMatch(/careful|affluent|budget/i);
    const { Age, 'Spending Score (1-100)': score } = table;
    const noIncome = { Age, score: score.map((value, i) => value + 30 * labels[i]) };
    const named = profileSegments(noIncome, labels, { roles: { score: 'spendingScore' } });
    expect(namesOf(named).join()).not.toMatch(/careful|affluent|budget/i);
  });
});

describe('names of members of a loyalty program', () => {
  const kind = (count: number, [income, score, years, purchases, last]: number[]): Kind => ({
    count,
    draw: {
      income: [income, 9000],
      spending_score: [score, 10],
      membership_years: [years, 1],
      purchase_frequency: [purchases, 5],
      last_purchase_amount: [last, 90],
    },
  });
  const { table, labels } = customersOf([
    kind(120, [45000, 20, 4, 24, 300]),
    kind(110, [80000, 50, 4, 8, 500]),
    kind(100, [80000, 50, 9, 40, 500]),
    kind(90, [115000, 85, 4, 26, 850]),
  ]);

  test('are near Budget, Occasional, Loyal and High-Value where the numbers bear these', () => {
    expect(namesOf(profileSegments(table, labels))).toEqual([
      'Newer budget shoppers',
      'Newer, occasional buyers',
      'Loyal customers',
      'High-income, high-value customers',
    ]);
  });

  test('back loyalty with years and purchases, value with spending and orders', () => {
    const [budget, , loyal, valued] = profileSegments(table, labels);
    expect(loyal.nameReasons[0]).toEqual({
      text: 'loyal',
      reason: expect.stringMatching(/^mean membership years 9.*; mean purchase frequency 40/),
    });
    expect(valued.nameReasons[1].reason).toMatch(/spending score.*; .*last purchase amount/);
    expect(budget.nameReasons[1].reason).toMatch(/income.*; .*spending score/);
  });

  test('call nobody loyal for years alone, or for purchases alone', () => {
    const { purchase_frequency: _, ...yearsOnly } = table;
    const { membership_years: __, ...purchasesOnly } = table;
    expect(namesOf(profileSegments(yearsOnly, labels))[2]).toBe('Long-standing customers');
    expect(namesOf(profileSegments(purchasesOnly, labels))[2]).toBe('Frequent buyers');
  });

  test('call nobody high-value whose purchases are large but rare', () => {
    const rare = table.purchase_frequency.map((value, i) => (labels[i] === 3 ? 5 : value));
    const { spending_score: _, ...rest }: typeof table = { ...table, purchase_frequency: rare };
    expect(namesOf(profileSegments(rest, labels))[3]).not.toMatch(/high-value/i);
  });

  test('tell who last bought much or little where nothing more is known', () => {
    const { last_purchase_amount } = table;
    expect(namesOf(profileSegments({ last_purchase_amount }, labels))).toEqual([
      'Customers with a small last purchase',
      'Average customers 1',
      'Average customers 2',
      'Customers with a large last purchase',
    ]);
    const average_order = last_purchase_amount;
    expect(namesOf(profileSegments({ average_order }, labels))[3]).toBe('Customers with large orders');
  });

  test('say of a gender and a preferred category what a person would', () => {
    const genders = ['Female', 'Male', 'Other', 'Male'];
    const gender = Array.from(labels, (label, i) => (label > 0 && i % 9 === 0 ? 'Female' : genders[label]));
    const names = namesOf(profileSegments({ gender }, labels));
    expect(names[0]).toBe('All female');
    expect(names[1]).toMatch(/^Mostly male/);
    expect(names[2]).toBe('Mostly of gender Other');
  });
});

describe('names of buyers by recency, frequency and money', () => {
  const kind = (count: number, recency: number, frequency: number, monetary: number): Kind => ({
    count,
    draw: {
      Recency: [recency, recency / 4],
      Frequency: [frequency, frequency / 4],
      Monetary: [monetary, monetary / 3],
    },
  });

  test('tell who is lapsed, frequent and big', () => {
    const { table, labels } = customersOf(
      [kind(500, 250, 2, 200), kind(300, 20, 2, 250), kind(200, 15, 12, 5000), kind(150, 240, 11, 4500)],
      { whole: ['Recency', 'Frequency'] },
    );
    expect(namesOf(profileSegments(table, labels))).toEqual([
      'Lapsed, occasional light spenders',
      'Recent, occasional buyers',
      'Recent, frequent big spenders',
      'Lapsed, frequent big spenders',
    ]);
  });
});

describe('names of anything else', () => {
  const foo = (count: number, Foo: number, Bar: number, Baz = 5): Kind => ({
    count,
    draw: { Foo: [Foo, 1], Bar: [Bar, 1], Baz: [Baz, 1] },
  });

  test('use the columns as they are called, the strongest first', () => {
    const { table, labels } = customersOf([foo(100, 12, 1), foo(80, 1, 5)]);
    expect(namesOf(profileSegments(table, labels))).toEqual(['High foo, low bar', 'Low foo, high bar']);
  });

  test('say which category most belong to', () => {
    const n = 200;
    const labels = Array.from({ length: n }, (_, i) => Number(i >= n / 2));
    const preferred_category = labels.map((label, i) => (label === 0 || i % 5 === 0 ? 'Sports' : 'Books'));
    expect(namesOf(profileSegments({ preferred_category }, labels))).toEqual([
      'All prefer Sports',
      'Mostly prefer Books',
    ]);
  });

  test('compare rather than call low what most customers are', () => {
    const { table, labels } = customersOf([
      { count: 1000, draw: { Income: [20, 4], Recency: [40, 10] } },
      { count: 250, draw: { Income: [80, 9], Recency: [40, 10] } },
    ]);
    const mirrored = { ...table, Income: table.Income.map((income) => 200 - income) };
    expect(namesOf(profileSegments(table, labels))).toEqual([
      'Lower-income customers',
      'High-income customers',
    ]);
    expect(namesOf(profileSegments(mirrored, labels))).toEqual([
      'Higher-income customers',
      'Low-income customers',
    ]);
  });

  test('name what is rare or less, too, rather than call such customers typical', () => {
    const labels = Array.from({ length: 400 }, (_, i) => i % 2);
    const Owns_Car = labels.map((label, i) => Number(i % 10 < (label === 0 ? 8 : 4)));
    const NumDealsPurchases = labels.map((label, i) => (label === 0 ? 1 : 4) + (i % 5));
    expect(namesOf(profileSegments({ Owns_Car }, labels))).toEqual(['Mostly own car', 'Less often own car']);
    expect(namesOf(profileSegments({ NumDealsPurchases }, labels))).toEqual([
      'Few deals purchases',
      'Deal-seeking buyers',
    ]);
  });

  test('split segments of the same name by what distinguishes them most', () => {
    const big = (count: number, income: number): Kind => ({
      count,
      draw: { Income: [income, 4], Spending: [90, 5], Age: [40, 10] },
    });
    const { table, labels } = customersOf([
      { count: 1000, draw: { Income: [20, 4], Spending: [10, 3], Age: [40, 10] } },
      big(100, 80),
      big(90, 110),
      big(80, 140),
    ]);
    const names = namesOf(profileSegments(table, labels));
    const namesakes = names.slice(1);
    expect(new Set(namesakes).size).toBe(3);
    expect(namesakes.every((name) => name.startsWith('Affluent big spenders, '))).toBe(true);
    expect(namesakes[0]).toContain('lower income');
    expect(namesakes[2]).toContain('higher income');
  });

  test('never call a namesake both higher and lower in one feature: a value is said instead', () => {
    const { table, labels } = customersOf(
      [100, 200, 300, 400, 500, 600, 700, 800, 900].map((level) => ({
        count: 200,
        draw: { Foo: [level, 2] },
      })),
    );
    const names = namesOf(profileSegments(table, labels));
    expect(new Set(names).size).toBe(9);
    for (const name of names) {
      expect(name.match(/(lower|higher) foo/gi)?.length ?? 0).toBeLessThan(2);
    }
    expect(names.some((name) => /foo \d{3}$/i.test(name))).toBe(true);
  });

  test('say of what kind most are without the name of the column, where it is understood', () => {
    const labels = Array.from({ length: 400 }, (_, i) => i % 2);
    const split = (a: string, b: string) => labels.map((label, i) => (i % 20 < 14 === (label === 0) ? a : b));
    const named = (table: Record<string, string[]>) => namesOf(profileSegments(table, labels));
    expect(named({ rfm_segment: split('Champions', 'Hibernating') })).toEqual([
      'Mostly Champions',
      'Mostly Hibernating',
    ]);
    expect(named({ city: split('Oslo', 'Rome') })).toEqual(['Mostly city: Oslo', 'Mostly city: Rome']);
    expect(named({ income_group: split('High', 'Low') })[0]).toBe('Mostly income group: High');
    expect(named({ customer_type: split('A1', 'B2') })[0]).toBe('Mostly customer type: A1');
  });

  test('part namesakes by the share of a category in words, not by a lower category', () => {
    const rich = { Income: [80, 4], Spending: [90, 5] } satisfies Kind['draw'];
    const { table, labels } = customersOf([
      { count: 1000, draw: { Income: [20, 4], Spending: [10, 3] } },
      { count: 100, draw: rich },
      { count: 90, draw: rich },
    ]);
    const mixed = (often: string, rare: string) =>
      Array.from(labels, (label, i) => (i % 10 < [5, 8, 4][label] ? often : rare));
    const preferred_category = mixed('Clothing', 'Shoes');
    const gender = mixed('Female', 'Male');
    expect(namesOf(profileSegments({ ...table, preferred_category }, labels)).slice(1)).toEqual([
      'Affluent big spenders, more in Clothing',
      'Affluent big spenders, fewer in Clothing',
    ]);
    expect(namesOf(profileSegments({ ...table, gender }, labels)).slice(1)).toEqual([
      'Affluent big spenders, more often female',
      'Affluent big spenders, less often female',
    ]);
  });

  test('do not say again what a name says: another feature parts namesakes, or else a value', () => {
    const kind = (count: number, age: number, points: number): Kind => ({
      count,
      draw: { Age: [age, 1], Points: [points, 20] },
    });
    const { table, labels } = customersOf([kind(600, 60, 50), kind(100, 24, 50), kind(90, 31, 62)]);
    expect(namesOf(profileSegments(table, labels)).slice(1)).toEqual([
      'Younger customers, lower points',
      'Younger customers, higher points',
    ]);
    const { Age } = customersOf([kind(600, 60, 50), kind(100, 24, 50), kind(90, 31, 50)], {
      whole: ['Age'],
    }).table;
    expect(namesOf(profileSegments({ Age }, labels)).slice(1)).toEqual([
      'Younger customers, age 24',
      'Younger customers, age 31',
    ]);
  });

  test('number segments of the same name by size if nothing distinguishes them', () => {
    const labels = Array.from({ length: 700 }, (_, i) => (i % 7 < 3 ? 0 : i % 7 < 5 ? 1 : 2));
    const Foo = labels.map((_, i) => (i * 7919) % 101);
    expect(namesOf(profileSegments({ Foo }, labels))).toEqual([
      'Average customers 1',
      'Average customers 2',
      'Average customers 3',
    ]);
  });
});
