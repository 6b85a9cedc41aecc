import type { Table } from '../core/table';
import type { ClusteringComparison } from './compareClusterings';

/**
 * Several clusterings side by side, for people: one row for each, the recommended one marked; the caption says which to
 * trust. Rows of its largest and its smallest cluster stand for the sizes. What needs two clusters is empty where there are fewer.
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
    caption: comparison.because[0],
    columns: [
      { name: 'Clustering' },
      { name: 'Clusters', format: 'integer' },
      { name: 'Largest', format: 'integer' },
      { name: 'Smallest', format: 'integer' },
      { name: 'Noise', format: 'percent' },
      { name: 'Silhouette', format: 'decimal' },
      { name: 'Silhouette, noise as 0', format: 'decimal' },
      { name: 'Silhouette without structure', format: 'decimal' },
      { name: 'Calinski–Harabasz', format: 'general' },
      { name: 'Davies–Bouldin (low is good)', format: 'decimal' },
      ...(measured ? [{ name: 'Stability', format: 'decimal' as const }] : []),
      ...(recommended === null ? [] : [{ name: 'Trust' }]),
    ],
    rows: rows.map((row) => [
      row.name,
      row.nClusters,
      ...extremesOf(row.sizes),
      row.noiseShare,
      row.silhouette,
      row.silhouetteOfAll,
      row.nullSilhouette,
      row.calinskiHarabasz,
      finite(row.daviesBouldin),
      ...(measured ? [row.stability] : []),
      ...(recommended === null ? [] : [row.name === recommended ? 'yes' : '']),
    ]),
  };
}

/** The largest and the smallest, of those that occur. */
function extremesOf(sizes: readonly number[]): [number | null, number | null] {
  const real = sizes.filter((size) => size > 0);
  return real.length === 0 ? [null, null] : [Math.max(...real), Math.min(...real)];
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
