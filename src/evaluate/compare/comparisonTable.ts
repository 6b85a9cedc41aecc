import { formatCount } from '../../core/format';
import type { Table } from '../../core/table';
import { INTERNAL_INDICES } from '../indices/registry';
import type { ClusteringComparison } from './compareClusterings';

/**
 * Several clusterings side by side, for people: one row for each, the recommended one marked; the caption says which to
 * trust. Sizes are those of the smallest and the largest cluster. What needs two clusters is empty where there are fewer.
 *
 * @param comparison what `compareClusterings` returns.
 * Cost: O(number of clusterings).
 *
 * @example
 * const two = new KMeans({ nClusters: 2 }).fit(X).labels;
 * show(comparisonTable(compareClusterings(X, { two, four: labels })));
 */
export function comparisonTable(comparison: ClusteringComparison): Table {
  const { rows, recommended } = comparison;
  const measured = rows.some(({ stability }) => stability !== null);
  return {
    caption: comparison.reasons[0],
    columns: [
      { name: 'Clustering' },
      ...(recommended === null ? [] : [{ name: 'Trust' }]),
      { name: 'Clusters', format: 'integer' },
      { name: 'Sizes' },
      { name: 'Noise', format: 'percent' },
      { name: 'Silhouette', format: 'decimal' },
      { name: 'Silhouette, noise as 0', format: 'decimal' },
      { name: 'Silhouette without structure', format: 'decimal' },
      ...INTERNAL_INDICES.map(({ column }) => ({ name: column.title, format: column.format })),
      ...(measured ? [{ name: 'Stability', format: 'decimal' as const }] : []),
    ],
    rows: rows.map((row) => [
      row.name,
      ...(recommended === null ? [] : [row.name === recommended ? 'yes' : '']),
      row.nClusters,
      range(row.sizes),
      row.noiseShare,
      row.silhouette,
      row.silhouetteWithNoise,
      row.referenceSilhouette,
      ...INTERNAL_INDICES.map(({ key }) => finite(row[key])),
      ...(measured ? [row.stability] : []),
    ]),
  };
}

/** '21–45', on one line: the smallest and the largest of those that occur. */
function range(sizes: readonly number[]): string {
  const real = sizes.filter((size) => size > 0);
  const ends = new Set([Math.min(...real), Math.max(...real)]);
  return real.length === 0 ? '' : Array.from(ends, formatCount).join('–');
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
