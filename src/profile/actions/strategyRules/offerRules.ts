import { segmentValue } from '../../names/wording';
import type { AdviceRule } from '../adviceRule';

/** What to offer a segment: what it already prefers, then what fits its budget. */
export const offerRules: AdviceRule[] = [
  {
    rule: 'lead-with-preferred-category',
    when: ({ strongest }) => !!strongest('preferredCategory'),
    action: ({ strongest }) => {
      const feature = strongest('preferredCategory')!;
      const level = feature.kind === 'share' ? feature.level : undefined;
      return `Show ${level} first: ${segmentValue(feature)} of them prefer it, more than other customers.`;
    },
    evidence: ['preferredCategory'],
  },
  {
    rule: 'lead-with-product-line',
    when: ({ strongest }) => !!strongest('spendingPart'),
    action: ({ line }) => `Lead with ${line}: this is where they outspend other customers most.`,
    evidence: ['spendingPart', 'spending'],
  },
  {
    rule: 'family-packs',
    when: ({ families, spending, income }) => families && (spending < 0 || income < 0),
    action: 'Offer affordable family packs and everyday staples.',
    service: 'Offer affordable bundles for families.',
    evidence: ['families', 'income', 'spending', 'spendingScore'],
  },
  {
    rule: 'affordable-novelties',
    when: ({ spending, income }) => spending > 0 && income < 0,
    action: 'Offer new products at entry-level prices: they spend a lot for what they earn.',
    evidence: ['income', 'spending', 'spendingScore', 'age'],
  },
  {
    rule: 'premium-to-match-income',
    when: ({ spending, income }) => income > 0 && spending < 0,
    action: 'Show premium products and personal advice: they can afford more than they spend with you.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'premium-ranges',
    when: ({ spending, income }) => spending > 0 && income > 0,
    action: 'Offer premium products, and what goes with their past purchases.',
    service: 'Offer premium options, and what goes with what they have.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'refills-for-frequent',
    when: ({ of }) => of('frequency') > 0,
    action: 'Recommend refills and additions to what they buy regularly.',
    service: null,
    evidence: ['frequency', 'orderValue', 'spending', 'spendingScore'],
  },
  {
    rule: 'what-follows-the-first',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Recommend what others bought after the same first purchase.',
    service: null,
    evidence: ['recency', 'frequency'],
  },
  {
    rule: 'more-of-the-best',
    when: ({ spending }) => spending > 0,
    action: 'Recommend additions to what they spent most on.',
    service: 'Offer what goes with what they use most.',
    evidence: ['spending', 'spendingScore'],
  },
  {
    rule: 'what-they-used-to-buy',
    when: ({ of }) => of('recency') > 0,
    action: 'Show what is new in the product lines they used to buy from.',
    service: 'Show what is new since they last came.',
    evidence: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'entry-range',
    when: ({ spending, income }) => spending < 0 && income < 0,
    action: 'Offer entry-level products and small bundles.',
    service: 'Offer entry-level options.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'starter-offers',
    when: ({ spending }) => spending < 0,
    action: ({ spendsLittle }) =>
      spendsLittle
        ? 'Offer best-sellers and starter sets: they spend little so far.'
        : 'Offer additions to what they buy: they spend less than others.',
    service: 'Offer a low-cost trial of what they do not use yet.',
    evidence: ['spending', 'spendingScore'],
  },
  {
    rule: 'bundles-for-deal-seekers',
    when: ({ of }) => of('deals') > 0,
    action: 'Recommend bundles rather than single items on sale.',
    service: null,
    evidence: ['deals'],
  },
  {
    rule: 'large-orders',
    when: ({ of }) => of('orderValue') !== 0,
    action: ({ of }) =>
      of('orderValue') > 0
        ? 'Recommend complete sets: their orders are large.'
        : 'Recommend small additions at checkout: their orders are small.',
    service: null,
    evidence: ['orderValue'],
  },
  {
    rule: 'family-range',
    when: ({ families }) => families,
    action: 'Recommend products for the whole family.',
    service: 'Recommend what suits the whole family.',
    evidence: ['families'],
  },
  {
    rule: 'range-by-income',
    when: ({ income }) => income !== 0,
    action: ({ income }) =>
      income > 0
        ? 'Show premium products before entry-level products.'
        : 'Show entry-level products before premium products.',
    evidence: ['income'],
  },
  {
    rule: 'range-by-age',
    when: ({ age }) => age !== 0,
    action: ({ age }) =>
      age > 0 ? 'Test proven products with advice on choosing.' : 'Test new products on them first.',
    evidence: ['age', 'birthYear'],
  },
];
