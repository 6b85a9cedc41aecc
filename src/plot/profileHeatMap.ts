import { plural } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, names, object, optional } from '../core/schema';
import type { SegmentProfile } from '../profile/segmentProfile';
import { type Columns, readColumns } from './base/columns';
import { rowOfCustomers } from './base/customerRows';
import { rowsOfFeatures } from './base/featureRows';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { escapePlotlyText } from './base/label';
import { composeProfiles } from './base/profileRows';
import { areSummaries } from './base/segmentSizes';
import { segmentGroups } from './base/segments';

/** What the options may be. */
const PROFILE_HEAT_MAP_OPTIONS = object({
  ...FIGURE,
  /** Features to draw, in order; default all columns. Of profiles, those that the figure chooses. */
  columns: optional(names()),
});

/** Options of `profileHeatMap`. */
export interface ProfileHeatMapOptions extends Given<typeof PROFILE_HEAT_MAP_OPTIONS> {}

/**
 * What sets each segment apart: its mean of every feature, colored by how many standard deviations of all
 * customers it lies above (red) or below (blue) the mean of all customers. The text is in original units.
 *
 * From profiles it draws the means of numbers and the shares of yes/no values; of more than 20 features the 20 that
 * distinguish segments most. Categories are left to `categoryBySegment`, unless there is nothing else.
 *
 * @param table features of length n; missing values are left out.
 * @param segments segment of each row, length n; −1 (noise) is not drawn but counts in the mean of all. Or, instead of
 * both, what `profileSegments` returns, whose names the segments have unless `segmentNames` gives others.
 * @throws InputError for an empty table, no profiles, an unknown column or option, labels that do not fit.
 * Cost: O(n·d); O(segments × features) of profiles.
 *
 * @example
 * const table = { Income: [30, 52, 75], Age: [25, 61, 40] };
 * profileHeatMap(table, [0, 0, 1], { units: { Income: 'k€' } });
 * profileHeatMap(profileSegments(table, [0, 0, 1]));
 */
export function profileHeatMap(
  table: Columns,
  segments: ArrayLike<number>,
  options?: ProfileHeatMapOptions,
): Figure;
export function profileHeatMap(profiles: readonly SegmentProfile[], options?: ProfileHeatMapOptions): Figure;
export function profileHeatMap(
  data: Columns | readonly SegmentProfile[],
  second: ArrayLike<number> | ProfileHeatMapOptions = {},
  third: ProfileHeatMapOptions = {},
): Figure {
  return areSummaries(data)
    ? drawProfiles(data, second as ProfileHeatMapOptions)
    : drawCustomers(data, second as ArrayLike<number>, third);
}

function drawCustomers(table: Columns, segments: ArrayLike<number>, options: ProfileHeatMapOptions): Figure {
  const given = resolveOptions('profileHeatMap', PROFILE_HEAT_MAP_OPTIONS, options);
  const columns = readColumns(table, given.columns);
  const groups = segmentGroups(segments, columns[0].values.length, given.segmentNames);
  const segmentsOnly = groups.filter(({ index }) => index >= 0);
  const drawn = segmentsOnly.length > 0 ? segmentsOnly : groups;
  const rows = columns.map((column) => rowOfCustomers(column, drawn, given));
  return composeProfiles(
    rows,
    drawn.map(({ name }) => name),
    given,
  );
}

function drawProfiles(profiles: readonly SegmentProfile[], options: ProfileHeatMapOptions): Figure {
  const given = resolveOptions('profileHeatMap', PROFILE_HEAT_MAP_OPTIONS, options);
  const real = profiles.filter(({ segment }) => segment >= 0);
  const drawn = real.length > 0 ? real : profiles;
  const { rows, leftOut } = rowsOfFeatures(drawn, given.columns);
  return composeProfiles(
    rows,
    drawn.map(({ segment, name }) => escapePlotlyText(given.segmentNames?.[segment] ?? name)),
    given,
    leftOut > 0
      ? ` ${plural(leftOut, 'feature that differs less is', 'features that differ less are')} not drawn.`
      : '',
  );
}
