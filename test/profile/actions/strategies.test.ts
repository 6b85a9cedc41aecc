import fc from 'fast-check';
import { formatCell } from '../../../src/core/format';
import {
  type SegmentStrategies,
  segmentStrategies,
  strategyTable,
} from '../../../src/profile/actions/strategies';
import { campaignRules } from '../../../src/profile/actions/strategyRules/campaignRules';
import { offerRules } from '../../../src/profile/actions/strategyRules/offerRules';
import { pricingRules } from '../../../src/profile/actions/strategyRules/pricingRules';
import { retentionRules } from '../../../src/profile/actions/strategyRules/retentionRules';
import { profileSegments, type SegmentProfile } from '../../../src/profile/segmentProfile';
import { customersOf, households, type Kind } from '../customers';

const rulesOf = (strategies: SegmentStrategies) =>
  Object.fromEntries(Object.entries(strategies).map(([kind, { rule }]) => [kind, rule]));

const strategiesOf = (table: Record<string, ArrayLike<unknown>>, labels: Int32Array) =>
  profileSegments(table, labels).map(segmentStrategies);

/** Newcomers, lapsed, best and lapsed best customers of a shop. */
function buyers() {
  const kind = (count: number, recency: number, frequency: number, monetary: number): Kind => ({
    count,
    draw: {
      Recency: [recency, recency / 4],
      Frequency: [frequency, frequency / 4],
      Monetary: [monetary, monetary / 3],
    },
  });
  return customersOf([
    kind(500, 250, 2, 200),
    kind(300, 20, 2, 250),
    kind(200, 15, 12, 5000),
    kind(150, 240, 11, 4500),
  ]);
}

describe('segmentStrategies', () => {
  test('understands recency, frequency and monetary value', () => {
    const { table, labels } = buyers();
    expect(strategiesOf(table, labels).map(rulesOf)).toEqual([
      {
        campaigns: 'one-reactivation-message',
        recommendations: 'what-they-used-to-buy',
        pricing: 'one-low-price-at-most',
        retention: 'let-go',
      },
      {
        campaigns: 'lead-to-second-purchase',
        recommendations: 'what-follows-the-first',
        pricing: 'discount-on-the-next-order',
        retention: 'second-purchase',
      },
      {
        campaigns: 'in-time-with-orders',
        recommendations: 'refills-for-frequent',
        pricing: 'reward-volume',
        retention: 'loyalty-tier',
      },
      {
        campaigns: 'win-back-campaign',
        recommendations: 'refills-for-frequent',
        pricing: 'one-win-back-price',
        retention: 'personal-contact',
      },
    ]);
  });

  test('names the numbers of the segment and of the others', () => {
    const { table, labels } = buyers();
    const profiles = profileSegments(table, labels);
    const { campaigns } = segmentStrategies(profiles[3]);
    const [recency] = profiles[3].features.filter(({ column }) => column === 'Recency');
    if (recency.kind !== 'numeric') throw new Error('recency is a number');
    const [own, all] = [recency.segment.mean, recency.others!.mean].map((value) => Math.round(value));
    expect(campaigns.reason).toContain(`mean recency ${own} versus ${all} for the others`);
  });

  test('fits households: deals, full prices and family packs', () => {
    const { table, labels } = households();
    const found = strategiesOf(table, labels);
    expect(rulesOf(found[2])).toMatchObject({
      recommendations: 'premium-ranges',
      pricing: 'extras-not-discounts',
    });
    expect(rulesOf(found[1])).toMatchObject({
      campaigns: 'family-occasions',
      recommendations: 'family-packs',
    });
    expect(found[1].recommendations.reason).toMatch(
      /^\d+% have children at home, versus \d+% for the others/,
    );
    expect(rulesOf(found[3]).pricing).toBe('multi-buy');
  });

  test('leads with the product line, or the preferred category, that most sets a segment apart', () => {
    const lines = customersOf([
      { count: 80, draw: { MntWines: [900, 90], MntSweets: [60, 30] } },
      { count: 80, draw: { MntWines: [200, 90], MntSweets: [65, 30] } },
    ]);
    const [wine, sweet] = strategiesOf(lines.table, lines.labels);
    expect(wine.recommendations.action).toMatch(/^Lead with wines: /);
    // Of 960 and 265 spent in all, the second is little: the parts add up, and sweets are no strength of theirs.
    expect(sweet.recommendations.rule).toBe('starter-offers');
    const preferred_category: string[] = Array.from(lines.labels, (label, i) =>
      i % 4 === label ? 'Sports' : 'Home',
    );
    preferred_category.forEach((_, i) => {
      if (lines.labels[i] === 0 && i % 2 === 0) preferred_category[i] = 'Books';
    });
    const [books] = strategiesOf({ preferred_category }, lines.labels);
    expect(books.recommendations.action).toMatch(/^Show Books first: 50% of them prefer it/);
    expect(books.recommendations.reason).toBe('Preferred category: Books 50% versus 0% for the others');
  });

  test('invents nothing: if no column supports one, it says so and names the columns it considered', () => {
    const made = customersOf([
      { count: 60, draw: { Income: [60, 9], Foo: [9, 1] } },
      { count: 60, draw: { Income: [60, 9], Foo: [3, 1] } },
    ]);
    const [first] = strategiesOf(made.table, made.labels);
    expect(Object.values(rulesOf(first))).toEqual([
      'no-evidence',
      'no-evidence',
      'no-evidence',
      'no-evidence',
    ]);
    for (const { action } of Object.values(first)) expect(action).toMatch(/^These columns do not support/);
    expect(first.pricing.reason).toMatch(
      /^no clear difference in mean income [\d.]+ versus [\d.]+ for the others/,
    );
    expect(first.retention.reason).toBe('no column covers this');
  });

  test('addresses noise as single customers', () => {
    const { table } = buyers();
    const labels = Int32Array.from(table.Recency, (_, i) => (i % 9 === 0 ? -1 : i % 2));
    const noise = strategiesOf(table, labels).pop()!;
    expect(noise.pricing).toMatchObject({ rule: 'noise', action: expect.stringMatching(/one by one/) });
  });

  test('refuses what is no profile', () => {
    expect(() => segmentStrategies({} as SegmentProfile)).toThrow(/must be one profile of/);
  });
});

describe('every strategy', () => {
  const columns = ['Income', 'Monetary', 'Recency', 'Frequency', 'NumDeals', 'tenure_days', 'age'];

  test('that a rule supports has evidence with numbers, whatever the segments are like', () => {
    const levels = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 127 }), (shifts, mask) => {
        const used = columns.filter((_, j) => mask & (1 << j));
        const draw = (sign: number): Kind['draw'] =>
          Object.fromEntries(used.map((name, j) => [name, [50 + sign * 4 * shifts[j], 4]]));
        const { table, labels } = customersOf([
          { count: 60, draw: draw(1) },
          { count: 60, draw: draw(0) },
        ]);
        for (const strategies of strategiesOf(table, labels))
          for (const { action, reason, rule } of Object.values(strategies)) {
            expect(action).toMatch(/^[A-Z].*\.$/);
            if (rule === 'no-evidence')
              expect(reason).toMatch(/^no (clear difference in .*\d|column covers)/);
            else expect(reason).toMatch(/\d.* versus .*\d.* for the others/);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('comes from a rule with a name of its own, in a short imperative sentence', () => {
    for (const rules of [campaignRules, offerRules, pricingRules, retentionRules]) {
      const names = rules.map(({ rule }) => rule);
      expect(new Set(names).size).toBe(names.length);
      for (const { action, evidence } of rules) {
        if (typeof action === 'string') expect(action).toMatch(/^[A-Z].{20,120}\.$/);
        expect(evidence.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('strategyTable', () => {
  test('has four rows for each segment, and says how many strategies have evidence', () => {
    const { table, labels } = buyers();
    const { caption, columns, rows } = strategyTable(profileSegments(table, labels));
    expect(caption).toBe('All 16 strategies are based on a clear difference from everyone else');
    expect(columns.map(({ name }) => name)).toEqual(['Segment', 'Strategy', 'What to do', 'Evidence']);
    expect(rows).toHaveLength(16);
    expect(rows.slice(0, 4).map(([, strategy]) => formatCell(strategy))).toEqual([
      'Campaigns',
      'What to offer',
      'Pricing',
      'Retention',
    ]);
    for (const [, , , reason] of rows) expect(reason).toMatch(/^[A-Z].*\d/);
  });

  test('needs profiles', () => {
    expect(() => strategyTable([])).toThrow('there are no profiles to show');
  });
});
