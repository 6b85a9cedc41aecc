import { inside } from '../../../core/columnNames';
import { segmentValue } from '../../names/wording';
import type { AdviceRule } from '../adviceRule';

/** What to offer a segment: what it already prefers, then what suits its purse. */
export const offerRules: AdviceRule[] = [
  {
    rule: 'lead-with-preferred-category',
    when: ({ foremost }) => !!foremost('preferredCategory'),
    action: ({ foremost }) => {
      const feature = foremost('preferredCategory')!;
      const level = feature.kind === 'share' ? feature.level : undefined;
      return `Show ${level} first: ${segmentValue(feature)} of them prefer it, more than elsewhere.`;
    },
    because: ['preferredCategory'],
  },
  {
    rule: 'lead-with-product-line',
    when: ({ foremost }) => !!foremost('spendingPart'),
    action: ({ foremost }) => {
      const line = inside(foremost('spendingPart')!.label);
      return `Lead with ${line}: it is the product line in which they most outspend the others.`;
    },
    because: ['spendingPart', 'spending'],
  },
  {
    rule: 'family-packs',
    when: ({ families, spending, income }) => families && (spending < 0 || income < 0),
    action: 'Offer affordable family packs and everyday staples.',
    because: ['families', 'income', 'spending', 'spendingScore'],
  },
  {
    rule: 'affordable-novelties',
    when: ({ spending, income }) => spending > 0 && income < 0,
    action: 'Offer novelties at entry prices: they spend much for what they earn.',
    because: ['income', 'spending', 'spendingScore', 'age'],
  },
  {
    rule: 'premium-to-match-income',
    when: ({ spending, income }) => income > 0 && spending < 0,
    action: 'Show premium ranges and personal advice: they could spend more than they do here.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'premium-ranges',
    when: ({ spending, income }) => spending > 0 && income > 0,
    action: 'Offer premium ranges, and what goes with their past purchases.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'refills-for-frequent',
    when: ({ of }) => of('frequency') > 0,
    action: 'Recommend refills and additions to what they buy regularly.',
    because: ['frequency', 'orderValue', 'spending', 'spendingScore'],
  },
  {
    rule: 'what-follows-the-first',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Recommend what others bought after the same first purchase.',
    because: ['recency', 'frequency'],
  },
  {
    rule: 'more-of-the-best',
    when: ({ spending }) => spending > 0,
    action: 'Recommend additions to what they bought for most money.',
    because: ['spending', 'spendingScore'],
  },
  {
    rule: 'what-they-used-to-buy',
    when: ({ of }) => of('recency') > 0,
    action: 'Show what is new in the ranges they used to buy from.',
    because: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'entry-range',
    when: ({ spending, income }) => spending < 0 && income < 0,
    action: 'Offer an entry range and small bundles.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'starter-offers',
    when: ({ spending }) => spending < 0,
    action: 'Offer best-sellers and starter sets: they have bought little so far.',
    because: ['spending', 'spendingScore'],
  },
  {
    rule: 'bundles-for-deal-seekers',
    when: ({ of }) => of('deals') > 0,
    action: 'Recommend bundles rather than single items on offer.',
    because: ['deals'],
  },
  {
    rule: 'large-orders',
    when: ({ of }) => of('orderValue') !== 0,
    action: ({ of }) =>
      of('orderValue') > 0
        ? 'Recommend complete sets: their single orders are large.'
        : 'Recommend small additions at the checkout: their single orders are small.',
    because: ['orderValue'],
  },
  {
    rule: 'family-range',
    when: ({ families }) => families,
    action: 'Recommend ranges for the whole family.',
    because: ['families'],
  },
  {
    rule: 'range-by-income',
    when: ({ income }) => income !== 0,
    action: ({ income }) =>
      income > 0 ? 'Show premium ranges before entry ranges.' : 'Show entry ranges before premium ranges.',
    because: ['income'],
  },
  {
    rule: 'range-by-age',
    when: ({ age }) => age !== 0,
    action: ({ age }) =>
      age > 0 ? 'Test proven ranges with advice on choosing.' : 'Test new ranges on them first.',
    because: ['age', 'birthYear'],
  },
];
