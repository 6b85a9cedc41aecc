import { capitalized } from '../../core/columnNames';
import { InputError } from '../../core/errors';
import { checkList, mustBe } from '../../core/options';
import type { Table } from '../../core/table';
import { direction, featureOf } from '../names/traits';
import { comparison } from '../names/wording';
import type { ColumnRole } from '../roles/roleLexicon';
import type { SegmentProfile } from '../segmentProfile';
import type { AdviceRule } from './adviceRule';
import { type Advice, applyRules } from './applyRules';
import { campaignRules } from './strategyRules/campaignRules';
import { offerRules } from './strategyRules/offerRules';
import { pricingRules } from './strategyRules/pricingRules';
import { retentionRules } from './strategyRules/retentionRules';

/** Four strategies for one segment, each in a sentence with the numbers that speak for it. */
export interface SegmentStrategies {
  /** How to address them. */
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
  /** What to say where no rule applies. */
  nothing: string;
  /** What is looked at first: where nothing speaks, these columns are named with their numbers. */
  roles: ColumnRole[];
}

const subjects: Record<keyof SegmentStrategies, Subject> = {
  campaigns: {
    heading: 'Campaigns',
    rules: campaignRules,
    nothing: 'Nothing in these columns speaks for a campaign of their own; include them in the general ones.',
    roles: ['promotions', 'recency', 'frequency', 'tenure', 'spending', 'spendingScore', 'age'],
  },
  recommendations: {
    heading: 'What to offer',
    rules: offerRules,
    nothing: 'Nothing in these columns speaks for a particular offer; show them the general range.',
    roles: ['spending', 'spendingScore', 'income', 'frequency', 'orderValue', 'age'],
  },
  pricing: {
    heading: 'Pricing',
    rules: pricingRules,
    nothing: 'Nothing in these columns speaks for other prices than the general ones.',
    roles: ['deals', 'income', 'spending', 'spendingScore', 'orderValue'],
  },
  retention: {
    heading: 'Retention',
    rules: retentionRules,
    nothing: 'Nothing in these columns speaks for a special effort to keep them.',
    roles: ['recency', 'frequency', 'tenure', 'spending', 'spendingScore'],
  },
};

const kinds = Object.keys(subjects) as (keyof SegmentStrategies)[];

/** The rule of a strategy that no rule speaks for. */
export const noGround = 'no-ground';

/**
 * Campaigns, offers, pricing and retention for a segment, by general rules on what its columns mean and on how
 * clearly it differs from everyone else ("clearly" is a medium effect or more; product lines and preferred
 * categories count from a small one on). Each strategy names the numbers it rests on. Where no rule applies it says
 * that nothing in these columns speaks for one (`rule` is then 'no-ground'), and what was looked at.
 *
 * They are proposals to be tested on some of the customers: data show who the customers are, not what they will do.
 *
 * @param profile one of `profileSegments`.
 * @throws InputError when it is no profile.
 * Cost: O(features).
 *
 * @example
 * const { pricing } = segmentStrategies(profiles[0]);
 * pricing.action;  // a sentence to act on
 * pricing.because; // the numbers that speak for it
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
 * The four strategies of every segment, one row for each, with what speaks for it.
 *
 * @param profiles what `profileSegments` returns.
 * @throws InputError when there are no profiles.
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
  const grounded = strategies.flatMap(Object.values).filter(({ rule }) => rule !== noGround).length;
  return {
    caption: captionOf(grounded, kinds.length * profiles.length),
    columns: [
      { name: 'Segment' },
      { name: 'Strategy' },
      { name: 'What to do' },
      { name: 'What speaks for it' },
    ],
    rows: profiles.flatMap(({ name }, i) =>
      kinds.map((kind) => {
        const { action, because } = strategies[i][kind];
        return [name, subjects[kind].heading, action, capitalized(because)];
      }),
    ),
  };
}

function strategyOf(profile: SegmentProfile, { rules, nothing, roles }: Subject): Advice {
  if (profile.segment < 0) {
    return {
      action: 'Fits no segment: judge these customers one by one.',
      because: 'the clustering left them out as too far from any dense group',
      rule: 'noise',
    };
  }
  return (
    applyRules(rules, profile, comparison) ?? {
      action: nothing,
      because: lookedAt(profile, roles),
      rule: noGround,
    }
  );
}

/** 'no clear difference in median income 60 against 61 for everyone', for the first columns there are. */
function lookedAt(profile: SegmentProfile, roles: readonly ColumnRole[]): string {
  const found = roles.flatMap((role) => featureOf(profile, role) ?? []);
  const features = found.filter((feature) => direction(feature) === 0);
  if (features.length === 0) return 'no column tells of it';
  return `no clear difference in ${features.slice(0, 2).map(comparison).join(', nor in ')}`;
}

function captionOf(grounded: number, all: number): string {
  if (grounded === all) return `All ${all} strategies rest on a clear difference from everyone else`;
  return `${grounded} of ${all} strategies rest on a clear difference; for the others the columns hold no ground`;
}
