import type { AdviceRule } from './adviceRule';

/** The first rule that applies is taken: what is at risk first, then the best customers, then room to grow. */
export const actionRules: AdviceRule[] = [
  {
    rule: 'win-back-lapsed-value',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Win them back now with a personal offer on what they used to buy.',
    because: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'repair-service',
    when: ({ of }) => of('complaint') > 0,
    action: 'Settle their complaints before sending any offer.',
    because: ['complaint'],
  },
  {
    rule: 'reward-without-discounts',
    when: ({ of, spending }) => spending > 0 && of('deals') < 0,
    action: ({ of }) =>
      of('promotions') > 0
        ? 'Offer early access and loyalty rewards rather than discounts, and put them first in every campaign.'
        : 'Offer early access and loyalty rewards rather than discounts.',
    because: ['spending', 'spendingScore', 'deals', 'promotions'],
  },
  {
    rule: 'keep-young-spenders-on-budget',
    when: ({ spending, income }) => spending > 0 && income < 0,
    action: 'Keep them with affordable novelties and points they can collect, and never push credit.',
    because: ['income', 'spending', 'spendingScore', 'age'],
  },
  {
    rule: 'reward-best-customers',
    when: ({ spending }) => spending > 0,
    action: ({ of }) =>
      of('frequency') > 0
        ? 'Protect them with a loyalty tier and early access; ask them to recommend you.'
        : 'Move them into a loyalty tier with early access to premium ranges.',
    because: ['spending', 'spendingScore', 'income', 'frequency', 'recency'],
  },
  {
    rule: 'win-income-not-yet-spent',
    when: ({ spending, income }) => income > 0 && spending < 0,
    action: 'Find out what they miss: invite them to premium ranges and personal advice, not to price cuts.',
    because: ['income', 'spending', 'spendingScore', 'age'],
  },
  {
    rule: 'family-deals',
    when: ({ of, families, spending }) => families && spending < 0 && of('deals') > 0,
    action: ({ of }) =>
      of('visits') > 0
        ? 'Send multi-buy family deals online, timed to their frequent visits, to raise the size of the basket.'
        : 'Send multi-buy family deals that raise the size of the basket.',
    because: ['families', 'deals', 'visits', 'spending', 'spendingScore'],
  },
  {
    rule: 'family-value-bundles',
    when: ({ families, spending, income }) => families && (spending < 0 || income < 0),
    action: ({ of }) => {
      if (of('visits') <= 0) return 'Promote affordable family bundles and everyday low prices.';
      const but = of('webPurchases') < 0 ? ' but buy little from' : '';
      return `Show affordable family bundles on the web site, which they visit often${but}.`;
    },
    because: ['families', 'income', 'spending', 'spendingScore', 'visits', 'webPurchases'],
  },
  {
    rule: 'second-purchase',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Send a welcome series that leads to the second purchase.',
    because: ['recency', 'frequency'],
  },
  {
    rule: 'let-lapsed-go-cheaply',
    when: ({ lapsed }) => lapsed,
    action: 'Try one low-cost reactivation mail, then stop spending on them.',
    because: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'raise-mixed-baskets',
    when: ({ mixedSpending, families }) => mixedSpending && families,
    action:
      'Split the mailing by past spending: thank the big baskets, and reward the small ones for the next step up.',
    because: ['spread', 'deals'],
  },
  {
    rule: 'remind-cooling',
    when: ({ of }) => of('recency') > 0,
    action: 'Remind them with a timely offer before they lapse.',
    because: ['recency', 'frequency'],
  },
  {
    rule: 'raise-basket-of-frequent',
    when: ({ of }) => of('frequency') > 0,
    action: 'Raise the basket with bundles and a reward just above their usual order.',
    because: ['frequency', 'orderValue', 'spending', 'spendingScore'],
  },
  {
    rule: 'budget-range',
    when: ({ spending, income }) => spending < 0 && income < 0,
    action: 'Offer an entry range and bundles by cheap channels such as e-mail.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'welcome-new',
    when: ({ of }) => of('tenure') < 0,
    action: 'Introduce the range and the program to them step by step: they joined later than others.',
    because: ['tenure'],
  },
  {
    rule: 'wake-light-spenders',
    when: ({ spending }) => spending < 0,
    action: 'Test low-cost starter offers by e-mail, and invest only in those who answer.',
    because: ['spending', 'spendingScore', 'tenure'],
  },
  {
    rule: 'raise-rare-buyers',
    when: ({ of }) => of('frequency') < 0,
    action: 'Give a reason to come back: reminders and a reward for the next order within a month.',
    because: ['frequency'],
  },
  {
    rule: 'answer-campaigns',
    when: ({ of }) => of('promotions') > 0,
    action: 'Put them first in every campaign: they accept more offers than others.',
    because: ['promotions'],
  },
  {
    rule: 'loyal-by-time',
    when: ({ of }) => of('tenure') > 0,
    action: 'Thank them for their years with an anniversary reward and ask for recommendations.',
    because: ['tenure'],
  },
  {
    rule: 'wean-from-deals',
    when: ({ of }) => of('deals') > 0,
    action: 'Replace blanket discounts by bundles and points, step by step.',
    because: ['deals'],
  },
  {
    rule: 'affordable-by-income',
    when: ({ income }) => income < 0,
    action: 'Lead with price: entry ranges, bundles and free delivery thresholds.',
    because: ['income'],
  },
  {
    rule: 'premium-by-income',
    when: ({ income }) => income > 0,
    action: 'Lead with premium ranges and service rather than price.',
    because: ['income'],
  },
  {
    rule: 'speak-to-age',
    when: ({ age }) => age !== 0,
    action: ({ age }) =>
      age > 0
        ? 'Address them with advice, service and proven ranges.'
        : 'Reach them on mobile and social channels with new ranges.',
    because: ['age', 'birthYear'],
  },
];
