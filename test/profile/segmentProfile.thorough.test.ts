import fc from 'fast-check';
import { InputError } from '../../src/core/errors';
import { Random } from '../../src/core/random';
import { hedgesG } from '../../src/profile/features/effectSize';
import type { NumericFeature, ShareFeature } from '../../src/profile/features/featureProfile';
import { profileSegments, type SegmentProfile } from '../../src/profile/segmentProfile';
import { households } from './customers';

const table = {
  Income: [20, 22, 21, 80, 82, 81],
  Spending: [1, 2, 1, 9, 8, 9],
  Gender: ['f', 'm', 'f', 'm', 'm', 'm'],
  Member: [true, false, true, true, null, true],
};
const labels = Int32Array.of(0, 0, 0, 1, 1, 1);

const feature = (profile: SegmentProfile, label: string) =>
  profile.features.find((candidate) => candidate.label === label)!;

describe('profileSegments, worked by hand', () => {
  const [low, high] = profileSegments(table, labels);

  test('counts customers and adds up their spending', () => {
    expect([low.size, high.size]).toEqual([3, 3]);
    expect(low.share).toBe(0.5);
    expect(low.shareOfSpending).toBeCloseTo(4 / 30, 12);
    expect(high.shareOfSpending).toBeCloseTo(26 / 30, 12);
    expect(low.tiny).toBe(true);
  });

  test('sums up numbers in original units, for the segment and for everyone', () => {
    const income = feature(low, 'Income') as NumericFeature;
    expect(income.segment).toMatchObject({ count: 3, mean: 21, median: 21, q1: 20.5, q3: 21.5 });
    expect(income.segment.standardDeviation).toBeCloseTo(1, 12);
    expect(income.everyone).toMatchObject({ count: 6, mean: 51, median: 51 });
    const g = hedgesG([20, 22, 21], [80, 82, 81]);
    expect(income.effect).toMatchObject({ measure: 'hedges-g', strength: 'large' });
    expect(income.effect.value).toBeCloseTo(Math.max(-10, g), 9);
  });

  test('gives shares, lift and h for categories and for yes/no, leaving out missing values', () => {
    const female = feature(low, 'Gender: f') as ShareFeature;
    expect(female).toMatchObject({ level: 'f', count: 3, shareOfEveryone: 1 / 3 });
    expect(female.share).toBeCloseTo(2 / 3, 12);
    expect(female.lift).toBeCloseTo(2, 12);
    expect(female.effect.value).toBeCloseTo(2 * Math.asin(Math.sqrt(2 / 3)), 12);
    const member = feature(high, 'Member') as ShareFeature;
    expect(member).toMatchObject({ count: 2, share: 1, shareOfEveryone: 0.8 });
  });

  test('compares skewed numbers by rank', () => {
    const skewed = { Monetary: [1, 1, 2, 2, 3, 500], Other: [1, 2, 3, 4, 5, 6] };
    const [first] = profileSegments(skewed, labels);
    // 2 of the 9 pairs tie, 7 are lower
    expect(feature(first, 'Monetary').effect).toMatchObject({ measure: 'cliffs-delta' });
    expect(feature(first, 'Monetary').effect.value).toBeCloseTo(-8 / 9, 12);
    expect(feature(first, 'Other').effect.measure).toBe('hedges-g');
  });

  test('reads a danfojs-like DataFrame just the same', () => {
    const columns = Object.keys(table);
    const values = Array.from(labels, (_, i) => columns.map((name) => table[name as keyof typeof table][i]));
    const frame = { columns, shape: [6, 4], values };
    expect(profileSegments(frame, labels)).toEqual(profileSegments(table, labels));
  });
});

describe('profileSegments on four kinds of household', () => {
  const made = households();
  const profiles = profileSegments(made.table, made.labels);

  test('shares of customers and of spending add up to 1', () => {
    const sum = (values: (number | null)[]) => values.reduce<number>((all, value) => all + value!, 0);
    expect(sum(profiles.map(({ share }) => share))).toBeCloseTo(1, 12);
    expect(sum(profiles.map(({ shareOfSpending }) => shareOfSpending))).toBeCloseTo(1, 12);
  });

  test('lists what stands out, strongest first, on the right side', () => {
    for (const { overRepresented, underRepresented } of profiles) {
      const over = overRepresented.map(({ effect }) => effect.standardized);
      const under = underRepresented.map(({ effect }) => effect.standardized);
      expect(over).toEqual(over.slice().sort((a, b) => b - a));
      expect(under).toEqual(under.slice().sort((a, b) => a - b));
      expect(over.every((effect) => effect >= 0.2)).toBe(true);
      expect(under.every((effect) => effect <= -0.2)).toBe(true);
      expect(over.length + under.length).toBeGreaterThan(0);
    }
    expect(profiles[2].overRepresented[0].label).toBe('Spending');
  });

  test('renumbering the segments renumbers the profiles and changes nothing else', () => {
    const order = [2, 0, 3, 1];
    const renamed = profileSegments(
      made.table,
      made.labels.map((label) => order[label]),
    );
    profiles.forEach((profile, segment) => {
      expect({ ...renamed[order[segment]], segment }).toEqual(profile);
    });
  });

  test('the order of columns changes no name, reason or action', () => {
    const reversed = Object.fromEntries(Object.entries(made.table).reverse());
    const again = profileSegments(reversed, made.labels);
    expect(again.map(({ name, nameReasons, action }) => ({ name, nameReasons, action }))).toEqual(
      profiles.map(({ name, nameReasons, action }) => ({ name, nameReasons, action })),
    );
  });

  test('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(profiles))).toEqual(profiles);
  });

  test('profiles only the columns asked for, but still knows the spending', () => {
    const [first] = profileSegments(made.table, made.labels, { columns: ['Age'] });
    expect(first.features.map(({ column }) => column)).toEqual(['Age']);
    expect(first.shareOfSpending).toBeCloseTo(profiles[0].shareOfSpending!, 12);
  });

  test('takes your names, labels, units, roles and value column', () => {
    const mine = profileSegments(made.table, made.labels, {
      names: { 2: 'VIPs' },
      labels: { Deals: 'Discount purchases' },
      units: { Income: '$' },
      roles: { Age: 'other' },
      value: 'Income',
    });
    expect(mine[2].name).toBe('VIPs');
    expect(mine[2].nameReasons).toEqual([]);
    expect(mine[0].features.map(({ label }) => label)).toContain('Discount purchases');
    expect(feature(mine[0], 'Income')).toMatchObject({ unit: '$' });
    expect(mine[1].name).not.toMatch(/younger/i);
    expect(mine[2].shareOfSpending).toBeLessThan(profiles[2].shareOfSpending!);
  });
});

describe('profileSegments at the edges', () => {
  test('counts noise last, under its own name, without explaining it', () => {
    const made = households();
    const noisy = made.labels.map((label, i) => (label === 2 && i % 5 === 0 ? -1 : label));
    const profiles = profileSegments(made.table, noisy);
    const noise = profiles[profiles.length - 1];
    expect(profiles.map(({ segment }) => segment)).toEqual([0, 1, 2, 3, -1]);
    expect(noise).toMatchObject({
      name: 'Noise',
      nameReasons: [],
      overRepresented: [],
      underRepresented: [],
    });
    expect(noise.features.some(({ effect }) => effect.standsOut)).toBe(true);
    expect(noise.action.rule).toBe('noise');
    expect(profiles.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('one segment is all customers and differs from nobody', () => {
    const [only, ...others] = profileSegments(table, new Int32Array(6));
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      name: 'All customers',
      share: 1,
      overRepresented: [],
      underRepresented: [],
    });
    expect(only.action.rule).toBe('standard-program');
  });

  test('labels drawn by lot give segments of which nothing is claimed', () => {
    const made = households();
    const drawn = made.labels.map((_, i) => (i * 7919) % 4);
    const profiles = profileSegments(made.table, drawn);
    for (const profile of profiles) {
      expect(profile.name).toMatch(/^Average customers \d$/);
      expect([...profile.overRepresented, ...profile.underRepresented]).toEqual([]);
      expect(profile.action.rule).toBe('standard-program');
    }
  });

  test('small groups drawn by lot show large differences by chance; none is listed', () => {
    const random = new Random(5);
    const chance = Object.fromEntries(
      Array.from({ length: 40 }, (_, j) => [`c${j}`, Array.from({ length: 24 }, () => random.normal())]),
    );
    const profiles = profileSegments(
      chance,
      Array.from({ length: 24 }, (_, i) => i % 3),
    );
    const effects = profiles.flatMap(({ features }) => features.map((one) => one.effect));
    expect(effects.filter(({ strength }) => strength === 'large').length).toBeGreaterThan(0);
    expect(effects.filter(({ standsOut }) => standsOut)).toEqual([]);
  });

  test('unknown spending counts as none spent', () => {
    const [low, high] = profileSegments({ Spending: [1, null, 3, 4, 8, 4] }, labels);
    expect([low.shareOfSpending, high.shareOfSpending]).toEqual([0.2, 0.8]);
  });

  test('a year of birth is left out beside an age, and is written as a year without one', () => {
    const Year_Birth = [1950, 1951, 1952, 1990, 1991, 1993];
    const Age = Year_Birth.map((year) => 2014 - year);
    const columns = profileSegments({ Year_Birth, Age }, labels)[0].features.map(({ column }) => column);
    expect(columns).toEqual(['Age']);
    const [old] = profileSegments({ Year_Birth }, labels);
    expect(old.name).toBe('Older customers');
    expect(old.nameReasons[0].reason).toMatch(/^mean year birth 1951 versus 1991 for the others/);
  });

  test('constant columns and identifiers take no part', () => {
    const made = households();
    const rows = made.labels.length;
    const more = {
      ...made.table,
      Z_Cost: new Float64Array(rows).fill(3),
      ID: made.labels.map((_, i) => rows - i),
    };
    const plain = profileSegments(made.table, made.labels);
    expect(profileSegments(more, made.labels)).toEqual(plain);
  });

  test('missing values are left out, a segment without any value of a column claims nothing about it', () => {
    const [low] = profileSegments(
      { Income: [null, null, null, 5, 6, 9], Age: [30, 31, 40, 30, 33, 41] },
      labels,
    );
    expect((feature(low, 'Income') as NumericFeature).segment.count).toBe(0);
    expect(feature(low, 'Income').effect).toMatchObject({ value: 0, standsOut: false });
    expect(low.name).not.toMatch(/income/i);
  });

  test('hostile column names and texts do no harm', () => {
    const hostile = JSON.parse('{"__proto__": [1,2,3,4,5,6], "constructor": [1,1,1,9,9,9]}');
    hostile['<img src=x onerror=alert(1)>'] = ['<b>', '<b>', '<b>', 'toString', 'toString', '<b>'];
    const profiles = profileSegments(hostile, labels);
    expect(profiles).toHaveLength(2);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(profiles.map(({ name }) => name).join()).not.toMatch(/<img/);
  });

  test('any table of numbers gives unique names and shares that add up', () => {
    const cell = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.constant(null));
    const anyTable = fc.integer({ min: 4, max: 40 }).chain((rows) =>
      fc.record({
        labels: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: rows, maxLength: rows }),
        columns: fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom('Age', 'Income', 'Kids', 'Spending', 'Recency', '__proto__')),
          fc.array(cell, { minLength: rows, maxLength: rows }),
          { minKeys: 1, maxKeys: 6, noNullPrototype: true },
        ),
      }),
    );
    fc.assert(
      fc.property(anyTable, ({ columns, labels: drawn }) => {
        const profiles = profileSegments(columns, drawn);
        const names = profiles.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(profiles.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { action, nameReasons, name, overRepresented } of profiles) {
          expect(action.action).toMatch(/^[A-Z].*\.$/);
          expect(action.reason).not.toBe('');
          if (/typical/i.test(name)) expect(nameReasons[0].reason).toMatch(/^no column/);
          if (/typical/i.test(name))
            expect(overRepresented.every(({ effect }) => effect.strength === 'small')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('profileSegments refuses', () => {
  test.each<[string, () => unknown, string]>([
    ['an empty table', () => profileSegments({}, []), 'is empty'],
    ['columns of different length', () => profileSegments({ a: [1, 2], b: [1] }, [0, 0]), "'b' has 1 values"],
    ['too few labels', () => profileSegments(table, [0, 1]), '`labels` has 2 labels for 6 rows'],
    ['a label that is none', () => profileSegments({ a: [1, 2] }, [0, -2]), '`labels` holds -2 in row 1'],
    [
      'infinite numbers',
      () => profileSegments({ a: [1, Infinity] }, [0, 0]),
      "column 'a' holds Infinity in row 1",
    ],
    [
      'an unknown option',
      () => profileSegments(table, labels, { colums: [] } as never),
      'no option `colums`',
    ],
    [
      'an unknown column',
      () => profileSegments(table, labels, { columns: ['Incme'] }),
      "names the column 'Incme'",
    ],
    ['a value column of texts', () => profileSegments(table, labels, { value: 'Gender' }), '`value` is'],
    ['a name for no segment', () => profileSegments(table, labels, { names: { 7: 'x' } }), 'names segment 7'],
    ['one name twice', () => profileSegments(table, labels, { names: { 0: 'x', 1: 'x' } }), 'twice'],
    ['rows instead of columns', () => profileSegments([[1]] as never, [0]), 'an array of 1'],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(message);
  });
});
