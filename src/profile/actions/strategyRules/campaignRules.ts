import type { AdviceRule } from '../adviceRule';

/** How to reach a segment: by what they respond to, by where they buy, then by who they are. */
export const campaignRules: AdviceRule[] = [
  {
    rule: 'hold-campaigns-until-settled',
    when: ({ of }) => of('complaint') > 0,
    action: 'Pause campaigns until their complaints are resolved.',
    evidence: ['complaint'],
  },
  {
    rule: 'ask-the-unsatisfied-first',
    when: ({ of }) => of('satisfaction') < 0,
    action: 'Ask what would make them more satisfied before the next campaign.',
    evidence: ['satisfaction'],
  },
  {
    rule: 'win-back-churned',
    when: ({ of }) => of('churn') > 0,
    action: 'Leave those who left out of regular campaigns, and send them one win-back offer.',
    evidence: ['churn'],
  },
  {
    rule: 'win-back-campaign',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Run a personal win-back campaign that mentions what they used to buy.',
    service: 'Run a personal win-back campaign.',
    evidence: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'one-reactivation-message',
    when: ({ lapsed }) => lapsed,
    action: ({ isBulk, isWorthLess }) => {
      if (isBulk)
        return 'Test low-cost reactivation messages on a sample, and send all of them the one that works.';
      return isWorthLess
        ? 'Send one low-cost reactivation message, then leave them out of paid campaigns.'
        : 'Send a low-cost reactivation message, and go on with those who answer.';
    },
    evidence: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'first-in-every-campaign',
    when: ({ of }) => of('promotions') > 0,
    action: 'Put them first in every campaign, and test new offers on them: they accept more than others.',
    evidence: ['promotions'],
  },
  {
    rule: 'lead-to-second-purchase',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Send a short welcome series that ends with a reason to buy a second time.',
    service: 'Send a short welcome series that ends with a reason to come back.',
    evidence: ['recency', 'frequency'],
  },
  {
    rule: 'remind-on-site',
    when: ({ of }) => of('webVisits') > 0,
    action: ({ of }) => {
      const but = of('webPurchases') < 0 ? ' but buy little from' : '';
      return `Remind them on the website, which they visit often${but}.`;
    },
    evidence: ['webVisits', 'webPurchases'],
  },
  {
    rule: 'speak-to-visitors',
    when: ({ of }) => of('visits') > 0,
    action: 'Speak to them when they come: they visit more often than others.',
    evidence: ['visits'],
  },
  {
    rule: 'catalog-first',
    when: ({ of }) => of('catalogPurchases') > 0,
    action: 'Send them the printed catalog first: they order from it more than others.',
    evidence: ['catalogPurchases'],
  },
  {
    rule: 'online-first',
    when: ({ of }) => of('webPurchases') > 0,
    action: 'Reach them by email and on the website, where they buy more than others.',
    evidence: ['webPurchases'],
  },
  {
    rule: 'invite-to-store',
    when: ({ of }) => of('storePurchases') > 0,
    action: 'Invite them to the store, where they buy more than others.',
    evidence: ['storePurchases'],
  },
  {
    rule: 'welcome-program',
    when: ({ of }) => of('tenure') < 0,
    action: 'Introduce your products and your program step by step: they joined later than others.',
    evidence: ['tenure'],
  },
  {
    rule: 'family-occasions',
    when: ({ families }) => families,
    action: 'Build campaigns around family occasions such as holidays and the start of school.',
    evidence: ['families'],
  },
  {
    rule: 'in-time-with-orders',
    when: ({ of }) => of('frequency') > 0,
    action: 'Send messages just before their next order is due.',
    service: null,
    evidence: ['frequency'],
  },
  {
    rule: 'few-campaigns',
    when: ({ of }) => of('promotions') < 0,
    action: 'Send few, well-chosen campaigns: they accept fewer offers than others.',
    evidence: ['promotions'],
  },
  {
    rule: 'previews-for-spenders',
    when: ({ spending }) => spending > 0,
    action: 'Invite them to previews and new products before anyone else.',
    evidence: ['spending', 'spendingScore'],
  },
  {
    rule: 'anniversary',
    when: ({ of }) => of('tenure') > 0,
    action: 'Treat them as regulars, and thank them on the anniversary of their joining.',
    evidence: ['tenure'],
  },
  {
    rule: 'test-by-age',
    when: ({ age }) => age !== 0,
    action: ({ age }) =>
      age > 0
        ? 'Test email and print with advice and proven products against what you send others.'
        : 'Test mobile and social channels against what you send others.',
    evidence: ['age', 'birthYear'],
  },
  {
    rule: 'wake-inactive',
    when: ({ of }) => of('activityRecency') > 0,
    action: 'Show them what is new since they were last active.',
    evidence: ['activityRecency'],
  },
  {
    rule: 'remind-cooling',
    when: ({ of }) => of('recency') > 0,
    action: 'Remind them with a timely message: they bought less recently than other customers.',
    service: 'Remind them with a timely message: they have been away longer than others.',
    evidence: ['recency'],
  },
  {
    rule: 'follow-up',
    when: ({ of }) => of('recency') < 0,
    action: 'Follow up soon after their last purchase: ask how it was, and show what goes with it.',
    service: 'Follow up soon: ask how it was, and what would make it better.',
    evidence: ['recency'],
  },
  {
    rule: 'ask-what-they-miss',
    when: ({ income, spending }) => income > 0 && spending < 0,
    action: 'Before the next campaign, ask in a short survey what they are missing.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'cheap-channels',
    when: ({ spending }) => spending < 0,
    action: 'Keep campaigns low-cost (email, on the website) until they respond to one.',
    evidence: ['spending', 'spendingScore'],
  },
  {
    rule: 'monthly-reason',
    when: ({ of }) => of('frequency') < 0,
    action: 'Give them a reason to come back each month rather than one large campaign per season.',
    evidence: ['frequency'],
  },
];
