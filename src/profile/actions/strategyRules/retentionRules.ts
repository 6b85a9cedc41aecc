import type { AdviceRule } from '../adviceRule';

/** How to keep a segment: those about to leave first, then newcomers, then the loyal. */
export const retentionRules: AdviceRule[] = [
  {
    rule: 'settle-complaints',
    when: ({ of }) => of('complaint') > 0,
    action: 'Call back everyone who complained, and say what was mended.',
    because: ['complaint'],
  },
  {
    rule: 'personal-contact',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Contact them in person this month: they were worth much and have stayed away.',
    because: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'let-go',
    when: ({ lapsed }) => lapsed,
    action: 'Spend little on keeping them: one reactivation, then let them go.',
    because: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'remind-before-lapse',
    when: ({ of }) => of('recency') > 0,
    action: 'Set a reminder that goes out before the gap since their last purchase grows further.',
    because: ['recency', 'frequency'],
  },
  {
    rule: 'second-purchase',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Measure and reward the second purchase: they have come recently but seldom.',
    because: ['recency', 'frequency'],
  },
  {
    rule: 'first-months',
    when: ({ of }) => of('tenure') < 0,
    action: 'Ask early how it went and reward the first anniversaries: they joined later than others.',
    because: ['tenure'],
  },
  {
    rule: 'loyalty-tier',
    when: ({ spending }) => spending > 0,
    action: ({ of }) =>
      of('frequency') > 0 || of('tenure') > 0
        ? 'Protect them with the highest loyalty tier and a named contact, and ask them to recommend you.'
        : 'Give them a loyalty tier whose benefits they would lose by leaving.',
    because: ['spending', 'spendingScore', 'frequency', 'tenure'],
  },
  {
    rule: 'points-for-orders',
    when: ({ of }) => of('frequency') > 0,
    action: 'Reward the number of orders with points, which suits how often they buy.',
    because: ['frequency'],
  },
  {
    rule: 'thank-the-years',
    when: ({ of }) => of('tenure') > 0,
    action: 'Thank them for their years with a reward that grows with each one.',
    because: ['tenure'],
  },
  {
    rule: 'next-order-in-a-month',
    when: ({ of }) => of('frequency') < 0,
    action: 'Reward the next order within a month to make buying a habit.',
    because: ['frequency'],
  },
  {
    rule: 'find-out-what-they-miss',
    when: ({ income, spending }) => income > 0 && spending < 0,
    action: 'Ask what they buy elsewhere, and why, before spending on loyalty rewards.',
    because: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'family-club',
    when: ({ families }) => families,
    action: 'Offer a family club whose points the whole household collects.',
    because: ['families', 'spending', 'spendingScore'],
  },
  {
    rule: 'earn-the-next-step',
    when: ({ spending }) => spending < 0,
    action: 'Set small rewards that are soon within reach: large thresholds are out of theirs.',
    because: ['spending', 'spendingScore', 'income'],
  },
];
