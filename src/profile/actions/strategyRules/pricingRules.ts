import type { AdviceRule } from '../adviceRule';

/** How to price for a segment: by how it uses deals, then by its income and spending. */
export const pricingRules: AdviceRule[] = [
  {
    rule: 'extras-not-discounts',
    when: ({ of, spending }) => spending > 0 && of('deals') < 0,
    action: 'Keep full prices, and give extras such as early access instead of discounts.',
    evidence: ['spending', 'spendingScore', 'deals'],
  },
  {
    rule: 'multi-buy',
    when: ({ of, spending, families }) => of('deals') > 0 && (families || spending < 0),
    action: 'Price by the bundle: a lower price from the second or third item.',
    service: null,
    evidence: ['deals', 'families', 'spending', 'spendingScore'],
  },
  {
    rule: 'points-not-discounts',
    when: ({ of }) => of('deals') > 0,
    action: ({ isOnDiscount }) =>
      isOnDiscount
        ? 'Test smaller discounts on some of them: they get more than others.'
        : 'Replace blanket discounts with thresholds and points, step by step.',
    service: 'Test smaller discounts on some of them: they get more than others.',
    evidence: ['deals', 'spending', 'spendingScore'],
  },
  {
    rule: 'one-win-back-price',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Give one personal win-back price with an end date, then return to the normal price.',
    evidence: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'budget-without-credit',
    when: ({ spending, income }) => spending > 0 && income < 0,
    action: 'Offer entry-level prices and loyalty points, and never push credit.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'no-cuts-for-income',
    when: ({ spending, income }) => income > 0 && spending < 0,
    action: 'Do not cut prices for them: their income does not hold them back.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'premium-tier',
    when: ({ spending, income }) => spending > 0 && income > 0,
    action: 'Keep full prices, and add a premium tier above your current products.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'low-everyday-prices',
    when: ({ income }) => income < 0,
    action: 'Lead with everyday low prices, small packs and a low free-shipping threshold.',
    service: 'Lead with entry-level prices and small steps.',
    evidence: ['income', 'spending', 'spendingScore', 'families'],
  },
  {
    rule: 'reward-volume',
    when: ({ spending }) => spending > 0,
    action: 'Reward their yearly total with points or a tier rather than cutting single prices.',
    evidence: ['spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'one-low-price-at-most',
    when: ({ lapsed }) => lapsed,
    action: 'Offer at most one time-limited discount: endless discounts do not pay off here.',
    evidence: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'threshold-above-order',
    when: ({ of }) => of('orderValue') < 0 || of('frequency') > 0,
    action: 'Set a free-shipping or gift threshold just above their usual order.',
    service: null,
    evidence: ['orderValue', 'frequency'],
  },
  {
    rule: 'premium-by-income',
    when: ({ income }) => income > 0,
    action: 'Lead with quality and service rather than price.',
    evidence: ['income'],
  },
  {
    rule: 'starter-price',
    when: ({ spending }) => spending < 0,
    action: 'Test a starter price on one order. Keep it only if they place the next at full price.',
    service: 'Test a trial price. Keep it only if they stay at the full price.',
    evidence: ['spending', 'spendingScore', 'recency'],
  },
  {
    rule: 'discount-on-the-next-order',
    when: ({ of }) => of('frequency') < 0,
    action: 'Apply any discount to the next order rather than to the current one.',
    service: null,
    evidence: ['frequency', 'recency'],
  },
  {
    rule: 'full-price',
    when: ({ of }) => of('deals') < 0,
    action: ({ isOnDiscount }) =>
      isOnDiscount
        ? 'Keep their prices: they get smaller discounts than others.'
        : 'Leave them out of discounts: they buy on deals less than others.',
    service: 'Keep their prices: they get smaller discounts than others.',
    evidence: ['deals'],
  },
];
