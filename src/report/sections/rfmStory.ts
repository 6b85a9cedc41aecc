import type { RfmSegmentName } from '../../features/rfm/scoring/rfmSegments';

/** Strategies for people who have just come. */
const WELCOME = [
  ...['lead-to-second-purchase', 'second-purchase', 'first-months', 'welcome-program', 'follow-up'],
  ...['what-follows-the-first', 'starter-price'],
];

/** Strategies for people who have stayed away. */
const WIN_BACK = [
  ...['win-back-campaign', 'personal-contact', 'one-win-back-price', 'what-they-used-to-buy'],
  ...['remind-before-lapse', 'remind-cooling'],
];

/** Strategies that give people up. */
const LET_GO = ['one-reactivation-message', 'let-go', 'one-low-price-at-most'];

/** Strategies for people who buy now, and often. */
const REGULARS = [
  ...['in-time-with-orders', 'points-for-orders', 'refills-for-frequent', 'loyalty-tier', 'thank-the-years'],
  ...['previews-for-spenders', 'anniversary', 'reward-volume', 'threshold-above-order', 'more-of-the-best'],
];

/** Efforts that are not worth their cost for people who hardly bought and have long gone. */
const EFFORTS = [
  'monthly-reason',
  'next-order-in-a-month',
  'discount-on-the-next-order',
  'earn-the-next-step',
];

const ACTIVE = [...WIN_BACK, ...LET_GO];
const COOLING = [...WELCOME, ...LET_GO];
const GONE = [...WELCOME, ...REGULARS, ...EFFORTS];

const UNSUITED: Readonly<Record<RfmSegmentName, readonly string[]>> = {
  Champions: [...ACTIVE, ...WELCOME],
  Loyal: [...ACTIVE, ...WELCOME],
  'Potential Loyalists': ACTIVE,
  New: ACTIVE,
  Promising: ACTIVE,
  'Need Attention': COOLING,
  'About To Sleep': COOLING,
  'At Risk': [...COOLING, 'in-time-with-orders'],
  'Cannot Lose Them': [...COOLING, 'in-time-with-orders'],
  Hibernating: GONE,
  Lost: [...GONE, 'starter-offers', 'win-back-campaign', 'personal-contact', 'one-win-back-price'],
  'Kept Nothing': [
    ...WELCOME,
    ...WIN_BACK,
    ...LET_GO,
    ...REGULARS,
    ...EFFORTS,
    'starter-offers',
    'large-orders',
  ],
};

/**
 * Strategies that would tell another story than a segment's name: they follow from single measures, and whoever is about
 * to sleep must not be welcomed because a mean lies below that of others.
 */
export function unsuitedRules(segment: RfmSegmentName): readonly string[] {
  return UNSUITED[segment];
}
