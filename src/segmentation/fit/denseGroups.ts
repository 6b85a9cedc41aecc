import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { Random } from '../../core/random';
import { hasGapsAround, MANY_COLUMNS } from '../../evaluate/structure/judgeDensity';
import { judgedRows } from '../../evaluate/structure/judgedRows';
import { algorithmOf } from '../algorithms';
import type { ResolvedOptions } from '../options';
import { areSameGroups, type ClusteredCustomers } from './ofTheseSegments';

/** Larger tables are looked at by a random sample of so many rows. */
const LOOKED_AT = 2000;
/** Among fewer customers no place is dense. */
const FEWEST = 30;
/** Groups that hold fewer customers than this share are dense places, and say little of the others. */
const MOST_CUSTOMERS = 0.7;

/**
 * How many groups HDBSCAN finds with gaps around all of them, as its own verdict judges gaps, that are other than the
 * segments; 0 where there are none. Groups that are bent, or long and side by side, look like one cloud to whatever looks for compact ones. Tables of many
 * columns are not looked at: a gap hardly shows there.
 *
 * Cost: as a rule one fit of HDBSCAN, and a spanning tree, of that sample.
 */
export function denseGroups(
  { X, columnGroups, labels: segments }: ClusteredCustomers,
  options: ResolvedOptions,
): number {
  if (X.rows < FEWEST || X.cols >= MANY_COLUMNS || countDistinctRows(X, 3) < 3) return 0;
  const hdbscan = algorithmOf('hdbscan');
  const { seed } = options;
  const asked = { ...options, algorithm: hdbscan.name };
  const { X: rows, labels: known } = judgedRows(X, segments, LOOKED_AT, new Random(seed));
  const { labels, k, found } = hdbscan.fit(
    { space: rows, categoricalColumns: [], gamma: 0 },
    0,
    asked,
    () => {},
  );
  const inGroups = (_: number, row: number) => labels[row] >= 0;
  const groups = labels.filter(inGroups);
  if (k < 2 || groups.length < MOST_CUSTOMERS * rows.rows) return 0;
  if (areSameGroups(groups, known.filter(inGroups))) return 0;
  const { make, sampleSize } = hdbscan.refit({ k, found, rows: rows.rows }, asked);
  return hasGapsAround(rows, labels, make, { seed, columnGroups, sampleSize }) ? k : 0;
}
