import { traitWords } from '../names/wording';
import type { AdviceRule } from './adviceRule';

/** The first rule that applies wins. In this order: customers at risk, the best customers, room to grow. */
export const actionRules: AdviceRule[] = [
  {
    rule: 'win-back-lapsed-value',
    when: ({ of, spending }) => of('recency') > 0 && (spending > 0 || of('frequency') > 0),
    action: 'Win them back now with a personal offer on what they used to buy.',
    service: 'Win them back now with a personal offer.',
    evidence: ['recency', 'spending', 'spendingScore', 'frequency'],
  },
  {
    rule: 'win-back-churned',
    when: ({ of }) => of('churn') > 0,
    action: 'Ask those who left why they left, fix what you can, and win back those who were worth it.',
    evidence: ['churn', 'spending', 'spendingScore', 'recency'],
  },
  {
    rule: 'repair-service',
    when: ({ of }) => of('complaint') > 0,
    action: 'Resolve their complaints before you send any offer.',
    evidence: ['complaint'],
  },
  {
    rule: 'repair-satisfaction',
    when: ({ of }) => of('satisfaction') < 0,
    action: 'Find out what they are unhappy with, and fix it before you send any offer.',
    evidence: ['satisfaction'],
  },
  {
    rule: 'settle-what-goes-wrong',
    when: ({ of, burden }) => burden !== undefined && of('satisfaction') <= 0,
    action: ({ burden }) => `Settle what goes wrong before you send any offer: ${traitWords(burden!)}.`,
    evidence: ['burden'],
  },
  {
    rule: 'reward-without-discounts',
    when: ({ of, spending }) => spending > 0 && of('deals') < 0,
    action: ({ of }) =>
      of('promotions') > 0
        ? 'Offer early access and loyalty rewards rather than discounts, and put them first in every campaign.'
        : 'Offer early access and loyalty rewards rather than discounts.',
    evidence: ['spending', 'spendingScore', 'deals', 'promotions'],
  },
  {
    rule: 'keep-spenders-on-budget',
    when: ({ spending, income }) => spending > 0 && income < 0,
    action: 'Keep them with affordable new products and loyalty points, and never push credit.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'reward-best-customers',
    when: ({ spending }) => spending > 0,
    action: ({ of }) =>
      of('frequency') > 0
        ? 'Keep them with a loyalty tier and early access, and ask for referrals.'
        : 'Move them into a loyalty tier with early access to premium products.',
    service: 'Keep them with a loyalty tier and a personal contact, and ask for referrals.',
    evidence: ['spending', 'spendingScore', 'income', 'frequency', 'recency'],
  },
  {
    rule: 'win-income-not-yet-spent',
    when: ({ spending, income }) => income > 0 && spending < 0,
    action: 'Find out what they are missing, and offer premium products and personal advice, not price cuts.',
    evidence: ['income', 'spending', 'spendingScore', 'age'],
  },
  {
    rule: 'family-deals',
    when: ({ of, families, spending }) => families && spending < 0 && of('deals') > 0,
    action: ({ of }) =>
      of('webVisits') > 0
        ? 'Send multi-buy family deals online, timed to their frequent visits, to increase basket size.'
        : 'Send multi-buy family deals to increase basket size.',
    service: null,
    evidence: ['families', 'deals', 'webVisits', 'spending', 'spendingScore'],
  },
  {
    rule: 'family-value-bundles',
    when: ({ families, spending, income }) => families && (spending < 0 || income < 0),
    action: ({ of }) => {
      if (of('webVisits') <= 0) return 'Promote affordable family bundles and everyday low prices.';
      const but = of('webPurchases') < 0 ? ' but buy little from' : '';
      return `Show affordable family bundles on the website, which they visit often${but}.`;
    },
    evidence: ['families', 'income', 'spending', 'spendingScore', 'webVisits', 'webPurchases'],
  },
  {
    rule: 'second-purchase',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Send a welcome series that leads to a second purchase.',
    service: 'Welcome them, and give them a reason to come back soon.',
    evidence: ['recency', 'frequency'],
  },
  {
    rule: 'let-lapsed-go-cheaply',
    when: ({ lapsed }) => lapsed,
    action: ({ isBulk, isWorthLess }) => {
      if (isBulk)
        return 'Test two or three low-cost reactivation emails on a sample, and keep the one that pays.';
      return isWorthLess
        ? 'Try one low-cost reactivation email, then stop spending on them.'
        : 'Try a low-cost reactivation email, and go on with those who answer.';
    },
    evidence: ['recency', 'frequency', 'spending', 'spendingScore'],
  },
  {
    rule: 'raise-mixed-baskets',
    when: ({ mixedSpending, families }) => mixedSpending && families,
    action:
      'Split the mailing by past spending: thank the big spenders, and reward the others for spending more.',
    evidence: ['spread', 'deals'],
  },
  {
    rule: 'ask-who-stays-away',
    when: ({ staysAway, spending }) => staysAway && spending >= 0,
    action: 'Ask what keeps them away: they come less than others, and may leave.',
    evidence: ['visits', 'spending', 'spendingScore', 'tenure'],
  },
  {
    rule: 'wake-inactive',
    when: ({ of }) => of('activityRecency') > 0,
    action: ({ trade }) =>
      trade === 'stays'
        ? 'Invite them back with a reason to stay again.'
        : 'Give them a reason to come back and use your service.',
    evidence: ['activityRecency', 'webVisits', 'visits'],
  },
  {
    rule: 'remind-cooling',
    when: ({ of }) => of('recency') > 0,
    action: 'Remind them with a timely offer before they lapse.',
    evidence: ['recency', 'frequency'],
  },
  {
    rule: 'raise-basket-of-frequent',
    when: ({ of }) => of('frequency') > 0,
    action: 'Increase basket size with bundles and a reward just above their usual order.',
    service: 'Reward how often they come with a tier or a benefit of its own.',
    evidence: ['frequency', 'orderValue', 'spending', 'spendingScore'],
  },
  {
    rule: 'budget-range',
    when: ({ spending, income }) => spending < 0 && income < 0,
    action: 'Offer entry-level products and bundles through low-cost channels such as email.',
    evidence: ['income', 'spending', 'spendingScore'],
  },
  {
    rule: 'welcome-new',
    when: ({ of }) => of('tenure') < 0,
    action: 'Introduce your products and your program step by step: they joined later than others.',
    evidence: ['tenure'],
  },
  {
    rule: 'build-on-their-line',
    when: ({ spending, spendsLittle, favorite }) => spending <= 0 && !spendsLittle && favorite !== undefined,
    action: ({ favorite }) =>
      `Build on ${favorite}, where they spend more than others: show what goes with it.`,
    evidence: ['spendingPart', 'spending', 'spendingScore'],
  },
  {
    rule: 'wake-light-spenders',
    when: ({ spending }) => spending < 0,
    action: ({ isBulk, spendsLittle }) => {
      if (isBulk)
        return 'Test small ways to raise their orders: they are so many that a little from each adds up.';
      return spendsLittle
        ? 'Test low-cost starter offers by email, and invest only in those who respond.'
        : 'Test what raises their spending: additions to what they buy, or a reward for spending more.';
    },
    service: 'Test low-cost offers of what they do not use yet, and go on with what they accept.',
    evidence: ['spending', 'spendingScore', 'tenure'],
  },
  {
    rule: 'raise-rare-buyers',
    when: ({ of }) => of('frequency') < 0,
    action: 'Give them a reason to come back: reminders, and a reward for ordering again within a month.',
    service: 'Give them a reason to come back, and remind them of it.',
    evidence: ['frequency'],
  },
  {
    rule: 'answer-campaigns',
    when: ({ of }) => of('promotions') > 0,
    action: 'Put them first in every campaign: they accept more offers than others.',
    evidence: ['promotions'],
  },
  {
    rule: 'loyal-by-time',
    when: ({ of }) => of('tenure') > 0,
    action: 'Thank them for their loyalty with an anniversary reward, and ask for referrals.',
    evidence: ['tenure'],
  },
  {
    rule: 'wean-from-deals',
    when: ({ of }) => of('deals') > 0,
    action: ({ isOnDiscount }) =>
      isOnDiscount
        ? 'Test smaller discounts on some of them: they get more than others.'
        : 'Replace blanket discounts with bundles and points, step by step.',
    service: 'Test smaller discounts on some of them: they get more than others.',
    evidence: ['deals'],
  },
  {
    rule: 'affordable-by-income',
    when: ({ income }) => income < 0,
    action: 'Lead with price: entry-level products, bundles and a free-shipping threshold.',
    service: 'Lead with price: entry-level offers and small steps.',
    evidence: ['income'],
  },
  {
    rule: 'premium-by-income',
    when: ({ income }) => income > 0,
    action: 'Lead with premium products and service rather than price.',
    evidence: ['income'],
  },
  {
    rule: 'speak-to-age',
    when: ({ age }) => age !== 0,
    action: ({ age }) =>
      age > 0
        ? 'Appeal to them with advice, service and proven products.'
        : 'Reach them on mobile and social channels with new products.',
    evidence: ['age', 'birthYear'],
  },
];
