import type { AdviceRule } from '../adviceRule';

/** How to price for a segment: by how it uses deals, then by what it earns and spends. */
export const pricingRules: AdviceRule[] = [
  {
    rule: 'extras-not-discounts',
    when: ({ of, spending }) => spending > 0 && of('deals') < 0,
    action: 'Keep full prices and give extras, such as early access, instead of discounts.',
    because: ['spending', 'spendingScore', 'deals'],
  },
  {
    rule: 'multi-buy',
    when: ({ of, spending, families }) => of('deals') > 0 && (families || spending < 0),
    action: 'Price by the bundle: a lower price from the second or third piece on.',
    because: ['deals', 'families', 'spending', 'spendingScore'],
  },
  {
    rule: 'points-not-discounts',
    when: ({ of }) => of('deals') > 0,
    action: 'Move blanket discounts into thresholds and points, step by step.',
    because: ['deals', 'spending', 'spendingScore'],
  },
  {
    rule: 'one-win-back-price',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Give one personal win-back price with an end date, then return to the normal price.',
    because: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'budget-without-credit',
    when: ({ spending, income }) => spending > 0 && income < 0,
    action: 'Keep entry prices and points to collect; never push credit.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'no-cuts-for-income',
    when: ({ spending, income }) => income > 0 && spending < 0,
    action: 'Do not cut prices for them: income is not what holds them back.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'premium-tier',
    when: ({ spending, income }) => spending > 0 && income > 0,
    action: 'Hold full prices, and add a premium tier above the present range.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'low-everyday-prices',
    when: ({ income }) => income < 0,
    action: 'Lead with everyday low prices, small packs and a low threshold for free delivery.',
    because: ['income', 'spending', 'spendingScore', 'families'],
  },
  {
    rule: 'reward-volume',
    when: ({ spending }) => spending > 0,
    action: 'Reward the yearly total with points or a tier rather than cutting single prices.',
    because: ['spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'one-low-price-at-most',
    when: ({ lapsed }) => lapsed,
    action: 'Offer one time-limited discount at most: discounts without end do not pay here.',
    because: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'threshold-above-order',
    when: ({ of }) => of('orderValue') < 0 || of('frequency') > 0,
    action: 'Set a free-delivery or gift threshold just above their usual order.',
    because: ['orderValue', 'frequency'],
  },
  {
    rule: 'premium-by-income',
    when: ({ income }) => income > 0,
    action: 'Lead with quality and service rather than price.',
    because: ['income'],
  },
  {
    rule: 'starter-price',
    when: ({ spending }) => spending < 0,
    action: 'Test a starter price on the first basket, and keep it only if the second comes at full price.',
    because: ['spending', 'spendingScore', 'recency'],
  },
  {
    rule: 'discount-on-the-next-order',
    when: ({ of }) => of('frequency') < 0,
    action: 'Put any discount on the next order rather than on the present one.',
    because: ['frequency', 'recency'],
  },
  {
    rule: 'full-price',
    when: ({ of }) => of('deals') < 0,
    action: 'Leave them out of discounts: they buy on deals less than others.',
    because: ['deals'],
  },
];
