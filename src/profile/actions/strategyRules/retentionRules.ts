import type { AdviceRule } from '../adviceRule';

/** How to keep a segment: those about to leave first, then newcomers, then the loyal. */
export const retentionRules: AdviceRule[] = [
  {
    rule: 'settle-complaints',
    when: ({ of }) => of('complaint') > 0,
    action: 'Call everyone who complained, and tell them what was fixed.',
    evidence: ['complaint'],
  },
  {
    rule: 'satisfy-the-unsatisfied',
    when: ({ of }) => of('satisfaction') < 0,
    action: 'Call the least satisfied, and tell them what was fixed.',
    evidence: ['satisfaction'],
  },
  {
    rule: 'learn-from-churned',
    when: ({ of }) => of('churn') > 0,
    action: 'Ask those who left why they left, and fix the most common reason before others follow.',
    evidence: ['churn'],
  },
  {
    rule: 'personal-contact',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Contact them personally this month: they were valuable, but have not come back recently.',
    evidence: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'let-go',
    when: ({ lapsed }) => lapsed,
    action: ({ isBulk, isWorthLess }) => {
      if (isBulk) return 'Test reactivation messages on a sample: they are too many to let go untested.';
      return isWorthLess
        ? 'Spend little on keeping them: try one reactivation message, then let them go.'
        : 'Ask some of them what would bring them back, before you decide what that is worth.';
    },
    evidence: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'ask-who-stays-away',
    when: ({ staysAway, spending }) => staysAway && spending >= 0,
    action: 'Ask what keeps them away before they leave: they come less than others.',
    evidence: ['visits', 'spending', 'tenure'],
  },
  {
    rule: 'wake-inactive',
    when: ({ of }) => of('activityRecency') > 0,
    action: 'Offer help to come back: they have not been active for longer than others.',
    evidence: ['activityRecency'],
  },
  {
    rule: 'remind-before-lapse',
    when: ({ of }) => of('recency') > 0,
    action: 'Send a reminder before even more time passes since their last purchase.',
    service: 'Send a reminder before even more time passes.',
    evidence: ['recency', 'frequency'],
  },
  {
    rule: 'second-purchase',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Measure and reward the second purchase: they bought recently but rarely.',
    service: null,
    evidence: ['recency', 'frequency'],
  },
  {
    rule: 'first-months',
    when: ({ of }) => of('tenure') < 0,
    action: 'Ask for feedback early, and reward the first anniversaries: they joined later than others.',
    evidence: ['tenure'],
  },
  {
    rule: 'loyalty-tier',
    when: ({ spending }) => spending > 0,
    action: ({ of }) =>
      of('frequency') > 0 || of('tenure') > 0
        ? 'Keep them with the highest loyalty tier and a personal contact, and ask for referrals.'
        : 'Give them a loyalty tier with benefits that they would lose by leaving.',
    evidence: ['spending', 'spendingScore', 'frequency', 'tenure'],
  },
  {
    rule: 'points-for-orders',
    when: ({ of }) => of('frequency') > 0,
    action: 'Reward each order with points, because they buy often.',
    service: null,
    evidence: ['frequency'],
  },
  {
    rule: 'thank-the-years',
    when: ({ of }) => of('tenure') > 0,
    action: 'Thank them for their loyalty with a reward that grows each year.',
    evidence: ['tenure'],
  },
  {
    rule: 'next-order-in-a-month',
    when: ({ of }) => of('frequency') < 0,
    action: 'Reward the next order within a month to make buying a habit.',
    service: 'Give them a reason to come back within a month, to make it a habit.',
    evidence: ['frequency'],
  },
  {
    rule: 'find-out-what-they-miss',
    when: ({ income, spending }) => income > 0 && spending < 0,
    action: 'Before you spend on loyalty rewards, ask what they buy elsewhere and why.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'family-club',
    when: ({ families }) => families,
    action: 'Offer a family club where the whole household collects points.',
    evidence: ['families', 'spending', 'spendingScore'],
  },
  {
    rule: 'earn-the-next-step',
    when: ({ spending }) => spending < 0,
    action: ({ spendsLittle }) =>
      spendsLittle
        ? 'Offer small rewards that they can reach soon: large thresholds are out of reach.'
        : 'Offer a reward just above what they spend now.',
    evidence: ['spending', 'spendingScore', 'income'],
  },
];
