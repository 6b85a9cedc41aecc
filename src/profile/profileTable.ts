import { capitalized, lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { countPhrase, formatShare, plural } from '../core/format';
import { checkList, mustBe } from '../core/options';
import { phrase } from '../core/phrase';
import type { Table, TableCell, TableColumn } from '../core/table';
import { byStrength, type FeatureProfile, type NumericFeature } from './features/featureProfile';
import { keyDifferences } from './names/marks';
import { effectText, effectWords, othersValue, segmentValue, traitWords } from './names/wording';
import type { ColumnRole } from './roles/roleLexicon';
import type { SegmentProfile } from './segmentProfile';

/** Roles of the key columns, in the order of the table. */
const KEY_ROLES: ColumnRole[] = [
  'income',
  'spending',
  'spendingScore',
  'age',
  'children',
  'householdSize',
  'recency',
  'frequency',
  'orderValue',
  'tenure',
];
const MAX_KEY_COLUMNS = 6;

/**
 * Returns one row per segment: customers, share, share of spending and stability if known, and the typical value of the
 * key columns (the median, or the mean for counts, as the heading says).
 *
 * @param profiles what `profileSegments` returns.
 * @param columns the key columns. Default: up to six, by role. Without roles, those that distinguish the segments most.
 * @throws InputError if there are no profiles or a column was not profiled as a number.
 *
 * @example
 * show(profileTable(profiles, ['Income', 'Age']));
 */
export function profileTable(profiles: readonly SegmentProfile[], columns?: readonly string[]): Table {
  const first = atLeastOne(profiles);
  const keys = columns ? columns.map((name) => indexOfNumber(first, name)) : keyFeatures(profiles);
  const withSpending = profiles.some(({ shareOfSpending }) => shareOfSpending !== null);
  const headings: TableColumn[] = [
    { name: 'Segment' },
    { name: 'Customers', format: 'integer' },
    { name: 'Share of customers', format: 'percent' },
  ];
  if (withSpending) headings.push({ name: 'Share of spending', format: 'percent' });
  const withStability = profiles.some(({ stability }) => stability !== undefined);
  if (withStability) headings.push({ name: 'Stability', format: 'decimal' });
  return {
    caption: captionOf(profiles),
    columns: [...headings, ...keys.map((j) => keyHeading(first.features[j] as NumericFeature))],
    rows: profiles.map((profile) => [
      profile.tiny ? `${profile.name} (few customers)` : profile.name,
      profile.size,
      profile.share,
      ...(withSpending ? [profile.shareOfSpending] : []),
      ...(withStability ? [profile.stability ?? null] : []),
      ...keys.map((j) => typicalValue(profile.features[j] as NumericFeature)),
    ]),
  };
}

/**
 * Returns what sets one segment apart: the features that stand out, strongest first, with the typical value or share of
 * the segment and of all customers, and the effect in words and as a number (g: Hedges, δ: Cliff, h: Cohen). If
 * nothing stands out, the table has no rows and its caption says so.
 *
 * @param profile one of `profileSegments`.
 * @throws InputError if it is not a profile.
 *
 * @example
 * show(differenceTable(profiles[0]));
 */
export function differenceTable(profile: SegmentProfile): Table {
  checkProfile(profile);
  const features = byStrength([...profile.overRepresented, ...profile.underRepresented]);
  return {
    caption: differenceCaption(profile, features),
    columns: [
      { name: 'Feature' },
      { name: 'This segment' },
      { name: 'The others' },
      { name: 'Difference' },
      { name: 'Effect size' },
    ],
    rows: features.map((feature): TableCell[] => [
      featureHeading(feature),
      segmentValue(feature),
      othersValue(feature),
      capitalized(effectWords(feature)),
      effectText(feature),
    ]),
  };
}

/**
 * Returns one row per segment: its key differences, the recommended action, and why.
 *
 * @param profiles what `profileSegments` returns.
 * @throws InputError if there are no profiles.
 *
 * @example
 * show(actionTable(profiles));
 */
export function actionTable(profiles: readonly SegmentProfile[]): Table {
  atLeastOne(profiles);
  return {
    caption: 'One action for each segment',
    columns: [
      { name: 'Segment' },
      { name: 'Key differences' },
      { name: 'Recommended action' },
      { name: 'Why' },
    ],
    rows: profiles.map((profile) => [
      profile.name,
      keyDifferencesInOneLine(profile),
      profile.action.action,
      capitalized(profile.action.reason),
    ]),
  };
}

/** The strongest differences in one line: 'Far higher income; far lower num web visits month; higher age'. */
function keyDifferencesInOneLine(profile: SegmentProfile): string {
  if (profile.segment < 0) return 'Fits no segment';
  const differences = keyDifferences(profile);
  if (differences.length === 0) return 'Nothing stands out';
  return capitalized(differences.slice(0, 3).map(traitWords).join('; '));
}

function captionOf(profiles: readonly SegmentProfile[]): string {
  const segments = profiles.filter(({ segment }) => segment >= 0);
  const customers = plural(
    profiles.reduce((sum, { size }) => sum + size, 0),
    'customer',
  );
  const count = segments.length === 1 ? 'One segment' : plural(segments.length, 'segment');
  const top = segments.reduce<SegmentProfile | undefined>(
    (best, next) => ((next.shareOfSpending ?? 0) > (best?.shareOfSpending ?? 0) ? next : best),
    undefined,
  );
  if (!top || segments.length === 1) return `${count} of ${customers}`;
  const [share, spending] = [top.share, top.shareOfSpending!].map((part) => formatShare(part));
  return `${count} of ${customers}: "${top.name}" are ${share} of customers and ${spending} of spending`;
}

function differenceCaption(profile: SegmentProfile, features: readonly FeatureProfile[]): string {
  const who = `${profile.name} (${plural(profile.size, 'customer')})`;
  if (profile.segment < 0) return `${who}: they fit no segment, so they have no profile`;
  if (features.length === 0) return `${who}: nothing sets them apart from everyone else`;
  const count = countPhrase(features.length, 'feature sets', 'features set');
  return `${who}: ${count} them apart from everyone else`;
}

/** Indices of up to six numeric features. */
function keyFeatures(profiles: readonly SegmentProfile[]): number[] {
  const { features } = profiles[0];
  const numeric = features.flatMap((feature, j) => (feature.kind === 'numeric' ? [j] : []));
  const byRole = KEY_ROLES.flatMap((role) => numeric.filter((j) => features[j].role === role).slice(0, 1));
  const separation = (j: number) =>
    Math.max(...profiles.map((profile) => Math.abs(profile.features[j].effect.standardized)));
  const others = numeric.filter((j) => !byRole.includes(j)).sort((i, j) => separation(j) - separation(i));
  return (byRole.length > 0 ? byRole : others).slice(0, MAX_KEY_COLUMNS);
}

function indexOfNumber({ features }: SegmentProfile, name: string): number {
  const index = features.findIndex(({ column, kind }) => kind === 'numeric' && column === name);
  if (index >= 0) return index;
  const numbers = features.flatMap(({ column, kind }) => (kind === 'numeric' ? [column] : []));
  throw new InputError('missing-column', phrase`${{ column: name }} was not profiled as a number`, {
    remedy: `there are ${numbers.join(', ') || 'none'}`,
  });
}

function keyHeading(feature: NumericFeature): TableColumn {
  const heading: TableColumn = { name: featureHeading(feature) };
  if (feature.unit) heading.unit = feature.unit;
  if (feature.everyone[feature.typical] >= 100 && feature.role !== 'birthYear') heading.format = 'integer';
  else if (feature.typical === 'mean' && feature.role !== 'birthYear') heading.format = 'decimal';
  return heading;
}

/** 'Median Income', 'Mean Children', 'Gender: Female'. */
function featureHeading(feature: FeatureProfile): string {
  return feature.kind === 'numeric'
    ? `${capitalized(feature.typical)} ${lowerFirst(feature.label)}`
    : capitalized(feature.label);
}

function typicalValue(feature: NumericFeature): number | null {
  const value = feature.segment[feature.typical];
  return Number.isFinite(value) ? value : null;
}

function checkProfile(profile: SegmentProfile): void {
  if (Array.isArray(profile?.overRepresented) && Array.isArray(profile.underRepresented)) return;
  throw mustBe('profile', profile, 'one profile of `profileSegments`');
}

function atLeastOne(profiles: readonly SegmentProfile[]): SegmentProfile {
  if (checkList('profiles', profiles).length === 0)
    throw new InputError('no-data', 'there are no profiles to show', {
      remedy: 'profile a segmentation first',
    });
  profiles.forEach(checkProfile);
  return profiles[0];
}
