import { InputError } from '../../core/errors';
import { decimalsFor, formatNumber, formatShare } from '../../core/format';
import { checkOneOf } from '../../core/options';
import type { FeatureProfile, NumericFeature } from '../../profile/features/featureProfile';
import type { SegmentProfile } from '../../profile/segmentProfile';
import { escapePlotlyText } from './label';
import type { ProfileRow } from './profileRows';

/** More features than this make a picture that nobody reads; those that tell segments apart most are drawn. */
const MAX_ROWS = 20;

/**
 * The features of profiles, at most 20, and how many more there are.
 * @param columns those to draw; default numbers and yes/no values, or categories where there is nothing else.
 */
export function rowsOfFeatures(
  profiles: readonly SegmentProfile[],
  columns: readonly string[] | undefined,
): { rows: ProfileRow[]; leftOut: number } {
  if (profiles.length === 0 || profiles[0].features.length === 0) {
    throw new InputError(
      'no-data',
      'there is nothing to draw: there are no profiles, or they have no features',
    );
  }
  const positions = columns
    ? namedFeatures(profiles[0].features, columns)
    : drawnFeatures(profiles[0].features);
  const all = positions.map((j) => rowOfFeature(profiles.map(({ features }) => features[j])));
  const rows = strongest(all);
  return { rows, leftOut: all.length - rows.length };
}

/** Positions of the features of columns, in the order asked for. */
function namedFeatures(features: readonly FeatureProfile[], columns: readonly string[]): number[] {
  const known = Array.from(new Set(features.map(({ column }) => column)));
  return columns.flatMap((name) => {
    const column = checkOneOf('columns', name, known);
    return features.flatMap((feature, j) => (feature.column === column ? [j] : []));
  });
}

/** Positions of numbers and yes/no values; of categories where there is nothing else. */
function drawnFeatures(features: readonly FeatureProfile[]): number[] {
  const all = features.map((_, j) => j);
  const plain = all.filter((j) => !(features[j].kind === 'share' && features[j].level !== undefined));
  return plain.length > 0 ? plain : all;
}

/** One feature in every segment. */
function rowOfFeature(features: readonly FeatureProfile[]): ProfileRow {
  const name = escapePlotlyText(features[0].label);
  const unit = features[0].kind === 'numeric' ? features[0].unit : undefined;
  return {
    name,
    axis: unit ? `${name} (${escapePlotlyText(unit)})` : name,
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
function strongest(rows: readonly ProfileRow[]): ProfileRow[] {
  const strength = ({ z }: ProfileRow) =>
    Math.max(...z.map((value) => (Number.isFinite(value) ? Math.abs(value) : 0)));
  const kept = new Set([...rows].sort((a, b) => strength(b) - strength(a)).slice(0, MAX_ROWS));
  return rows.filter((row) => kept.has(row));
}
