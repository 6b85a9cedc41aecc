import { plural, someOf } from '../../core/format';
import type { Table, TableCell, TableColumn } from '../../core/table';
import type { ClusterIndex } from '../indices/clusterIndex';
import { INDICES } from '../indices/registry';
import type { KChoice } from './chooseK';
import type { KEvaluation } from './evaluateKs';

/**
 * The table of a choice of k for people: one row for each k, with the indices that prefer it.
 * The caption says how many of them prefer the recommended k, and how clear the structure is.
 *
 * @param choice what `chooseK` returns.
 * Cost: O(number of ks).
 *
 * @example
 * show(chooseKTable(chooseK(X)));
 */
export function chooseKTable(choice: KChoice): Table {
  const { recommendation, structure, preferredBy } = choice;
  const indices = INDICES.filter(({ key }) => key in preferredBy); // one that was saved may lack a newer index
  const votes = indices.filter(({ key }) => preferredBy[key] === recommendation.k).length;
  return {
    caption: `${someOf(votes, plural(indices.length, 'index', 'indices'), 'prefers', 'prefer')} k = ${recommendation.k}. ${structure.summary}`,
    columns: columnsOf(indices),
    rows: choice.table.map((row) => [
      ...cellsOf(row, indices),
      indices
        .filter(({ key }) => preferredBy[key] === row.k)
        .map(({ name }) => name)
        .join(', '),
    ]),
  };
}

function columnsOf(indices: readonly ClusterIndex[]): TableColumn[] {
  return [
    { name: 'k', format: 'integer' },
    { name: 'Inertia', format: 'general' },
    ...indices.flatMap(({ columns }) => columns.map(({ title, format }) => ({ name: title, format }))),
    { name: 'Preferred by', format: 'general' },
  ];
}

function cellsOf(row: KEvaluation, indices: readonly ClusterIndex[]): TableCell[] {
  const fields = ['k', 'inertia', ...indices.flatMap(({ columns }) => columns.map(({ field }) => field))];
  const values: Readonly<Record<string, unknown>> = { ...row };
  return fields.map((field) => (Number.isFinite(values[field]) ? (values[field] as number) : null));
}
