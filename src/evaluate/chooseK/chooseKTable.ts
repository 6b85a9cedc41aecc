import type { Table, TableCell, TableColumn } from '../../core/table';
import type { KChoice } from './chooseK';
import type { KEvaluation } from './evaluateKs';

const COLUMNS: TableColumn[] = [
  { name: 'k', format: 'integer' },
  { name: 'Inertia', format: 'general' },
  { name: 'Silhouette', format: 'decimal' },
  { name: 'Silhouette without structure', format: 'decimal' },
  { name: 'Calinski–Harabasz', format: 'general' },
  { name: 'Davies–Bouldin (low is good)', format: 'decimal' },
  { name: 'Gap', format: 'decimal' },
  { name: 'Standard error of gap', format: 'decimal' },
  { name: 'Stability', format: 'decimal' },
  { name: 'Preferred by', format: 'general' },
];

const NAMES = {
  silhouette: 'silhouette',
  calinskiHarabasz: 'Calinski–Harabasz',
  daviesBouldin: 'Davies–Bouldin',
  gap: 'gap',
  elbow: 'elbow',
  stability: 'stability',
} as const;

/**
 * The table of a choice of k for people: one row for each k, with the indices that prefer it.
 * The caption says how many of the six prefer the recommended k, and how clear the structure is.
 *
 * @param choice what `chooseK` returns.
 * Cost: O(number of ks).
 *
 * @example
 * show(chooseKTable(chooseK(X)));
 */
export function chooseKTable(choice: KChoice): Table {
  const { recommendation, structure, preferredBy } = choice;
  const votes = Object.values(preferredBy).filter((k) => k === recommendation.k).length;
  return {
    caption: `${votes} of 6 indices prefer k = ${recommendation.k}. ${structure.words}`,
    columns: COLUMNS,
    rows: choice.table.map((row) => cellsOf(row, choice)),
  };
}

function cellsOf(row: KEvaluation, { preferredBy }: KChoice): TableCell[] {
  const indices = (Object.keys(NAMES) as (keyof typeof NAMES)[]).filter(
    (index) => preferredBy[index] === row.k,
  );
  const numbers = [
    row.k,
    row.inertia,
    row.silhouette,
    row.nullSilhouette,
    row.calinskiHarabasz,
    row.daviesBouldin,
    row.gap,
    row.gapStandardError,
    row.stability,
  ];
  return [
    ...numbers.map((value) => (Number.isFinite(value) ? value : null)),
    indices.map((index) => NAMES[index]).join(', '),
  ];
}
