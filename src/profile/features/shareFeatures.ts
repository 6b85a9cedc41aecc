import type { BooleanColumn, CategoryColumn } from '../../table/column';
import type { SegmentGroups } from '../segmentGroups';
import { cohensH } from './effectSize';
import { type ColumnMeaning, featureEffect, type ShareFeature } from './featureProfile';
import { materialityOfShares } from './materiality';

/** The share of yes at every position of `groups`, compared by Cohen's h with everyone else. Cost: O(n). */
export function binaryFeatures(
  column: Pick<BooleanColumn, 'name' | 'values'>,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
): ShareFeature[] {
  return shareFeatures(
    column.name,
    meaning,
    groups,
    (row) => column.values[row] === 1,
    (row) => !Number.isNaN(column.values[row]),
  );
}

/** The share of each category at every position, compared by Cohen's h with everyone else: [level][position]. */
export function categoryFeatures(
  column: CategoryColumn,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
): ShareFeature[][] {
  return column.levels.map((level, code) =>
    shareFeatures(
      column.name,
      meaning,
      groups,
      (row) => column.codes[row] === code,
      (row) => column.codes[row] >= 0,
    ).map((feature) => ({ ...feature, level, label: `${meaning.label}: ${level}` })),
  );
}

function shareFeatures(
  column: string,
  meaning: ColumnMeaning,
  groups: SegmentGroups,
  has: (row: number) => boolean,
  known: (row: number) => boolean,
): ShareFeature[] {
  const counts = groups.segments.map(() => 0);
  const hits = groups.segments.map(() => 0);
  groups.positions.forEach((position, row) => {
    if (!known(row)) return;
    counts[position]++;
    if (has(row)) hits[position]++;
  });
  const allCounts = sum(counts);
  const allHits = sum(hits);
  return groups.segments.map((_, position) => {
    const [count, hit] = [counts[position], hits[position]];
    const share = ratio(hit, count);
    const hasBoth = count > 0 && count < allCounts;
    const others = ratio(allHits - hit, allCounts - count);
    const h = hasBoth ? cohensH(share, others) : 0;
    const materiality = hasBoth ? materialityOfShares(share, others) : 0;
    return {
      kind: 'share',
      column,
      ...meaning,
      count,
      share,
      shareOfEveryone: ratio(allHits, allCounts),
      shareOfOthers: count < allCounts ? others : NaN,
      lift: ratio(share, ratio(allHits, allCounts)),
      effect: { ...featureEffect('cohens-h', h, h, count, allCounts - count), materiality },
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
