import type { AdviceRule } from '../adviceRule';

/** How to address a segment: by what they answer, by where they buy, then by who they are. */
export const campaignRules: AdviceRule[] = [
  {
    rule: 'hold-campaigns-until-settled',
    when: ({ of }) => of('complaint') > 0,
    action: 'Hold campaigns back until their complaints are settled.',
    because: ['complaint'],
  },
  {
    rule: 'win-back-campaign',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Run a personal win-back campaign that names what they used to buy.',
    because: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'one-reactivation-message',
    when: ({ lapsed }) => lapsed,
    action: 'Send one low-cost reactivation message, and leave them out of paid campaigns after it.',
    because: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'first-in-every-campaign',
    when: ({ of }) => of('promotions') > 0,
    action: 'Put them first in every campaign and try new offers on them: they accept more than others.',
    because: ['promotions'],
  },
  {
    rule: 'lead-to-second-purchase',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Send a short welcome series that ends in a reason for the second purchase.',
    because: ['recency', 'frequency'],
  },
  {
    rule: 'remind-on-site',
    when: ({ of }) => of('visits') > 0,
    action: ({ of }) => {
      const but = of('webPurchases') < 0 ? ' but buy little from' : '';
      return `Remind them on the web site, which they visit often${but}.`;
    },
    because: ['visits', 'webPurchases'],
  },
  {
    rule: 'catalog-first',
    when: ({ of }) => of('catalogPurchases') > 0,
    action: 'Send them the printed catalog first: they order from it more than others.',
    because: ['catalogPurchases'],
  },
  {
    rule: 'online-first',
    when: ({ of }) => of('webPurchases') > 0,
    action: 'Reach them by e-mail and on the web site, where they buy more than others.',
    because: ['webPurchases'],
  },
  {
    rule: 'invite-to-store',
    when: ({ of }) => of('storePurchases') > 0,
    action: 'Invite them to the store, where they buy more than others.',
    because: ['storePurchases'],
  },
  {
    rule: 'welcome-program',
    when: ({ of }) => of('tenure') < 0,
    action: 'Introduce the range and the program step by step: they joined later than others.',
    because: ['tenure'],
  },
  {
    rule: 'family-occasions',
    when: ({ families }) => families,
    action: 'Build campaigns around family occasions such as holidays and the start of school.',
    because: ['families'],
  },
  {
    rule: 'in-time-with-orders',
    when: ({ of }) => of('frequency') > 0,
    action: 'Time messages to the rhythm of their orders, just before the next one is due.',
    because: ['frequency'],
  },
  {
    rule: 'few-campaigns',
    when: ({ of }) => of('promotions') < 0,
    action: 'Send few, well-chosen campaigns: they accept fewer offers than others.',
    because: ['promotions'],
  },
  {
    rule: 'previews-for-spenders',
    when: ({ spending }) => spending > 0,
    action: 'Invite them to previews and new ranges before anyone else.',
    because: ['spending', 'spendingScore'],
  },
  {
    rule: 'anniversary',
    when: ({ of }) => of('tenure') > 0,
    action: 'Address them as regulars, with a thank-you on the anniversary of their joining.',
    because: ['tenure'],
  },
  {
    rule: 'test-by-age',
    when: ({ age }) => age !== 0,
    action: ({ age }) =>
      age > 0
        ? 'Test e-mail and print with advice and proven ranges against what you send others.'
        : 'Test mobile and social channels against what you send others.',
    because: ['age', 'birthYear'],
  },
  {
    rule: 'remind-cooling',
    when: ({ of }) => of('recency') > 0,
    action: 'Remind them with a timely message: their last purchase is longer ago than elsewhere.',
    because: ['recency'],
  },
  {
    rule: 'follow-up',
    when: ({ of }) => of('recency') < 0,
    action: 'Follow up while the last purchase is fresh: ask how it was, and show what goes with it.',
    because: ['recency'],
  },
  {
    rule: 'ask-what-they-miss',
    when: ({ income, spending }) => income > 0 && spending < 0,
    action: 'Ask in a short survey what they miss before the next campaign.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'cheap-channels',
    when: ({ spending }) => spending < 0,
    action: 'Keep campaigns cheap (e-mail, on the site) until they answer one.',
    because: ['spending', 'spendingScore'],
  },
  {
    rule: 'monthly-reason',
    when: ({ of }) => of('frequency') < 0,
    action: 'Give a reason to come back each month rather than a large campaign once a season.',
    because: ['frequency'],
  },
];
