import type { AdviceRule } from './adviceRule';

/** What to do with people who give: the first rule that applies wins. Those who sell have `actionRules`. */
export const givingRules: AdviceRule[] = [
  {
    rule: 'ask-lapsed-donors-in-person',
    when: ({ of, spending }) =>
      of('recency') > 0 && (spending > 0 || of('frequency') > 0 || of('orderValue') > 0),
    action: 'Ask them in person whether they would give again: they used to give more than others.',
    evidence: ['recency', 'spending', 'frequency', 'orderValue'],
  },
  {
    rule: 'one-message-to-lapsed-donors',
    when: ({ lapsed }) => lapsed,
    action: 'Send one message on what their gifts achieved, and ask them once to give again.',
    evidence: ['recency', 'frequency', 'spending'],
  },
  {
    rule: 'thank-large-donors',
    when: ({ of, spending }) => spending > 0 || of('orderValue') > 0,
    action: 'Thank them personally, and show what their gifts achieve.',
    evidence: ['spending', 'orderValue', 'frequency'],
  },
  {
    rule: 'offer-regular-giving',
    when: ({ of }) => of('frequency') > 0,
    action: 'Offer them a regular monthly gift: they give more often than others.',
    evidence: ['frequency', 'recency'],
  },
  {
    rule: 'welcome-new-donors',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Thank them for their gift, and show what it achieves before you ask again.',
    evidence: ['recency', 'frequency'],
  },
  {
    rule: 'ask-for-a-little-more',
    when: ({ of, spending }) => spending < 0 || of('orderValue') < 0,
    action: 'Name what a slightly larger gift would pay for.',
    evidence: ['spending', 'orderValue'],
  },
  {
    rule: 'ask-again',
    when: ({ of }) => of('frequency') < 0,
    action: 'Show what their gift achieved, and ask them again within the year.',
    evidence: ['frequency'],
  },
];
