import type { Table } from '../../core/table';
import type { ClusteringComparison } from './compareClusterings';

/** How far several clusterings agree: the adjusted Rand index of every pair. Cost: O(pairs). */
export function agreementTable({ rows, agreement }: Pick<ClusteringComparison, 'rows' | 'agreement'>): Table {
  return {
    caption:
      'Agreement between clusterings: adjusted Rand index. 1 means the same segments, 0 what chance gives',
    columns: [{ name: 'Clustering' }, ...rows.map(({ name }) => ({ name, format: 'decimal' as const }))],
    rows: rows.map(({ name }, i) => [name, ...rows.map((_, j) => agreement.get(i, j))]),
  };
}
