import type { ColumnRole } from './columnRoles';
import type { FeatureProfile } from './featureProfile';
import { ageDirection, direction, featureOf, isMixed, numberOf, spendingOf, type Traits } from './traits';
import { effectWords, evidence, shareEvidence, spreadEvidence } from './wording';

/** What to do with a segment, in one imperative sentence, and the numbers that led to it. */
export interface RecommendedAction {
  action: string;
  because: string;
  /** The rule that fired, e.g. 'reward-best-customers'. */
  rule: string;
}

interface Rule {
  rule: string;
  when: (facts: Facts) => boolean;
  action: string | ((facts: Facts) => string);
  /** The roles whose numbers back the action; those that do not stand out are left out. */
  because: ColumnRole[];
}

/** −1, 0, +1: clearly less, no clear difference, clearly more than everyone else. */
interface Facts {
  of: (role: ColumnRole) => -1 | 0 | 1;
  income: -1 | 0 | 1;
  spending: -1 | 0 | 1;
  age: -1 | 0 | 1;
  mixedSpending: boolean;
  families: boolean;
}

/** The first rule that applies is taken: what is at risk first, then the best customers, then room to grow. */
const rules: Rule[] = [
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
    because: ['deals', 'visits', 'spending', 'spendingScore'],
  },
  {
    rule: 'family-value-bundles',
    when: ({ families, spending, income }) => families && (spending < 0 || income < 0),
    action: ({ of }) =>
      of('visits') > 0
        ? 'Show affordable family bundles on the web site, which they visit often but buy little from.'
        : 'Promote affordable family bundles and everyday low prices.',
    because: ['income', 'spending', 'spendingScore', 'visits'],
  },
  {
    rule: 'second-purchase',
    when: ({ of }) => of('recency') < 0 && of('frequency') < 0,
    action: 'Send a welcome series that leads to the second purchase.',
    because: ['recency', 'frequency'],
  },
  {
    rule: 'let-lapsed-go-cheaply',
    when: ({ of }) => of('recency') > 0,
    action: 'Try one low-cost reactivation mail, then stop spending on them.',
    because: ['recency', 'frequency', 'spending', 'spendingScore'],
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
    rule: 'raise-mixed-baskets',
    when: ({ mixedSpending, families }) => mixedSpending && families,
    action:
      'Split the mailing by past spending: thank the big baskets, and reward the small ones for the next step up.',
    because: ['deals'],
  },
  {
    rule: 'welcome-new',
    when: ({ of }) => of('tenure') < 0,
    action: 'Welcome them with a guided first-months programme before selling more.',
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

/** The action for noise: customers that fit no segment. */
export const noiseAction: RecommendedAction = {
  action: 'Look at them one by one; they fit no segment and should not be addressed as a group.',
  because: 'the clustering left them out as too far from any dense group',
  rule: 'noise',
};

/**
 * One action for a segment, by a table of general rules on roles and effect sizes ("clearly more" is a medium
 * effect or more). Where no rule applies the strongest difference is named for a test, or, where nothing stands
 * out, the standard programme is kept.
 */
export function recommendAction(traits: Traits): RecommendedAction {
  const facts = factsOf(traits);
  const rule = rules.find(({ when }) => when(facts));
  if (!rule) return withoutRule(traits);
  const action = typeof rule.action === 'string' ? rule.action : rule.action(facts);
  return { action, because: grounds(rule, traits, facts), rule: rule.rule };
}

function factsOf(traits: Traits): Facts {
  const spending = spendingOf(traits);
  const { parents } = traits.household;
  return {
    of: (role) => direction(featureOf(traits, role)),
    income: direction(numberOf(traits, 'income')),
    spending: direction(spending),
    age: ageDirection(traits),
    mixedSpending: isMixed(spending),
    families: traits.householdDiffers && !!parents && parents.share >= 2 / 3,
  };
}

function grounds(rule: Rule, traits: Traits, facts: Facts): string {
  const features = rule.because
    .map((role) => featureOf(traits, role))
    .filter((feature): feature is FeatureProfile => direction(feature) !== 0);
  const reasons = features.map(evidence);
  if (facts.families && rule.rule.startsWith('family'))
    reasons.unshift(shareEvidence(traits.household.parents!));
  if (rule.rule === 'raise-mixed-baskets') reasons.unshift(spreadEvidence(spendingOf(traits)!));
  return reasons.join('; ');
}

function withoutRule({ features }: Traits): RecommendedAction {
  const strongest = features
    .filter((feature) => direction(feature) !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.effect.standardised) - Math.abs(a.effect.standardised) || (a.label < b.label ? -1 : 1),
    )[0];
  if (!strongest) {
    return {
      action: 'Keep the standard programme, and test one offer to learn what moves them.',
      because: 'nothing sets them clearly apart from everyone else',
      rule: 'standard-programme',
    };
  }
  return {
    action: `Test one offer that builds on what marks them: ${effectWords(strongest)} ${strongest.label}.`,
    because: evidence(strongest),
    rule: 'test-strongest-difference',
  };
}
