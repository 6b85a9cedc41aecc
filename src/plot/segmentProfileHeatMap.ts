import { InputError } from '../core/errors';
import { decimalsFor, formatNumber, formatShare } from '../core/format';
import { checkList } from '../core/options';
import type { FeatureProfile, NumericFeature } from '../profile/features/featureProfile';
import type { SegmentProfile } from '../profile/segmentProfile';
import type { Figure } from './base/figure';
import { literal } from './base/label';
import { composeProfiles, type ProfileRow } from './base/profileRows';
import { checkOptions, type FigureOptions } from './base/theme';

/** More features than this make a picture that nobody reads; those that tell segments apart most are drawn. */
const MOST_ROWS = 20;

/**
 * What sets each segment apart, from profiles alone (`profileHeatMap` draws the same from customers): its mean of
 * every number and its share of every yes/no value, colored by how many standard deviations of all customers it lies
 * above (red) or below (blue) the mean of all customers. Of more than 20 features the 20 that tell segments apart most.
 * Categories are left to `categoryBySegment`, but where there is nothing else.
 *
 * @param profiles what `profileSegments` returns; noise is not drawn.
 * @throws InputError when there are no profiles or no features, or an option is unknown.
 * Cost: O(segments × features).
 *
 * @example
 * segmentProfileHeatMap(profileSegments({ Income: [30, 52, 75], Age: [25, 61, 40] }, [0, 0, 1]));
 */
export function segmentProfileHeatMap(
  profiles: readonly SegmentProfile[],
  options: FigureOptions = {},
): Figure {
  checkOptions('segmentProfileHeatMap', options);
  if (checkList('profiles', profiles).length === 0 || profiles[0].features.length === 0) {
    throw new InputError('there is nothing to draw: there are no profiles, or they have no features');
  }
  const real = profiles.filter(({ segment }) => segment >= 0);
  const drawn = real.length > 0 ? real : profiles;
  const rows = drawnFeatures(profiles[0].features).map((j) =>
    rowOf(drawn.map(({ features }) => features[j])),
  );
  const chosen = foremost(rows);
  const left = rows.length - chosen.length;
  return composeProfiles(
    chosen,
    drawn.map(({ segment, name }) => literal(options.segmentNames?.[segment] ?? name)),
    options,
    left > 0 ? ` ${left} features that differ less are not drawn.` : '',
  );
}

/** Positions of numbers and yes/no values; of categories where there is nothing else. */
function drawnFeatures(features: readonly FeatureProfile[]): number[] {
  const all = features.map((_, j) => j);
  const plain = all.filter((j) => !(features[j].kind === 'share' && features[j].level !== undefined));
  return plain.length > 0 ? plain : all;
}

/** One feature in every segment. */
function rowOf(features: readonly FeatureProfile[]): ProfileRow {
  const name = literal(features[0].label);
  const unit = features[0].kind === 'numeric' ? features[0].unit : undefined;
  return {
    name,
    axis: unit ? `${name} (${literal(unit)})` : name,
    z: features.map(standardized),
    text: features.map(said),
  };
}

function standardized(feature: FeatureProfile): number {
  if (feature.kind === 'numeric') {
    const { mean, standardDeviation } = feature.everyone;
    const difference = feature.segment.mean - mean;
    return standardDeviation > 0 ? difference / standardDeviation : difference;
  }
  const { share, shareOfEveryone: all } = feature;
  return all > 0 && all < 1 ? (share - all) / Math.sqrt(all * (1 - all)) : 0;
}

function said(feature: FeatureProfile): string {
  return feature.kind === 'numeric' ? meanOf(feature) : formatShare(feature.share);
}

function meanOf({ role, segment: { mean }, everyone }: NumericFeature): string {
  if (!Number.isFinite(mean)) return 'none';
  if (role === 'birthYear') return String(Math.round(mean));
  const decimals = decimalsFor([everyone.q1 + 0.1, everyone.q3 + 0.1]);
  return formatNumber(mean, { decimals: Math.abs(mean) < 100 ? Math.min(decimals, 1) : decimals });
}

/** In their own order. */
function foremost(rows: readonly ProfileRow[]): ProfileRow[] {
  const strength = ({ z }: ProfileRow) =>
    Math.max(...z.map((value) => (Number.isFinite(value) ? Math.abs(value) : 0)));
  const kept = new Set([...rows].sort((a, b) => strength(b) - strength(a)).slice(0, MOST_ROWS));
  return rows.filter((row) => kept.has(row));
}
