import { capitalized } from '../../core/columnNames';
import { InputError } from '../../core/errors';
import { plural, someOf } from '../../core/format';
import { checkList, mustBe } from '../../core/options';
import type { Table } from '../../core/table';
import { bySpending, direction, featureOf } from '../names/traits';
import { comparison } from '../names/wording';
import type { ColumnRole } from '../roles/roleLexicon';
import { tradeOf } from '../roles/trade';
import type { SegmentProfile } from '../segmentProfile';
import type { AdviceRule } from './adviceRule';
import { type Advice, applyRules } from './applyRules';
import { asTest } from './asTest';
import { givingRules } from './givingRules';
import { campaignRules } from './strategyRules/campaignRules';
import { offerRules } from './strategyRules/offerRules';
import { pricingRules } from './strategyRules/pricingRules';
import { retentionRules } from './strategyRules/retentionRules';

/** Four strategies for one segment, each in a sentence with its evidence. */
export interface SegmentStrategies {
  /** How to reach them. */
  campaigns: Advice;
  /** What to offer them. */
  recommendations: Advice;
  pricing: Advice;
  /** How to keep them. */
  retention: Advice;
}

interface Subject {
  heading: string;
  rules: AdviceRule[];
  /** What to say if no rule applies. */
  fallback: string;
  /** The same for those who give, to whom nothing is sold. */
  giving?: Pick<Subject, 'rules' | 'fallback'>;
  /** The columns to report, with their numbers, if no rule applies. */
  roles: ColumnRole[];
}

const subjects: Record<keyof SegmentStrategies, Subject> = {
  campaigns: {
    heading: 'Campaigns',
    rules: campaignRules,
    fallback: 'These columns do not support a campaign of their own. Include them in your general campaigns.',
    giving: {
      rules: givingRules,
      fallback: 'These columns do not support an appeal of their own. Include them in your general appeals.',
    },
    roles: ['promotions', 'recency', 'frequency', 'tenure', 'spending', 'spendingScore', 'age'],
  },
  recommendations: {
    heading: 'What to offer',
    rules: offerRules,
    fallback: 'These columns do not support a particular offer. Show them your general assortment.',
    giving: {
      rules: [],
      fallback: 'These columns do not support a particular cause. Show them your general work.',
    },
    roles: ['spending', 'spendingScore', 'income', 'frequency', 'orderValue', 'age'],
  },
  pricing: {
    heading: 'Pricing',
    rules: pricingRules,
    fallback: 'These columns do not support special prices. Use your general prices.',
    giving: {
      rules: [],
      fallback: 'These columns do not support suggested amounts of their own. Suggest the usual ones.',
    },
    roles: ['deals', 'income', 'spending', 'spendingScore', 'orderValue'],
  },
  retention: {
    heading: 'Retention',
    rules: retentionRules,
    fallback: 'These columns do not support a special effort to keep them.',
    giving: { rules: [], fallback: 'These columns do not support a special effort to keep them.' },
    roles: ['recency', 'frequency', 'tenure', 'spending', 'spendingScore'],
  },
};

const kinds = Object.keys(subjects) as (keyof SegmentStrategies)[];

/** The `rule` of a strategy that no rule supports. */
export const noEvidence = 'no-evidence';

/**
 * Campaigns, offers, pricing and retention for a segment, by general rules on what its columns mean and on how
 * clearly it differs from everyone else ("clearly" is a medium effect or more; for product lines and preferred
 * categories a small one is enough). Each strategy names the numbers behind it. If no rule applies, it says that
 * these columns do not support one (`rule` is then 'no-evidence'), and which columns it considered.
 *
 * Test them on some of the customers first: data show who the customers are, not what they will do.
 *
 * @param profile one of `profileSegments`.
 * @throws InputError if it is not a profile.
 * Cost: O(features).
 *
 * @example
 * const { pricing } = segmentStrategies(profiles[0]);
 * pricing.action;  // a sentence to act on
 * pricing.reason;  // the numbers that support it
 */
export function segmentStrategies(profile: SegmentProfile): SegmentStrategies {
  if (!Array.isArray(profile?.features) || typeof profile.household !== 'object') {
    throw mustBe('profile', profile, 'one profile of `profileSegments`');
  }
  return {
    campaigns: strategyOf(profile, subjects.campaigns),
    recommendations: strategyOf(profile, subjects.recommendations),
    pricing: strategyOf(profile, subjects.pricing),
    retention: strategyOf(profile, subjects.retention),
  };
}

/**
 * Returns the four strategies of every segment, one row per strategy, with the evidence.
 *
 * @param profiles what `profileSegments` returns.
 * @throws InputError if there are no profiles.
 *
 * @example
 * show(strategyTable(profiles));
 */
export function strategyTable(profiles: readonly SegmentProfile[]): Table {
  if (checkList('profiles', profiles).length === 0)
    throw new InputError('no-data', 'there are no profiles to show', {
      remedy: 'profile a segmentation first',
    });
  const strategies = profiles.map(segmentStrategies);
  const supported = strategies.flatMap(Object.values).filter(({ rule }) => rule !== noEvidence).length;
  return {
    caption: captionOf(supported, kinds.length * profiles.length),
    columns: [{ name: 'Segment' }, { name: 'Strategy' }, { name: 'What to do' }, { name: 'Evidence' }],
    rows: profiles.flatMap(({ name }, i) =>
      kinds.map((kind) => {
        const { action, reason } = strategies[i][kind];
        return [name, subjects[kind].heading, action, capitalized(reason)];
      }),
    ),
  };
}

function strategyOf(profile: SegmentProfile, { rules, fallback, roles, giving }: Subject): Advice {
  if (profile.segment < 0) {
    return {
      action: 'Look at these customers one by one: they fit no segment.',
      reason: 'they are too far from every dense group of customers',
      rule: 'noise',
    };
  }
  const traits = { ...profile, features: bySpending(profile.features, profile.spending) };
  const isGiving = tradeOf(traits.features) === 'giving';
  const advice = applyRules(isGiving ? (giving?.rules ?? []) : rules, traits, comparison);
  if (advice) return profile.tentative ? asTest(advice) : advice;
  const words = isGiving && giving ? giving.fallback : fallback;
  return { action: words, reason: consideredColumns(profile, roles), rule: noEvidence };
}

/** 'no clear difference in median income 60 versus 61 overall', for the first two columns found. */
function consideredColumns(profile: SegmentProfile, roles: readonly ColumnRole[]): string {
  const found = roles.flatMap((role) => featureOf(profile, role) ?? []);
  const features = found.filter((feature) => direction(feature) === 0);
  if (features.length === 0) return 'no column covers this';
  return `no clear difference in ${features.slice(0, 2).map(comparison).join(', nor in ')}`;
}

function captionOf(supported: number, all: number): string {
  if (supported === all) return `All ${all} strategies are based on a clear difference from everyone else`;
  return `${someOf(supported, plural(all, 'strategy', 'strategies'), 'is', 'are')} based on a clear difference; for the others, the columns don't support one`;
}
