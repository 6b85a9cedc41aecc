import { InputError } from '../../src/core/errors';
import { actionTable, differenceTable, profileTable } from '../../src/profile/profileTable';
import { profileSegments } from '../../src/profile/segmentProfile';
import { households } from './customers';

const { table, labels } = households();
const profiles = profileSegments(table, labels, { units: { Income: '$' } });

describe('profileTable', () => {
  test('has one row for each segment, shares, and the key columns by role', () => {
    const shown = profileTable(profiles);
    expect(shown.columns.map(({ name }) => name)).toEqual([
      'Segment',
      'Customers',
      'Share of customers',
      'Share of spending',
      'Mean income',
      'Mean spending',
      'Mean age',
    ]);
    expect(shown.columns[4].unit).toBe('$');
    expect(shown.rows).toHaveLength(4);
    expect(shown.rows[2].slice(0, 3)).toEqual(['Affluent couples and singles', 510, 510 / 2200]);
    expect(shown.caption).toMatch(
      /^4 segments of 2,200 customers: "Affluent couples and singles" are 23% of customers and 5\d% of spending$/,
    );
  });

  test('shows counts by their mean, on request', () => {
    const shown = profileTable(profiles, ['Kids', 'Income']);
    expect(shown.columns.slice(-2).map(({ name }) => name)).toEqual(['Mean kids', 'Mean income']);
    expect(() => profileTable(profiles, ['Kid'])).toThrow(InputError);
    expect(() => profileTable([])).toThrow('no profiles');
  });

  test('says where customers are few, and leaves out spending where it is unknown', () => {
    const shown = profileTable(profileSegments({ Age: [1, 2, 3, 50, 60, 70] }, [0, 0, 0, 1, 1, 1]));
    expect(shown.columns.map(({ name }) => name)).not.toContain('Share of spending');
    expect(shown.rows[0][0]).toMatch(/\(few customers\)$/);
    expect(shown.caption).toBe('2 segments of 6 customers');
  });
});

describe('differenceTable', () => {
  test('lists the strongest difference first, in words and numbers', () => {
    const shown = differenceTable(profiles[2]);
    expect(shown.rows[0].slice(0, 1)).toEqual(['Mean spending']);
    expect(shown.rows[0][3]).toBe('Far higher');
    expect(shown.rows[0][4]).toMatch(/^g = 2\.\d\d$/);
    const effects = shown.rows.map((row) => String(row[4]));
    expect(effects.some((effect) => effect.includes('−'))).toBe(true);
  });

  test('is empty and says so where nothing stands out', () => {
    const [only] = profileSegments(table, new Int32Array(labels.length));
    expect(differenceTable(only)).toMatchObject({
      caption: 'All customers (2,200 customers): nothing sets them apart from everyone else',
      rows: [],
    });
  });
});

describe('actionTable', () => {
  test('gives one action for each segment, what marks it and why', () => {
    const shown = actionTable(profiles);
    expect(shown.rows.map((row) => row[0])).toEqual(profiles.map(({ name }) => name));
    expect(shown.rows[2][1]).toMatch(/^Far higher spending; /);
    for (const row of shown.rows)
      expect(row.every((cell) => typeof cell === 'string' && cell !== '')).toBe(true);
  });

  test('marks a segment by different things, not three times by its children', () => {
    const [, marks] = actionTable(profiles).rows[3] as string[];
    expect(marks.match(/kids|teens/g) ?? []).toHaveLength(1);
  });

  test('does not mention the parts of spending beside the whole', () => {
    const parts = { ...table, MntWines: table.Spending.map((value) => value * 0.6) };
    const marks = actionTable(profileSegments(parts, labels)).rows.map((row) => row[1]);
    expect(marks.join()).toMatch(/spending/);
    expect(marks.join()).not.toMatch(/wines/);
  });

  test('handles noise', () => {
    const noisy = profileSegments(
      table,
      labels.map((label, i) => (i < 30 ? -1 : label)),
    );
    expect(actionTable(noisy).rows[4].slice(0, 2)).toEqual(['Noise', 'Fits no segment']);
  });
});
